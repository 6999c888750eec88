"""`smica:open_shared_layers`: sanitation and permits of the store in the project, styled."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterEnum,
)

from smica_qgis.host.translation import tr
from smica_qgis.operations.open_shared_layers import THEMES, open_shared_layers
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.cadastre_parameters import add_store, store_of


class OpenSharedLayers(SmicaAlgorithm):
    """Open the layers of sanitation and permits."""

    def name(self) -> str:
        """Name of the contract."""
        return "open_shared_layers"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Open the layers of sanitation and permits")

    def group(self) -> str:
        """Group for people."""
        return tr("Shared data")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "shared_data"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Adds the layers of sanitation (anc) and of permits (ads) of the shared store to the project, with their "
            "style and their forms. They hold nobody's name."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_store(self)
        self.addParameter(
            QgsProcessingParameterEnum(
                "THEMES",
                tr("Themes"),
                list(THEMES),
                allowMultiple=True,
                defaultValue=list(THEMES),
                usesStaticStrings=True,
            )
        )
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", tr("Layers")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Open, and leave to Processing to add to the project."""
        themes = tuple(self.parameterAsEnumStrings(parameters, "THEMES", context)) or tuple(THEMES)
        identifiers = []
        for layer in open_shared_layers(store_of(self, parameters, context), themes):
            layer.moveToThread(context.temporaryLayerStore().thread())
            context.temporaryLayerStore().addMapLayer(layer)
            details = QgsProcessingContext.LayerDetails(layer.name(), context.project(), layer.name())
            context.addLayerToLoadOnCompletion(layer.id(), details)
            identifiers.append(layer.id())
        feedback.pushInfo(f"{len(identifiers)} couches")
        return {"LAYERS": identifiers}
