"""One operation after the other, beside the window: start, watch, stop, hand over. What the docks' runs share."""

from __future__ import annotations

from typing import Any, Callable

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from smica_qgis.core.errors import CancelledError
from smica_qgis.gui.error_boundary import Outcome
from smica_qgis.gui.operation_task import WAIT_AT_MOST, OperationTask, TaskProgress, start

WATCH_EVERY = 150


class OperationRun(QObject):
    """At most one operation at a time.

    Signals, all in the window's thread: progressed (TaskProgress); ended (what the operation returned); stopped (the
    person asked: what was given already is all there is); failed (exception).
    """

    progressed = pyqtSignal(object)
    ended = pyqtSignal(object)
    stopped = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: OperationTask | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_EVERY)
        self._watch.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether an operation is under way."""
        return self._task is not None

    def cancel(self) -> None:
        """Ask the operation to stop; `stopped` or `ended` follows."""
        if self._task is not None:
            self._task.cancel()

    def shut_down(self) -> bool:
        """Stop and wait, and say nothing more: who listens is going away. Says whether the work has ended."""
        self._watch.stop()
        task, self._task = self._task, None
        if task is None:
            return True
        task.ended.disconnect(self._on_end)
        over = task.stop_and_wait(WAIT_AT_MOST)
        self._let_go(task.outcome.value)
        return over

    def _begin(
        self, description: str, operation: Callable[[TaskProgress], Any], announce: Callable[[], object]
    ) -> None:
        """Start an operation when none is running. announce: said before its first step."""
        self._task = OperationTask(description, operation)
        announce()
        self._watch.start()
        start(self._task, self._on_end)

    def _hand_over(self) -> None:
        """Give what came since the last time; for those that give something on the way."""

    def _say_progress(self, state: TaskProgress) -> None:
        self.progressed.emit(state)

    def _let_go(self, value: object) -> None:
        """Free what the operation returned to nobody."""

    def _look(self) -> None:
        if self._task is not None:
            self._hand_over()
            self._say_progress(self._task.state)

    def _on_end(self, outcome: Outcome[Any]) -> None:
        self._watch.stop()
        self._hand_over()
        self._task = None
        if outcome.value is not None:
            self.ended.emit(outcome.value)
        elif isinstance(outcome.error, CancelledError):
            self.stopped.emit()
        else:
            self.failed.emit(outcome.error)
