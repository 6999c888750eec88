"""The item model: well made, and lazy however many the findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt
from qgis.PyQt.QtTest import QTest

from smica_qgis.core.validation.finding import Finding
from smica_qgis.gui.validation.findings_filter import FindingsFilter
from smica_qgis.gui.validation.findings_index import FindingsIndex
from smica_qgis.gui.validation.findings_model import BATCH, FindingsModel
from smica_qgis.gui.validation.findings_tree import FindingsTree
from smica_qgis.gui.validation.findings_view import FindingsView
from tests.unit.reports.made_report import catalogue, every_kind, many

MANY = 100_000


def tree_of(findings: list[Finding], **asked: Any) -> FindingsTree:  # noqa: ANN401
    index = FindingsIndex(catalogue())
    index.add(findings)
    return FindingsTree(index, FindingsFilter(**asked))


@pytest.fixture(scope="module")
def many_findings() -> list[Finding]:
    return many(MANY)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[FindingsView]:
    shown = FindingsView()
    qtbot.addWidget(shown)
    shown.resize(360, 400)
    shown.show()
    yield shown
    shown.show_tree(None)


def all_indexes(model: FindingsModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    above = QModelIndex() if parent is None else parent
    while model.canFetchMore(above) or model.has_more(above):
        model.fetchMore(above)
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield index
        yield from all_indexes(model, index)


def test_qt_finds_it_well_made(qtmodeltester: ModelTester) -> None:
    model = FindingsModel()
    model.show(tree_of(every_kind()))
    qtmodeltester.check(model)


def test_an_empty_model_is_well_made(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(FindingsModel())


def test_all_places_can_be_reached() -> None:
    model = FindingsModel()
    model.show(tree_of(every_kind()))
    places = [model.place_of(index) for index in all_indexes(model)]
    assert sorted(place for place in places if place is not None) == list(range(len(every_kind())))


def test_each_row_has_a_text_and_a_spoken_text() -> None:
    model = FindingsModel()
    model.show(tree_of(every_kind()))
    for index in all_indexes(model):
        assert index.data(Qt.ItemDataRole.DisplayRole)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_text_of_the_delivery_is_not_rich_text() -> None:
    hostile = [f for f in every_kind() if f.code == "FILE_UNEXPECTED"]
    hostile[0].values["FILEPATH"] = "<img src='http://a.example/x.png'>.csv"  # type: ignore[index]
    model = FindingsModel()
    model.show(tree_of(hostile))
    tooltips = [index.data(Qt.ItemDataRole.ToolTipRole) for index in all_indexes(model)]
    assert not any("<img" in tooltip for tooltip in tooltips)
    assert any("&lt;img" in tooltip for tooltip in tooltips)


def test_a_kind_gives_its_places_by_batches(many_findings: list[Finding]) -> None:
    model = FindingsModel()
    model.show(tree_of(many_findings))
    assert model.tree is not None
    kind = model.tree.kinds[0]
    index = model.index_of(kind)
    assert len(kind.shown) > 10 * BATCH
    assert model.rowCount(index) == 0
    assert model.hasChildren(index)
    model.fetchMore(index)
    assert model.rowCount(index) == BATCH


class CountingModel(FindingsModel):
    """Counts the texts that a view asks for."""

    asked = 0

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        self.asked += role == Qt.ItemDataRole.DisplayRole
        return super().data(index, role)


def test_a_view_of_100_000_findings_reads_what_it_shows(
    view: FindingsView,
    many_findings: list[Finding],
    qtbot: QtBot,
) -> None:
    model = CountingModel(view)
    view.findings = model
    view.setModel(model)
    view.show_tree(tree_of(many_findings), fresh=True)
    assert model.tree is not None
    for node in model.tree.nodes:
        view.expand(model.index_of(node))
        qtbot.wait(20)
    fetched = [node.fetched for node in model.tree.kinds]
    assert max(fetched) == BATCH
    assert model.asked < 1000


def test_scrolling_to_the_end_fetches_more(view: FindingsView, many_findings: list[Finding], qtbot: QtBot) -> None:
    view.show_tree(tree_of(many_findings), fresh=True)
    assert view.findings.tree is not None
    kind = view.findings.tree.kinds[-1]
    view.expand(view.findings.index_of(kind))
    before = kind.fetched
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.wait(20)
    assert kind.fetched > before


def test_going_to_a_far_place_fetches_up_to_it(view: FindingsView, many_findings: list[Finding]) -> None:
    view.show_tree(tree_of(many_findings), fresh=True)
    assert view.findings.tree is not None
    kind = view.findings.tree.kinds[0]
    view.setCurrentIndex(view.findings.index_of_place(kind, 1500))
    assert view.go(1)
    assert view.currentIndex().row() == 1501
    assert view.findings.node_of(view.currentIndex()) is kind


def test_another_filter_leaves_one_where_one_was(view: FindingsView) -> None:
    view.show_tree(tree_of(every_kind()), fresh=True)
    while view.go(1) and "IDURBA" not in view.currentIndex().data():
        pass
    text = view.currentIndex().data()
    changed = view.show_tree(tree_of(every_kind(), table="INFO_SURF"))
    assert not changed
    assert view.currentIndex().data() == text
    assert view.show_tree(tree_of(every_kind(), table="ZONE_URBA"))


def test_the_keys(view: FindingsView, qtbot: QtBot) -> None:
    view.show_tree(tree_of(every_kind()), fresh=True)
    view.go(1)
    for key, signal, value in (
        (Qt.Key.Key_N, view.step_wanted, [1]),
        (Qt.Key.Key_P, view.step_wanted, [-1]),
        (Qt.Key.Key_Space, view.zoom_wanted, []),
        (Qt.Key.Key_Return, view.row_wanted, []),
    ):
        with qtbot.waitSignal(signal) as heard:
            QTest.keyClick(view, key)
        assert heard.args == value


def test_enter_opens_a_kind(view: FindingsView) -> None:
    view.show_tree(tree_of(every_kind()), fresh=True)
    assert view.findings.tree is not None
    index = view.findings.index_of(view.findings.tree.kinds[0])
    view.setCurrentIndex(index)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.isExpanded(index)


def test_a_click_on_a_place_is_told(view: FindingsView, qtbot: QtBot) -> None:
    view.show_tree(tree_of(every_kind()), fresh=True)
    view.go(1)
    where = view.visualRect(view.currentIndex()).center()
    with qtbot.waitSignal(view.clicked_place):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))


def test_long_titles_get_the_lines_they_need(view: FindingsView) -> None:
    view.show_tree(tree_of(every_kind()), fresh=True)
    view.expandAll()
    model = view.findings
    assert model.tree is not None
    heights = set()
    for node in model.tree.kinds:
        heights.add(view.visualRect(model.index_of(node)).height())
    view.resize(200, 400)
    view.doItemsLayout()
    narrow = max(view.visualRect(model.index_of(node)).height() for node in model.tree.kinds)
    assert narrow > min(heights)
