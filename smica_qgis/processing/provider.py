"""The Processing provider `smica`: one algorithm a file."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from smica_qgis.processing.add_source import AddSource
from smica_qgis.processing.check_cadastre import CheckCadastre
from smica_qgis.processing.check_network import CheckNetwork
from smica_qgis.processing.check_project import CheckProject
from smica_qgis.processing.describe_parcels import DescribeParcels
from smica_qgis.processing.download_cadastre import DownloadCadastre
from smica_qgis.processing.import_ads import ImportAds
from smica_qgis.processing.import_anc import ImportAnc
from smica_qgis.processing.import_cadastre import ImportCadastre
from smica_qgis.processing.list_due_controls import ListDueControls
from smica_qgis.processing.list_permit_deadlines import ListPermitDeadlines
from smica_qgis.processing.list_sources import ListSources
from smica_qgis.processing.make_sample_delivery import MakeSampleDelivery
from smica_qgis.processing.open_shared_layers import OpenSharedLayers
from smica_qgis.processing.repair_project import RepairProject
from smica_qgis.processing.update_standards import UpdateStandards
from smica_qgis.processing.validate_batch import ValidateBatch
from smica_qgis.processing.validate_delivery import ValidateDelivery

_ICON = Path(__file__).resolve().parents[1] / "resources" / "icon.svg"


class SmicaProvider(QgsProcessingProvider):
    """All algorithms of the plugin."""

    def id(self) -> str:
        """Identifier of the contract."""
        return "smica"

    def name(self) -> str:
        """Name for people."""
        return "SMICA"

    def icon(self) -> QIcon:
        """Icon of the plugin."""
        return QIcon(str(_ICON))

    def loadAlgorithms(self) -> None:
        """Add the algorithms."""
        for algorithm in (
            ValidateDelivery(),
            ValidateBatch(),
            MakeSampleDelivery(),
            UpdateStandards(),
            ImportCadastre(),
            DownloadCadastre(),
            CheckCadastre(),
            ImportAnc(),
            ListDueControls(),
            ImportAds(),
            ListPermitDeadlines(),
            OpenSharedLayers(),
            DescribeParcels(),
            ListSources(),
            AddSource(),
            CheckProject(),
            RepairProject(),
            CheckNetwork(),
        ):
            self.addAlgorithm(algorithm)
