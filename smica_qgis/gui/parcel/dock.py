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
        super().__init__(tr("SMICA parcel"), OBJECT_NAME, self._panel, parent)
        self._iface = iface

    @property
    def panel(self) -> ParcelPanel:
        """The content, made the first time it is wanted."""
        panel: ParcelPanel = self.content()
        return panel

    def _panel(self) -> ParcelPanel:
        from smica_qgis.gui.parcel.panel import ParcelPanel

        return ParcelPanel(self._iface, parent=self)
