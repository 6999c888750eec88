"""The certificate and the letter of refusal on paper, by QGIS' layout engine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QRectF

from smica_qgis.reports.decision_text import Line
from smica_qgis.reports.printed_page import (
    INNER,
    MARGIN,
    TITLE,
    PrintedRow,
    add_label,
    add_table,
    new_layout,
    write_layout,
)

_COLUMNS = (("", 58.0), ("", 122.0))
_TABLE_TOP = 38.0


def write_decision_pdf(path: Path, title: str, subtitle: str, lines: Sequence[Line], foot: str) -> None:
    """Write a paper of a decision. In the thread of the window, as layouts want it. Raises SmicaError."""
    project = QgsProject()  # which the layout does not keep alive
    layout = new_layout(project)
    add_label(layout, title, QRectF(MARGIN, 10, INNER, 14), size=13, bold=True)
    add_label(layout, subtitle, QRectF(MARGIN, 22, INNER, 14), size=8)
    rows = [
        PrintedRow((line.text, ""), TITLE) if line.is_title else PrintedRow((line.label, line.text)) for line in lines
    ]
    add_table(layout, _COLUMNS, rows, _TABLE_TOP)
    write_layout(layout, path, foot)


def _row(line: Line) -> PrintedRow:
    return PrintedRow((line.text, ""), TITLE) if line.is_title else PrintedRow((line.label, line.text))
