"""A paper made by QGIS' layout engine: labels, and a table that goes on over as many pages as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemPage,
    QgsLayoutMultiFrame,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTableColumn,
    QgsPrintLayout,
    QgsProject,
    QgsTableCell,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QFont

from smica_qgis.core.errors import SmicaError
from smica_qgis.reports.written_aside import written_aside

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 12.0
INNER = WIDTH - 2 * MARGIN
BOTTOM = 282.0
TITLE, PLAIN, DOUBTFUL = "title", "plain", "doubtful"
_TITLE_GROUND = "#e3ecf3"
_TEXT_SIZE, _TITLE_SIZE, _FOOT_SIZE = 7.5, 8.5, 6.5


@dataclass(frozen=True)
class PrintedRow:
    """A row of the table. kind: TITLE (of a section), PLAIN or DOUBTFUL (in italics)."""

    cells: tuple[str, ...]
    kind: str = PLAIN


def new_layout(project: QgsProject) -> QgsPrintLayout:
    """An A4 page, upright, on which positions are in millimetres. In the thread of the window."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    page.setPageSize("A4", page.Orientation.Portrait)
    return layout


def add_label(layout: QgsLayout, text: str, place: QRectF, *, size: float, bold: bool = False) -> None:
    """A text at a place of the first page."""
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setTextFormat(_format(size, bold=bold))
    layout.addLayoutItem(label)
    label.attemptSetSceneRect(place)


def add_table(layout: QgsLayout, columns: Sequence[tuple[str, float]], rows: Sequence[PrintedRow], top: float) -> None:
    """A table from that height of the first page on, over as many pages as it takes.

    columns: heading and width in millimetres, without the margins of cells (1 mm each side) nor the lines.
    """
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    headings = []
    for heading, width in columns:
        column = QgsLayoutTableColumn(heading)
        column.setWidth(width)
        headings.append(column)
    table.setHeaders(headings)
    table.setIncludeTableHeader(any(heading for heading, _ in columns))
    table.setColumnWidths([width for _, width in columns])
    table.setWrapBehavior(table.WrapBehavior.WrapText)
    table.setContentTextFormat(_format(_TEXT_SIZE))
    table.setHeaderTextFormat(_format(8, bold=True))
    table.setTableContents([_cells(row) for row in rows])
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
    _add_frame(layout, table, top)
    table.refresh()  # until then it does not know how high its wrapped rows are
    if table.totalSize().height() > BOTTOM - top:
        second = QgsLayoutItemPage(layout)
        second.setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        layout.pageCollection().addPage(second)
        _add_frame(layout, table, HEIGHT + layout.pageCollection().spaceBetweenPages() + MARGIN)
        # not before: it repeats the last frame as soon as there is one, that of the first page too
        table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.RepeatUntilFinished)
        table.recalculateFrameSizes()


def write_layout(layout: QgsPrintLayout, path: Path, foot: str) -> None:
    """Write the paper as PDF, its foot and the number of the page on each. Raises SmicaError."""
    for number in range(layout.pageCollection().pageCount()):
        _add_foot(layout, number, foot)
    with written_aside(path) as aside:
        result = QgsLayoutExporter(layout).exportToPdf(str(aside), QgsLayoutExporter.PdfExportSettings())
        if result != QgsLayoutExporter.ExportResult.Success:
            message = f"Le PDF {path} ne peut pas être écrit : vérifiez le dossier, et qu'il n'est pas ouvert."
            raise SmicaError(message)


def _add_frame(layout: QgsLayout, table: QgsLayoutItemManualTable, top: float) -> None:
    """A place for the table, to the bottom of its page."""
    frame = QgsLayoutFrame(layout, table)
    height = BOTTOM - top % (HEIGHT + layout.pageCollection().spaceBetweenPages())
    frame.attemptSetSceneRect(QRectF(MARGIN, top, INNER, height))
    table.addFrame(frame, False)


def _cells(row: PrintedRow) -> list[QgsTableCell]:
    cells = [QgsTableCell(text) for text in row.cells]
    for cell in cells:
        if row.kind == TITLE:
            cell.setBackgroundColor(QColor(_TITLE_GROUND))
            cell.setTextFormat(_format(_TITLE_SIZE, bold=True))
        elif row.kind == DOUBTFUL:
            cell.setTextFormat(_format(_TEXT_SIZE, italic=True))
    return cells


def _add_foot(layout: QgsLayout, page: int, text: str) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(f"{text}  {page + 1}/{layout.pageCollection().pageCount()}")
    label.setTextFormat(_format(_FOOT_SIZE))
    layout.addLayoutItem(label)
    label.attemptMove(QgsLayoutPoint(MARGIN, 286, Qgis.LayoutUnit.Millimeters), True, False, page)
    label.attemptResize(QgsLayoutSize(INNER, 6, Qgis.LayoutUnit.Millimeters))


def _format(size: float, *, bold: bool = False, italic: bool = False) -> QgsTextFormat:
    font = QFont("sans-serif")
    font.setBold(bold)
    font.setItalic(italic)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(size)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    return text
