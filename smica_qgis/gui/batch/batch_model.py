"""The table of a batch: one row a delivery, and what a filter leaves of them."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Callable

from qgis.PyQt.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QSortFilterProxyModel, Qt

from smica_qgis.core.validation.finding import Level
from smica_qgis.gui.batch.batch_rows import STATES, BatchRows, Row, State
from smica_qgis.gui.batch.verdict_chip import STATE_ROLE
from smica_qgis.gui.batch.wording import state_meaning, state_name
from smica_qgis.gui.validation.findings_index import folded
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import counted, standard_title
from smica_qgis.host.translation import language, number, tr

if TYPE_CHECKING:
    from smica_qgis.operations.validate_batch import BatchLine

SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NOTHING = "–"


class Cell(enum.IntEnum):
    """The columns, from left to right."""

    DELIVERY = 0
    STANDARD = 1
    VERDICT = 2
    ERRORS = 3
    WARNINGS = 4
    INFOS = 5
    SECONDS = 6
    MESSAGE = 7


CELLS = tuple(Cell)
COUNTS = (Cell.ERRORS, Cell.WARNINGS, Cell.INFOS)
NUMBERS = (*COUNTS, Cell.SECONDS)


class BatchModel(QAbstractTableModel):
    """Rows that only change from to come to done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = BatchRows()

    def show_rows(self, rows: BatchRows) -> None:
        """Show another batch."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def put(self, lines: Iterable[BatchLine]) -> None:
        """Deliveries are done."""
        for line in lines:
            place = self.rows.put(line)
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(CELLS) - 1))

    def row_at(self, index: QModelIndex) -> Row | None:
        """The delivery of an index."""
        return self.rows.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(CELLS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal:
            return None
        cell = CELLS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _title(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(None, cell)
        if role == Qt.ItemDataRole.ToolTipRole and cell in COUNTS:
            return rich_tooltip(_counted_title(cell), tr("Of the Géoportail's checks"))
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self.row_at(index)
        give = _GIVEN.get(role)
        return give(row, CELLS[index.column()]) if row is not None and give is not None else None


class BatchFilter(QSortFilterProxyModel):
    """What is left by a verdict and by words, in any order, without accents."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)

    def show_only(self, state: State | None, text: str) -> None:
        """Filter by a verdict (None: any) and by words."""
        self._state, self._words = state, tuple(folded(text).split())
        self.invalidateFilter()

    @property
    def filters(self) -> bool:
        """Whether something is asked for."""
        return self._state is not None or bool(self._words)

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex) -> bool:  # noqa: ARG002 - Qt's signature
        model = self.sourceModel()
        row = model.rows.rows[source_row] if isinstance(model, BatchModel) else None
        if row is None or (self._state is not None and row.state is not self._state):
            return False
        return all(word in row.text for word in self._words)


def _title(cell: Cell) -> str:
    return {
        Cell.DELIVERY: tr("Delivery"),
        Cell.VERDICT: tr("Verdict"),
        Cell.ERRORS: tr("Errors"),
        Cell.WARNINGS: tr("Warn."),
        Cell.INFOS: tr("Info."),
        Cell.STANDARD: tr("Standard"),
        Cell.SECONDS: tr("Duration (s)"),
        Cell.MESSAGE: tr("Message"),
    }[cell]


def _counted_title(cell: Cell) -> str:
    return {Cell.ERRORS: tr("Errors"), Cell.WARNINGS: tr("Warnings"), Cell.INFOS: tr("Information")}[cell]


def _text(row: Row, cell: Cell) -> str:
    line = row.line
    if cell is Cell.STANDARD:
        return standard_title(line.standard if line is not None else row.item.standard)
    if cell in (Cell.DELIVERY, Cell.VERDICT):
        return state_name(row.state) if cell is Cell.VERDICT else row.item.delivery or NOTHING
    if line is None:
        return ""
    if cell in COUNTS:
        return number(_count(row, cell)) if row.has_counts else NOTHING
    return _seconds(line.seconds) if cell is Cell.SECONDS else _message(row)


def _seconds(seconds: float) -> str:
    return str(QLocale(language()).toString(seconds, "f", 1)) if seconds else ""


def _count(row: Row, cell: Cell) -> int:
    line = row.line
    if line is None:
        return -1
    return {Cell.ERRORS: line.errors, Cell.WARNINGS: line.warnings, Cell.INFOS: line.infos}[cell]


def _order(row: Row, cell: Cell) -> object:
    """What a column is sorted by; what has no number comes before all others."""
    if cell is Cell.VERDICT:
        return STATES.index(row.state)
    if cell is Cell.SECONDS:
        return row.line.seconds if row.line is not None else -1.0
    if cell in COUNTS:
        return _count(row, cell) if row.has_counts else -1
    return folded(_text(row, cell))


def _message(row: Row) -> str:
    line = row.line
    if line is None:
        return ""
    if line.skipped and not line.message:
        return tr("Unchanged: the report of before holds")
    return " ".join(line.message.split())


def _tooltip(row: Row) -> str:
    line = row.line
    parts = [row.item.delivery, f"{state_name(row.state)}: {state_meaning(row.state)}"]
    if line is not None and row.has_counts:
        counts = ((line.errors, Level.ERROR), (line.warnings, Level.WARNING), (line.infos, Level.INFO))
        parts.append(", ".join(counted(count, level) for count, level in counts))
    return rich_tooltip(*parts, _message(row), row.item.path)


def _alignment(_row: Row | None, cell: Cell) -> int | None:
    return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) if cell in NUMBERS else None


_GIVEN: dict[int, Callable[[Row, Cell], object]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.ToolTipRole: lambda row, _cell: _tooltip(row),
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    SORT_ROLE: _order,
    STATE_ROLE: lambda row, _cell: row.state,
}
"""What the model gives for each role."""
