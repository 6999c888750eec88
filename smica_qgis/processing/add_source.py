"""`smica:add_source`: a source in the project, with its style."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
    QgsProject,
)

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.source_profile.profile import Source
from smica_qgis.host.translation import tr
from smica_qgis.operations.add_source import make_layers
from smica_qgis.operations.open_catalogue import Catalogue
from smica_qgis.processing.catalogue_algorithm import CatalogueAlgorithm


class AddSource(CatalogueAlgorithm):
    """Open a source and give its layers to the project when the algorithm ends."""

    def name(self) -> str:
        return "add_source"

    def displayName(self) -> str:
        return tr("Add shared data to the project")

    def shortHelpString(self) -> str:
        return tr(
            "Opens a source of the profiles by its identifier (as listed by “List the shared data”), or a layer of a "
            "service by service/layer, and adds it to the project with its style and its scales."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self.addParameter(QgsProcessingParameterString("SOURCE", tr("Identifier of the source")))
        self.add_profiles()
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", tr("Layers")))
        self.addOutput(QgsProcessingOutputString("GROUP", tr("Group of the profile")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        catalogue = self.catalogue(parameters, context, feedback)
        source = _source(catalogue, self.parameterAsString(parameters, "SOURCE", context), feedback)
        made = make_layers(catalogue, source)
        for note in made.notes:
            feedback.pushWarning(note)
        group = made.group[-1] if made.group else ""
        project = context.project() or QgsProject.instance()
        for layer in made.layers:
            details = QgsProcessingContext.LayerDetails(layer.name(), project, "LAYERS")
            details.groupName = group
            context.temporaryLayerStore().addMapLayer(layer)
            context.addLayerToLoadOnCompletion(layer.id(), details)
        return {"LAYERS": [layer.id() for layer in made.layers], "GROUP": " / ".join(made.group)}


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
