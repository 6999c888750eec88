"""How a row of the tree is drawn: its text on as many lines as it needs, its counts at the right."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtGui import QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from smica_qgis.gui.validation.counts_painter import Part, counts_width, paint_counts
from smica_qgis.gui.validation.findings_model import COUNTS_ROLE, OF_PLACE

MOST_LINES = 3
PADDING = 3
LEAST_WIDTH = 40
MEASURED = 20
AROUND_COUNTS = 8
_CENTRED = Qt.AlignmentFlag.AlignVCenter


class FindingsDelegate(QStyledItemDelegate):
    """Text and counts of a row. `forget` when other rows are shown."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._width = 0
        self._heights: dict[int, int] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: N802 - Qt's
        """Let names wrap after their underscores: they have no space."""
        super().initStyleOption(option, index)
        option.text = option.text.replace("_", "_\u200b")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        style = self._view.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, drawn, painter, self._view)
        parts = index.data(COUNTS_ROLE) or []
        row = QRect(drawn.rect)
        drawn.rect.setRight(row.right() - _room(parts, drawn.fontMetrics))
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, self._view)
        if parts:
            selected = drawn.state & QStyle.StateFlag.State_Selected
            role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
            painter.save()
            painter.setFont(option.font)
            painter.setPen(drawn.palette.color(role))
            x = row.right() - counts_width(parts, QFontMetrics(option.font)) - AROUND_COUNTS // 2
            paint_counts(painter, x, row, parts)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """The height that the text needs; that of the first places of a kind for all its places.

        Qt measures every row between two that it draws again, thousands when one goes far: those must be free.
        """
        width = self._view.viewport().width()
        if width != self._width:
            self.forget()
            self._width = width
        number = index.internalId()
        height = self._heights.get(number)
        if height is None:
            sample = [index]
            if number & OF_PLACE:
                sample += [index.sibling(row, 0) for row in range(MEASURED)]
            height = max(self._height(option, i) for i in sample if i.isValid())
            self._heights[number] = height
        return QSize(LEAST_WIDTH, height)

    def forget(self) -> None:
        """Other rows are shown: the heights that are known are no longer theirs."""
        self._heights.clear()

    def _height(self, option: QStyleOptionViewItem, index: QModelIndex) -> int:
        measured = QStyleOptionViewItem(option)
        self.initStyleOption(measured, index)
        metrics = QFontMetrics(measured.font)
        icon = 0 if measured.icon.isNull() else measured.decorationSize.width() + 2 * PADDING
        taken = self._depth(index) * self._view.indentation() + icon + 2 * PADDING
        room = self._width - taken - _room(index.data(COUNTS_ROLE) or [], metrics)
        area = QRect(0, 0, max(room, LEAST_WIDTH), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        lines = round(metrics.boundingRect(area, flags, measured.text).height() / metrics.lineSpacing())
        height = metrics.lineSpacing() * min(max(lines, 1), MOST_LINES) + 2 * PADDING
        return max(height, measured.decorationSize.height() + 2)

    def _depth(self, index: QModelIndex) -> int:
        """How many steps of indentation are before the text of an index."""
        steps = 1
        while index.parent().isValid():
            index, steps = index.parent(), steps + 1
        return steps


def _room(parts: list[Part], metrics: QFontMetrics) -> int:
    """Width that the counts take at the right of the row."""
    return counts_width(parts, metrics) + AROUND_COUNTS if parts else 0
