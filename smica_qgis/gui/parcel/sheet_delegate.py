"""Draws a line of the sheet.

What it is, on as many lines as it takes; on the right how much and its share, always whole; below, the document, the
written piece as a link, and a bar of the share.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPalette
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from smica_qgis.core.parcel.sheet import SheetLine
from smica_qgis.core.parcel.sheet_text import document_text, line_title, piece_text
from smica_qgis.gui.parcel.wrapped_text import wrapped

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
PLAIN_ROLE = Qt.ItemDataRole.UserRole + 2
"""A text of the sheet that is no line of it, on as many lines as it takes."""
_PAD = 4
_GAP = 8
_SMALLER = 0.85
_BAR_HEIGHT = 4
_BAR = QColor("#c2185b")
_FAINT = 0.75
_MOST_TITLE, _MOST_DOCUMENT, _MOST_PLAIN = 5, 2, 12


@dataclass
class Drawn:
    """Texts placed in a box of some width, from its top left. link: where the written piece is, if there is one."""

    texts: list[tuple[QRect, str, QFont, str]] = field(default_factory=list)
    link: QRect = field(default_factory=QRect)
    height: int = 0


class SheetDelegate(QStyledItemDelegate):
    """piece_wanted: the link of a line (SheetLine) was clicked. Other items are drawn as Qt does."""

    piece_wanted = pyqtSignal(object)

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        line, plain = index.data(LINE_ROLE), index.data(PLAIN_ROLE)
        if not isinstance(line, SheetLine) and not plain:
            super().paint(painter, option, index)
            return
        place = QStyleOptionViewItem(option)
        self.initStyleOption(place, index)
        style = place.widget.style() if place.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, place, painter, place.widget)
        drawn = placed_texts(line if isinstance(line, SheetLine) else str(plain), place.font, place.rect.width())
        painter.save()
        for box, text, font, kind in drawn.texts:
            painter.setFont(font)
            painter.setPen(_pen(place, kind))
            painter.setOpacity(_FAINT if kind == "faint" else 1.0)
            align = Qt.AlignmentFlag.AlignRight if kind == "amount" else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box.translated(place.rect.topLeft()), align, text)
        painter.setOpacity(1.0)
        if isinstance(line, SheetLine) and line.share is not None:
            self._bar(painter, place, line.share)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        line, plain = index.data(LINE_ROLE), index.data(PLAIN_ROLE)
        if isinstance(line, SheetLine):
            bar = _BAR_HEIGHT if line.share is not None else 0
            return QSize(0, placed_texts(line, option.font, self._width(index)).height + bar)
        if plain:
            return QSize(0, placed_texts(str(plain), option.font, self._width(index)).height)
        return super().sizeHint(option, index)

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        line = index.data(LINE_ROLE)
        if isinstance(line, SheetLine) and isinstance(event, QMouseEvent):
            is_click = event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton
            link = placed_texts(line, option.font, option.rect.width()).link.translated(option.rect.topLeft())
            if is_click and link.contains(event.pos()):
                self.piece_wanted.emit(line)
                return True
        return super().editorEvent(event, model, option, index)

    def _width(self, index: QModelIndex) -> int:
        """Width that an item has: Qt asks its height before it places it."""
        depth = 1
        while (index := index.parent()).isValid():
            depth += 1
        return self._tree.viewport().width() - depth * self._tree.indentation()

    def _bar(self, painter: QPainter, place: QStyleOptionViewItem, share: float) -> None:
        box = place.rect.adjusted(_PAD, 0, -_PAD, -2)
        whole = QRect(box.left(), box.bottom() - _BAR_HEIGHT + 1, box.width(), _BAR_HEIGHT)
        groove = QColor(place.palette.color(QPalette.ColorRole.Mid))
        groove.setAlpha(70)
        painter.fillRect(whole, groove)
        filled = max(1, round(whole.width() * min(1.0, share)))
        painter.fillRect(QRect(whole.left(), whole.top(), filled, _BAR_HEIGHT), _BAR)


def placed_texts(line: SheetLine | str, font: QFont, width: int) -> Drawn:
    """Place the texts of a line, or a plain text, in a width."""
    drawn = Drawn(height=_PAD)
    inner = width - 2 * _PAD
    if isinstance(line, str):
        _stack(drawn, wrapped(line, font, inner, _MOST_PLAIN), font, inner, "plain")
        drawn.height += _PAD
        return drawn
    small = _small(font)
    right = max(QFontMetrics(font).horizontalAdvance(text) for text in (line.amount, line.part))
    top, height = drawn.height, QFontMetrics(font).height()
    for place, text in enumerate(text for text in (line.amount, line.part) if text):
        drawn.texts.append((QRect(_PAD, top + place * height, inner, height), text, font, "amount"))
        drawn.height = top + (place + 1) * height
    beside, drawn.height = drawn.height, top
    room = inner - right - _GAP
    _stack(drawn, wrapped(line_title(line.rule), font, room, _MOST_TITLE), font, room, "plain")
    drawn.height = max(drawn.height, beside)
    document = wrapped(document_text(line.rule.document), small, inner, _MOST_DOCUMENT)
    _stack(drawn, document, small, inner, "faint")
    piece = piece_text(line.rule)
    if piece:
        shown = QFontMetrics(small).elidedText(piece, Qt.TextElideMode.ElideMiddle, inner)
        drawn.link = QRect(
            _PAD, drawn.height, QFontMetrics(small).horizontalAdvance(shown), QFontMetrics(small).height()
        )
        _stack(drawn, [shown], _underlined(small), inner, "link")
    drawn.height += _PAD
    return drawn


def _stack(drawn: Drawn, texts: list[str], font: QFont, width: int, kind: str) -> None:
    height = QFontMetrics(font).height()
    for text in texts:
        drawn.texts.append((QRect(_PAD, drawn.height, max(0, width), height), text, font, kind))
        drawn.height += height


def _pen(place: QStyleOptionViewItem, kind: str) -> QColor:
    selected = bool(place.state & QStyle.StateFlag.State_Selected)
    if selected:
        return place.palette.color(QPalette.ColorRole.HighlightedText)
    return place.palette.color(QPalette.ColorRole.Link if kind == "link" else QPalette.ColorRole.Text)


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * _SMALLER)
    return smaller


def _underlined(font: QFont) -> QFont:
    line = QFont(font)
    line.setUnderline(True)
    return line
