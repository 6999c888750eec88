"""The dock *Instruction* as a whole: no store, the list of procedures, a narrow dock, the keyboard."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from smica_qgis.gui.instruction.panel import InstructionPanel
from smica_qgis.gui.instruction.procedure_page import FINDINGS, PUBLICATION
from smica_qgis.gui.instruction.procedures_model import LISTED_ROLE
from smica_qgis.host.settings import load_settings
from tests.qgis.gui.conftest import Window
from tests.qgis.gui.instruction.gestures import (
    at_rest,
    drop,
    follow,
    look_at,
    two_rounds,
)
from tests.qgis.published_rounds import DOCUMENT, NEXT, delivery, opened, states


def test_without_a_store_it_says_what_to_do(instruction: InstructionPanel) -> None:
    assert instruction.pages.currentWidget() is instruction.empty
    assert "store" in instruction.empty.text.text()
    assert not instruction.empty.again_button.isVisible()


def test_a_store_is_made_a_procedure_opened_a_delivery_dropped(
    instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot
) -> None:
    instruction.empty.store_chosen.emit(store)
    at_rest(instruction, qtbot)
    qtbot.waitUntil(lambda: instruction.pages.currentWidget() is instruction.overview)
    at_rest(instruction, qtbot)
    assert load_settings().store == store
    assert instruction.overview.pages.currentWidget() is instruction.overview.nothing
    instruction.overview.new_button.click()
    form = instruction.form
    assert not form.create_button.isEnabled()
    qtbot.keyClicks(form.document, "n'importe")
    assert not form.create_button.isEnabled()
    form.document.clear()
    qtbot.keyClicks(form.document, DOCUMENT)
    assert "12901" in form.hint.text()
    qtbot.keyClicks(form.consultancy, "Atelier")
    qtbot.keyClick(form.consultancy, Qt.Key.Key_Return)
    at_rest(instruction, qtbot)
    qtbot.waitUntil(lambda: instruction.pages.currentWidget() is instruction.page)
    page = instruction.page
    assert page.pages.currentWidget() is page.waiting
    assert page.may_receive
    drop(instruction, delivery(tmp_path / "1", DOCUMENT, faults=2))
    at_rest(instruction, qtbot)
    qtbot.waitUntil(lambda: len(page.timeline.buttons) == 1)
    at_rest(instruction, qtbot)
    assert states(store) == {f"{DOCUMENT}_E": ["checked"]}
    assert page.pages.currentWidget() is page.tabs
    assert "(2)" in page.tabs.buttons[FINDINGS].text()
    assert not page.may_receive
    assert "Round 1" in page.receive_button.toolTip()


def test_the_overview_filters(instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot) -> None:
    two_rounds(store, tmp_path)
    opened(store, NEXT, "procédure d'élan")
    follow(instruction, qtbot, store)
    overview = instruction.overview
    assert [one.procedure.identifier for one in overview.shown] == ["procédure d'élan", "rev1"]
    qtbot.keyClicks(overview.text, "ELAN procedure")
    assert [one.procedure.identifier for one in overview.shown] == ["procédure d'élan"]
    overview.text.clear()
    overview.state.setCurrentIndex(overview.state.findText("checked"))
    (checked,) = overview.shown
    assert (checked.procedure.identifier, checked.round_number) == ("rev1", 2)
    overview.late.setChecked(True)
    assert overview.shown == []
    overview.late.setChecked(False)
    table = tmp_path / "p.csv"
    instruction.write_table(table)
    at_rest(instruction, qtbot)
    written = table.read_text(encoding="utf-8-sig")
    assert "rev1" in written
    assert "élan" not in written
    overview.list.setCurrentIndex(overview.filtered.index(0, 0))
    assert overview.list.currentIndex().data(LISTED_ROLE).procedure.identifier == "rev1"
    qtbot.keyClick(overview.list, Qt.Key.Key_Return)
    at_rest(instruction, qtbot)
    assert instruction.pages.currentWidget() is instruction.page
    instruction.page.back_button.click()
    at_rest(instruction, qtbot)
    assert instruction.pages.currentWidget() is instruction.overview


def test_the_map_of_the_procedures(instruction: InstructionPanel, store: str, qtbot: QtBot, window: Window) -> None:
    opened(store, DOCUMENT, "rev1")
    follow(instruction, qtbot, store)
    instruction.overview.map_button.click()
    at_rest(instruction, qtbot)
    (layer,) = QgsProject.instance().mapLayers().values()
    assert isinstance(layer, QgsVectorLayer)
    assert [feature["document"] for feature in layer.getFeatures()] == [DOCUMENT]
    assert layer.renderer().classAttribute() == "etat"
    assert len(window.messages()) == 1, "no cadastre: it is said"


def test_it_fits_in_a_narrow_dock(instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot) -> None:
    two_rounds(store, tmp_path)
    follow(instruction, qtbot, store)
    assert instruction.minimumSizeHint().width() <= 360
    look_at(instruction, qtbot, "rev1")
    for place in range(5):
        instruction.page.tabs.show_page(place)
        QApplication.processEvents()
        assert instruction.minimumSizeHint().width() <= 360
        assert instruction.minimumSizeHint().height() <= 620
    for button in instruction.page.tabs.buttons:
        assert button.geometry().right() <= instruction.page.width(), button.text()


def test_tabs_by_keyboard(instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot) -> None:
    two_rounds(store, tmp_path)
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    tabs = instruction.page.tabs
    tabs.buttons[0].setFocus()
    qtbot.keyClick(tabs.buttons[0], Qt.Key.Key_Space)
    tabs.show_page(PUBLICATION)
    assert tabs.buttons[PUBLICATION].isChecked()
    assert not tabs.buttons[0].isChecked()
