"""The delivery of a report that was read, opened again beside the window so that its objects can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from smica_qgis.core.errors import CancelledError
from smica_qgis.gui.error_boundary import Outcome
from smica_qgis.gui.operation_task import WAIT_AT_MOST, OperationTask, TaskProgress, start
from smica_qgis.gui.validation.locked_geometries import let_go
from smica_qgis.gui.validation.services import Services
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report


class DeliveryReopening(QObject):
    """At most one at a time.

    Signals, in the window's thread: opened (Report with its tables and geometries); refused (exception that says why).
    """

    opened = pyqtSignal(object)
    refused = pyqtSignal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: OperationTask | None = None

    def start(self, report: Report) -> None:
        """Open the delivery of a report; what was under way is given up."""
        self.give_up()
        reopen = self._services.reopen

        def operation(progress: TaskProgress) -> Report:
            return reopen(report, progress)

        task = self._task = OperationTask(tr("SMICA layers of a report"), operation)
        start(task, lambda outcome: self._on_end(task, outcome))

    def give_up(self) -> None:
        """Nobody waits for it any more: what it still opens is closed at its end."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def shut_down(self) -> None:
        """Stop and wait: the dock is going away."""
        task, self._task = self._task, None
        if task is not None:
            task.ended.disconnect()
            task.stop_and_wait(WAIT_AT_MOST)
            let_go(task.outcome.value)

    def _on_end(self, task: OperationTask, outcome: Outcome[Report]) -> None:
        if task is not self._task:
            let_go(outcome.value)
            return
        self._task = None
        if outcome.value is not None:
            self.opened.emit(outcome.value)
        elif not isinstance(outcome.error, CancelledError):
            self.refused.emit(outcome.error)
