"""The list of the procedures: two lines each, filtered by words, state and delay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional, Union

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, QSortFilterProxyModel, Qt

from smica_qgis.core.workflow.vocabulary import RoundState
from smica_qgis.gui.instruction.wording import (
    days,
    kind_name,
    listed_state,
    listed_state_name,
    round_icon,
    short_day,
)
from smica_qgis.gui.validation.findings_index import folded
from smica_qgis.host.translation import number, tr

if TYPE_CHECKING:
    from smica_qgis.core.workflow.overview import ListedProcedure

_Role = Qt.ItemDataRole
LISTED_ROLE = _Role.UserRole + 1
_NO_PARENT = QModelIndex()
ANY = "any"
StateAsked = Union[str, Optional[RoundState]]
"""ANY, a state, or None for the procedures that await their first delivery."""


class ProceduresModel(QAbstractListModel):
    """One row a procedure; LISTED_ROLE gives it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listed: list[ListedProcedure] = []

    def show(self, listed: Sequence[ListedProcedure]) -> None:
        """Show other procedures."""
        self.beginResetModel()
        self.listed = list(listed)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.listed)

    def data(self, index: QModelIndex, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        one = self.listed[index.row()]
        if role == _Role.DisplayRole:
            return f"{one.procedure.document}\n{_second_line(one)}"
        if role == _Role.DecorationRole:
            return round_icon(listed_state(one.state))
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return _whole(one)
        return one if role == LISTED_ROLE else None


def _second_line(one: ListedProcedure) -> str:
    """Round, state, age, whose turn, and the deadline when it matters."""
    parts = [listed_state_name(listed_state(one.state)), days(one.age)]
    if one.round_number:
        parts.insert(0, tr("round {number}", number=number(one.round_number)))
    if one.procedure.whose_turn:
        parts.append(tr("turn of: {who}", who=one.procedure.whose_turn))
    if one.late:
        parts.append(tr("LATE by {days}", days=days(one.late)))
    elif one.procedure.deadline and one.procedure.whose_turn:
        parts.append(tr("due {day}", day=short_day(one.procedure.deadline)))
    return " · ".join(parts)


def _whole(one: ListedProcedure) -> str:
    procedure = one.procedure
    parts = [procedure.identifier, procedure.territory, kind_name(procedure.kind), procedure.consultancy]
    return "\n".join([", ".join(part for part in parts if part), _second_line(one)])


class ProceduresFilter(QSortFilterProxyModel):
    """What is shown of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._state: StateAsked = ANY
        self._late = False

    def ask(self, text: str, state: StateAsked, *, late: bool) -> None:
        """Show what holds all these words, in any order, accents and capitals left out."""
        self._words, self._state, self._late = folded(text).split(), state, late
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        model = self.sourceModel()
        one: ListedProcedure = model.data(model.index(row, 0, parent), LISTED_ROLE)
        if self._state != ANY and listed_state(one.state) is not self._state:
            return False
        text = folded(f"{one.procedure.document} {_whole(one)}")
        return (bool(one.late) or not self._late) and all(word in text for word in self._words)
