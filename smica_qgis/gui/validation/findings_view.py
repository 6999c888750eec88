"""The tree of the findings: wraps long titles, fetches as one scrolls, stays put when the nodes change."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QTreeView,
    QWidget,
)

from smica_qgis.gui.validation.findings_delegate import FindingsDelegate
from smica_qgis.gui.validation.findings_model import FindingsModel, place_position
from smica_qgis.gui.validation.findings_tree import FindingsTree, Node, NodePath
from smica_qgis.host.translation import tr

MOST_RESTORED = 2000
FETCH_AHEAD = 30
FEW_THEMES = 8


@dataclass
class _Place:
    """Where one was in the tree before its nodes changed. key: of the finding of a place, empty on a node."""

    opened: set[NodePath] = field(default_factory=set)
    known: set[NodePath] = field(default_factory=set)
    fetched: dict[NodePath, int] = field(default_factory=dict)
    path: NodePath = ()
    key: str = ""
    scroll: int = 0


class FindingsView(QTreeView):
    """Signals: moved (one looks at something else), row_wanted, zoom_wanted, step_wanted (1 or -1)."""

    moved = pyqtSignal()
    row_wanted = pyqtSignal()
    zoom_wanted = pyqtSignal()
    step_wanted = pyqtSignal(int)
    clicked_place = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restoring = False
        self.findings = FindingsModel(self)
        self.setModel(self.findings)
        self._drawing = FindingsDelegate(self)
        self.setItemDelegate(self._drawing)
        self.setAccessibleName(tr("Findings"))
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIndentation(14)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        # later, never at once: Qt tells both in the middle of its own layout, which a question of ours would redo
        self._fetch_soon = QTimer(self)
        self._fetch_soon.setSingleShot(True)
        self._fetch_soon.timeout.connect(self._fetch_ahead)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._fetch_soon.start(0))
        self.expanded.connect(lambda _index: self._fetch_soon.start(0))

    # ------------------------------------------------------------------ what is shown

    def show_tree(self, tree: FindingsTree | None, *, fresh: bool = False) -> bool:
        """Show other nodes; says whether something else is now chosen.

        fresh: of another delivery, open what a first look needs; otherwise stay where one is.
        """
        place = _Place() if fresh else self._remember()
        self._restoring = True
        self._drawing.forget()
        self.findings.show(tree)
        if tree is not None:
            self._restore(tree, place)
        self._restoring = False
        now = self._remember_current(_Place())
        return (now.path, now.key) != (place.path, place.key)

    def go(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) place; False at the end of the list."""
        tree = self.findings.tree
        if tree is None:
            return False
        at = place_position(self.findings, self.currentIndex())
        found = tree.place_after(at[0] if at else None, at[1] if at else -1, step)
        if found is None:
            return False
        self.look_at(*found)
        return True

    def look_at(self, kind: Node, row: int) -> None:
        """Choose a place, and open what holds it."""
        index = self.findings.index_of_place(kind, row)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    # ------------------------------------------------------------------ gestures

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.step_wanted.emit(1 if key == Qt.Key.Key_N else -1)
        elif plain and key == Qt.Key.Key_Space:
            self.zoom_wanted.emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.pos())
        if event.button() == Qt.MouseButton.LeftButton and self.findings.place_of(index) is not None:
            self.clicked_place.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._enter()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if not self._restoring:
            self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _enter(self) -> None:
        """Open the row of a place; open or close the others."""
        index = self.currentIndex()
        if self.findings.place_of(index) is not None:
            self.row_wanted.emit()
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _fetch_ahead(self) -> None:
        """Fetch the next places of the kind that the bottom of the view shows, before one sees the end."""
        bottom = self.indexAt(self.viewport().rect().bottomLeft())
        kinds = {bottom.parent(), self.indexBelow(bottom).parent()} if bottom.isValid() else self._opened_kinds()
        for kind in kinds:
            if self.findings.has_more(kind) and self._near_end(kind, bottom):
                self.findings.fetchMore(kind)

    def _near_end(self, kind: QModelIndex, bottom: QModelIndex) -> bool:
        if not bottom.isValid() or bottom.parent() != kind:
            return True
        return bottom.row() + FETCH_AHEAD >= self.findings.rowCount(kind)

    def _opened_kinds(self) -> list[QModelIndex]:
        tree = self.findings.tree
        indexes = [self.findings.index_of(node) for node in tree.kinds] if tree else []
        return [index for index in indexes if self.isExpanded(index)]

    # ------------------------------------------------------------------ staying where one is

    def _remember(self) -> _Place:
        place = _Place(scroll=self.verticalScrollBar().value())
        tree = self.findings.tree
        if tree is None:
            return place
        for node in tree.nodes:
            place.known.add(node.path)
            if self.isExpanded(self.findings.index_of(node)):
                place.opened.add(node.path)
                place.fetched[node.path] = node.fetched
        return self._remember_current(place)

    def _remember_current(self, place: _Place) -> _Place:
        tree, current = self.findings.tree, self.currentIndex()
        node, position = self.findings.node_of(current), self.findings.place_of(current)
        if tree is not None and node is not None:
            place.path = node.path
            place.key = "" if position is None else tree.index.findings[position].key
        return place

    def _restore(self, tree: FindingsTree, place: _Place) -> None:
        few = sum(len(family.children) for family in tree.families) <= FEW_THEMES
        for node in tree.nodes:
            at_first = node.parent is None or (node.kind is None and few)
            if node.path in place.opened or (at_first and node.path not in place.known):
                self.expand(self.findings.index_of(node))
            if node.kind is not None and node.path in place.opened:
                self.findings.fetch_until(node, min(place.fetched[node.path], MOST_RESTORED) - 1)
        self._restore_current(tree, place)
        self.verticalScrollBar().setValue(place.scroll)

    def _restore_current(self, tree: FindingsTree, place: _Place) -> None:
        node = tree.by_path.get(place.path)
        if node is None:
            return
        findings = tree.index.findings
        rows = (row for row, p in enumerate(node.shown) if findings[p].key == place.key)
        row = next(rows, None) if place.key else None
        if row is not None:
            self.setCurrentIndex(self.findings.index_of_place(node, row))
        else:
            self.setCurrentIndex(self.findings.index_of(node))
