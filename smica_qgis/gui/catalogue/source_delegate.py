"""Draws a source: its title, then at the right who provides it, a lock if a login is needed, a cloud if it is down."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtGui import QFont, QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smica_qgis.core.source_profile.profile import Source
from smica_qgis.gui.catalogue.sources_model import SOURCE_ROLE, STATE_ROLE
from smica_qgis.gui.icons import own_icon

_GAP = 4
_ICON = 14
_SMALLER = 0.85


class SourceDelegate(QStyledItemDelegate):
    """The title keeps what the badges leave it, and is cut with dots."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        source = index.data(SOURCE_ROLE)
        if not isinstance(source, Source):
            super().paint(painter, option, index)
            return
        line = QStyleOptionViewItem(option)
        self.initStyleOption(line, index)
        style = line.widget.style() if line.widget is not None else QApplication.style()
        whole = QRect(line.rect)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, line, painter, line.widget)
        right = self._badges(painter, line, source, index)
        line.rect = QRect(whole.left(), whole.top(), max(0, right - whole.left()), whole.height())
        line.backgroundBrush = QPalette().brush(QPalette.ColorRole.NoRole)
        line.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[assignment]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, line, painter, line.widget)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), _ICON + _GAP))

    def _badges(self, painter: QPainter, line: QStyleOptionViewItem, source: Source, index: QModelIndex) -> int:
        """Draw them from the right; returns where the title must stop."""
        right = line.rect.right() - _GAP
        top = line.rect.center().y() - _ICON // 2
        state = index.data(STATE_ROLE)
        icons = ["cloud_off"] if state is not None and state.message else []
        icons += ["lock"] if source.login else []
        for name in icons:
            right -= _ICON
            own_icon(name).paint(painter, QRect(right, top, _ICON, _ICON))
            right -= _GAP
        if source.badge and index.parent().isValid() and not index.parent().parent().isValid():
            right = self._pill(painter, line, source.badge, right)
        return right

    def _pill(self, painter: QPainter, line: QStyleOptionViewItem, text: str, right: int) -> int:
        painter.save()
        font = QFont(line.font)
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        width = QFontMetrics(font).horizontalAdvance(text) + 2 * _GAP
        box = QRect(right - width, line.rect.top() + 2, width, line.rect.height() - 4)
        selected = bool(line.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.PlaceholderText
        color = line.palette.color(role)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), _GAP, _GAP)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
        return right - width - _GAP
