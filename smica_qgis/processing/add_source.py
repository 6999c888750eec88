"""`smica:add_source`: a source in the project, with its style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProject,
)

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.host.translation import tr
from smica_qgis.processing.catalogue_algorithm import CatalogueAlgorithm
from smica_qgis.processing.post_processing import set_post_processor
from smica_qgis.processing.project_algorithm import PROJECTS

if TYPE_CHECKING:
    from smica_qgis.core.source_profile.profile import Source
    from smica_qgis.operations.add_source import MadeLayers
    from smica_qgis.operations.open_catalogue import Catalogue


class _Placer(QgsProcessingLayerPostProcessorInterface):
    """Once a layer is in the project, puts it where the profile says: Processing knows only one level of groups."""

    def __init__(self, made: MadeLayers) -> None:
        super().__init__()
        self._group = made.group
        self._at_the_bottom = made.at_the_bottom

    def postProcessLayer(  # noqa: N802
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        from smica_qgis.operations.add_source import regroup_layer

        project = layer.project() or context.project() or QgsProject.instance()
        regroup_layer(project, layer.id(), self._group, at_the_bottom=self._at_the_bottom)


class AddSource(CatalogueAlgorithm):
    """Open a source: its layers in a project written to a file, else in the open one when the algorithm ends."""

    def name(self) -> str:
        return "add_source"

    def displayName(self) -> str:
        return tr("Add shared data to the project")

    def shortHelpString(self) -> str:
        return tr(
            "Opens a source of the profiles by its identifier (as listed by “List the shared data”), or a layer of a "
            "service by service/layer, and adds it to the project in its group, with its style and its scales. With "
            "an output, as scripts want it, the layer is added to a copy of the project given, or to a new one; the "
            "project given is not changed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self.addParameter(QgsProcessingParameterString("SOURCE", tr("Identifier of the source")))
        text = tr("Project to start from (empty: a new one)")
        self.addParameter(QgsProcessingParameterFile("PROJECT", text, fileFilter=PROJECTS, optional=True))
        text = tr("Project to write (empty: the layer is added to the open project)")
        output = QgsProcessingParameterFileDestination("OUTPUT", text, PROJECTS, optional=True, createByDefault=False)
        self.addParameter(output)
        self.add_profiles()
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", tr("Layers")))
        self.addOutput(QgsProcessingOutputString("GROUP", tr("Group of the profile")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        if self.parameterAsFile(parameters, "PROJECT", context) and not self._output(parameters, context):
            return False, tr("A project to start from needs a project to write: it is not changed itself.")
        return super().checkParameterValues(parameters, context)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from smica_qgis.operations.add_source import make_layers

        catalogue = self.catalogue(parameters, context, feedback)
        source = _source(catalogue, self.parameterAsString(parameters, "SOURCE", context), feedback)
        made = make_layers(catalogue, source)
        for note in made.notes:
            feedback.pushWarning(note)
        output = self._output(parameters, context)
        results: dict[str, Any] = {"GROUP": " / ".join(made.group)}
        if not output:
            return {**results, "LAYERS": _load_at_the_end(made, context)}
        start = self.parameterAsFile(parameters, "PROJECT", context)
        return {**results, "LAYERS": _write_project(made, start, output), "OUTPUT": output}

    def _output(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return str(self.parameterAsFileOutput(parameters, "OUTPUT", context))


def _load_at_the_end(made: MadeLayers, context: QgsProcessingContext) -> list[str]:
    """Leave it to Processing to add the layers to the open project, in the window's thread."""
    project = context.project() or QgsProject.instance()
    for layer in made.layers:
        layer.moveToThread(context.temporaryLayerStore().thread())
        context.temporaryLayerStore().addMapLayer(layer)
        details = QgsProcessingContext.LayerDetails(layer.name(), project, "LAYERS")
        set_post_processor(details, _Placer(made))
        context.addLayerToLoadOnCompletion(layer.id(), details)
    return [layer.id() for layer in made.layers]


def _write_project(made: MadeLayers, start: str, output: str) -> list[str]:
    """Add the layers to a copy of a project; the first is left alone."""
    from smica_qgis.operations.add_source import place_layers

    project = QgsProject()
    # no server is asked: its layers are written as they were read
    if start and not project.read(start, Qgis.ProjectReadFlag.DontResolveLayers):
        raise SmicaError(f"Le projet {start} ne peut être lu.", project.error())
    added = place_layers(project, made)
    if not start:
        project.setCrs(project.mapLayer(added[0]).crs())
    if not project.write(output):
        raise SmicaError(f"Le projet {output} ne peut être écrit.", project.error())
    return list(added)


def _source(catalogue: Catalogue, asked: str, feedback: QgsProcessingFeedback) -> Source:
    from smica_qgis.connectors.catalogue.service_listing import source_of_layer

    known = catalogue.profile.sources.get(asked)
    if known is not None:
        return known
    service_id, _slash, name = asked.partition("/")
    service = catalogue.profile.sources.get(service_id)
    if service is None or not name:
        raise InvalidParameterError(f"Aucune source « {asked} » dans les profils : listez-les par smica:list_sources.")
    listing = catalogue.list_service(service, cancelled=feedback.isCanceled).listing
    layer = listing.layer(name)
    found = source_of_layer(service, layer, listing.version) if layer else None
    if found is None:
        raise SmicaError(f"Le service « {service.title} » n'a pas de couche « {name} ».")
    return found
