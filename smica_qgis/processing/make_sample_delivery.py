"""`smica:make_sample_delivery`: a small PLUi with known defects, to try the rest on, or another document."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.feedback_progress import FeedbackProgress


class MakeSampleDelivery(SmicaAlgorithm):
    """Write a sample delivery as a zip in a folder."""

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
            "defects of the kind that consultancies really make, as a zip in the folder given. With another "
            "standard, writes a conformant document of that standard, which shows all that it describes."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the standard, the folder and the path of the zip."""
        from smica_qgis.operations.sample_standards import STANDARD, sample_standards

        standards = QgsProcessingParameterEnum(
            "STANDARD",
            tr("Standard"),
            list(sample_standards()),
            defaultValue=STANDARD,
            optional=True,
            usesStaticStrings=True,
        )
        self.addParameter(standards)
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder")))
        self.addOutput(QgsProcessingOutputFile("DELIVERY", tr("Sample delivery")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write it."""
        from smica_qgis.operations.make_sample_delivery import make_sample_delivery

        folder = self.parameterAsString(parameters, "OUTPUT", context)
        standard = self.parameterAsEnumString(parameters, "STANDARD", context)
        delivery = make_sample_delivery(folder, FeedbackProgress(feedback), standard)
        return {"OUTPUT": folder, "DELIVERY": delivery}
