"""The Processing provider `smica`: one algorithm a file."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from smica_qgis.processing.make_sample_delivery import MakeSampleDelivery
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
        for algorithm in (ValidateDelivery(), ValidateBatch(), MakeSampleDelivery(), UpdateStandards()):
            self.addAlgorithm(algorithm)
