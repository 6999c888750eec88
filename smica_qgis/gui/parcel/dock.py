"""The dock *Parcelle*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QWidget

from smica_qgis.gui.lazy_dock import LazyDock
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.gui.parcel.panel import ParcelPanel

OBJECT_NAME = "SmicaParcelDock"


class ParcelDock(LazyDock):
    """Shell of the panel."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(tr("SMICA parcel"), OBJECT_NAME, iface, parent)

    @property
    def panel(self) -> ParcelPanel:
        """See LazyDock."""
        from smica_qgis.gui.parcel.panel import ParcelPanel

        return self.content(lambda: ParcelPanel(self.iface, parent=self))
