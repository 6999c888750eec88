"""One validation after the other, beside the window: start, watch, stop, hand over."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from smica_qgis.core.errors import CancelledError
from smica_qgis.core.validation.finding import Finding
from smica_qgis.gui.error_boundary import Outcome
from smica_qgis.gui.operation_task import WAIT_AT_MOST, OperationTask, TaskProgress, start
from smica_qgis.gui.validation.locked_geometries import let_go
from smica_qgis.gui.validation.services import Services
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report
    from smica_qgis.operations.validate_delivery import ValidationRequest

WATCH_EVERY = 150


class ValidationRun(QObject):
    """At most one validation at a time.

    Signals, all in the window's thread: began (request); progressed (TaskProgress); found (list of findings);
    ended (Report); stopped (nothing: the findings already given are all there is); failed (exception).
    """

    began = pyqtSignal(object)
    progressed = pyqtSignal(object)
    found = pyqtSignal(object)
    ended = pyqtSignal(object)
    stopped = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: OperationTask | None = None
        self._batches: queue.SimpleQueue[list[Finding]] = queue.SimpleQueue()
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_EVERY)
        self._watch.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether a validation is under way."""
        return self._task is not None

    def start(self, request: ValidationRequest) -> None:
        """Start a validation, unless one is running."""
        if self._task is not None:
            return
        batches: queue.SimpleQueue[list[Finding]] = queue.SimpleQueue()
        self._batches = batches
        validate = self._services.validate

        def operation(progress: TaskProgress) -> Report:
            return validate(request, progress, batches.put)

        self._task = OperationTask(tr("SMICA validation"), operation)
        self.began.emit(request)
        self._watch.start()
        start(self._task, self._on_end)

    def cancel(self) -> None:
        """Ask the validation to stop; `stopped` or `ended` follows."""
        if self._task is not None:
            self._task.cancel()

    def shut_down(self) -> bool:
        """Stop and wait, and say nothing more: the dock is going away. Says whether the work has ended."""
        self._watch.stop()
        task, self._task = self._task, None
        if task is None:
            return True
        task.ended.disconnect(self._on_end)
        over = task.stop_and_wait(WAIT_AT_MOST)
        let_go(task.outcome.value)
        return over

    def _look(self) -> None:
        if self._task is not None:
            self._hand_over()
            self.progressed.emit(self._task.state)

    def _hand_over(self) -> None:
        """Give what was found since the last time."""
        findings: list[Finding] = []
        while not self._batches.empty():
            findings.extend(self._batches.get_nowait())
        if findings:
            self.found.emit(findings)

    def _on_end(self, outcome: Outcome[Report]) -> None:
        self._watch.stop()
        self._hand_over()
        self._task = None
        if outcome.value is not None:
            self.ended.emit(outcome.value)
        elif isinstance(outcome.error, CancelledError):
            self.stopped.emit()
        else:
            self.failed.emit(outcome.error)
