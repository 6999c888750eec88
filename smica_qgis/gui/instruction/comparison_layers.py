"""A comparison in the project: what changed, then the later round, then the earlier one, hidden under the curtain."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from smica_qgis.core.workflow.object_comparison import ObjectFate
from smica_qgis.geodata.layer_styles import apply_styles
from smica_qgis.gui.instruction.wording import object_fate_name
from smica_qgis.gui.validation.map_extent import transformed
from smica_qgis.host.translation import tr
from smica_qgis.reports.comparison_report import OBJECT_WORDS

GROUP_PROPERTY = "smica/comparison"
_ZONES, _OBJECTS = "zonage_change", "objets_"
_COLOURS = {
    ObjectFate.ADDED: "#2e9d4f",
    ObjectFate.REMOVED: "#d33a2c",
    ObjectFate.MOVED: "#7a5aa6",
    ObjectFate.CHANGED: "#c77700",
}
_ORDER = {Qgis.GeometryType.Point: 0, Qgis.GeometryType.Line: 1, Qgis.GeometryType.Polygon: 2}
_AROUND, _LEAST_METRES = 1.3, 100.0
_NO_QUESTION = "skipMemoryLayersCheck"


class ComparisonLayers:
    """One comparison at a time. earlier, later: identifiers of the layers of each round."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._group: QgsLayerTreeGroup | None = None
        self.changes: list[str] = []
        self.earlier: list[str] = []
        self.later: list[str] = []

    def show(self, path: Path, title: str, numbers: tuple[int, int]) -> None:
        """Put the layers of a GeoPackage on top of the project, in the place of those of another comparison."""
        self.remove()
        names = _layer_names(path)
        group = self._project.layerTreeRoot().insertGroup(0, title)
        group.setCustomProperty(GROUP_PROPERTY, title)
        self._group = group
        self.changes = self._add(path, group, tr("Changes"), [n for n in names if n.startswith((_OBJECTS, _ZONES))])
        self.later, self.earlier = (self._add_round(path, group, names, n) for n in (numbers[1], numbers[0]))
        node = group.children()[-1] if group.children() else None
        if node is not None and self.earlier:
            node.setItemVisibilityChecked(False)

    def layers(self, ids: list[str]) -> list[QgsMapLayer]:
        """Those that are still in the project."""
        found = (self._project.mapLayer(identifier) for identifier in ids)
        return [layer for layer in found if layer is not None]

    def zoom_whole(self, canvas: QgsMapCanvas) -> None:
        """Show all that changed; the whole later round when nothing did."""
        box = QgsRectangle()
        shown = [layer for layer in self.layers(self.changes) if layer.isSpatial()]
        for layer in shown or self.layers(self.later):
            seen = transformed(layer.extent(), layer.crs(), canvas.mapSettings().destinationCrs())
            if seen is not None:
                box.combineExtentWith(seen)
        _go(canvas, box)

    def zoom_to(self, canvas: QgsMapCanvas, place: tuple[str, str]) -> bool:
        """Select what an expression finds in the layers of the changes, and go there. False when it is nowhere."""
        kind, expression = place
        box = QgsRectangle()
        for layer in self.layers(self.changes):
            if isinstance(layer, QgsVectorLayer) and (layer.name() == tr("Ground that changed")) == (kind == "zonage"):
                layer.selectByExpression(expression)
                if layer.selectedFeatureCount():
                    seen = transformed(
                        layer.boundingBoxOfSelected(), layer.crs(), canvas.mapSettings().destinationCrs()
                    )
                    if seen is not None:
                        box.combineExtentWith(seen)
        return _go(canvas, box)

    def remove(self) -> None:
        """Take them out of the project."""
        ids = [layer.id() for layer in self.layers([*self.changes, *self.later, *self.earlier])]
        self.changes, self.later, self.earlier = [], [], []
        self._project.removeMapLayers(ids)
        self._group = None
        root = self._project.layerTreeRoot()
        for group in root.findGroups(False):
            if isinstance(group, QgsLayerTreeGroup) and group.customProperty(GROUP_PROPERTY):
                root.removeChildNode(group)

    def _add_round(self, path: Path, above: QgsLayerTreeGroup, names: list[str], number: int) -> list[str]:
        """Add a group with the tables of a round, folded: it is long."""
        tables = [name for name in names if name.startswith(f"tour_{number}_")]
        ids = self._add(path, above, tr("Round {number}", number=number), tables)
        if ids:
            above.children()[-1].setExpanded(False)
        return ids

    def _add(self, path: Path, above: QgsLayerTreeGroup, title: str, names: list[str]) -> list[str]:
        """Add a group with these layers, points over lines over surfaces."""
        opened = [_opened(path, name) for name in names]
        layers = sorted((one for one in opened if one.isValid()), key=lambda one: _ORDER.get(one.geometryType(), 3))
        if not layers:
            return []
        group = above.addGroup(title)
        for layer in layers:
            self._project.addMapLayer(layer, False)
            group.addLayer(layer).setExpanded(False)
        return [layer.id() for layer in layers]


