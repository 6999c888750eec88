"""The dock *Contrôle*: an empty shell until someone looks at it, so that QGIS starts quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QWidget

from smica_qgis.gui.validation.services import Services
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.gui.validation.panel import ValidationPanel

OBJECT_NAME = "SmicaValidationDock"


class ValidationDock(QgsDockWidget):
    """Shell of the panel. `shut_down` before it is removed."""

    def __init__(self, iface: QgisInterface, services: Services | None = None, parent: QWidget | None = None) -> None:
        super().__init__(tr("SMICA validation"), parent)
        self.setObjectName(OBJECT_NAME)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._iface = iface
        self._services = services or Services()
        self._panel: ValidationPanel | None = None

    @property
    def panel(self) -> ValidationPanel:
        """The content, made the first time it is wanted."""
        if self._panel is None:
            from smica_qgis.gui.validation.panel import ValidationPanel

            self._panel = ValidationPanel(self._iface, self._services, self)
            self.setWidget(self._panel)
        return self._panel

    def shut_down(self) -> None:
        """Stop what runs and leave nothing behind."""
        if self._panel is not None:
            self._panel.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.setVisible(True)
