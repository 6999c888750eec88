"""What a role may not do is disabled, with the reason in the tooltip."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtWidgets import QWidget

from smica_qgis.core.workflow.roles import Actor, Role
from smica_qgis.gui.instruction import services
from smica_qgis.gui.instruction.panel import InstructionPanel
from smica_qgis.gui.instruction.services import Desk, InstructionServices
from smica_qgis.host.settings import change_settings
from smica_qgis.operations.open_round import OpenedProcedure
from tests.qgis.gui.conftest import Window
from tests.qgis.published_rounds import DOCUMENT, delivery, opened, receive


class Person:
    """Someone whose roles the test chooses."""

    def __init__(self) -> None:
        self.actor = Actor("camille", frozenset())

    def overview(self) -> Desk:
        return replace(services.overview(), actor=self.actor)

    def open_round(self, procedure: str, number: int) -> OpenedProcedure:
        return replace(services.open_round(procedure, number), actor=self.actor)


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def panel(window: Window, person: Person, tmp_path: Path, qtbot: QtBot) -> Iterator[InstructionPanel]:
    store = str(tmp_path / "base.gpkg")
    opened(store, DOCUMENT, "rev1")
    receive(store, "rev1", delivery(tmp_path / "1", DOCUMENT, faults=1))
    change_settings(store=store)
    given = InstructionServices(overview=person.overview, open_round=person.open_round)
    shown = InstructionPanel(window, given)  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    shown.resize(360, 620)
    shown.show()
    yield shown
    shown.shut_down()


def seen_by(panel: InstructionPanel, person: Person, qtbot: QtBot, *roles: Role) -> dict[str, QWidget]:
    person.actor = Actor("camille", frozenset(roles))
    panel.show_overview()
    qtbot.waitUntil(lambda: not panel.reading.is_running)
    panel.open_procedure("rev1")
    qtbot.waitUntil(lambda: not panel.reading.is_running)
    page = panel.page
    if not page.findings.results.has_choice:
        page.findings.results.step(1)
    page.findings.remarks.text.setText("motif")
    page.decision.signatory.setText("Mme Y")
    page.decision.reason.setPlainText("à revoir")
    page.publication.reason.setText("urgence")
    return {
        "new": panel.overview.new_button,
        "except": page.findings.remarks.accept_button,
        "ask": page.findings.remarks.ask_button,
        "send back": page.decision.send_back_button,
        "publish": page.publication.publish_button,
    }


def enabled(widgets: dict[str, QWidget]) -> set[str]:
    return {name for name, widget in widgets.items() if widget.isEnabled()}


def test_each_role_does_its_part(panel: InstructionPanel, person: Person, qtbot: QtBot) -> None:
    member = seen_by(panel, person, qtbot, Role.MEMBER)
    assert enabled(member) == {"ask"}
    for name in ("new", "except", "send back", "publish"):
        assert "camille" in member[name].toolTip(), name
    assert enabled(seen_by(panel, person, qtbot, Role.TECHNICIAN)) == {"new", "ask", "publish"}
    assert enabled(seen_by(panel, person, qtbot, Role.OFFICER)) == {"ask", "except", "send back"}
    everyone = seen_by(panel, person, qtbot, *Role)
    assert enabled(everyone) == set(everyone)
    assert "camille" not in everyone["publish"].toolTip()


def test_a_slow_store_shows_a_line_with_cancel(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    store = str(tmp_path / "base.gpkg")
    opened(store, DOCUMENT, "rev1")
    change_settings(store=store)
    answered = threading.Event()

    def slow() -> Desk:
        answered.wait(30)
        return services.overview()

    panel = InstructionPanel(window, InstructionServices(overview=slow))  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(panel.progress.isVisible)
    assert panel.pages.isEnabled(), "reading holds nobody up"
    answered.set()
    qtbot.waitUntil(lambda: not panel.progress.isVisible())
    assert panel.overview.procedures.rowCount() == 1
    panel.shut_down()
