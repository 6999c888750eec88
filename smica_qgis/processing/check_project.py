"""`smica:check_project`: the sick layers of a project, why, and what the profiles have in their place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
)

from smica_qgis.core.errors import SmicaError
from smica_qgis.host.translation import tr
from smica_qgis.processing.project_algorithm import ProjectAlgorithm

if TYPE_CHECKING:
    from smica_qgis.core.source_profile.layer_doctor import Diagnosis


class CheckProject(ProjectAlgorithm):
    """The layer doctor."""

    def name(self) -> str:
        return "check_project"

    def displayName(self) -> str:
        return tr("Check the layers of a project")

    def shortHelpString(self) -> str:
        return tr(
            "Compares the layers of a project with the shared data: dead address, renamed layer, http for https, moved "
            "database, missing login, password in clear, wrong projection, missing file. The project is not changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self.add_project()
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", tr("Report"), "JSON (*.json)"))
        self.addOutput(QgsProcessingOutputNumber("SICK", tr("Sick layers")))
        self.addOutput(QgsProcessingOutputNumber("REPAIRABLE", tr("Layers that the profile can repair")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        _project, _catalogue, diagnoses = self.examined(parameters, context, feedback)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        report = [_report_of(diagnosis) for diagnosis in diagnoses]
        try:
            Path(output).write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise SmicaError(f"Le fichier {output} ne peut être écrit.", str(error)) from error
        repairable = sum(diagnosis.repairable for diagnosis in diagnoses)
        return {"OUTPUT": output, "SICK": len(diagnoses), "REPAIRABLE": repairable}


def _report_of(diagnosis: Diagnosis) -> dict[str, Any]:
    from smica_qgis.core.source_profile.hidden_secrets import without_secrets

    return {
        "layer": diagnosis.layer_id,
        "name": diagnosis.layer_name,
        "causes": [{"cause": cause.value, "message": without_secrets(text)} for cause, text in diagnosis.causes],
        "source": diagnosis.source.id if diagnosis.source else None,
    }
