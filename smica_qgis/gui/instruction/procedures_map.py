"""The procedures on their communes, by state, as a layer of the project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.gui import QgsMapCanvas

from smica_qgis.core.workflow.overview import AWAITED
from smica_qgis.core.workflow.vocabulary import STATE_TITLES, RoundState
from smica_qgis.gui.instruction.wording import listed_state, listed_state_name
from smica_qgis.gui.validation.map_extent import transformed
from smica_qgis.host.translation import tr

_COLOURS = {
    AWAITED: "#d9d9d9",
    STATE_TITLES[RoundState.RECEIVED]: "#9ecae1",
    STATE_TITLES[RoundState.CHECKED]: "#4292c6",
    STATE_TITLES[RoundState.SENT_BACK]: "#f28e2b",
    STATE_TITLES[RoundState.ACCEPTED]: "#a1d99b",
    STATE_TITLES[RoundState.PUBLISHED]: "#31a354",
    STATE_TITLES[RoundState.SUPERSEDED]: "#969696",
    STATE_TITLES[RoundState.WITHDRAWN]: "#7a5aa6",
}
_MARGIN = 1.1


def add_procedures_map(path: Path, canvas: QgsMapCanvas) -> bool:
    """Add the layer and go there; says whether any commune is drawn."""
    layer = QgsVectorLayer(f"{path}|layername=procedures", tr("Procedures by state"), "ogr")
    layer.setReadOnly(True)
    categories = [
        QgsRendererCategory(
            title,
            QgsFillSymbol.createSimple({"color": colour, "outline_color": "#4d4d4d", "outline_width": "0.3"}),
            listed_state_name(listed_state(title)),
        )
        for title, colour in _COLOURS.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("etat", categories))
    layer.setOpacity(0.75)
    settings = QgsPalLayerSettings()
    settings.fieldName = "\"document\" || '\\n' || \"etat\" || CASE WHEN \"en_retard\" > 0 THEN ' !' ELSE '' END"
    settings.isExpression = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    QgsProject.instance().addMapLayer(layer)
    box = layer.extent()
    if box.isEmpty():
        return False
    seen = transformed(box, layer.crs(), canvas.mapSettings().destinationCrs())
    if seen is not None:
        seen.scale(_MARGIN)
        canvas.setExtent(seen)
        canvas.refresh()
    return True
