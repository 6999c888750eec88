"""The update of the standards beside the window. It outlives the page of options that started it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from smica_qgis.core.errors import CancelledError
from smica_qgis.gui.error_boundary import Outcome
from smica_qgis.gui.operation_task import WAIT_AT_MOST, OperationTask, TaskProgress, start
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.core.progress import Progress
    from smica_qgis.operations.update_standards import StandardsRequest, StandardsUpdate

    Update = Callable[[StandardsRequest, Progress], StandardsUpdate]

WATCH_EVERY = 150


def update(request: StandardsRequest, progress: Progress) -> StandardsUpdate:
    """Run the update. Called in a working thread; the import is made then."""
    from smica_qgis.operations.update_standards import update_standards

    return update_standards(request, progress)


class StandardsUpdateRun(QObject):
    """At most one update at a time.

    Signals, all in the window's thread: began; progressed (TaskProgress); ended (StandardsUpdate); stopped (the
    person asked, what was fetched stays); failed (exception).
    """

    began = pyqtSignal()
    progressed = pyqtSignal(object)
    ended = pyqtSignal(object)
    stopped = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, work: Update = update, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._task: OperationTask | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_EVERY)
        self._watch.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether an update is under way."""
        return self._task is not None

    def start(self, request: StandardsRequest) -> None:
        """Start an update, unless one is running."""
        if self._task is not None:
            return
        work = self._work

        def operation(progress: TaskProgress) -> StandardsUpdate:
            return work(request, progress)

        self._task = OperationTask(tr("SMICA: update of the standards"), operation)
        self.began.emit()
        self._watch.start()
        start(self._task, self._on_end)

    def cancel(self) -> None:
        """Ask the update to stop."""
        if self._task is not None:
            self._task.cancel()

    def shut_down(self) -> None:
        """Stop and wait, and say nothing more: the plugin is going away."""
        self._watch.stop()
        task, self._task = self._task, None
        if task is not None:
            task.ended.disconnect(self._on_end)
            task.stop_and_wait(WAIT_AT_MOST)

    def _look(self) -> None:
        if self._task is not None:
            self.progressed.emit(self._task.state)

    def _on_end(self, outcome: Outcome[StandardsUpdate]) -> None:
        self._watch.stop()
        self._task = None
        if outcome.value is not None:
            self.ended.emit(outcome.value)
        elif isinstance(outcome.error, CancelledError):
            self.stopped.emit()
        else:
            self.failed.emit(outcome.error)
