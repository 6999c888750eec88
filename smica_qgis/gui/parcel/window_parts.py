"""What the parcel sheet adds to the QGIS window: a dock and its button, a filter of the search bar."""

from __future__ import annotations

from qgis.gui import QgisInterface

from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.lazy_dock import DockButton, dock_action
from smica_qgis.gui.parcel.dock import ParcelDock
from smica_qgis.gui.parcel.locator import ParcelLocatorFilter
from smica_qgis.host.translation import tr

ACTION_NAME = "SmicaParcel"


class ParcelWindowParts(DockButton):
    """Added when made; `remove` takes all away. Nothing is read before someone looks or searches."""

    def __init__(self, iface: QgisInterface, menu: str) -> None:
        action = dock_action(iface, own_icon("parcel"), ACTION_NAME, (tr("Parcel"), tr("Parcel: what applies to it")))
        super().__init__(iface, menu, ParcelDock(iface, iface.mainWindow()), action)
        self._window = iface
        self._locator_filter = ParcelLocatorFilter(self._show)
        iface.registerLocatorFilter(self._locator_filter)

    def remove(self) -> None:
        """Take all away; what runs is waited for."""
        self._window.deregisterLocatorFilter(self._locator_filter)
        super().remove()

    def _show(self, hit: object) -> None:
        """Open the dock on what was chosen in the search bar."""
        from smica_qgis.operations.find_parcel import Hit

        if isinstance(hit, Hit):
            self.dock.setUserVisible(True)
            self.dock.content().open_hit(hit)
