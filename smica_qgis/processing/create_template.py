"""`smica:create_template`: an empty GeoPackage of a standard, ready to be filled in QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from smica_qgis.host.settings import preferred_standards_folder
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.planning_parameters import add_crs, add_standard, crs_of


class CreateTemplate(SmicaAlgorithm):
    """Make a template."""

    def name(self) -> str:
        """Name of the contract."""
        return "create_template"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Create a template of a standard")

    def group(self) -> str:
        """Group for people."""
        return tr("Production")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "production"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Makes an empty GeoPackage of a standard from its model alone: one layer for each table, with the columns, "
            "lengths and geometries of the standard, forms in French, lists of codes, constraints, default values, the "
            "national symbols and the relations between tables. Its project “saisie” opens all of it. Give it the "
            "name of the document (12202_PLU_20260301.gpkg): it then validates like a delivery."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.operations.sample_standards import STANDARD

        add_standard(self, "STANDARD", tr("Standard"), STANDARD)
        self.addParameter(QgsProcessingParameterString("DOCUMENT", tr("Name of the document (its folder)")))
        add_crs(self)
        self.addParameter(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Template (GeoPackage)"), "GeoPackage (*.gpkg)")
        )
        self.addOutput(QgsProcessingOutputFile("TEMPLATE", tr("Template")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Make it."""
        from smica_qgis.operations.create_template import TemplateRequest, create_template

        document = self.parameterAsString(parameters, "DOCUMENT", context).strip()
        request = TemplateRequest(
            standard=self.parameterAsString(parameters, "STANDARD", context).strip(),
            document=document,
            output=self.parameterAsFileOutput(parameters, "OUTPUT", context),
            crs=crs_of(self, parameters, context),
            standards_folder=preferred_standards_folder(),
        )
        path = create_template(request, FeedbackProgress(feedback))
        if Path(path).stem.upper() != document.upper():
            feedback.pushWarning(
                f"Le fichier ne s'appelle pas {document}.gpkg : il faudra le renommer pour le contrôler ou le publier."
            )
        return {"OUTPUT": str(path), "TEMPLATE": str(path)}
