"""The results: filter, tree, explanation, and what one looks at shown on the map."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from smica_qgis.core.validation.finding import Family, Finding
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.validation.explanation_pane import ExplanationPane
from smica_qgis.gui.validation.fault_geometry import FaultGeometries
from smica_qgis.gui.validation.filter_bar import FilterBar
from smica_qgis.gui.validation.findings_index import FindingsIndex, PlaceState
from smica_qgis.gui.validation.findings_tree import FindingsTree
from smica_qgis.gui.validation.findings_view import FindingsView
from smica_qgis.gui.validation.map_highlighter import MOST_PLACES, MapHighlighter
from smica_qgis.gui.validation.row_opener import open_row
from smica_qgis.gui.validation.zoom import ZoomWay, zoom_way
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.host.translation import number, tr

LayerOf = Callable[[str], Optional[QgsVectorLayer]]
REFRESH_PAUSE = 700
MAP_PAUSE = 300


class ResultsPane(QWidget):
    """What one walks through. Knows nothing of runs: it is given an index, geometries and layers.

    chosen: one looks at something else, see `choice`.
    """

    chosen = pyqtSignal()

    def __init__(self, iface: QgisInterface, boundary: ErrorBoundary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._boundary = boundary
        self._index: FindingsIndex | None = None
        self._layer_of: LayerOf = lambda _file: None
        self.highlighter = MapHighlighter(self._canvas)
        self.filter_bar = FilterBar(self)
        self.view = FindingsView(self)
        self.note = QLabel(self)
        self.explanation = ExplanationPane(self)
        settings = load_settings()
        self._way = zoom_way(settings.zoom_way)
        self._following = False
        self._automatic = settings.zoom_on_selection
        self.explanation.show_zoom(self._way, automatic=self._automatic)
        self._refresh = _pause(self, REFRESH_PAUSE)
        self._map_moved = _pause(self, MAP_PAUSE)
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------------ what is shown

    def show_index(self, index: FindingsIndex, geometries: FaultGeometries, layer_of: LayerOf) -> None:
        """Show the findings of another run."""
        self._index = index
        self._layer_of = layer_of
        self.highlighter.use(geometries)
        self.filter_bar.show_comparison(compared=index.compared)
        self._rebuild(fresh=self.view.findings.tree is None, again=True)

    def grow(self) -> None:
        """The index was added to: show it soon, not at each batch."""
        if not self._refresh.isActive():
            self._refresh.start()

    def forget(self) -> None:
        """Show nothing any more."""
        self._refresh.stop()
        self._index = None
        self.highlighter.use(None)
        self.view.show_tree(None)
        self.explanation.show_nothing()

    @property
    def has_choice(self) -> bool:
        """Whether one looks at a finding, or at a kind of them."""
        return bool(self._chosen())

    @property
    def choice(self) -> list[Finding]:
        """The finding that one looks at, or all those of its kind that are shown."""
        return self._chosen()

    def show_family(self, family: Family | None) -> None:
        """Show one family, or all."""
        self.filter_bar.family = family
        self._rebuild()

    def focus_filter(self) -> None:
        """Go and type in the filter."""
        self.filter_bar.text.setFocus()
        self.filter_bar.text.selectAll()

    def leave(self) -> None:
        """The dock goes away: leave nothing on the map, listen to nothing."""
        self._refresh.stop()
        self._map_moved.stop()
        self._listen_to_map(False)
        self.highlighter.remove()

    # ------------------------------------------------------------------ gestures

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) finding."""
        if self.view.go(step):
            self._note("")
            if self._automatic:
                self.zoom()
        else:
            self._note(tr("That was the last one.") if step > 0 else tr("That was the first one."))

    def zoom(self) -> None:
        """Move the map to what is chosen."""
        findings = self._chosen()
        if findings and not self._boundary.run(lambda: self.highlighter.go_to(findings, self._way)):
            self._note(tr("It has no place on the map."))

    def open_row(self, *, form: bool = False) -> None:
        """Open the row of the chosen place."""
        findings = self._chosen()
        finding = findings[0] if len(findings) == 1 else None
        layer = self._layer_of(finding.file) if finding else None
        if finding is None or layer is None or finding.row is None:
            self._note(tr("This finding is not about a row that can be opened."))
            return
        row = finding.row
        self._boundary.run(lambda: open_row(self._iface, layer, row, form=form))

    def _on_click(self) -> None:
        if self._automatic:
            self.zoom()

    def _on_moved(self) -> None:
        """Another thing is chosen: explain it, show it on the map."""
        self._note("")
        self.chosen.emit()
        findings = self._chosen()
        node = self.view.findings.node_of(self.view.currentIndex())
        if node is None or self._index is None:
            self.explanation.show_nothing()
            self.highlighter.clear()
            return
        has_layer = len(findings) == 1 and self._layer_of(findings[0].file) is not None
        self.explanation.show_index(self.view.findings, self.view.currentIndex(), has_layer=has_layer)
        self._boundary.run(lambda: self._highlight(findings))

    def _highlight(self, findings: list[Finding]) -> None:
        if self.view.findings.place_of(self.view.currentIndex()) is not None:
            self.highlighter.show_place(findings[0])
        elif findings:
            looked_at = self.highlighter.show_kind(findings)
            if looked_at < len(findings):
                text = tr("The map shows the first {shown} of {total}.")
                self._note(text.format(shown=number(MOST_PLACES), total=number(len(findings))))
        else:
            self.highlighter.clear()

    def _chosen(self) -> list[Finding]:
        """The finding of a place, those of a kind that are shown, none for a family or a theme."""
        index = self.view.currentIndex()
        node, place = self.view.findings.node_of(index), self.view.findings.place_of(index)
        if self._index is None or node is None:
            return []
        if place is not None:
            return [self._index.findings[place]]
        return [self._index.findings[p] for p in node.shown]

    # ------------------------------------------------------------------ the filter

    def _rebuild(self, *, fresh: bool = False, again: bool = False) -> None:
        """Show what the filter leaves. again: also show once more what is chosen, its geometries are new."""
        index = self._index
        if index is None:
            return
        self._refresh.stop()
        self.filter_bar.show_tables(index.tables())
        tree = FindingsTree(index, self.filter_bar.filter)
        if self.view.show_tree(tree, fresh=fresh) or again:
            self._on_moved()
        present = len(index.findings) - index.total(PlaceState.FIXED)
        self.filter_bar.show_count(tree.places, present)

    def _follow_map(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        self._listen_to_map(wanted)
        self._on_map_moved()

    def _listen_to_map(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        if wanted == self._following:
            return
        self._following = wanted
        if wanted:
            self._canvas.extentsChanged.connect(self._map_moved.start)
        else:
            self._map_moved.stop()
            self._canvas.extentsChanged.disconnect(self._map_moved.start)

    def _on_map_moved(self) -> None:
        self.filter_bar.extent = self.highlighter.lonlat_extent()
        self._rebuild()
        if self._following and self.filter_bar.extent is None:
            self._note(tr("The map has no coordinate system: its view cannot filter."))

    def _choose_way(self, way: ZoomWay) -> None:
        self._way = way
        change_settings(zoom_way=way.value)
        self.explanation.show_zoom(way, automatic=self._automatic)
        self.zoom()

    def _choose_automatic(self, automatic: bool) -> None:  # noqa: FBT001 - a slot
        self._automatic = automatic
        change_settings(zoom_on_selection=automatic)

    def _note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    # ------------------------------------------------------------------ once

    def _lay_out(self) -> None:
        self.note.setWordWrap(True)
        self.note.setVisible(False)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.explanation)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.filter_bar)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.note)

    def _connect(self) -> None:
        self._refresh.timeout.connect(self._rebuild)
        self._map_moved.timeout.connect(self._on_map_moved)
        self.filter_bar.changed.connect(self._rebuild)
        self.filter_bar.extent_wanted.connect(self._follow_map)
        self.view.moved.connect(self._on_moved)
        self.view.clicked_place.connect(self._on_click)
        self.view.zoom_wanted.connect(self.zoom)
        self.view.row_wanted.connect(self.open_row)
        self.view.step_wanted.connect(self.step)
        self.explanation.step_wanted.connect(self.step)
        self.explanation.zoom_wanted.connect(self.zoom)
        self.explanation.zoom_chosen.connect(self._choose_way)
        self.explanation.automatic_chosen.connect(self._choose_automatic)
        self.explanation.row_wanted.connect(self.open_row)
        self.explanation.form_wanted.connect(lambda: self.open_row(form=True))


def _pause(parent: QWidget, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
