"""`smica:repair_project`: the sources of the profiles in place of the sick layers, in a copy of the project."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from smica_qgis.core.errors import SmicaError
from smica_qgis.host.translation import tr
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.project_algorithm import PROJECTS, ProjectAlgorithm


class RepairProject(ProjectAlgorithm):
    """The layer doctor's repairs, written in another file."""

    def name(self) -> str:
        return "repair_project"

    def displayName(self) -> str:
        return tr("Repair the layers of a project")

    def shortHelpString(self) -> str:
        return tr(
            "Opens the sources of the profiles in place of the sick layers of a project, keeping their styles, and "
            "writes the result in another project. The first one is not changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self.add_project()
        text = tr("Layers to repair (identifiers, comma separated; empty: all that can be)")
        self.addParameter(QgsProcessingParameterString("LAYERS", text, optional=True))
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Repaired project"), PROJECTS))
        self.addOutput(QgsProcessingOutputNumber("REPAIRED", tr("Repaired layers")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Repairs that did not open")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from smica_qgis.operations.repair_project import plan_repairs, repair_project, try_repairs

        project, catalogue, diagnoses = self.examined(parameters, context, feedback)
        words = self.parameterAsString(parameters, "LAYERS", context).split(",")
        chosen = {word.strip() for word in words if word.strip()}
        wanted = [diagnosis for diagnosis in diagnoses if not chosen or diagnosis.layer_id in chosen]
        repairable = {diagnosis.layer_id for diagnosis in wanted if diagnosis.repairable}
        for layer_id in sorted(chosen - repairable):
            feedback.pushWarning(f"La couche {layer_id} n'est pas à réparer, ou ne peut l'être d'après les profils.")
        tried = try_repairs(plan_repairs(wanted, catalogue), FeedbackProgress(feedback))
        result = repair_project(project, tried)
        for failure in result.failed:
            feedback.pushWarning(failure)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        if not project.write(output):
            raise SmicaError(f"Le projet {output} ne peut être écrit.", project.error())
        return {"OUTPUT": output, "REPAIRED": len(result.repaired), "FAILED": len(result.failed)}
