"""`smica:publish_round`: the accepted delivery of a procedure, into the places where it is published."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
)

from smica_qgis.host.settings import preferred_standards_folder
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import add_path
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.instruction_parameters import add_procedure, add_round
from smica_qgis.processing.publication_parameters import PublicationAlgorithm


class PublishRound(PublicationAlgorithm):
    """Publish the accepted round of a procedure."""

    def group(self) -> str:
        """Group for people."""
        return tr("Instruction of documents")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "instruction"

    def name(self) -> str:
        """Name of the contract."""
        return "publish_round"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Publish a round")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Publishes the round of a procedure that was accepted. The delivery is given again: its files must be "
            "those of the round, its content that of the certificate, which the audit then names. The round becomes "
            "published and the one that it replaces, replaced. A round that nobody accepted is published only with a "
            "reason. Called again, it finishes what was left."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_procedure(self)
        add_round(self, text=tr("Round (0 = the accepted one)"))
        add_path(self, "INPUT", tr("Delivery (zip, folder or GeoPackage)"))
        self.add_text("REASON", tr("Reason to publish a round that nobody accepted"))
        self.add_common()
        self.addOutput(QgsProcessingOutputNumber("ROUND", tr("Round")))
        self.addOutput(QgsProcessingOutputString("CERTIFICATE", tr("Seal of the certificate")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Plan or publish, tell, write the report."""
        from smica_qgis.operations.publish_round import RoundPublication, plan_round_publication, publish_round

        request = RoundPublication(
            procedure=self.text(parameters, "PROCEDURE", context),
            delivery=self.text(parameters, "INPUT", context),
            number=self.parameterAsInt(parameters, "ROUND", context),
            reason=self.text(parameters, "REASON", context),
            standards_folder=preferred_standards_folder(),
            **self.places(parameters, context),
        )
        act = plan_round_publication if self.parameterAsBoolean(parameters, "DRY_RUN", context) else publish_round
        published = act(request, FeedbackProgress(feedback))
        outputs = self.finish(published.report, parameters, context, feedback)
        return {**outputs, "ROUND": published.number, "CERTIFICATE": published.seal}
