"""The parcel sheet on paper: a map and a table, by QGIS' layout engine (no web view, which not every QGIS has)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayout,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsMapLayer,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF

from smica_qgis.core.parcel.rules import Theme
from smica_qgis.core.parcel.sheet import NOTICE, TO_CHECK, ParcelSheet
from smica_qgis.core.parcel.sheet_text import (
    CADASTRE,
    NOT_LOADED,
    cadastre_text,
    document_text,
    line_title,
    piece_text,
    unit_areas,
    unit_title,
)
from smica_qgis.reports.printed_page import (
    DOUBTFUL,
    INNER,
    MARGIN,
    PLAIN,
    TITLE,
    PrintedRow,
    add_label,
    add_table,
    new_layout,
    write_layout,
)

_MAP_TOP, _MAP_HEIGHT = 34.0, 100.0
_TABLE_TOP = _MAP_TOP + _MAP_HEIGHT + 5
_COLUMNS = (("Règle", 78.0), ("Mesure", 30.0), ("Document", 70.0))
"""All together, with the margins of cells and the lines, as wide as the map."""
_FIRST = "À lire d'abord"
_CONTEXT = 1.6
"""The map shows the unit and some of its surroundings."""
_LEAST_METRES = 60.0


def write_sheet_pdf(
    path: Path,
    sheet: ParcelSheet,
    geometry: QgsGeometry,
    map_layers: Sequence[QgsMapLayer],
    *,
    crs: QgsCoordinateReferenceSystem,
    made: str,
) -> None:
    """Write one sheet. map_layers: drawn below the unit, topmost first; made: date and version, for the foot.

    In the thread of the window: a layout belongs to it. Raises SmicaError.
    """
    project = QgsProject()
    project.setCrs(crs)
    layout = new_layout(project)
    unit = _unit_layer(geometry, crs)
    add_label(layout, unit_title(sheet), QRectF(MARGIN, 10, INNER, 14), size=13, bold=True)
    add_label(layout, unit_areas(sheet), QRectF(MARGIN, 25, INNER, 7), size=8)
    _add_map(layout, geometry, [unit, *map_layers], crs)
    add_table(layout, _COLUMNS, [*_first_rows(sheet.notes), *_rows(sheet)], _TABLE_TOP)
    write_layout(layout, path, f"{NOTICE} {made}")


def _unit_layer(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon", "unite", "memory")
    layer.setCrs(crs)
    feature = QgsFeature()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeatures([feature])
    symbol = QgsFillSymbol.createSimple({"color": "220,30,90,40", "outline_color": "#c2185b", "outline_width": "0.7"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def _add_map(
    layout: QgsLayout, geometry: QgsGeometry, layers: list[QgsMapLayer], crs: QgsCoordinateReferenceSystem
) -> None:
    item = QgsLayoutItemMap(layout)
    item.attemptSetSceneRect(QRectF(MARGIN, _MAP_TOP, INNER, _MAP_HEIGHT))
    item.setFrameEnabled(True)
    item.setCrs(crs)
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    box = geometry.boundingBox()
    box.scale(_CONTEXT)
    box.grow(max(0.0, (_LEAST_METRES - max(box.width(), box.height())) / 2))
    layout.addLayoutItem(item)
    item.zoomToExtent(box)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(item)
    bar.applyDefaultSize()
    bar.setStyle("Line Ticks Up")
    bar.setBackgroundEnabled(True)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(MARGIN + 2, _MAP_TOP + _MAP_HEIGHT - 14, Qgis.LayoutUnit.Millimeters))


def _first_rows(notes: Sequence[str]) -> list[PrintedRow]:
    """What is to be read before the rest."""
    return [_title(_FIRST), *map(_plain, notes)] if notes else []


def _rows(sheet: ParcelSheet) -> list[PrintedRow]:
    rows: list[PrintedRow] = []
    for theme in Theme:
        lines = sheet.of(theme)
        if not lines and not sheet.is_loaded(theme):
            continue
        rows.append(_title(theme.value))
        for line in lines:
            title = line_title(line.rule) if line.certain else f"{TO_CHECK} : {line_title(line.rule)}"
            sources = (document_text(line.rule.document), piece_text(line.rule))
            said = (title, line.measure, " — ".join(text for text in sources if text))
            rows.append(PrintedRow(said, PLAIN if line.certain else DOUBTFUL))
        rows += map(_plain, sheet.remarks(theme))
    rows.append(_title(CADASTRE))
    rows += [_plain(cadastre_text(parcel)) for parcel in sheet.unit.parcels]
    if sheet.missing:
        rows.append(_title(NOT_LOADED))
        rows += [PrintedRow((table.title, "non chargé", table.reason)) for table in sheet.missing]
    return rows


def _title(text: str) -> PrintedRow:
    return PrintedRow((text, "", ""), TITLE)


def _plain(text: str) -> PrintedRow:
    return PrintedRow((text, "", ""))
