"""Counts by level as small icons and numbers: the same in the chips and in the tree."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtGui import QFontMetrics, QIcon, QPainter

from smica_qgis.core.validation.finding import Level
from smica_qgis.gui.validation.finding_icons import level_icon, state_icon
from smica_qgis.gui.validation.findings_index import PlaceState
from smica_qgis.gui.validation.wording import compact, grouped

ICON = 12
GAP = 3
BETWEEN = 7

Part = tuple[QIcon, str]


def count_parts(counts: Mapping[Level, int], fixed: int = 0) -> list[Part]:
    """What to draw: an icon and a number for each level that is there, then the fixed ones."""
    parts = [(level_icon(level), compact(count)) for level, count in grouped(counts).items() if count]
    if fixed:
        parts.append((state_icon(PlaceState.FIXED), compact(fixed)))
    return parts


def counts_width(parts: list[Part], metrics: QFontMetrics) -> int:
    """Width of the drawing, in pixels."""
    each = (ICON + GAP + metrics.horizontalAdvance(text) for _, text in parts)
    return sum(each) + BETWEEN * max(0, len(parts) - 1)


def paint_counts(painter: QPainter, x: int, area: QRect, parts: list[Part]) -> None:
    """Draw from x on, centred in the height of the area, with the painter's own font and pen."""
    metrics = painter.fontMetrics()
    for icon, text in parts:
        icon.paint(painter, QRect(x, area.y() + (area.height() - ICON) // 2, ICON, ICON))
        x += ICON + GAP
        width = metrics.horizontalAdvance(text)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(x, area.y(), width + 1, area.height()), flags, text)
        x += width + BETWEEN
