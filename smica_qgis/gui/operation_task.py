"""An operation beside the window: a QgsTask, the progress port over it, and a safe way to stop and wait."""

from __future__ import annotations

import threading
from typing import Any, Callable, TypeVar, cast

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from smica_qgis.core.errors import CancelledError
from smica_qgis.gui.error_boundary import ErrorBoundary, Outcome, attempt

T = TypeVar("T")
WAIT_AT_MOST = 20.0


class TaskProgress:
    """The progress port. Written by the working thread, read by the window when it has time.

    Nothing is sent: plain attributes cannot flood the window, nor reach a dock that is gone.
    """

    def __init__(self, cancelled: Callable[[], bool], set_percent: Callable[[float], None]) -> None:
        self.text = ""
        self.total = 0
        self.done = 0
        self.findings = 0
        self._cancelled = cancelled
        self._set_percent = set_percent

    def phase(self, text: str, total: int = 0) -> None:
        """Start a phase."""
        self.done, self.total, self.text = 0, total, text

    def advance(self, done: int) -> None:
        """So many steps of the phase are done."""
        self.done = done
        if self.total:
            self._set_percent(min(100.0, 100.0 * done / self.total))

    def found(self, count: int) -> None:
        """So many findings so far."""
        self.findings = count

    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._cancelled()


class OperationTask(QgsTask):
    """Runs one operation. `ended` gives its Outcome, in the window's thread."""

    ended = pyqtSignal(object)

    def __init__(self, description: str, operation: Callable[[TaskProgress], Any]) -> None:
        # without a prompt: closing QGIS must not ask whether to wait for a validation; silent: the dock says it all
        flags = QgsTask.Flag.CanCancel | QgsTask.Flag.CancelWithoutPrompt | QgsTask.Flag.Silent
        super().__init__(description, flags)  # type: ignore[arg-type]  # the stub takes flags for numbers
        self.state = TaskProgress(self.isCanceled, self.setProgress)
        self._operation = operation
        self.outcome: Outcome[Any] = Outcome(error=CancelledError())
        self._begun = False
        self._over = threading.Event()

    def run(self) -> bool:
        """Work, in the working thread."""
        self._begun = True
        self.outcome = attempt(lambda: self._operation(self.state))
        self._over.set()
        return self.outcome.error is None

    def finished(self, _result: bool) -> None:  # noqa: FBT001 - QGIS' signature
        """Hand over the outcome, in the window's thread."""
        self.ended.emit(self.outcome)

    def stop_and_wait(self, seconds: float) -> bool:
        """Ask to stop and wait for the working thread to leave the operation; says whether it did.

        Waits on an event of ours: QgsTask.waitForFinished keeps Python's lock, that the thread needs to end.
        """
        self.cancel()
        return self._over.wait(seconds) if self._begun else True


def start(task: OperationTask, on_end: Callable[[Outcome[Any]], object]) -> None:
    """Give a task to QGIS' task manager; on_end receives its outcome."""
    task.ended.connect(on_end)
    QgsApplication.taskManager().addTask(task)


class BesideWork:
    """Short work beside the window: a report to write, a sample to make. Errors are told."""

    def __init__(self, boundary: ErrorBoundary) -> None:
        self._boundary = boundary
        self._tasks: list[OperationTask] = []

    def do(self, description: str, work: Callable[[], T], on_success: Callable[[T], object]) -> None:
        """Do something, then go on with its value in the window's thread."""
        task = OperationTask(description, lambda _progress: work())

        def end(outcome: Outcome[T]) -> None:
            self._tasks.remove(task)
            if outcome.error is not None:
                self._boundary.tell(outcome.error)
            else:
                self._boundary.run(lambda: on_success(cast("T", outcome.value)))

        self._tasks.append(task)
        start(task, end)

    def shut_down(self) -> None:
        """Wait for what is under way, and go on with nothing."""
        for task in self._tasks:
            task.ended.disconnect()
            task.stop_and_wait(WAIT_AT_MOST)
        self._tasks.clear()
