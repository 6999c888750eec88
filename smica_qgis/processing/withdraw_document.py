"""`smica:withdraw_document`: a document leaves what is in force, everywhere it is published."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from smica_qgis.host.translation import tr
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.publication_parameters import PublicationAlgorithm


class WithdrawDocument(PublicationAlgorithm):
    """Withdraw a document."""

    def name(self) -> str:
        """Name of the contract."""
        return "withdraw_document"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Withdraw a document")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Takes a document out of what is in force: cancelled by a court, or taken back. It stays whole in the "
            "history, from where it can be restored. The former document of the territory does not come back by "
            "itself: restore it. The reason is kept."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        self.add_text("DOCUMENT", tr("Document of the store (IDURBA)"), optional=False)
        # a plan needs no reason: the operation asks for it when it is to be done
        self.add_text("REASON", tr("Reason"))
        self.add_common()

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Plan or withdraw, tell, write the report."""
        from smica_qgis.operations.withdraw_document import WithdrawalRequest, plan_withdrawal, withdraw_document

        request = WithdrawalRequest(
            document=self.text(parameters, "DOCUMENT", context),
            reason=self.text(parameters, "REASON", context),
            **self.places(parameters, context),
        )
        act = plan_withdrawal if self.parameterAsBoolean(parameters, "DRY_RUN", context) else withdraw_document
        return self.finish(act(request, FeedbackProgress(feedback)), parameters, context, feedback)
