"""The dock *Parcelle*: an empty shell until someone looks at it, so that QGIS starts quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QWidget

from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.gui.parcel.panel import ParcelPanel

OBJECT_NAME = "SmicaParcelDock"


class ParcelDock(QgsDockWidget):
    """Shell of the panel."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(tr("SMICA parcel"), parent)
        self.setObjectName(OBJECT_NAME)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._iface = iface
        self._panel: ParcelPanel | None = None

    @property
    def panel(self) -> ParcelPanel:
        """The content, made the first time it is wanted."""
        if self._panel is None:
            from smica_qgis.gui.parcel.panel import ParcelPanel

            self._panel = ParcelPanel(self._iface, parent=self)
            self.setWidget(self._panel)
        return self._panel

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.setVisible(True)

    def shut_down(self) -> None:
        """Wait for what is under way, leave nothing on the map."""
        if self._panel is not None:
            self._panel.shut_down()
