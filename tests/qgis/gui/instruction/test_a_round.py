"""A round: findings, what is said of them, comparison with the one before, what is seen by eye."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

from smica_qgis.core.workflow.object_comparison import ObjectFate
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.core.workflow.vocabulary import Answer
from smica_qgis.gui.instruction.panel import InstructionPanel
from smica_qgis.gui.instruction.procedure_page import COMPARISON, FINDINGS
from smica_qgis.gui.validation.findings_index import PlaceState
from tests.qgis.gui.conftest import Window
from tests.qgis.gui.instruction.gestures import (
    at_rest,
    follow,
    items,
    lines,
    look_at,
    two_rounds,
)


def test_findings_exceptions_questions(
    instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot, window: Window
) -> None:
    two_rounds(store, tmp_path)
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    findings = instruction.page.findings
    assert findings.index is not None
    assert findings.index.total(PlaceState.FIXED) == 2, "the comparison is told in the tree"
    instruction.page.timeline.buttons[0].click()
    at_rest(instruction, qtbot)
    findings.results.step(1)
    assert "decided" in findings.remarks.accept_button.toolTip()
    assert not findings.remarks.text.isEnabled()
    look_at(instruction, qtbot, "rev1")
    findings.results.step(1)
    remarks = findings.remarks
    assert findings.results.highlighter.go_to(findings.results.choice, findings.results._way), "it has a place"
    assert not remarks.ask_button.isEnabled()
    remarks.text.setText("Quel libellé ?")
    qtbot.keyClick(remarks.text, Qt.Key.Key_Return)
    at_rest(instruction, qtbot)
    assert findings.index.total(PlaceState.QUESTION) == 1
    assert "Quel libellé ?" in remarks.said.toPlainText()
    assert remarks.ask_button.text() == "Reply"
    remarks.text.setText("UA")
    remarks.ask_button.click()
    at_rest(instruction, qtbot)
    assert findings.index.total(PlaceState.QUESTION) == 0
    remarks.text.setText("zone jugée")
    remarks.accept_button.click()
    at_rest(instruction, qtbot)
    assert findings.index.total(PlaceState.EXCEPTION) == 1
    assert not remarks.accept_button.isEnabled()
    assert "(1)" in instruction.page.tabs.buttons[FINDINGS].text()
    index = findings.results.view.currentIndex()
    assert "exception" in index.data()
    findings.show_states((PlaceState.EXCEPTION,))
    tree = findings.results.view.findings.tree
    assert tree is not None
    assert tree.places == 1
    assert window.messages() == []


def test_a_whole_kind_is_accepted_at_once(
    instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot
) -> None:
    two_rounds(store, tmp_path)
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    findings = instruction.page.findings
    tree = findings.results.view.findings.tree
    assert tree is not None
    kind = next(node for node in tree.kinds if node.kind is not None and node.present == 2)
    findings.results.view.setCurrentIndex(findings.results.view.findings.index_of(kind))
    assert not findings.remarks.ask_button.isEnabled()
    findings.remarks.text.setText("zones jugées")
    findings.remarks.accept_button.click()
    at_rest(instruction, qtbot)
    assert findings.index is not None
    assert findings.index.total(PlaceState.EXCEPTION) == 2
    assert instruction.page.tabs.buttons[FINDINGS].text() == "Findings"


def test_comparison_on_the_map(instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot) -> None:
    two_rounds(store, tmp_path)
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    tab = instruction.page.comparison
    instruction.page.tabs.show_page(COMPARISON)
    assert tab.numbers == (1, 2)
    assert tab.comparison is not None
    assert tab.comparison.tables["zone_urba"].counts()[ObjectFate.CHANGED] == 3
    assert "ZONE_URBA|3" in lines(tab.tree)
    assert tab.chips[Fate.FIXED].text() == "Fixed 2"
    tab.chips[Fate.FIXED].click()
    assert instruction.page.tabs.pages.currentIndex() == FINDINGS
    assert instruction.page.findings.results.filter_bar.filter.states == (PlaceState.FIXED,)
    tab.map_button.click()
    at_rest(instruction, qtbot)
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert {"Objects that changed", "ZONE_URBA"} <= names
    zones = next(item for item in items(tab.tree) if item.text(0) == "ZONE_URBA")
    tab.tree.itemActivated.emit(zones, 0)
    objects = next(layer for layer in QgsProject.instance().mapLayers().values() if "Objects" in layer.name())
    assert isinstance(objects, QgsVectorLayer)
    assert objects.selectedFeatureCount() == 3
    on_map = instruction.on_map
    assert len(on_map.layers.earlier) == len(on_map.layers.later) > 0
    instruction.compare(1, 2)
    at_rest(instruction, qtbot)
    kept = set(QgsProject.instance().mapLayers())
    assert kept, "nothing leaves the map while one reads"
    tab.map_button.click()
    at_rest(instruction, qtbot)
    assert not kept & set(QgsProject.instance().mapLayers())
    assert len(QgsProject.instance().layerTreeRoot().children()) == 1
    instruction.on_map.layers.remove()
    assert QgsProject.instance().mapLayers() == {}
    assert QgsProject.instance().layerTreeRoot().children() == []


def test_the_curtain(instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot, window: Window) -> None:
    two_rounds(store, tmp_path)
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    canvas = window.mapCanvas()
    canvas.resize(400, 300)
    button = instruction.page.comparison.swipe_button
    button.click()
    at_rest(instruction, qtbot)
    tool = instruction.on_map.tool
    assert canvas.mapTool() is tool
    qtbot.waitUntil(lambda: tool.is_drawn)
    before = tool.edge
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert tool.edge == before + 20
    tool.move_to(-50)
    assert tool.edge == 0
    canvas.unsetMapTool(tool)
    assert not button.isChecked()


def test_the_checklist(instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot, window: Window) -> None:
    two_rounds(store, tmp_path)
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    tab = instruction.page.checklist
    assert tab.remaining() == 20
    tab.place_button.click()
    tab.place._click.clicked.emit(660_000.0, 6_360_000.0, "EPSG:2154")
    assert not tab.place_button.isChecked()
    tab.note.setText("manque la page 2")
    tab.buttons[Answer.NO].click()
    at_rest(instruction, qtbot)
    assert tab.remaining() == 19
    (said,) = instruction.page.opened.sheet.answers  # type: ignore[union-attr]
    assert (said.answer, said.note, said.place) == (Answer.NO, "manque la page 2", "Point (660000 6360000)")
    assert tab.list.currentRow() == 2, "the next question"
    qtbot.keyClicks(tab.list, "3")
    at_rest(instruction, qtbot)
    assert tab.remaining() == 18
    tab.list.setCurrentRow(1)
    assert tab.place.wkt == "Point (660000 6360000)"
    assert tab.buttons[Answer.NO].isChecked()
    assert window.messages() == []
