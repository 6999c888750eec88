"""`smica:check_network`: each server that the shared data need, and a report for the IT department."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
)

from smica_qgis.core.errors import SmicaError
from smica_qgis.host.translation import tr
from smica_qgis.processing.catalogue_algorithm import CatalogueAlgorithm
from smica_qgis.processing.feedback_progress import FeedbackProgress


class CheckNetwork(CatalogueAlgorithm):
    """Try each server as QGIS goes there."""

    def name(self) -> str:
        return "check_network"

    def displayName(self) -> str:
        return tr("Test the network of the shared data")

    def shortHelpString(self) -> str:
        return tr(
            "Tries each server and each database of the profiles through the proxy, the certificates and the logins of "
            "QGIS, and writes what an IT department has to open or to correct."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self.add_profiles()
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Report"), tr("Text") + " (*.txt)"))
        self.addOutput(QgsProcessingOutputNumber("REACHED", tr("Servers reached")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Servers not reached")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from smica_qgis.operations.check_network import check_network, network_report, other_locations

        catalogue = self.catalogue(parameters, context, feedback)
        checks = check_network(catalogue, other_locations(catalogue), FeedbackProgress(feedback))
        report = network_report(checks)
        feedback.pushInfo(report)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        try:
            Path(output).write_text(report, encoding="utf-8")
        except OSError as error:
            raise SmicaError(f"Le fichier {output} ne peut être écrit.", str(error)) from error
        reached = sum(check.reached for check in checks)
        return {"OUTPUT": output, "REACHED": reached, "FAILED": len(checks) - reached}
