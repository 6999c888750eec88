"""`smica:receive_round`: a delivery becomes a round of its procedure, checked."""

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
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.instruction_parameters import InstructionAlgorithm, add_procedure, add_text


class ReceiveRound(InstructionAlgorithm):
    """Receive and check a delivery."""

    def name(self) -> str:
        """Name of the contract."""
        return "receive_round"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Receive a round")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Receives a delivery as the next round of a procedure: its files are fingerprinted, it is checked, and all "
            "that was found is kept in the shared store, whole or not at all. The delivery is never written into."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_store(self)
        add_procedure(self)
        add_path(self, "INPUT", tr("Delivery (zip, folder or GeoPackage)"))
        add_text(self, "STANDARD", tr("Standard (empty = that of the procedure, else detected)"))
        add_text(self, "CRS", tr("Coordinate reference system"), "EPSG:2154")
        add_text(self, "OPTIONS", tr("Options (JSON object)"))
        for name, text in (("ROUND", tr("Round")), ("ERRORS", tr("Errors")), ("WARNINGS", tr("Warnings"))):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        for name, text in (("VERDICT", tr("Verdict")), ("MANIFEST", tr("Hash of the manifest"))):
            self.addOutput(QgsProcessingOutputString(name, text))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Receive, check, keep."""
        from smica_qgis.core.validation.options import parse_options
        from smica_qgis.database.open_store import open_store
        from smica_qgis.operations.instruction.acting import actor_in, present_instant
        from smica_qgis.operations.receive_round import RoundRequest, receive_round
        from smica_qgis.processing.validate_delivery import outputs_of

        request = RoundRequest(
            procedure=self.text(parameters, "PROCEDURE", context),
            path=self.text(parameters, "INPUT", context),
            standard=self.text(parameters, "STANDARD", context),
            crs=self.text(parameters, "CRS", context) or "EPSG:2154",
            options=dict(parse_options(self.text(parameters, "OPTIONS", context)).given),
            standards_folder=preferred_standards_folder(),
        )
        with open_store(store_of(self, parameters, context)) as store:
            received = receive_round(store, request, actor_in(store), present_instant(), FeedbackProgress(feedback))
        received.report.geometries.close()
        for note in received.notes:
            feedback.pushWarning(note)
        counted = outputs_of(received.report)
        return {
            "ROUND": received.number,
            "MANIFEST": received.manifest.sha256,
            **{name: counted[name] for name in ("VERDICT", "ERRORS", "WARNINGS")},
        }
