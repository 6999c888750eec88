"""One batch after the other, beside the window: start, watch, stop, hand over."""

from __future__ import annotations

import queue
import time
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from smica_qgis.core.errors import CancelledError
from smica_qgis.gui.batch.services import BatchServices
from smica_qgis.gui.error_boundary import Outcome
from smica_qgis.gui.operation_task import WAIT_AT_MOST, OperationTask, TaskProgress, start
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.validate_batch import BatchItem, BatchLine, BatchRequest, BatchSummary

WATCH_EVERY = 200


class BatchRun(QObject):
    """At most one batch at a time.

    Signals, all in the window's thread: began (BatchRequest); planned (tuple of BatchItem); done (list of BatchLine);
    progressed (TaskProgress, seconds since the start); ended (BatchSummary); stopped (nothing); failed (exception).
    """

    began = pyqtSignal(object)
    planned = pyqtSignal(object)
    done = pyqtSignal(object)
    progressed = pyqtSignal(object, float)
    ended = pyqtSignal(object)
    stopped = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, services: BatchServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: OperationTask | None = None
        self._plans: queue.SimpleQueue[tuple[BatchItem, ...]] = queue.SimpleQueue()
        self._lines: queue.SimpleQueue[BatchLine] = queue.SimpleQueue()
        self._started = 0.0
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_EVERY)
        self._watch.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether a batch is under way."""
        return self._task is not None

    def start(self, request: BatchRequest) -> None:
        """Start a batch, unless one is running."""
        if self._task is not None:
            return
        plans: queue.SimpleQueue[tuple[BatchItem, ...]] = queue.SimpleQueue()
        lines: queue.SimpleQueue[BatchLine] = queue.SimpleQueue()
        self._plans, self._lines = plans, lines
        validate = self._services.validate

        def operation(progress: TaskProgress) -> BatchSummary:
            return validate(request, progress, plans.put, lines.put)

        self._task = OperationTask(tr("SMICA batch validation"), operation)
        self._started = time.monotonic()
        self.began.emit(request)
        self._watch.start()
        start(self._task, self._on_end)

    def cancel(self) -> None:
        """Ask the batch to stop; `stopped` or `ended` follows."""
        if self._task is not None:
            self._task.cancel()

    def shut_down(self) -> bool:
        """Stop and wait, and say nothing more: the dock is going away. Says whether the work has ended."""
        self._watch.stop()
        task, self._task = self._task, None
        if task is None:
            return True
        task.ended.disconnect(self._on_end)
        return task.stop_and_wait(WAIT_AT_MOST)

    def _look(self) -> None:
        if self._task is not None:
            self._hand_over()
            self.progressed.emit(self._task.state, time.monotonic() - self._started)

    def _hand_over(self) -> None:
        """Give what was planned, then what was done since the last time."""
        while not self._plans.empty():
            self.planned.emit(self._plans.get_nowait())
        lines: list[BatchLine] = []
        while not self._lines.empty():
            lines.append(self._lines.get_nowait())
        if lines:
            self.done.emit(lines)

    def _on_end(self, outcome: Outcome[BatchSummary]) -> None:
        self._watch.stop()
        self._hand_over()
        self._task = None
        if outcome.value is not None:
            self.ended.emit(outcome.value)
        elif isinstance(outcome.error, CancelledError):
            self.stopped.emit()
        else:
            self.failed.emit(outcome.error)
