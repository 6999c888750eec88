"""From a refusal to a document in force, withdrawn and restored."""

from __future__ import annotations

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from smica_qgis.gui.instruction.panel import InstructionPanel
from smica_qgis.gui.instruction.paper import Paper
from smica_qgis.host.settings import change_settings, load_settings
from tests.qgis.gui.conftest import Window
from tests.qgis.gui.instruction.gestures import (
    answer_all,
    at_rest,
    follow,
    lines,
    look_at,
    plan_and_publish,
    receive_by_button,
    send_back,
    two_rounds,
    withdraw_and_restore,
)
from tests.qgis.published_rounds import DOCUMENT, accepted, delivery, states


def test_a_refusal_and_its_papers(
    instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot, window: Window
) -> None:
    two_rounds(store, tmp_path)
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    send_back(instruction, qtbot)
    tab = instruction.page.decision
    assert states(store) == {"rev1": ["sent_back", "sent_back"]}
    assert "encore deux" in tab.preview.toPlainText()
    assert tab.papers[Paper.LETTER].isEnabled()
    for paper in Paper:
        instruction.write_paper(paper, tmp_path / paper.value)
    assert (tmp_path / "lettre.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "constats.xlsx").is_file()
    assert json.loads((tmp_path / "certificat.json").read_text(encoding="utf-8"))["reason"] == "encore deux"
    assert load_settings().signatory == "Mme la cheffe de service"
    assert len(window.messages()) == len(Paper), "each is said to be written"


def test_from_a_decision_to_a_document_in_force(
    instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot
) -> None:
    two_rounds(store, tmp_path)
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    send_back(instruction, qtbot)
    third = delivery(tmp_path / "3", DOCUMENT, label="UZ")
    receive_by_button(instruction, qtbot, third, 3)
    answer_all(instruction, qtbot)
    tab = instruction.page.decision
    assert tab.reason.toPlainText() == ""
    assert tab.accept_button.isEnabled()
    tab.accept_button.click()
    at_rest(instruction, qtbot)
    assert states(store)["rev1"][-1] == "accepted"
    assert "no letter" in tab.papers[Paper.LETTER].toolTip()
    assert not tab.papers[Paper.LETTER].isEnabled()
    plan_and_publish(instruction, qtbot, store, third)
    withdraw_and_restore(instruction, qtbot, store)


def test_another_delivery_is_refused_in_the_bar(
    instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot, window: Window
) -> None:
    accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    tab = instruction.page.publication
    tab.delivery.show_path(delivery(tmp_path / "2", DOCUMENT, label="UZ"))
    tab.publish_button.click()
    at_rest(instruction, qtbot)
    assert any("pas la livraison du tour 1" in text for text in window.messages())
    assert states(store) == {"rev1": ["accepted"]}
    assert instruction.pages.isEnabled()


def test_targets_come_from_the_settings(
    instruction: InstructionPanel, store: str, tmp_path: Path, qtbot: QtBot, window: Window
) -> None:
    accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    change_settings(publication={"archive": {"folder": str(tmp_path / "archives")}})
    follow(instruction, qtbot, store)
    look_at(instruction, qtbot, "rev1")
    tab = instruction.page.publication
    assert list(tab.boxes) == ["store", "archive"]
    given = tmp_path / "cibles.json"
    given.write_text('{"archive": 3}', encoding="utf-8")
    tab.settings_given.emit(str(given))
    assert len(window.messages()) == 1
    assert list(tab.boxes) == ["store", "archive"], "what is wrong changes nothing"
    given.write_text(json.dumps({"feed": {"folder": "x"}, **load_settings().publication}), encoding="utf-8")
    tab.settings_given.emit(str(given))
    assert list(tab.boxes) == ["store", "feed", "archive"]
    assert set(load_settings().publication) == {"feed", "archive"}
    assert tab.boxes["store"].isChecked()
    assert not tab.boxes["store"].isEnabled()
    tab.boxes["archive"].setChecked(True)
    tab.publish_button.click()
    at_rest(instruction, qtbot)
    assert any(line.endswith("|done") and "Archive" in line for line in lines(tab.tree))
    assert list((tmp_path / "archives").rglob("*.zip"))
