"""The sheet of a land unit: header, remarks, sections that fold; what is not loaded is the last section."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QFont
from qgis.PyQt.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from smica_qgis.core.parcel.rules import Theme
from smica_qgis.core.parcel.sheet import NOTICE, TO_CHECK, ParcelSheet, SheetLine
from smica_qgis.core.parcel.sheet_text import (
    CADASTRE,
    NOT_LOADED,
    cadastre_text,
    document_text,
    line_title,
    unit_areas,
    unit_title,
)
from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.parcel.sheet_delegate import LINE_ROLE, SheetDelegate
from smica_qgis.host.translation import tr

_WEB = ("http://", "https://")


class SheetView(QWidget):
    """Shows one sheet. line_chosen: a line was made current."""

    line_chosen = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.areas = QLabel(self)
        self.notes = QLabel(self)
        self.tree = QTreeWidget(self)
        self.notice = QLabel(NOTICE, self)
        bold = self.title.font()
        bold.setBold(True)
        bold.setPointSizeF(bold.pointSizeF() * 1.1)
        self.title.setFont(bold)
        for label in (self.title, self.areas, self.notes, self.notice):
            label.setWordWrap(True)
        self.notice.setEnabled(False)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(1)
        self.tree.setItemDelegate(SheetDelegate(self.tree))
        self.tree.setAccessibleName(tr("What applies to the parcel"))
        self.tree.setIndentation(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.areas, self.notes, self.tree, self.notice):
            column.addWidget(widget, 1 if widget is self.tree else 0)
        self.tree.currentItemChanged.connect(self._tell_line)
        self.tree.itemActivated.connect(self._open_piece)

    def show_sheet(self, sheet: ParcelSheet) -> None:
        """Show a sheet in place of the one before."""
        self.title.setText(escape(unit_title(sheet)))
        self.areas.setText(escape(unit_areas(sheet)))
        self.notes.setText("<br>".join(f"⚠ {escape(note)}" for note in sheet.notes))
        self.notes.setVisible(bool(sheet.notes))
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
        if not certain:
            QTreeWidgetItem(item, [tr("Nothing on this ground in what is loaded.")]).setDisabled(True)
        for line in certain:
            _add_line(item, line)
        if doubtful:
            aside = QTreeWidgetItem(item, [f"{TO_CHECK} ({len(doubtful)})"])
            aside.setToolTip(0, tr("Less than 1 m² or 0.5 %, or beside: two drawings of one boundary, most often."))
            for line in doubtful:
                _add_line(aside, line)
        item.setExpanded(bool(certain))

    def _add_plain(self, title: str, texts: list[str], *, opened: bool) -> QTreeWidgetItem:
        item = self._section(title)
        for text in texts:
            QTreeWidgetItem(item, [text]).setToolTip(0, escape(text))
        item.setExpanded(opened)
        return item

    def _section(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [title])
        font = QFont(item.font(0))
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _tell_line(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        line = item.data(0, LINE_ROLE) if item is not None else None
        if isinstance(line, SheetLine):
            self.line_chosen.emit(line)

    def _open_piece(self, item: QTreeWidgetItem, _column: int) -> None:
        line = item.data(0, LINE_ROLE)
        if isinstance(line, SheetLine) and line.rule.piece.lower().startswith(_WEB):
            QDesktopServices.openUrl(QUrl(line.rule.piece))


def _add_line(parent: QTreeWidgetItem, line: SheetLine) -> None:
    item = QTreeWidgetItem(parent, [f"{line_title(line.rule)} : {line.measure}"])
    item.setData(0, LINE_ROLE, line)
    parts = [line_title(line.rule), line.measure, document_text(line.rule.document), line.rule.document.origin]
    if line.rule.piece:
        parts.append(line.rule.piece)
    item.setToolTip(0, "<br>".join(escape(part) for part in parts if part))
