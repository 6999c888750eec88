"""`smica:check_cadastre`: what is not consistent in the cadastre of the store."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.cadastre_parameters import (
    CadastreAlgorithm,
    add_communes,
    add_report,
    add_store,
    communes_of,
    report_path,
    store_of,
)
from smica_qgis.processing.feedback_progress import FeedbackProgress


class CheckCadastre(CadastreAlgorithm):
    """Check the cadastre of the store."""

    def name(self) -> str:
        """Name of the contract."""
        return "check_cadastre"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Check the cadastre")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Lists what is inconsistent in the cadastre of the shared store: parcels found twice, invalid "
            "geometries, areas far from the contenance, parcels outside their commune, gaps and overlaps between "
            "sheets, mixed issues. Nothing is changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_store(self)
        add_communes(self)
        add_report(self)
        self.addOutput(QgsProcessingOutputNumber("PARCELS", tr("Parcels checked")))
        self.addOutput(QgsProcessingOutputNumber("ANOMALIES", tr("Anomalies")))
        self.addOutput(QgsProcessingOutputString("COUNTS", tr("Counts")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Check, write the report."""
        from smica_qgis.core.cadastre.objects import ANOMALIES
        from smica_qgis.operations.check_cadastre import check_cadastre
        from smica_qgis.operations.write_cadastre_reports import write_check_report

        communes = communes_of(self, parameters, context)
        check = check_cadastre(store_of(self, parameters, context), communes, FeedbackProgress(feedback))
        outputs: dict[str, Any] = {}
        path = report_path(self, parameters, context)
        if path is not None:
            write_check_report(check, path)
            outputs["REPORT"] = str(path)
        for code, count in sorted(check.counts().items()):
            feedback.pushInfo(f"{ANOMALIES[code]} : {count}")
        return {
            **outputs,
            "PARCELS": check.parcels,
            "ANOMALIES": len(check.findings),
            "COUNTS": json.dumps(check.counts(), ensure_ascii=False, sort_keys=True),
        }
