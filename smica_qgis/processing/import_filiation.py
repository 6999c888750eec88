"""`smica:import_filiation`: which parcels came from which, into the shared store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterMultipleLayers,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.cadastre_parameters import CadastreAlgorithm, add_store, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress

if TYPE_CHECKING:
    from smica_qgis.operations.import_filiation import FiliationReport


class ImportFiliation(CadastreAlgorithm):
    """Import the filiation of parcels."""

    def name(self) -> str:
        """Name of the contract."""
        return "import_filiation"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Import the filiation of parcels")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Reads the filiation documents of the DGFiP (DFI, one text a department: dfiano-dep….txt or .txt.zip) "
            "into the shared store. Parcels that were divided, joined or renumbered are then found by their old "
            "number, and permits and sanitation files follow them. What the store held of the communes of the files "
            "is replaced. Nobody's name is kept."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterMultipleLayers("INPUT", tr("Texts, zips or folders"), Qgis.ProcessingSourceType.File)
        )
        add_store(self)
        self.addOutput(QgsProcessingOutputNumber("RELATIONS", tr("Relations written")))
        self.addOutput(QgsProcessingOutputNumber("COMMUNES", tr("Communes")))
        self.addOutput(QgsProcessingOutputNumber("UNREADABLE", tr("Lines that were not understood")))
        self.addOutput(QgsProcessingOutputNumber("REFUSED", tr("Inputs refused")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Import, name what was not understood."""
        from smica_qgis.operations.import_filiation import FiliationRequest, import_filiation

        paths = [Path(text) for text in self.parameterAsFileList(parameters, "INPUT", context)]
        request = FiliationRequest(paths, store_of(self, parameters, context))
        report = import_filiation(request, FeedbackProgress(feedback))
        _tell(report, feedback)
        return {
            "RELATIONS": report.relations,
            "COMMUNES": len(report.communes),
            "UNREADABLE": sum(file.unreadable.count for file in report.files),
            "REFUSED": report.refused,
        }


def _tell(report: FiliationReport, feedback: QgsProcessingFeedback) -> None:
    for file in report.files:
        if file.refusal:
            feedback.pushWarning(f"{file.name} : {file.refusal}.")
        elif file.unreadable.count:
            places = ", ".join(map(str, file.unreadable.first))
            feedback.pushWarning(
                f"{file.name} : {file.unreadable.count} lignes ne sont pas comprises (d'abord {places})."
            )
    feedback.pushInfo(f"{report.relations} filiations écrites, dans {len(report.communes)} communes.")
