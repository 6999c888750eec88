"""The item model of the findings: nodes have rows at once, places only when they are looked at.

An index holds one number: twice that of a node, or twice that of the kind plus one for its places.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QFont, QIcon

from smica_qgis.gui.validation.counts_painter import count_parts
from smica_qgis.gui.validation.finding_icons import level_icon, state_icon
from smica_qgis.gui.validation.findings_index import FindingsIndex, PlaceState
from smica_qgis.gui.validation.findings_tree import FindingsTree, Node
from smica_qgis.gui.validation.place_text import place_label, place_tooltip, rich_tooltip
from smica_qgis.gui.validation.wording import changes, counts_sentence, family_name, level_word, state_word
from smica_qgis.host.translation import tr

BATCH = 200
OF_PLACE = 1
_Role = Qt.ItemDataRole
COUNTS_ROLE = _Role.UserRole + 1
NO_PARENT = QModelIndex()
_SAID = (PlaceState.EXCEPTION, PlaceState.QUESTION)
"""What people said of a place is written beside it; what became of it is shown by its icon and its font."""


class FindingsModel(QAbstractItemModel):
    """Family → theme → kind → place, one column. COUNTS_ROLE: what `counts_painter` draws."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree: FindingsTree | None = None

    @property
    def tree(self) -> FindingsTree | None:
        """What is shown, or None before the first findings."""
        return self._tree

    def show(self, tree: FindingsTree | None) -> None:
        """Show other nodes."""
        self.beginResetModel()
        self._tree = tree
        self.endResetModel()

    # ------------------------------------------------------------------ from indexes to nodes and back

    def node_of(self, index: QModelIndex) -> Node | None:
        """The family, theme or kind of an index; the kind of a place's index."""
        if not index.isValid() or self._tree is None:
            return None
        return self._tree.nodes[index.internalId() >> 1]

    def place_of(self, index: QModelIndex) -> int | None:
        """Position of the finding of a place's index, None for the others."""
        node = self.node_of(index)
        if node is None or not index.internalId() & OF_PLACE:
            return None
        return node.shown[index.row()]

    def index_of(self, node: Node) -> QModelIndex:
        """Index of a family, theme or kind."""
        return self.createIndex(node.row, 0, node.number << 1)

    def index_of_place(self, kind: Node, row: int) -> QModelIndex:
        """Index of a place, fetching the places before it if need be."""
        self.fetch_until(kind, row)
        return self.createIndex(row, 0, (kind.number << 1) | OF_PLACE)

    def fetch_until(self, kind: Node, row: int) -> None:
        """Give the view the places of a kind at least up to a row."""
        wanted = min(max(row + 1, kind.fetched), len(kind.shown))
        if wanted > kind.fetched:
            # more at a time as there are more: the view lays all of them out again each time
            wanted = min(max(wanted, kind.fetched + max(BATCH, kind.fetched // 4)), len(kind.shown))
            self.beginInsertRows(self.index_of(kind), kind.fetched, wanted - 1)
            kind.fetched = wanted
            self.endInsertRows()

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: QModelIndex = NO_PARENT) -> QModelIndex:
        if self._tree is None or column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        node = self.node_of(parent)
        if node is not None and node.kind is not None:
            return self.createIndex(row, column, (node.number << 1) | OF_PLACE)
        siblings = self._tree.families if node is None else node.children
        return self.createIndex(row, column, siblings[row].number << 1)

    def parent(self, child: QModelIndex) -> QModelIndex:  # type: ignore[override]
        node = self.node_of(child)
        if node is None:
            return QModelIndex()
        above = node if child.internalId() & OF_PLACE else node.parent
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: QModelIndex = NO_PARENT) -> int:
        if self._tree is None or parent.column() > 0:
            return 0
        node = self.node_of(parent)
        if node is None:
            return len(self._tree.families)
        if parent.internalId() & OF_PLACE:
            return 0
        return len(node.children) if node.kind is None else node.fetched

    def columnCount(self, _parent: QModelIndex = NO_PARENT) -> int:
        return 1

    def hasChildren(self, parent: QModelIndex = NO_PARENT) -> bool:
        if not parent.isValid():
            return self._tree is not None and bool(self._tree.families)
        return parent.column() == 0 and not parent.internalId() & OF_PLACE

    def canFetchMore(self, parent: QModelIndex) -> bool:
        """Only the first places: a tree view would ask for more at each of its layouts, seen or not."""
        return self.has_more(parent) and self.rowCount(parent) == 0

    def has_more(self, parent: QModelIndex) -> bool:
        """Whether a kind has places that the view was not given yet."""
        node = self.node_of(parent)
        if node is None or node.kind is None or parent.internalId() & OF_PLACE:
            return False
        return node.fetched < len(node.shown)

    def fetchMore(self, parent: QModelIndex) -> None:
        node = self.node_of(parent)
        if node is not None and self.has_more(parent):
            self.fetch_until(node, node.fetched)

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags  # type: ignore[return-value]  # one flag is a set of flags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        node = self.node_of(index)
        if node is None or self._tree is None:
            return None
        if index.internalId() & OF_PLACE:
            return _place_data(self._tree.index, node.shown[index.row()], role)
        answer = _NODE_DATA.get(role)
        return answer(node) if answer else None


def _node_icon(node: Node) -> QIcon | None:
    if node.kind is None:
        return None
    return level_icon(node.kind.level) if node.present else state_icon(PlaceState.FIXED)


def _place_data(index: FindingsIndex, place: int, role: int) -> object:
    state = PlaceState(index.states[place])
    finding = index.findings[place]
    if role == _Role.DisplayRole:
        label = place_label(finding, index.catalogue)
        return f"{label} · {state_word(state)}" if state in _SAID else label
    if role == _Role.ToolTipRole:
        return place_tooltip(finding, index.catalogue)
    if role == _Role.AccessibleTextRole:
        label = place_label(finding, index.catalogue)
        return label if state is PlaceState.PRESENT else f"{label}, {state_word(state)}"
    if role == _Role.DecorationRole and state is not PlaceState.PRESENT:
        return state_icon(state)
    if role == _Role.FontRole and state is PlaceState.FIXED:
        return _font(bold=False, struck=True)
    return None


def _title(node: Node) -> str:
    if node.parent is None:
        return family_name(node.family)
    if node.kind is None:
        return node.title or tr("Other findings")
    return f"{node.title} · {node.kind.table}" if node.kind.table else node.title


def _counts_sentence(node: Node) -> str:
    parts = [counts_sentence(node.counts)] if node.present or not node.fixed else []
    if node.new or node.fixed:
        parts.append(changes(new=node.new, fixed=node.fixed))
    return ", ".join(parts)


def _node_tooltip(node: Node) -> str:
    if node.kind is None:
        return rich_tooltip(_title(node), _counts_sentence(node))
    return rich_tooltip(_title(node), f"{level_word(node.kind.level)} · {node.kind.code}", _counts_sentence(node))


def _font(*, bold: bool, struck: bool) -> QFont | None:
    if not bold and not struck:
        return None
    font = QFont()
    font.setBold(bold)
    font.setStrikeOut(struck)
    return font


_NODE_DATA: dict[int, Callable[[Node], object]] = {
    _Role.DisplayRole: _title,
    _Role.ToolTipRole: _node_tooltip,
    _Role.AccessibleTextRole: lambda node: f"{_title(node)}, {_counts_sentence(node)}",
    _Role.DecorationRole: _node_icon,
    _Role.FontRole: lambda node: _font(bold=node.kind is None, struck=not node.present),
    COUNTS_ROLE: lambda node: count_parts(node.counts, node.fixed),
}


def place_position(model: FindingsModel, index: QModelIndex) -> tuple[Node, int] | None:
    """The kind and the row of the place of an index; row -1 on a family, a theme or a kind itself."""
    node = model.node_of(index)
    if node is None:
        return None
    return (node, index.row()) if index.internalId() & OF_PLACE else (node, -1)
