"""The verdict of a row as a chip: a tint, a shape and a word, never the colour alone."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPalette
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from smica_qgis.gui.batch.batch_rows import State
from smica_qgis.gui.batch.wording import state_name
from smica_qgis.gui.icons import own_icon, theme_icon

STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
ICON, MARGIN, GAP = 12, 6, 4
# A tint over the palette's own background: the text keeps the palette's colour, readable on both themes.
_TINTS = {
    State.FAILED: QColor(124, 77, 161),
    State.UNREADABLE: QColor(240, 163, 10),
    State.INVALID: QColor(211, 58, 44),
    State.VALID: QColor(46, 157, 79),
    State.UNASKED: QColor(59, 130, 196),
}
_FILL, _EDGE = 60, 170


def state_icon(state: State) -> QIcon:
    """A shape of its own for each verdict; none as long as there is no verdict."""
    if state is State.FAILED:
        return theme_icon("mTaskTerminated")
    if state is State.WAITING:
        return QIcon()
    names = {State.UNREADABLE: "warning", State.INVALID: "error", State.VALID: "fixed", State.UNASKED: "info"}
    return own_icon(names[state])


class VerdictChip(QStyledItemDelegate):
    """Draws the chip over the usual background of the cell."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        state = index.data(STATE_ROLE)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text, drawn.icon = "", QIcon()
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, text = QFontMetrics(option.font), state_name(state)
        width = min(self._width(metrics, text), option.rect.width() - 4)
        chip = QRect(option.rect.x() + 2, option.rect.y() + 2, width, option.rect.height() - 4)
        selected = drawn.state & QStyle.StateFlag.State_Selected
        self._paint_tint(painter, chip, state, on_selection=bool(selected))
        icon = QRect(chip.x() + MARGIN, chip.y() + (chip.height() - ICON) // 2, ICON, ICON)
        state_icon(state).paint(painter, icon)
        painter.setFont(option.font)
        painter.setPen(drawn.palette.color(_text_role(state, on_selection=bool(selected))))
        words = QRect(icon.right() + 1 + GAP, chip.y(), chip.right() - icon.right() - GAP - MARGIN + 2, chip.height())
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(words, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width()))
        painter.restore()

    def width(self, metrics: QFontMetrics) -> int:
        """Wide enough for every usual verdict: the column does not move while they come."""
        usual = (State.FAILED, State.UNREADABLE, State.INVALID, State.VALID)
        return max(self._width(metrics, state_name(state)) for state in usual) + 8

    def _width(self, metrics: QFontMetrics, text: str) -> int:
        return 2 * MARGIN + ICON + GAP + metrics.horizontalAdvance(text) + 2

    def _paint_tint(self, painter: QPainter, chip: QRect, state: State, *, on_selection: bool) -> None:
        tint = _TINTS.get(state)
        if tint is None:
            return
        if on_selection:  # its own ground: the selection's colour would swallow the tint
            painter.setBrush(self._view.palette().color(QPalette.ColorRole.Base))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(chip, 4, 4)
        fill, edge = QColor(tint), QColor(tint)
        fill.setAlpha(_FILL)
        edge.setAlpha(_EDGE)
        painter.setBrush(fill)
        painter.setPen(edge)
        painter.drawRoundedRect(chip, 4, 4)


def _text_role(state: State, *, on_selection: bool) -> QPalette.ColorRole:
    on_highlight = on_selection and state not in _TINTS
    return QPalette.ColorRole.HighlightedText if on_highlight else QPalette.ColorRole.Text


class NumberCell(QStyledItemDelegate):
    """A number, kept apart from the text of the next column."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        option.text = f"{option.text}\u00a0\u00a0"
