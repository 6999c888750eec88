"""`smica:make_sample_delivery`: a small PLUi with known defects, to try the rest on."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterFolderDestination,
)

from smica_qgis.host.translation import tr
from smica_qgis.operations.make_sample_delivery import make_sample_delivery
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.feedback_progress import FeedbackProgress


class MakeSampleDelivery(SmicaAlgorithm):
    """Write the sample delivery as a zip in a folder."""

    def name(self) -> str:
        """Name of the contract."""
        return "make_sample_delivery"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Make the sample delivery")

    def group(self) -> str:
        """Group for people."""
        return tr("Validation")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Writes a small but complete intercommunal plan (PLUi) of the standard in force, with a few deliberate "
            "defects of the kind that consultancies really make, as a zip in the folder given."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the folder and the path of the zip."""
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder")))
        self.addOutput(QgsProcessingOutputFile("DELIVERY", tr("Sample delivery")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write it."""
        folder = self.parameterAsString(parameters, "OUTPUT", context)
        return {"OUTPUT": folder, "DELIVERY": make_sample_delivery(folder, FeedbackProgress(feedback))}
