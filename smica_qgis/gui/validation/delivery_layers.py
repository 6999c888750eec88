"""The tables of the delivery in the project: one group named after it, opened from the working copy only."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsMarkerSymbol,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from smica_qgis.core.validation.report import Report, TableSummary
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.layer_styles import standard_style
from smica_qgis.geodata.tables.vector_file import DRIVERS
from smica_qgis.gui.validation.map_extent import reference_system, transformed
from smica_qgis.host.translation import tr

# No schema is fetched from an address that a delivery gives.
_OPEN_OPTIONS = {".gml": "|option:DOWNLOAD_SCHEMA=NO"}
GROUP_PROPERTY = "smica/delivery"
# QGIS asks whether temporary layers may be lost when it closes: these are only a view of the delivery.
NO_QUESTION = "skipMemoryLayersCheck"
_DRAWING_ORDER = {Qgis.GeometryType.Point: 0, Qgis.GeometryType.Line: 1, Qgis.GeometryType.Polygon: 2}
# Quiet colours, none near those of the faults on the map.
COLOURS = ("#4c78a8", "#54a24b", "#8c6d31", "#3f9a94", "#7b6ba8", "#6b7d96", "#5a8f7b", "#857f4b")
MARGIN = 1.05


class DeliveryLayers:
    """The layers of one delivery at a time. `layers`: layer ids by file of the findings."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._ids: dict[str, str] = {}

    def show(self, report: Report) -> None:
        """Replace the group by the tables of this report, broken or without geometry though they be."""
        self.remove()
        crs = reference_system(report.header.crs)
        opened = [(table, layer) for table in report.tables if (layer := _opened(table, crs)) is not None]
        opened.sort(key=lambda pair: _DRAWING_ORDER.get(pair[1].geometryType(), 3))
        if not opened:
            return
        group = self._project.layerTreeRoot().insertGroup(0, report.header.delivery)
        group.setCustomProperty(GROUP_PROPERTY, report.header.delivery)
        for rank, (table, layer) in enumerate(opened):
            _draw(layer, rank)
            _offer_standard_style(layer, table)
            self._project.addMapLayer(layer, False)
            node = group.addLayer(layer)
            node.setExpanded(False)
            self._ids[table.file] = layer.id()

    def layer_of(self, file: str) -> QgsVectorLayer | None:
        """The layer of a table, if it is still in the project."""
        layer = self._project.mapLayer(self._ids.get(file, ""))
        return layer if isinstance(layer, QgsVectorLayer) else None

    def ids(self) -> set[str]:
        """Identifiers of the layers of the group."""
        return set(self._ids.values())

    def zoom_to(self, canvas: QgsMapCanvas) -> None:
        """Show the whole delivery."""
        spatial = [x for x in self._layers() if x.isSpatial() and not x.extent().isEmpty() and x.extent().isFinite()]
        if spatial:
            box = QgsRectangle(spatial[0].extent())
            for layer in spatial[1:]:
                box.combineExtentWith(layer.extent())
            seen = transformed(box, spatial[0].crs(), canvas.mapSettings().destinationCrs())
            if seen is not None:
                seen.scale(MARGIN)
                canvas.setExtent(seen)
                canvas.refresh()

    def remove(self) -> None:
        """Take the group and its layers out of the project."""
        ids = [layer.id() for layer in self._layers()]
        self._ids.clear()
        self._project.removeMapLayers(ids)
        root = self._project.layerTreeRoot()
        for group in root.findGroups(True):
            if isinstance(group, QgsLayerTreeGroup) and _is_ours(group) and not group.findLayers():
                above = group.parent()
                if isinstance(above, QgsLayerTreeGroup):
                    above.removeChildNode(group)

    def _layers(self) -> list[QgsMapLayer]:
        found = (self._project.mapLayer(identifier) for identifier in self._ids.values())
        return [layer for layer in found if layer is not None]


def _is_ours(group: QgsLayerTreeGroup) -> bool:
    return bool(group.customProperty(GROUP_PROPERTY))


def _is_what_it_says(path: str) -> bool:
    """Whether GDAL, choosing as in QGIS, takes the driver of the extension (not for a VRT named .gml)."""
    expected = {**DRIVERS, ".csv": "CSV"}.get(Path(path).suffix.lower())
    with gdal_silent():
        driver = gdal.IdentifyDriverEx(path, gdal.OF_VECTOR) if expected else None
    return driver is not None and driver.ShortName == expected


def _opened(table: TableSummary, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer | None:
    """The layer of a table, read only: what one would type into a working copy would be lost."""
    if not _is_what_it_says(table.path):
        return None
    layer_name = f"|layername={table.layer}" if table.layer else ""
    source = f"{table.path}{layer_name}{_OPEN_OPTIONS.get(Path(table.path).suffix.lower(), '')}"
    options = QgsVectorLayer.LayerOptions(QgsProject.instance().transformContext())
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(source, table.file_model or table.file, "ogr", options)
    if not layer.isValid():
        return None
    layer.setReadOnly(True)
    layer.setCustomProperty(NO_QUESTION, 1)
    if layer.isSpatial():
        layer.setCrs(crs)
    return layer


def _offer_standard_style(layer: QgsVectorLayer, table: TableSummary) -> None:
    """Put the drawing of the standard in the menu of styles; the plain one, where faults stand out, stays current."""
    style = standard_style(table.file_model or "")
    if style is not None and layer.isSpatial():
        drawing = QgsMapLayerStyle(style.read_text(encoding="utf-8"))
        layer.styleManager().addStyle(tr("Drawing of the standard"), drawing)


def _draw(layer: QgsVectorLayer, rank: int) -> None:
    """A plain style where the faults stand out: soft colours, light fills."""
    outline = COLOURS[rank % len(COLOURS)]
    colour = QColor(outline)
    fill = f"{colour.red()},{colour.green()},{colour.blue()},20"
    kind = layer.geometryType()
    symbol: QgsSymbol | None = None
    if kind == Qgis.GeometryType.Polygon:
        symbol = QgsFillSymbol.createSimple({"color": fill, "outline_color": outline, "outline_width": "0.3"})
    elif kind == Qgis.GeometryType.Line:
        symbol = QgsLineSymbol.createSimple({"color": outline, "width": "0.5"})
    elif kind == Qgis.GeometryType.Point:
        symbol = QgsMarkerSymbol.createSimple({"color": outline, "outline_color": "white", "size": "2.2"})
    if symbol is not None:
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
