"""Draws a line of the sheet: what and how much; where it is written and its share; a bar of the share below."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smica_qgis.core.parcel.sheet import SheetLine
from smica_qgis.core.parcel.sheet_text import document_text, line_title

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_PAD = 4
_SMALLER = 0.85
_BAR_HEIGHT = 4
_BAR = QColor("#c2185b")


class SheetDelegate(QStyledItemDelegate):
    """Other lines are drawn as Qt does."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, SheetLine):
            super().paint(painter, option, index)
            return
        place = QStyleOptionViewItem(option)
        self.initStyleOption(place, index)
        style = place.widget.style() if place.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, place, painter, place.widget)
        selected = bool(place.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setFont(place.font)
        painter.setPen(place.palette.color(role))
        self._texts(painter, place, line)
        if line.share is not None:
            self._bar(painter, place, line.share)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        if not isinstance(index.data(LINE_ROLE), SheetLine):
            return size
        height = (
            QFontMetrics(option.font).height() + QFontMetrics(_small(option.font)).height() + 2 * _PAD + _BAR_HEIGHT
        )
        return QSize(0, height)

    def _texts(self, painter: QPainter, place: QStyleOptionViewItem, line: SheetLine) -> None:
        box = place.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        height = QFontMetrics(place.font).height()
        above = QRect(box.left(), box.top(), box.width(), height)
        _pair(painter, above, (line_title(line.rule), line.amount), Qt.TextElideMode.ElideRight)
        painter.setFont(_small(place.font))
        painter.setOpacity(0.7)
        below = QRect(box.left(), box.top() + height, box.width(), QFontMetrics(painter.font()).height())
        # cut in the middle: the date of the document stays
        _pair(painter, below, (document_text(line.rule.document), line.part), Qt.TextElideMode.ElideMiddle)
        painter.setOpacity(1.0)

    def _bar(self, painter: QPainter, place: QStyleOptionViewItem, share: float) -> None:
        box = place.rect.adjusted(_PAD, 0, -_PAD, -2)
        whole = QRect(box.left(), box.bottom() - _BAR_HEIGHT + 1, box.width(), _BAR_HEIGHT)
        groove = QColor(place.palette.color(QPalette.ColorRole.Mid))
        groove.setAlpha(70)
        painter.fillRect(whole, groove)
        filled = max(1, round(whole.width() * min(1.0, share)))
        painter.fillRect(QRect(whole.left(), whole.top(), filled, _BAR_HEIGHT), _BAR)


def _pair(painter: QPainter, box: QRect, texts: tuple[str, str], cut: Qt.TextElideMode) -> None:
    """Two texts on one line; the right one is whole, the left one is cut with dots (the tooltip has it whole)."""
    left, right = texts
    metrics = QFontMetrics(painter.font())
    painter.drawText(box, Qt.AlignmentFlag.AlignRight, right)
    room = box.width() - (metrics.horizontalAdvance(right) + _PAD if right else 0)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(left, cut, room))


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * _SMALLER)
    return smaller
