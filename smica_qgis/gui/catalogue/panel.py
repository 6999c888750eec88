"""What the dock *Données partagées* holds: three tabs and a message bar of its own window."""

from __future__ import annotations

from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from smica_qgis.gui.catalogue.catalogue_tab import CatalogueTab
from smica_qgis.gui.catalogue.doctor_tab import DoctorTab
from smica_qgis.gui.catalogue.network_tab import NetworkTab
from smica_qgis.gui.catalogue.shared_catalogue import SharedCatalogue
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.host.translation import tr


class CataloguePanel(QWidget):
    """Opens the catalogue as soon as it exists."""

    def __init__(self, iface: QgisInterface, shared: SharedCatalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boundary = ErrorBoundary(iface.messageBar())
        self.catalogue = CatalogueTab(shared, self)
        self.doctor = DoctorTab(shared, self._boundary, self)
        self.network = NetworkTab(shared, self._boundary, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.catalogue, tr("Catalogue"))
        self.tabs.addTab(self.doctor, tr("Health of the project"))
        self.tabs.addTab(self.network, tr("Network"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        shared.failed.connect(self._boundary.tell)
        shared.open()
