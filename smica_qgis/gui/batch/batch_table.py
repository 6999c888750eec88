"""The table itself: keyboard, menu of a row, and fewer columns when there is little room."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from smica_qgis.gui.batch.batch_model import NUMBERS, BatchFilter, BatchModel, Cell
from smica_qgis.gui.batch.batch_rows import Row
from smica_qgis.gui.batch.verdict_chip import NumberCell, VerdictChip
from smica_qgis.gui.icons import theme_icon
from smica_qgis.host.translation import tr

# The columns that give way in a narrow dock, the last ones first.
_BY_WORTH = (Cell.WARNINGS, Cell.STANDARD, Cell.MESSAGE, Cell.INFOS, Cell.SECONDS)
_LONG_NAME = "200011781_PLUi_20180101"
_LEAST_MESSAGE = 220
_AROUND = 18


class BatchTable(QTableView):
    """Signals, each with a Row: report_wanted, page_wanted, folder_wanted, again_wanted."""

    report_wanted = pyqtSignal(object)
    page_wanted = pyqtSignal(object)
    folder_wanted = pyqtSignal(object)
    again_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch = BatchModel(self)
        self.filter = BatchFilter(self)
        self.filter.setSourceModel(self.batch)
        self.setModel(self.filter)
        self._widths: dict[Cell, int] = {}
        self._chip, self._number = VerdictChip(self), NumberCell(self)
        self.setItemDelegateForColumn(Cell.VERDICT, self._chip)
        for cell in NUMBERS:
            self.setItemDelegateForColumn(cell, self._number)
        self.setAccessibleName(tr("Results of the batch"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSortingEnabled(True)
        self._set_up_headers()

    def row(self) -> Row | None:
        """The row that one looks at."""
        return self.batch.row_at(self.filter.mapToSource(self.currentIndex()))

    def sort_as_planned(self) -> None:
        """In the order of the folder or of the list."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.filter.sort(-1)

    def menu_of(self, row: Row) -> QMenu:
        """What can be done with a delivery."""
        menu = QMenu(self)
        report = menu.addAction(theme_icon("mActionOpenTable"), tr("Open the report"))
        report.triggered.connect(lambda: self.report_wanted.emit(row))
        report.setEnabled(row.has_report)
        menu.setDefaultAction(report)
        page = menu.addAction(theme_icon("mActionAddHtml"), tr("Open the page (HTML)"))
        page.triggered.connect(lambda: self.page_wanted.emit(row))
        page.setEnabled(row.has_report)
        menu.addSeparator()
        folder = menu.addAction(theme_icon("mIconFolderOpen"), tr("Show the folder of the delivery"))
        folder.triggered.connect(lambda: self.folder_wanted.emit(row))
        again = menu.addAction(theme_icon("mActionRefresh"), tr("Validate again in the dock"))
        again.triggered.connect(lambda: self.again_wanted.emit(row))
        for action in (folder, again):
            action.setEnabled(bool(row.item.path))
        return menu

    # ------------------------------------------------------------------ gestures

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.report_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.batch.row_at(self.filter.mapToSource(index))
        if row is not None:
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_of(row).popup(self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ------------------------------------------------------------------ once

    def _set_up_headers(self) -> None:
        self.verticalHeader().setVisible(False)
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 10)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._on_double_click)
        self._set_widths()
        self._fit()
        self.sort_as_planned()

    def _set_widths(self) -> None:
        """Once: they are then the reader's."""
        metrics = self.fontMetrics()
        for cell in NUMBERS:
            title = str(self.batch.headerData(cell, Qt.Orientation.Horizontal))
            self.setColumnWidth(cell, metrics.horizontalAdvance(title) + _AROUND)
        self.setColumnWidth(Cell.STANDARD, metrics.horizontalAdvance("CNIG PLUi 2025") + _AROUND)
        self.setColumnWidth(Cell.VERDICT, self._chip.width(metrics))
        self.setColumnWidth(Cell.DELIVERY, metrics.horizontalAdvance(_LONG_NAME) + _AROUND)

    def _fit(self) -> None:
        """Show the columns that there is room for; the message takes what is left, else the name of the delivery."""
        left = self.viewport().width() - self.fontMetrics().horizontalAdvance(_LONG_NAME) - _AROUND
        left -= self._width_of(Cell.VERDICT) + self._width_of(Cell.ERRORS)
        for cell in _BY_WORTH:
            width = self._width_of(cell)
            self.setColumnHidden(cell, width > left)
            left -= width if width <= left else 0
        has_message, modes = not self.isColumnHidden(Cell.MESSAGE), QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(Cell.MESSAGE, modes.Stretch)
        self.horizontalHeader().setSectionResizeMode(Cell.DELIVERY, modes.Interactive if has_message else modes.Stretch)

    def _width_of(self, cell: Cell) -> int:
        """What a column asks for, shown or not."""
        if cell is Cell.MESSAGE:
            return _LEAST_MESSAGE
        if not self.isColumnHidden(cell):
            self._widths[cell] = self.columnWidth(cell)
        return self._widths[cell]

    def _on_double_click(self, index: QModelIndex) -> None:
        row = self.batch.row_at(self.filter.mapToSource(index))
        if row is not None:
            self.report_wanted.emit(row)
