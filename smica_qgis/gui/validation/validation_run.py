"""One validation after the other, beside the window."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING, cast

from qgis.PyQt.QtCore import QObject, pyqtSignal

from smica_qgis.core.validation.finding import Finding
from smica_qgis.gui.operation_run import OperationRun
from smica_qgis.gui.operation_task import TaskProgress
from smica_qgis.gui.validation.locked_geometries import let_go
from smica_qgis.gui.validation.services import Services
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report
    from smica_qgis.operations.validate_delivery import ValidationRequest


class ValidationRun(OperationRun):
    """At most one validation at a time.

    Besides the signals of OperationRun: began (request); found (list of findings). ended gives the Report.
    """

    began = pyqtSignal(object)
    found = pyqtSignal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._batches: queue.SimpleQueue[list[Finding]] = queue.SimpleQueue()

    def start(self, request: ValidationRequest) -> None:
        """Start a validation, unless one is running."""
        if self.is_running:
            return
        batches: queue.SimpleQueue[list[Finding]] = queue.SimpleQueue()
        self._batches = batches
        validate = self._services.validate

        def operation(progress: TaskProgress) -> Report:
            return validate(request, progress, batches.put)

        self._begin(tr("SMICA validation"), operation, lambda: self.began.emit(request))

    def _hand_over(self) -> None:
        """Give what was found since the last time."""
        findings: list[Finding] = []
        while not self._batches.empty():
            findings.extend(self._batches.get_nowait())
        if findings:
            self.found.emit(findings)

    def _let_go(self, value: object) -> None:
        let_go(cast("Report | None", value))
