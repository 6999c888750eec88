"""`smica:import_cadastre`: PCI EDIGEO sheets and Etalab files into the shared store."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.cadastre_parameters import (
    CadastreAlgorithm,
    add_import_outputs,
    add_import_parameters,
    add_report,
    add_store,
    finish_import,
    kinds_of,
    report_path,
    store_of,
)
from smica_qgis.processing.feedback_progress import FeedbackProgress


class ImportCadastre(CadastreAlgorithm):
    """Import the cadastre."""

    def name(self) -> str:
        """Name of the contract."""
        return "import_cadastre"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Import the cadastre")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Reads PCI EDIGEO sheets (.tar.bz2, unpacked folders, zips of them), Etalab GeoJSON files and databases of "
            "the Cadastre extension into the shared store. What the store already holds is not read again; a sheet "
            "that cannot be read is named and the others are done; an import that was stopped resumes where it was. "
            "merge: the sheets given take the place of the same sheets; replace: the communes given keep nothing "
            "else. Owners are never imported."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                "INPUT", tr("Sheets, files, folders or zips"), Qgis.ProcessingSourceType.File
            )
        )
        add_store(self)
        add_import_parameters(self)
        self.addParameter(
            QgsProcessingParameterString("MILLESIME", tr("Issue (empty = date of each sheet)"), optional=True)
        )
        department = QgsProcessingParameterString(
            "DEPARTMENT", tr("Department, for sheets whose name does not say it"), optional=True
        )
        department.setFlags(department.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(department)
        add_report(self)
        add_import_outputs(self)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Import, write the report, name what was refused."""
        from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre

        request = CadastreRequest(
            paths=self.parameterAsFileList(parameters, "INPUT", context),
            store=store_of(self, parameters, context),
            mode=self.parameterAsEnumString(parameters, "MODE", context),
            millesime=self.parameterAsString(parameters, "MILLESIME", context).strip(),
            wanted=kinds_of(self, parameters, context),
            department=self.parameterAsString(parameters, "DEPARTMENT", context).strip().upper(),
        )
        report = import_cadastre(request, FeedbackProgress(feedback))
        return finish_import(report, report_path(self, parameters, context), feedback)
