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
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutMultiFrame,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTableColumn,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsTableCell,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QFont

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.parcel.rules import Theme
from smica_qgis.core.parcel.sheet import NOTICE, TO_CHECK, ParcelSheet
from smica_qgis.core.parcel.sheet_text import (
    CADASTRE,
    NOT_LOADED,
    cadastre_text,
    document_text,
    line_title,
    unit_areas,
    unit_title,
)
from smica_qgis.reports.written_aside import written_aside

_WIDTH, _MARGIN = 210.0, 12.0
_INNER = _WIDTH - 2 * _MARGIN
_MAP_HEIGHT = 95.0
_TABLE_TOP = 150.0
_PAGE_HEIGHT, _BOTTOM = 297.0, 282.0
_COLUMNS = (("Règle", 82.0), ("Mesure", 36.0), ("Document", 62.0))
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
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    page.setPageSize("A4", page.Orientation.Portrait)
    unit = _unit_layer(geometry, crs)
    _add_label(layout, unit_title(sheet), QRectF(_MARGIN, 10, _INNER, 14), size=13, bold=True)
    _add_label(layout, "\n".join((unit_areas(sheet), *sheet.notes)), QRectF(_MARGIN, 24, _INNER, 24), size=8)
    _add_map(layout, geometry, [unit, *map_layers], crs)
    _add_table(layout, sheet)
    for number in range(layout.pageCollection().pageCount()):
        _add_foot(layout, number, f"{NOTICE} {made}")
    with written_aside(path) as aside:
        result = QgsLayoutExporter(layout).exportToPdf(str(aside), QgsLayoutExporter.PdfExportSettings())
        if result != QgsLayoutExporter.ExportResult.Success:
            message = f"Le PDF {path} ne peut pas être écrit : vérifiez le dossier, et qu'il n'est pas ouvert."
            raise SmicaError(message)


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
    item.attemptSetSceneRect(QRectF(_MARGIN, 50, _INNER, _MAP_HEIGHT))
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
    bar.attemptMove(QgsLayoutPoint(_MARGIN + 2, 50 + _MAP_HEIGHT - 14, Qgis.LayoutUnit.Millimeters))


def _add_table(layout: QgsLayout, sheet: ParcelSheet) -> None:
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    columns = []
    for heading, width in _COLUMNS:
        column = QgsLayoutTableColumn(heading)
        column.setWidth(width)
        columns.append(column)
    table.setHeaders(columns)
    table.setIncludeTableHeader(True)
    table.setColumnWidths([width for _, width in _COLUMNS])
    table.setWrapBehavior(table.WrapBehavior.WrapText)
    table.setContentTextFormat(_format(7.5))
    table.setHeaderTextFormat(_format(8, bold=True))
    table.setTableContents([_cells(*row) for row in _rows(sheet)])
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.RepeatUntilFinished)
    _add_frame(layout, table, _TABLE_TOP)
    if table.totalSize().height() > _BOTTOM - _TABLE_TOP:
        second = QgsLayoutItemPage(layout)
        second.setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        layout.pageCollection().addPage(second)
        _add_frame(layout, table, _PAGE_HEIGHT + layout.pageCollection().spaceBetweenPages() + _MARGIN)
    table.recalculateFrameSizes()


def _add_frame(layout: QgsLayout, table: QgsLayoutItemManualTable, top: float) -> None:
    """A place for the table, to the bottom of its page; frames that are still wanted repeat the last one."""
    frame = QgsLayoutFrame(layout, table)
    height = _BOTTOM - top % (_PAGE_HEIGHT + layout.pageCollection().spaceBetweenPages())
    frame.attemptSetSceneRect(QRectF(_MARGIN, top, _INNER, height))
    table.addFrame(frame)


def _rows(sheet: ParcelSheet) -> list[tuple[tuple[str, str, str], str]]:
    """Cells, and what the row is: a title, plain, or doubtful."""
    rows: list[tuple[tuple[str, str, str], str]] = []
    for theme in Theme:
        lines = sheet.of(theme)
        if not lines and not sheet.is_loaded(theme):
            continue
        rows.append(((theme.value, "", ""), "title"))
        if not sheet.of(theme, certain=True):
            rows.append((("Rien sur ce terrain dans ce qui est chargé.", "", ""), "plain"))
        for line in lines:
            title = line_title(line.rule) if line.certain else f"{TO_CHECK} : {line_title(line.rule)}"
            piece = f" — {line.rule.piece}" if line.rule.piece else ""
            said = (title, line.measure, document_text(line.rule.document) + piece)
            rows.append((said, "plain" if line.certain else "doubtful"))
    rows.append(((CADASTRE, "", ""), "title"))
    rows += [((cadastre_text(parcel), "", ""), "plain") for parcel in sheet.unit.parcels]
    if sheet.missing:
        rows.append(((NOT_LOADED, "", ""), "title"))
        rows += [((table.title, "non chargé", table.reason), "plain") for table in sheet.missing]
    return rows


def _cells(texts: tuple[str, str, str], kind: str) -> list[QgsTableCell]:
    cells = [QgsTableCell(text) for text in texts]
    if kind == "title":
        for cell in cells:
            cell.setBackgroundColor(QColor("#e3ecf3"))
            cell.setTextFormat(_format(8.5, bold=True))
    elif kind == "doubtful":
        for cell in cells:
            cell.setTextFormat(_format(7.5, italic=True))
    return cells


def _add_label(layout: QgsLayout, text: str, place: QRectF, *, size: float, bold: bool = False) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setTextFormat(_format(size, bold=bold))
    layout.addLayoutItem(label)
    label.attemptSetSceneRect(place)


def _add_foot(layout: QgsLayout, page: int, text: str) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(f"{text}  {page + 1}/{layout.pageCollection().pageCount()}")
    label.setTextFormat(_format(6.5))
    layout.addLayoutItem(label)
    label.attemptMove(QgsLayoutPoint(_MARGIN, 286, Qgis.LayoutUnit.Millimeters), True, False, page)
    label.attemptResize(QgsLayoutSize(_INNER, 6, Qgis.LayoutUnit.Millimeters))


def _format(size: float, *, bold: bool = False, italic: bool = False) -> QgsTextFormat:
    font = QFont("sans-serif")
    font.setBold(bold)
    font.setItalic(italic)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(size)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    return text
