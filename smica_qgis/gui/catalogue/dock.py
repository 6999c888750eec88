"""The dock *Données partagées*: an empty shell until someone looks at it, so that QGIS starts quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QWidget

from smica_qgis.gui.catalogue.shared_catalogue import SharedCatalogue
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.gui.catalogue.panel import CataloguePanel

OBJECT_NAME = "SmicaCatalogueDock"


class CatalogueDock(QgsDockWidget):
    """Shell of the panel. The shared catalogue belongs to the plugin, which shuts it down."""

    def __init__(self, iface: QgisInterface, shared: SharedCatalogue, parent: QWidget | None = None) -> None:
        super().__init__(tr("SMICA shared data"), parent)
        self.setObjectName(OBJECT_NAME)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._iface = iface
        self._shared = shared
        self._panel: CataloguePanel | None = None

    @property
    def panel(self) -> CataloguePanel:
        """The content, made the first time it is wanted."""
        if self._panel is None:
            from smica_qgis.gui.catalogue.panel import CataloguePanel

            self._panel = CataloguePanel(self._iface, self._shared, self)
            self.setWidget(self._panel)
        return self._panel

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.setVisible(True)
