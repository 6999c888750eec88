"""The gestures of story 11 in the dock *Instruction*."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from smica_qgis.core.workflow.vocabulary import Answer, Decision
from smica_qgis.gui.instruction.comparison_tab import PLACE_ROLE
from smica_qgis.gui.instruction.panel import InstructionPanel
from smica_qgis.gui.instruction.procedure_page import DECISION, PUBLICATION
from smica_qgis.host.settings import change_settings
from tests.qgis.published_rounds import DOCUMENT, decide, delivery, opened, receive, states


def follow(panel: InstructionPanel, qtbot: QtBot, store: str) -> None:
    change_settings(store=store)
    panel.follow_options()
    at_rest(panel, qtbot)


def at_rest(panel: InstructionPanel, qtbot: QtBot) -> None:
    runs = (panel.acting, panel.reading, panel.comparing)
    qtbot.waitUntil(lambda: not any(run.is_running for run in runs))


def look_at(panel: InstructionPanel, qtbot: QtBot, procedure: str, number: int = 0) -> None:
    panel.open_procedure(procedure, number)
    at_rest(panel, qtbot)
    assert panel.pages.currentWidget() is panel.page


def two_rounds(store: str, folder: Path) -> None:
    """A round sent back with four faults, a second with two of them and one object changed."""
    opened(store, DOCUMENT, "rev1")
    receive(store, "rev1", delivery(folder / "1", DOCUMENT, faults=4))
    decide(store, "rev1", Decision.SENT_BACK, "quatre zones sans libellé")
    receive(store, "rev1", delivery(folder / "2", DOCUMENT, faults=2, label="UZ"))


def drop(widget: QWidget, path: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def lines(tree: QTreeWidget) -> list[str]:
    def below(item: QTreeWidgetItem) -> Iterator[str]:
        yield f"{item.text(0)}|{item.text(1)}"
        for place in range(item.childCount()):
            yield from below(item.child(place))

    tops = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
    return [line for item in tops for line in below(item)]


def items(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    return [item for item in tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
            if item.data(0, PLACE_ROLE) is not None]  # fmt: skip


def answer_all(panel: InstructionPanel, qtbot: QtBot) -> None:
    while panel.page.checklist.remaining():
        panel.page.checklist.buttons[Answer.YES].click()
        at_rest(panel, qtbot)


def send_back(panel: InstructionPanel, qtbot: QtBot) -> None:
    tab = panel.page.decision
    panel.page.tabs.show_page(DECISION)
    assert not tab.accept_button.isEnabled()
    assert not tab.send_back_button.isEnabled()
    qtbot.keyClicks(tab.signatory, "Mme la cheffe de service")
    assert "why" in tab.send_back_button.toolTip()
    assert "see above" in tab.accept_button.toolTip()
    qtbot.keyClicks(tab.reason, "encore deux")
    tab.send_back_button.click()
    at_rest(panel, qtbot)


def receive_by_button(panel: InstructionPanel, qtbot: QtBot, path: str, rounds: int) -> None:
    assert panel.page.may_receive
    panel.page.delivery_given.emit(path)
    at_rest(panel, qtbot)
    qtbot.waitUntil(lambda: len(panel.page.timeline.buttons) == rounds)
    at_rest(panel, qtbot)


def plan_and_publish(panel: InstructionPanel, qtbot: QtBot, store: str, path: str) -> None:
    tab = panel.page.publication
    panel.page.tabs.show_page(PUBLICATION)
    assert tab.delivery.path == path
    assert not tab.reason.isVisible()
    tab.plan_button.click()
    at_rest(panel, qtbot)
    planned = lines(tab.tree)
    assert planned[0].startswith("Plan: nothing is written")
    assert any(line.startswith(f"Publier {DOCUMENT}") for line in planned)
    assert states(store)["rev1"][-1] == "accepted"
    tab.publish_button.click()
    at_rest(panel, qtbot)
    done = lines(tab.tree)
    assert done[0].startswith("Read back")
    assert any("Certificate" in line for line in done)
    assert any(line.startswith("ZONE_URBA, objets") and line.endswith("|proved") for line in done)
    assert not any(line.endswith("|differs") for line in done)
    assert states(store)["rev1"][-1] == "published"


def withdraw_and_restore(panel: InstructionPanel, qtbot: QtBot, store: str) -> None:
    tab = panel.page.publication
    assert tab.withdraw_button.isVisible()
    assert not tab.withdraw_button.isEnabled()
    tab.reason.setText("annulé par le tribunal")
    tab.withdraw_button.click()
    at_rest(panel, qtbot)
    assert states(store)["rev1"][-1] == "withdrawn"
    assert not tab.publish_button.isVisible()
    tab.reason.setText("jugement cassé")
    tab.restore_button.click()
    at_rest(panel, qtbot)
    assert states(store)["rev1"][-1] == "published"
