"""The sheet of a land unit: header, remarks, sections that fold; what is not loaded is the last section."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from smica_qgis.core.parcel.rules import Theme
from smica_qgis.core.parcel.sheet import NOTICE, TO_CHECK, ParcelSheet, SheetLine
from smica_qgis.core.parcel.sheet_text import (
    CADASTRE,
    NOT_LOADED,
    cadastre_text,
    document_text,
    line_title,
    piece_text,
    unit_areas,
    unit_title,
)
from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.parcel.sheet_delegate import LINE_ROLE, PLAIN_ROLE, SheetDelegate
from smica_qgis.host.translation import tr


class SheetView(QWidget):
    """Shows one sheet. line_chosen: a line was made current, or None; piece_wanted: a line whose piece is to open."""

    line_chosen = pyqtSignal(object)
    piece_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.areas = QLabel(self)
        self.notes = QLabel(self)
        self.tree = _SheetTree(self)
        self.notice = QLabel(NOTICE, self)
        bold = self.title.font()
        bold.setBold(True)
        bold.setPointSizeF(bold.pointSizeF() * 1.1)
        self.title.setFont(bold)
        for label in (self.title, self.areas, self.notes, self.notice):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
        self.notice.setEnabled(False)
        delegate = SheetDelegate(self.tree)
        delegate.piece_wanted.connect(self.piece_wanted)
        self.tree.setItemDelegate(delegate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.areas, self.notes, self.tree, self.notice):
            column.addWidget(widget, 1 if widget is self.tree else 0)
        self.tree.currentItemChanged.connect(lambda item, _before: self.line_chosen.emit(_line_of(item)))
        self.tree.itemActivated.connect(self._open_piece)

    @property
    def current_line(self) -> SheetLine | None:
        """The line that is current."""
        return _line_of(self.tree.currentItem())

    def show_sheet(self, sheet: ParcelSheet, notes: Sequence[str] = ()) -> None:
        """Show a sheet in place of the one before. notes: what was met while it was made, after its own."""
        self.title.setText(escape(unit_title(sheet)))
        self.areas.setText(escape(unit_areas(sheet)))
        told = [*sheet.notes, *notes]
        self.notes.setText("<br>".join(f"⚠ {escape(note)}" for note in told))
        self.notes.setVisible(bool(told))
        self.tree.clear()
        for theme in Theme:
            if sheet.is_loaded(theme) or sheet.of(theme):
                self._add_theme(sheet, theme)
        self._add_plain(CADASTRE, [cadastre_text(parcel) for parcel in sheet.unit.parcels], opened=False)
        if sheet.missing:
            missing = [f"{table.title} : {table.reason}" for table in sheet.missing]
            item = self._add_plain(NOT_LOADED, missing, opened=True)
            item.setIcon(0, own_icon("warning"))

    def section_titles(self) -> list[str]:
        """Titles of the sections, with their counts."""
        items = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return [item.text(0) for item in items if item is not None]

    def _add_theme(self, sheet: ParcelSheet, theme: Theme) -> None:
        certain, doubtful = sheet.of(theme, certain=True), sheet.of(theme, certain=False)
        item = self._section(f"{theme.value} ({len(certain)})")
        item.setToolTip(0, "<br>".join(dict.fromkeys(escape(t.origin) for t in sheet.loaded if t.theme is theme)))
        for line in certain:
            _add_line(item, line)
        for remark in sheet.remarks(theme):
            _add_text(item, remark)
        if doubtful:
            aside = QTreeWidgetItem(item, [f"{TO_CHECK} ({len(doubtful)})"])
            aside.setToolTip(0, tr("Less than 1 m² or 0.5 %, or beside: two drawings of one boundary, most often."))
            for line in doubtful:
                _add_line(aside, line)
        item.setExpanded(bool(certain) or any(table.theme is theme for table in sheet.missing))

    def _add_plain(self, title: str, texts: list[str], *, opened: bool) -> QTreeWidgetItem:
        item = self._section(title)
        for text in texts:
            _add_text(item, text)
        item.setExpanded(opened)
        return item

    def _section(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [title])
        font = QFont(item.font(0))
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _open_piece(self, item: QTreeWidgetItem, _column: int) -> None:
        line = _line_of(item)
        if line is not None and line.rule.piece:
            self.piece_wanted.emit(line)


class _SheetTree(QTreeWidget):
    """Heights depend on the width: they are taken again when it changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setAccessibleName(tr("What applies to the parcel"))
        self.setIndentation(12)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


def _line_of(item: QTreeWidgetItem | None) -> SheetLine | None:
    line = item.data(0, LINE_ROLE) if item is not None else None
    return line if isinstance(line, SheetLine) else None


def _add_text(parent: QTreeWidgetItem, text: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [text])
    item.setData(0, PLAIN_ROLE, text)
    item.setToolTip(0, escape(text))
    return item


def _add_line(parent: QTreeWidgetItem, line: SheetLine) -> None:
    item = QTreeWidgetItem(parent, [f"{line_title(line.rule)} : {line.measure}"])
    item.setData(0, LINE_ROLE, line)
    parts = [line_title(line.rule), line.measure, document_text(line.rule.document), line.rule.document.origin]
    parts.append(piece_text(line.rule))
    item.setToolTip(0, "<br>".join(escape(part) for part in parts if part))
