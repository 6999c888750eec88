"""One batch after the other, beside the window."""

from __future__ import annotations

import queue
import time
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from smica_qgis.gui.batch.services import BatchServices
from smica_qgis.gui.operation_run import OperationRun
from smica_qgis.gui.operation_task import TaskProgress
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.validate_batch import BatchItem, BatchLine, BatchRequest, BatchSummary


class BatchRun(OperationRun):
    """At most one batch at a time.

    Besides the signals of OperationRun: began (BatchRequest); planned (tuple of BatchItem); done (list of BatchLine);
    timed (TaskProgress, seconds since the start). ended gives the BatchSummary.
    """

    began = pyqtSignal(object)
    planned = pyqtSignal(object)
    done = pyqtSignal(object)
    timed = pyqtSignal(object, float)

    def __init__(self, services: BatchServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._plans: queue.SimpleQueue[tuple[BatchItem, ...]] = queue.SimpleQueue()
        self._lines: queue.SimpleQueue[BatchLine] = queue.SimpleQueue()
        self._started = 0.0

    def start(self, request: BatchRequest) -> None:
        """Start a batch, unless one is running."""
        if self.is_running:
            return
        plans: queue.SimpleQueue[tuple[BatchItem, ...]] = queue.SimpleQueue()
        lines: queue.SimpleQueue[BatchLine] = queue.SimpleQueue()
        self._plans, self._lines = plans, lines
        validate = self._services.validate

        def operation(progress: TaskProgress) -> BatchSummary:
            return validate(request, progress, plans.put, lines.put)

        self._started = time.monotonic()
        self._begin(tr("SMICA batch validation"), operation, lambda: self.began.emit(request))

    def _say_progress(self, state: TaskProgress) -> None:
        self.timed.emit(state, time.monotonic() - self._started)

    def _hand_over(self) -> None:
        """Give what was planned, then what was done since the last time."""
        while not self._plans.empty():
            self.planned.emit(self._plans.get_nowait())
        lines: list[BatchLine] = []
        while not self._lines.empty():
            lines.append(self._lines.get_nowait())
        if lines:
            self.done.emit(lines)