def _go(canvas: QgsMapCanvas, box: QgsRectangle) -> bool:
    if box.isNull():
        return False
    box.scale(_AROUND)
    box.grow(max(0.0, (_LEAST_METRES - max(box.width(), box.height())) / 2))
    canvas.setExtent(box)
    canvas.refresh()
    return True


def _layer_names(path: Path) -> list[str]:
    metadata = QgsProviderRegistry.instance().providerMetadata("ogr")
    return [one.name() for one in metadata.querySublayers(str(path))]


def _opened(path: Path, name: str) -> QgsVectorLayer:
    """A layer, drawn as what it is, read only: it says what was compared, nothing is corrected in it."""
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    layer.setCustomProperty(_NO_QUESTION, 1)
    if not layer.isValid() or not layer.isSpatial():
        return layer if name.startswith("tour_") else QgsVectorLayer()
    if name == _ZONES:
        layer.setName(tr("Ground that changed"))
        _draw_zones(layer)
    elif name.startswith(_OBJECTS):
        layer.setName(tr("Objects that changed"))
        _draw_objects(layer)
    else:
        table = name.split("_", maxsplit=2)[2]
        apply_styles(layer, table)
        layer.setName(table.upper())
    layer.setReadOnly(True)
    return layer


def _draw_zones(layer: QgsVectorLayer) -> None:
    """Hatches over what is below, and the two types written on them."""
    symbol = QgsFillSymbol.createSimple(
        {"style": "b_diagonal", "color": "#c2185b", "outline_color": "#c2185b", "outline_width": "0.5"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    settings = QgsPalLayerSettings()
    settings.fieldName = "coalesce(\"avant\", '—') || ' → ' || coalesce(\"apres\", '—')"
    settings.isExpression = True
    text = QgsTextFormat()
    text.setColor(QColor("#8e0f42"))
    text.setSize(9)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(1)
    text.setBuffer(halo)
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _draw_objects(layer: QgsVectorLayer) -> None:
    categories = [
        QgsRendererCategory(OBJECT_WORDS[fate], _symbol(layer, colour), object_fate_name(fate))
        for fate, colour in _COLOURS.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("sort", categories))


def _symbol(layer: QgsVectorLayer, colour: str) -> QgsSymbol:
    if layer.geometryType() == Qgis.GeometryType.Polygon:
        made = QColor(colour)
        fill = f"{made.red()},{made.green()},{made.blue()},45"
        return QgsFillSymbol.createSimple({"color": fill, "outline_color": colour, "outline_width": "0.7"})
    if layer.geometryType() == Qgis.GeometryType.Line:
        return QgsLineSymbol.createSimple({"color": colour, "width": "0.9"})
    return QgsMarkerSymbol.createSimple({"color": colour, "outline_color": "white", "size": "3"})
