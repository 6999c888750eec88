"""Family → theme → kind → place: the nodes that the item model shows. Places have no node of their own."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from smica_qgis.core.validation.finding import Family, Level
from smica_qgis.gui.validation.findings_filter import FindingsFilter
from smica_qgis.gui.validation.findings_index import FindingsIndex, Kind, PlaceState

NodePath = tuple[str, ...]


@dataclass(eq=False)
class Node:
    """A family, a theme (kind is None) or a kind. shown: places of a kind; fetched: how many the view has."""

    path: NodePath
    title: str
    family: Family
    row: int
    parent: Node | None = field(default=None, repr=False)
    kind: Kind | None = None
    number: int = 0
    children: list[Node] = field(default_factory=list, repr=False)
    shown: array[int] = field(default_factory=lambda: array("I"), repr=False)
    counts: dict[Level, int] = field(default_factory=dict)
    fixed: int = 0
    new: int = 0
    fetched: int = 0

    @property
    def present(self) -> int:
        """How many places of the present run are under the node."""
        return sum(self.counts.values())

    @property
    def worst(self) -> Level | None:
        """The most serious level under the node."""
        return next((level for level in Level if self.counts.get(level)), None)


class FindingsTree:
    """The nodes that a filter leaves, numbered so that an index needs one number."""

    def __init__(self, index: FindingsIndex, shown_by: FindingsFilter) -> None:
        self.index = index
        self.families: list[Node] = []
        self.nodes: list[Node] = []
        self.kinds: list[Node] = []
        self.by_path: dict[NodePath, Node] = {}
        for kind in index.kinds():
            shown = shown_by.shown(kind, index)
            if shown:
                self._add(kind, shown)

    @property
    def places(self) -> int:
        """How many places are shown, fixed ones left out."""
        return sum(family.present for family in self.families)

    def place_after(self, node: Node | None, row: int, step: int) -> tuple[Node, int] | None:
        """The next (step 1) or previous (step -1) place of the present run, over the limits of the kinds.

        node, row: the place one is at; row -1 on a kind itself; node None before the first.
        """
        for kind, places in self._kinds_from(node, row, step):
            for place in places:
                if self.index.states[kind.shown[place]] != PlaceState.FIXED:
                    return kind, place
        return None

    def _kinds_from(self, node: Node | None, row: int, step: int) -> Iterator[tuple[Node, range]]:
        """The kinds from there on, each with the rows that are still ahead."""
        first = self._first_kind(node, step)
        for kind in self.kinds[first:] if step > 0 else self.kinds[first::-1] if first >= 0 else ():
            here = kind is node
            if step > 0:
                yield kind, range(row + 1 if here else 0, len(kind.shown))
            else:
                yield kind, range((row if here else len(kind.shown)) - 1, -1, -1)

    def _first_kind(self, node: Node | None, step: int) -> int:
        """Position of the kind to start from: under a family or a theme, or just before it going back."""
        if node is None:
            return 0 if step > 0 else len(self.kinds) - 1
        if node.kind is not None:
            return self.kinds.index(node)
        while node.kind is None:
            node = node.children[0]
        return self.kinds.index(node) - (0 if step > 0 else 1)

    def _add(self, kind: Kind, shown: array[int]) -> None:
        family = self._node((kind.family.value,), "", kind, None)
        theme = self._node((kind.family.value, kind.theme), kind.theme, kind, family)
        node = self._node((kind.family.value, kind.theme, kind.code, kind.table), kind.title, kind, theme)
        node.kind = kind
        node.shown = shown
        node.fixed = self.index.count_state(shown, PlaceState.FIXED)
        new = self.index.count_state(shown, PlaceState.NEW)
        self.kinds.append(node)
        for level_node in (family, theme, node):
            present = len(shown) - node.fixed
            level_node.counts[kind.level] = level_node.counts.get(kind.level, 0) + present
            level_node.new += new
            if level_node is not node:
                level_node.fixed += node.fixed

    def _node(self, path: NodePath, title: str, kind: Kind, parent: Node | None) -> Node:
        node = self.by_path.get(path)
        if node is None:
            siblings = parent.children if parent else self.families
            node = Node(path, title, kind.family, len(siblings), parent, number=len(self.nodes))
            siblings.append(node)
            self.nodes.append(node)
            self.by_path[path] = node
        return node
