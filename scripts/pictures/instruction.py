"""Pictures of the dock *Instruction*: story 11, from the list of procedures to what was read back after publication."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.PyQt.QtGui import QPixmap

from pictures.instruction_story import FAULTS, PROCEDURE, add_neighbours, delivery, document, store_of_the_story
from pictures.shooting import WORK, Ready, docks, iface, map_is_drawn, panel_of, pause, picture, save, show_beside

if TYPE_CHECKING:
    from pathlib import Path

    from smica_qgis.gui.instruction.panel import InstructionPanel

DOCK = "SmicaInstructionDock"
DOCK, PDF_DPI = "SmicaInstructionDock", "70"
WHY = {1: "Six zones n’ont pas de libellé.", 2: "Trois zones n’ont toujours pas de libellé."}


def pictures() -> Iterator[Ready]:
    """The steps; each yields what to wait for before the next."""
    iface().newProject(False)
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    store = store_of_the_story()
    show_beside(DOCK)
    yield pause(1000)
    panel: InstructionPanel = panel_of(DOCK)
    panel.empty.store_chosen.emit(str(store))
    yield at_rest(panel)
    add_neighbours(store)
    yield from opening(panel)
    show_beside(DOCK)
    yield from rounds(panel)
    yield from deciding(panel)
    yield from publishing(panel)
    yield from overview(panel)
    panel.on_map.leave()
    iface().messageBar().clearWidgets()
    docks()[DOCK].hide()


def at_rest(panel: InstructionPanel) -> Ready:
    """Wait until nothing is under way."""
    runs = (panel.acting, panel.reading, panel.comparing)
    settled = pause(600)
    return lambda: not any(run.is_running for run in runs) and settled()


def opening(panel: InstructionPanel) -> Iterator[Ready]:
    """The form of a new procedure."""
    panel.overview.new_button.click()
    form = panel.form
    form.document.setText(document())
    form.kind.setCurrentIndex(1)
    form.consultancy.setText("Atelier Vallon")
    form.identifier.setText(PROCEDURE)
    yield pause(800)
    picture("instruction_form", docks()[DOCK])
    form.create_button.click()
    yield at_rest(panel)


def rounds(panel: InstructionPanel) -> Iterator[Ready]:
    """Two rounds: findings, what changed, the curtain."""
    for number in FAULTS:
        panel.receive(delivery(number))
        yield at_rest(panel)
        if number == 1:
            send_back(panel, number)
            yield at_rest(panel)
        if number == 2:  # noqa: PLR2004 - the second round
            yield from second_round(panel)
            send_back(panel, number)
            yield at_rest(panel)
            panel.page.tabs.show_page(3)
            yield from papers(panel, "lettre.pdf", "instruction_letter")


def second_round(panel: InstructionPanel) -> Iterator[Ready]:
    """Comparison on the map, then findings with a question."""
    page = panel.page
    page.tabs.show_page(1)
    page.comparison.map_button.click()
    yield at_rest(panel)
    yield pause(2000)
    yield map_is_drawn
    picture("instruction_comparison")
    page.comparison.swipe_button.click()
    yield lambda: panel.on_map.tool.is_drawn
    yield pause(800)
    picture("instruction_swipe")
    page.comparison.swipe_button.click()
    page.tabs.show_page(0)
    page.findings.results.step(1)
    page.findings.remarks.text.setText("Cette zone est-elle la zone UB du plan papier ?")
    page.findings.remarks.ask_button.click()
    yield at_rest(panel)
    yield pause(1500)
    picture("instruction_findings")


def deciding(panel: InstructionPanel) -> Iterator[Ready]:
    """The third round: two exceptions, the checklist, what still forbids, the decision."""
    page = panel.page
    page.tabs.show_page(0)
    tree = page.findings.results.view.findings.tree
    sheet = page.opened.sheet if page.opened is not None else None
    if tree is None or sheet is None:
        return
    blocking = {finding.code for finding in sheet.file.to_mend}
    kind = next(node for node in tree.kinds if node.kind is not None and node.kind.code in blocking)
    page.findings.results.view.setCurrentIndex(page.findings.results.view.findings.index_of(kind))
    page.findings.remarks.text.setText("Deux zones corrigées par la délibération du 15 janvier 2025")
    page.findings.remarks.accept_button.click()
    yield at_rest(panel)
    page.tabs.show_page(2)
    yes, no, not_concerned = page.checklist.buttons.values()
    for button in (yes, yes, not_concerned, yes):
        button.click()
        yield at_rest(panel)
    page.checklist.note.setText("La zone 1AU n’a pas de chapitre : voir la page 12")
    yield pause(500)
    picture("instruction_checklist")
    page.checklist.note.clear()
    page.tabs.show_page(3)
    yield pause(500)
    picture("instruction_decision")
    while page.checklist.remaining():
        yes.click()
        yield at_rest(panel)
    page.decision.accept_button.click()
    yield at_rest(panel)
    yield from papers(panel, "certificat.pdf", "instruction_certificate_pdf")
    picture("instruction_certificate")
    no.setFocus()


def send_back(panel: InstructionPanel, number: int) -> None:
    """Refuse the round that is looked at."""
    panel.page.decision.reason.setPlainText(WHY[number])
    panel.page.decision.send_back_button.click()


def papers(panel: InstructionPanel, name: str, shown: str) -> Iterator[Ready]:
    """Write a paper, and take its first page as a picture."""
    from smica_qgis.gui.instruction.paper import Paper

    path: Path = WORK / name
    panel.write_paper(Paper(name), path)
    page = path.with_suffix("")
    command = ["pdftoppm", "-png", "-r", PDF_DPI, "-f", "1", "-singlefile", str(path), str(page)]
    subprocess.run(command, check=True)
    save(QPixmap(str(page.with_suffix(".png"))), shown)
    iface().messageBar().clearWidgets()
    yield pause(300)


def publishing(panel: InstructionPanel) -> Iterator[Ready]:
    """The plan, then what was read back."""
    from smica_qgis.host.settings import change_settings

    change_settings(publication={"archive": {"folder": str(WORK / "archives")}})
    panel.page.publication.offer_targets(change_settings().publication)
    panel.page.publication.boxes["archive"].setChecked(True)
    panel.page.tabs.show_page(4)
    panel.page.publication.plan_button.click()
    yield at_rest(panel)
    picture("instruction_plan", docks()[DOCK])
    panel.page.publication.publish_button.click()
    yield at_rest(panel)
    yield pause(500)
    picture("instruction_published")


def overview(panel: InstructionPanel) -> Iterator[Ready]:
    """The list, and the communes by state."""
    panel.on_map.layers.remove()
    panel.page.back_button.click()
    yield at_rest(panel)
    panel.overview.map_button.click()
    yield at_rest(panel)
    yield pause(2000)
    yield map_is_drawn
    iface().messageBar().clearWidgets()
    picture("instruction_list")
