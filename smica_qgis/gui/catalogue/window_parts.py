"""What the shared data add to the QGIS window: a dock and its button, a line of the browser, a drop handler."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction

from smica_qgis.gui.catalogue.browser import SmicaItemProvider, SourceDropHandler
from smica_qgis.gui.catalogue.dock import CatalogueDock
from smica_qgis.gui.catalogue.profiles_page import ProfilesPageFactory
from smica_qgis.gui.catalogue.shared_catalogue import SharedCatalogue
from smica_qgis.gui.icons import own_icon
from smica_qgis.host.translation import tr

ACTION_NAME = "SmicaSharedData"


class CatalogueWindowParts:
    """Added when made; `remove` takes all away. Nothing is read nor asked before someone looks."""

    def __init__(self, iface: QgisInterface, menu: str) -> None:
        self._iface = iface
        self._menu = menu
        self.shared = SharedCatalogue()
        self.dock = CatalogueDock(iface, self.shared, iface.mainWindow())
        self.dock.setUserVisible(False)
        iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.action = QAction(own_icon("catalogue"), tr("Shared data"), iface.mainWindow())
        self.action.setObjectName(ACTION_NAME)
        self.action.setToolTip(tr("Shared data: basemaps, cadastre, planning, networks of the territory"))
        self.action.setCheckable(True)
        self.dock.setToggleVisibilityAction(self.action)
        iface.addPluginToMenu(menu, self.action)
        iface.addToolBarIcon(self.action)
        self._drop_handler = SourceDropHandler(self.shared)
        iface.registerCustomDropHandler(self._drop_handler)
        self._item_provider = SmicaItemProvider(self.shared)
        QgsApplication.dataItemProviderRegistry().addProvider(self._item_provider)

        self._options = ProfilesPageFactory(self.shared.refresh)
        iface.registerOptionsWidgetFactory(self._options)

    def remove(self) -> None:
        """Take all away; what runs is stopped and waited for."""
        QgsApplication.dataItemProviderRegistry().removeProvider(self._item_provider)
        self._iface.unregisterOptionsWidgetFactory(self._options)
        self._iface.unregisterCustomDropHandler(self._drop_handler)
        self._iface.removePluginMenu(self._menu, self.action)
        self._iface.removeToolBarIcon(self.action)
        self.action.deleteLater()
        self.shared.shut_down()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.shared.deleteLater()
