"""`smica:publish_document`: a delivery, or a document of the store, into the places where it is published."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from smica_qgis.host.settings import preferred_standards_folder
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import add_path
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.publication_parameters import PublicationAlgorithm


class PublishDocument(PublicationAlgorithm):
    """Publish a document."""

    def name(self) -> str:
        """Name of the contract."""
        return "publish_document"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Publish a document")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Validates a delivery with the official family, then publishes it: into the shared store first, in one "
            "transaction that keeps the former version, then to the other targets; what was published is read back and "
            "compared. An invalid delivery is refused unless a reason is given, which is kept. Called again, it writes "
            "nothing where nothing changed and finishes what was left. DRY_RUN says what would be done."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_path(self, "INPUT", tr("Delivery (zip, folder or GeoPackage)"), optional=True)
        self.add_text("DOCUMENT", tr("Or document of the store (IDURBA)"))
        self.add_common()
        self.add_text("REASON", tr("Reason to publish an invalid delivery"))
        self.add_parameter(
            QgsProcessingParameterNumber(
                "EXPECTED_VERSION", tr("Version that must be in the store (0 = none)"), optional=True, minValue=0
            ),
            advanced=True,
        )
        self.add_text("STANDARD", tr("Standard (empty = detected)"), advanced=True)
        self.add_parameter(
            QgsProcessingParameterString("CRS", tr("Coordinate reference system"), "EPSG:2154", optional=True),
            advanced=True,
        )

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Plan or publish, tell, write the report."""
        from smica_qgis.operations.publish_document import PublicationRequest, apply_publication, plan_publication

        expected = parameters.get("EXPECTED_VERSION")
        request = PublicationRequest(
            delivery=self.text(parameters, "INPUT", context),
            document=self.text(parameters, "DOCUMENT", context),
            reason=self.text(parameters, "REASON", context),
            expected_version=-1 if expected is None else self.parameterAsInt(parameters, "EXPECTED_VERSION", context),
            standard=self.text(parameters, "STANDARD", context),
            crs=self.text(parameters, "CRS", context) or "EPSG:2154",
            standards_folder=preferred_standards_folder(),
            **self.places(parameters, context),
        )
        act = plan_publication if self.parameterAsBoolean(parameters, "DRY_RUN", context) else apply_publication
        return self.finish(act(request, FeedbackProgress(feedback)), parameters, context, feedback)
