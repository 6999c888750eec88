"""`smica:open_shared_layers`: cadastre, planning, sanitation and permits of the store in the project, styled."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterEnum,
    QgsProject,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm, choices
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.post_processing import set_post_processor


class _Tier(QgsProcessingLayerPostProcessorInterface):
    """Once layers are in the project, gives it their relations: the forms show them."""

    def postProcessLayer(  # noqa: N802
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        from smica_qgis.operations.open_shared_layers import tie_layers

        tie_layers(layer.project() or context.project() or QgsProject.instance())


class OpenSharedLayers(SmicaAlgorithm):
    """Open the layers of the store."""

    def name(self) -> str:
        """Name of the contract."""
        return "open_shared_layers"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Open the layers of the shared store")

    def group(self) -> str:
        """Group for people."""
        return tr("Shared data")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "shared_data"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Adds the layers of sanitation (anc), of permits (ads), of the cadastre and of planning in force (urba) of "
            "the shared store to the project, with their style, their forms and the relations that these show: under "
            "an installation its controls, under a permit its consultations. They hold nobody's name. Cadastre and "
            "planning are read only. The cadastre has two styles: plan, and orthophoto to be laid over a photograph; "
            "the menu of styles of each layer switches between them."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.shared_layers import CADASTRE_STYLES, PLAN, THEMES

        add_store(self)
        self.addParameter(choices("THEMES", tr("Themes"), THEMES))
        self.addParameter(
            QgsProcessingParameterEnum(
                "STYLE",
                tr("Style of the cadastre"),
                list(CADASTRE_STYLES),
                defaultValue=PLAN,
                usesStaticStrings=True,
            )
        )
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", tr("Layers")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Open, and leave to Processing to add to the project."""
        from smica_qgis.core.shared_layers import THEMES
        from smica_qgis.operations.open_shared_layers import open_shared_layers

        themes = tuple(self.parameterAsEnumStrings(parameters, "THEMES", context)) or tuple(THEMES)
        style = self.parameterAsEnumString(parameters, "STYLE", context)
        opened = open_shared_layers(store_of(self, parameters, context), themes, style)
        identifiers = []
        for place, shared in enumerate(opened):
            layer = shared.layer
            layer.moveToThread(context.temporaryLayerStore().thread())
            context.temporaryLayerStore().addMapLayer(layer)
            details = QgsProcessingContext.LayerDetails(layer.name(), context.project(), layer.name())
            set_post_processor(details, _Tier())
            details.groupName = shared.group
            details.layerSortKey = len(opened) - place  # the highest is drawn on top
            context.addLayerToLoadOnCompletion(layer.id(), details)
            identifiers.append(layer.id())
        feedback.pushInfo(f"{len(identifiers)} couches")
        return {"LAYERS": identifiers}
