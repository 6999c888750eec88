"""`smica:restore_document`: an earlier version comes back in force, under a new number."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterNumber

from smica_qgis.host.translation import tr
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.publication_parameters import PublicationAlgorithm


class RestoreDocument(PublicationAlgorithm):
    """Restore a document."""

    def name(self) -> str:
        """Name of the contract."""
        return "restore_document"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Restore a document")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Publishes again, from the history and under a new number, a document that was withdrawn, replaced, or "
            "published wrongly. The document in force in its place is replaced by it, and goes into the history."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        self.add_text("DOCUMENT", tr("Document of the store (IDURBA)"), optional=False)
        self.addParameter(
            QgsProcessingParameterNumber(
                "VERSION", tr("Version to bring back (0 = the last)"), defaultValue=0, optional=True, minValue=0
            )
        )
        self.add_text("REASON", tr("Reason"))
        self.add_common()

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Plan or restore, tell, write the report."""
        from smica_qgis.operations.restore_document import RestorationRequest, plan_restoration, restore_document

        request = RestorationRequest(
            document=self.text(parameters, "DOCUMENT", context),
            version=self.parameterAsInt(parameters, "VERSION", context),
            reason=self.text(parameters, "REASON", context),
            **self.places(parameters, context),
        )
        act = plan_restoration if self.parameterAsBoolean(parameters, "DRY_RUN", context) else restore_document
        return self.finish(act(request, FeedbackProgress(feedback)), parameters, context, feedback)
