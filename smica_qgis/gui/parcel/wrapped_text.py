"""Texts of a narrow dock: on as many lines as they need, up to some number, the last one cut with dots."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

_LEAST_WIDTH = 40


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The lines of a text. width: in pixels; most: number of lines."""
    room = max(_LEAST_WIDTH, width)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= most:
        return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)])]
    whole = [text[start:end].strip() for start, end in zip(starts[: most - 1], starts[1:most])]
    rest = text[starts[most - 1] :]
    return [*whole, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)]
