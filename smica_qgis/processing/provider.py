"""The Processing provider `smica`: one algorithm a file."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from smica_qgis.processing.add_source import AddSource
from smica_qgis.processing.annotate_round import AnnotateRound
from smica_qgis.processing.check_cadastre import CheckCadastre
from smica_qgis.processing.check_network import CheckNetwork
from smica_qgis.processing.check_parcel_links import CheckParcelLinks
from smica_qgis.processing.check_project import CheckProject
from smica_qgis.processing.compare_rounds import CompareRounds
from smica_qgis.processing.convert_version import ConvertVersion
from smica_qgis.processing.create_template import CreateTemplate
from smica_qgis.processing.decide_round import DecideRound
from smica_qgis.processing.describe_parcels import DescribeParcels
from smica_qgis.processing.download_cadastre import DownloadCadastre
from smica_qgis.processing.import_ads import ImportAds
from smica_qgis.processing.import_anc import ImportAnc
from smica_qgis.processing.import_cadastre import ImportCadastre
from smica_qgis.processing.import_dossier_details import ImportDossierDetails
from smica_qgis.processing.import_filiation import ImportFiliation
from smica_qgis.processing.list_due_controls import ListDueControls
from smica_qgis.processing.list_permit_deadlines import ListPermitDeadlines
from smica_qgis.processing.list_procedures import ListProcedures
from smica_qgis.processing.list_sources import ListSources
from smica_qgis.processing.make_sample_delivery import MakeSampleDelivery
from smica_qgis.processing.map_fields import MapFields
from smica_qgis.processing.open_procedure import OpenProcedure
from smica_qgis.processing.open_shared_layers import OpenSharedLayers
from smica_qgis.processing.prepare_database import PrepareDatabase
from smica_qgis.processing.publish_document import PublishDocument
from smica_qgis.processing.publish_round import PublishRound
from smica_qgis.processing.receive_round import ReceiveRound
from smica_qgis.processing.repair_project import RepairProject
from smica_qgis.processing.restore_document import RestoreDocument
from smica_qgis.processing.update_standards import UpdateStandards
from smica_qgis.processing.validate_batch import ValidateBatch
from smica_qgis.processing.validate_delivery import ValidateDelivery
from smica_qgis.processing.verify_certificate import VerifyCertificate
from smica_qgis.processing.withdraw_document import WithdrawDocument
from smica_qgis.processing.write_metadata import WriteMetadata

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
            CreateTemplate(),
            MapFields(),
            ConvertVersion(),
            WriteMetadata(),
            PublishDocument(),
            WithdrawDocument(),
            RestoreDocument(),
            PrepareDatabase(),
            UpdateStandards(),
            ImportCadastre(),
            DownloadCadastre(),
            CheckCadastre(),
            ImportFiliation(),
            CheckParcelLinks(),
            ImportAnc(),
            ListDueControls(),
            ImportAds(),
            ListPermitDeadlines(),
            ImportDossierDetails(),
            OpenSharedLayers(),
            DescribeParcels(),
            OpenProcedure(),
            ReceiveRound(),
            CompareRounds(),
            AnnotateRound(),
            DecideRound(),
            PublishRound(),
            VerifyCertificate(),
            ListProcedures(),
            ListSources(),
            AddSource(),
            CheckProject(),
            RepairProject(),
            CheckNetwork(),
        ):
            self.addAlgorithm(algorithm)
