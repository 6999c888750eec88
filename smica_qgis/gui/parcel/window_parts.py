"""What the parcel sheet adds to the QGIS window: a dock and its button, a filter of the search bar."""

from __future__ import annotations

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction

from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.parcel.dock import ParcelDock
from smica_qgis.gui.parcel.locator import ParcelLocatorFilter
from smica_qgis.host.translation import tr

ACTION_NAME = "SmicaParcel"


class ParcelWindowParts:
    """Added when made; `remove` takes all away. Nothing is read before someone looks or searches."""

    def __init__(self, iface: QgisInterface, menu: str) -> None:
        self._iface = iface
        self._menu = menu
        self.dock = ParcelDock(iface, iface.mainWindow())
        self.dock.setUserVisible(False)
        iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.action = QAction(own_icon("parcel"), tr("Parcel"), iface.mainWindow())
        self.action.setObjectName(ACTION_NAME)
        self.action.setToolTip(tr("Parcel: what applies to it"))
        self.action.setCheckable(True)
        self.dock.setToggleVisibilityAction(self.action)
        iface.addPluginToMenu(menu, self.action)
        iface.addToolBarIcon(self.action)
        self._locator_filter = ParcelLocatorFilter(self._show)
        iface.registerLocatorFilter(self._locator_filter)

    def remove(self) -> None:
        """Take all away; what runs is waited for."""
        self._iface.deregisterLocatorFilter(self._locator_filter)
        self._iface.removePluginMenu(self._menu, self.action)
        self._iface.removeToolBarIcon(self.action)
        self.action.deleteLater()
        self.dock.shut_down()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()

    def _show(self, hit: object) -> None:
        """Open the dock on what was chosen in the search bar."""
        from smica_qgis.operations.find_parcel import Hit

        if isinstance(hit, Hit):
            self.dock.setUserVisible(True)
            self.dock.panel.open_hit(hit)
