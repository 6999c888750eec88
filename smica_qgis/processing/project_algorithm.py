"""What the two algorithms of the layer doctor share: the project, opened apart, and its examination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProject,
)

from smica_qgis.core.errors import SmicaError
from smica_qgis.host.translation import tr
from smica_qgis.processing.catalogue_algorithm import CatalogueAlgorithm
from smica_qgis.processing.feedback_progress import FeedbackProgress

if TYPE_CHECKING:
    from smica_qgis.core.source_profile.layer_doctor import Diagnosis
    from smica_qgis.operations.open_catalogue import Catalogue

PROJECTS = "QGIS (*.qgz *.qgs)"


class ProjectAlgorithm(CatalogueAlgorithm):
    """An algorithm that opens a project of its own: the one in the window is left alone."""

    def add_project(self) -> None:
        """Declare the project and whether its services are asked."""
        parameter = QgsProcessingParameterFile("PROJECT", tr("Project"), fileFilter=PROJECTS)
        self.addParameter(parameter)
        text = tr("Ask the services whether they answer and know the layers")
        self.addParameter(QgsProcessingParameterBoolean("ONLINE", text, defaultValue=True))
        self.add_profiles()

    def examined(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[QgsProject, Catalogue, tuple[Diagnosis, ...]]:
        """Open, read, examine. Raises SmicaError."""
        from smica_qgis.geodata.project_layers import project_facts
        from smica_qgis.operations.check_project import check_project

        path = self.parameterAsFile(parameters, "PROJECT", context)
        project = QgsProject()
        flags = Qgis.ProjectReadFlag.DontLoadLayouts | Qgis.ProjectReadFlag.DontLoad3DViews
        if not project.read(path, flags):  # type: ignore[call-overload]  # the stub takes flags for numbers
            raise SmicaError(f"Le projet {path} ne peut être lu.", project.error())
        catalogue = self.catalogue(parameters, context, feedback)
        online = self.parameterAsBool(parameters, "ONLINE", context)
        facts = project_facts(project)
        return project, catalogue, check_project(facts, catalogue, online=online, progress=FeedbackProgress(feedback))
