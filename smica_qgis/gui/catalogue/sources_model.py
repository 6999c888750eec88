"""The tree of shared data: themes, sources, and the layers of a service once it was asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsMimeDataUtils
from qgis.PyQt.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QIcon

from smica_qgis.core.source_profile.folding import folded_words
from smica_qgis.core.source_profile.profile import Source
from smica_qgis.core.source_profile.search import SourceQuery, find_sources, matches
from smica_qgis.gui.catalogue.dragged_source import drop_uri
from smica_qgis.gui.catalogue.shared_catalogue import ServiceState, SharedCatalogue
from smica_qgis.gui.catalogue.source_wording import source_icon, source_tooltip, theme_icon_of
from smica_qgis.host.translation import tr

SOURCE_ROLE = Qt.ItemDataRole.UserRole + 1
STATE_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(eq=False)
class Node:
    """One line. source: None for a theme or a message; row: among its parent's children."""

    title: str
    parent: Node | None = None
    source: Source | None = None
    theme: str = ""
    row: int = 0
    children: list[Node] = field(default_factory=list)
    complete: bool = True

    def add(self, child: Node) -> Node:
        """Put a line below."""
        child.parent, child.row = self, len(self.children)
        self.children.append(child)
        return child


class SourcesModel(QAbstractItemModel):
    """Rebuilt when the query changes: a few hundred lines. A service is listed when it is opened."""

    def __init__(self, shared: SharedCatalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._query = SourceQuery()
        self._root = Node("")
        self._before = self._root
        shared.opened.connect(self.rebuild)
        shared.listed.connect(self._on_listed)
        shared.state_changed.connect(self._on_state)

    @property
    def query(self) -> SourceQuery:
        """What is looked for."""
        return self._query

    def set_query(self, query: SourceQuery) -> None:
        """Show what matches only."""
        if query != self._query:
            self._query = query
            self.rebuild()

    def rebuild(self) -> None:
        """Build the tree anew from the catalogue."""
        self.beginResetModel()
        self._before = self._root  # an index that a view still holds must not point at nothing
        self._root = Node("")
        catalogue = self._shared.catalogue
        if catalogue is not None:
            found = list(find_sources(catalogue.profile, self._query))
            shown = {source.id for source in found}
            found += [s for s in self._listed_matching() if s.id not in shown]
            for theme, title in catalogue.profile.themes.items():
                self._add_theme(theme, title, [source for source in found if source.theme == theme])
        self.endResetModel()

    def count(self) -> int:
        """How many sources are shown."""
        return sum(len(theme.children) for theme in self._root.children)

    def source_at(self, index: QModelIndex) -> Source | None:
        """The source of a line."""
        node = self._node(index)
        return node.source if node is not None else None

    def index_of(self, source_id: str) -> QModelIndex:
        """The line of a source of the profiles."""
        for theme in self._root.children:
            for node in theme.children:
                if node.source is not None and node.source.id == source_id:
                    return self.createIndex(node.row, 0, node)
        return QModelIndex()

    def ask_again(self, index: QModelIndex) -> bool:
        """Ask anew a service that could not be read; index: its line or the one below. Says whether it does."""
        node = self._node(index)
        if node is not None and node.source is None:
            index, node = index.parent(), node.parent
        if node is None or node.source is None or not node.source.is_service or not node.children:
            return False
        if node.source.id in self._shared.listings or self._shared.is_listing(node.source.id):
            return False
        self.beginRemoveRows(index, 0, len(node.children) - 1)
        node.children = []
        self.endRemoveRows()
        node.complete = False
        self.fetchMore(index)
        return True

    # ---------------------------------------------------------------------------------------- Qt's questions

    def index(self, row: int, column: int, parent: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        node = self._node(parent) or self._root
        if column == 0 and 0 <= row < len(node.children):
            return self.createIndex(row, 0, node.children[row])
        return QModelIndex()

    def parent(self, index: QModelIndex) -> QModelIndex:  # type: ignore[override]  # the other one is QObject's
        node = self._node(index)
        if node is None or node.parent is None or node.parent is self._root:
            return QModelIndex()
        return self.createIndex(node.parent.row, 0, node.parent)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len((self._node(parent) or self._root).children)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: ARG002, B008
        return 1

    def hasChildren(self, parent: QModelIndex = QModelIndex()) -> bool:  # noqa: B008
        node = self._node(parent) or self._root
        return bool(node.children) or not node.complete

    def canFetchMore(self, parent: QModelIndex) -> bool:
        node = self._node(parent)
        return node is not None and not node.complete and node.source is not None

    def fetchMore(self, parent: QModelIndex) -> None:
        node = self._node(parent)
        if node is None or node.source is None or node.complete:
            return
        node.complete = True
        self.beginInsertRows(parent, 0, 0)
        node.add(Node(tr("Reading…")))
        self.endInsertRows()
        self._shared.list_service(node.source)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        node = self._node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return node.title
        if role == SOURCE_ROLE:
            return node.source
        if node.source is None:
            return theme_icon_of(node.theme) if role == Qt.ItemDataRole.DecorationRole and node.theme else None
        return self._source_data(node.source, role)

    def flags(self, index: QModelIndex) -> Qt.ItemFlags:
        node = self._node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags  # type: ignore[return-value]  # a flag is a set of flags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if node.source is None or node.source.is_service:
            return usual
        return usual | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return ["application/x-vnd.qgis.qgis.uri"]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        sources = [source for index in indexes if (source := self.source_at(index)) is not None]
        return QgsMimeDataUtils.encodeUriList([drop_uri(source) for source in sources])

    # ---------------------------------------------------------------------------------------- inside

    def _source_data(self, source: Source, role: int) -> QIcon | str | ServiceState | None:
        state = self._shared.states.get(source.id, ServiceState())
        if role == Qt.ItemDataRole.DecorationRole:
            return source_icon(source)
        if role == Qt.ItemDataRole.ToolTipRole:
            return source_tooltip(source, state)
        return state if role == STATE_ROLE else None

    def _add_theme(self, theme: str, title: str, sources: list[Source]) -> None:
        if not sources:
            return
        node = self._root.add(Node(title, theme=theme))
        for source in sources:
            self._fill(node.add(Node(source.title, source=source)))

    def _fill(self, node: Node) -> None:
        source = node.source
        if source is None or not source.is_service:
            return
        listed = self._shared.listings.get(source.id)
        node.complete = listed is not None
        for layer in listed or ():
            node.add(Node(layer.title, source=layer))

    def _listed_matching(self) -> list[Source]:
        """Layers of the services already listed, when words are looked for."""
        asked = folded_words(self._query.text)
        if not asked:
            return []
        return [
            source
            for found in self._shared.listings.values()
            for source in found
            if matches(asked, folded_words(f"{source.title} {source.layer}"))
            and (not self._query.themes or source.theme in self._query.themes)
        ]

    def _on_listed(self, source_id: str) -> None:
        index = self.index_of(source_id)
        node = self._node(index)
        if node is None:
            return
        if node.children:
            self.beginRemoveRows(index, 0, len(node.children) - 1)
            node.children = []
            self.endRemoveRows()
        layers = self._shared.listings.get(source_id)
        lines = [Node(layer.title, source=layer) for layer in layers or ()]
        if layers is None:
            # said, not asked for again: a view would do so for ever
            lines = [Node(tr("It could not be read: double-click to try again."))]
        elif not lines:
            lines = [Node(tr("This service has no layer."))]
        self.beginInsertRows(index, 0, len(lines) - 1)
        for line in lines:
            node.add(line)
        node.complete = True
        self.endInsertRows()

    def _on_state(self, source_id: str) -> None:
        index = self.index_of(source_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _node(self, index: QModelIndex) -> Node | None:
        if not index.isValid():
            return None
        node = index.internalPointer()
        return node if isinstance(node, Node) else None
