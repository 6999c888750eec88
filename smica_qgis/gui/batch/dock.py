"""The dock *Contrôle par lot*: an empty shell until someone looks at it, so that QGIS starts quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtGui import QCloseEvent, QShowEvent
from qgis.PyQt.QtWidgets import QWidget

from smica_qgis.gui.batch.services import BatchServices
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.gui.batch.panel import BatchPanel
    from smica_qgis.gui.validation.dock import ValidationDock
    from smica_qgis.operations.validate_delivery import ValidationRequest

OBJECT_NAME = "SmicaBatchDock"


class BatchDock(QgsDockWidget):
    """Shell of the panel. reports: the dock that opens each report. `shut_down` before it is removed."""

    def __init__(
        self,
        iface: QgisInterface,
        reports: ValidationDock,
        services: BatchServices | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("SMICA batch validation"), parent)
        self.setObjectName(OBJECT_NAME)
        self._iface = iface
        self._reports = reports
        self._services = services or BatchServices()
        self._panel: BatchPanel | None = None

    @property
    def panel(self) -> BatchPanel:
        """The content, made the first time it is wanted."""
        if self._panel is None:
            from smica_qgis.gui.batch.panel import BatchPanel, Elsewhere

            elsewhere = Elsewhere(self._open_report, self._validate)
            self._panel = BatchPanel(self._iface, self._services, elsewhere, self)
            self._panel.shown_wanted.connect(lambda: self.setUserVisible(True))
            self.setWidget(self._panel)
        return self._panel

    def shut_down(self) -> None:
        """Stop what runs and leave nothing behind."""
        if self._panel is not None:
            self._panel.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.setVisible(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by its cross, which stops the batch; hidden by its button or behind another dock, it goes on."""
        if self._panel is not None:
            self._panel.cancel_because_closed()
        super().closeEvent(event)

    def _open_report(self, path: str) -> None:
        self._show_reports()
        self._reports.panel.open_report(path)

    def _validate(self, request: ValidationRequest) -> None:
        self._show_reports()
        self._reports.panel.validate(request)

    def _show_reports(self) -> None:
        self._reports.setUserVisible(True)
