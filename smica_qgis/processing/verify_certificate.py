"""`smica:verify_certificate`: whether a certificate is the one that was signed, on the delivery that one holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import add_path
from smica_qgis.processing.cadastre_parameters import add_store
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.instruction_parameters import InstructionAlgorithm


class VerifyCertificate(InstructionAlgorithm):
    """Verify a certificate."""

    def name(self) -> str:
        """Name of the contract."""
        return "verify_certificate"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Verify a certificate")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Says of a certificate (JSON) whether it is unaltered and registered in the shared store, unaltered only, "
            "altered, or of another delivery than the one given. Without a store only the seal is verified."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        self.addParameter(QgsProcessingParameterFile("CERTIFICATE", tr("Certificate (JSON)")))
        add_path(self, "INPUT", tr("Delivery (zip, folder or GeoPackage)"), optional=True)
        add_store(self)
        for name, text in (("STATE", tr("State")), ("MESSAGE", tr("Message"))):
            self.addOutput(QgsProcessingOutputString(name, text))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Verify; never fails on what it finds."""
        from contextlib import nullcontext

        from smica_qgis.database.open_store import open_store
        from smica_qgis.operations.verify_certificate import verify_certificate

        address = self.text(parameters, "STORE", context) or load_settings().store
        path = Path(self.text(parameters, "CERTIFICATE", context))
        delivery = self.text(parameters, "INPUT", context)
        with open_store(address, read_only=True) if address else nullcontext() as store:
            found = verify_certificate(path, store, delivery, FeedbackProgress(feedback))
        for sentence in found.sentences:
            feedback.pushInfo(sentence)
        return {"STATE": found.state.value, "MESSAGE": " ".join(found.sentences)}
