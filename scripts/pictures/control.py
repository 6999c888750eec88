"""Pictures of the dock *Contrôle*: empty, a verdict, a fault on the map, a second run, what is not a delivery."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qgis import utils

from pictures.shooting import PLAN, WORK, Ready, pause, picture, show_beside

if TYPE_CHECKING:
    from smica_qgis.gui.validation.dock import ValidationDock
    from smica_qgis.gui.validation.results_pane import ResultsPane


def pictures() -> Iterator[Ready]:
    """The steps; each yields what to wait for before the next."""
    dock = utils.plugins["smica_qgis"].dock
    show_beside(dock.objectName())
    yield pause(1500)
    show_beside(dock.objectName())
    yield pause(1000)
    picture("control_empty", dock)
    yield from results(dock)
    yield from again(dock)
    yield from unreadable(dock)
    dock.hide()


def results(dock: ValidationDock) -> Iterator[Ready]:
    """A delivery: verdict, a fault on the map, all the places of a kind, the settings."""
    panel = dock.panel
    if PLAN["delivery"]:
        panel.choose(PLAN["delivery"])
    else:
        panel.try_sample()
    yield lambda: panel.results.isVisible() and not panel.run.is_running
    yield pause(2500)
    picture("control_verdict")
    choose_a_fault(panel.results)
    yield pause(3500)
    picture("control_place")
    choose_the_largest_kind(panel.results)
    yield pause(2500)
    picture("control_kind")
    panel.settings.popup(panel.header.settings.mapToGlobal(panel.header.settings.rect().bottomLeft()))
    yield pause(800)
    picture("control_settings", panel.settings)
    panel.settings.close()


def again(dock: ValidationDock) -> Iterator[Ready]:
    """The same delivery after some mending: what is fixed, what is new."""
    panel = dock.panel
    path = Path(panel.path)
    copy = WORK / "again" / path.stem
    if path.is_dir():
        shutil.copytree(path, copy)
    else:
        shutil.unpack_archive(path, copy.parent)
    panel.choose(str(copy))
    yield lambda: panel.results.isVisible() and not panel.run.is_running
    mend_and_spoil(copy)
    panel.again()
    yield lambda: panel.results.isVisible() and not panel.run.is_running
    show_what_changed(panel.results)
    yield pause(2500)
    picture("control_again", dock)


def mend_and_spoil(delivery: Path) -> None:
    """Take away what is no PDF among the written pieces; misname the list of their titles."""
    for path in [p for p in delivery.rglob("*") if p.is_file() and "ecrites" in p.parent.as_posix().lower()]:
        if path.suffix.lower() == ".csv":
            path.rename(path.with_name(f"brouillon_{path.name}"))
        elif path.suffix.lower() != ".pdf":
            path.unlink()


def choose_a_fault(results: ResultsPane) -> None:
    """Go to a fault that has a place of its own inside its object, if there is one; else to the first finding."""
    tree = results.view.findings.tree
    findings = tree.index.findings if tree is not None else []
    for node in tree.kinds if tree is not None else []:
        finding = findings[node.shown[0]]
        if finding.geometry and finding.row is not None:
            results.view.setCurrentIndex(results.view.findings.index_of_place(node, 0))
            results.zoom()
            return
    results.step(1)


def choose_the_largest_kind(results: ResultsPane) -> None:
    """Choose the kind with most places on the ground."""
    tree = results.view.findings.tree
    nodes = tree.kinds if tree is not None else []
    findings = tree.index.findings if tree is not None else []
    located = [node for node in nodes if findings[node.shown[0]].feature_bbox]
    if located:
        results.view.setCurrentIndex(results.view.findings.index_of(max(located, key=lambda n: len(n.shown))))
        results.zoom()


def show_what_changed(results: ResultsPane) -> None:
    """Open what holds new findings, and go to a fixed one."""
    tree = results.view.findings.tree
    nodes = tree.nodes if tree is not None else []
    for node in nodes:
        if node.new:
            results.view.expand(results.view.findings.index_of(node))
    for node in nodes:
        if node.kind is not None and node.fixed:
            results.view.look_at(node, len(node.shown) - 1)


def unreadable(dock: ValidationDock) -> Iterator[Ready]:
    """A folder that is not a delivery."""
    folder = WORK / "photos"
    folder.mkdir(exist_ok=True)
    (folder / "plan_de_zonage.jpg").write_bytes(b"")
    (folder / "lisez-moi.txt").write_text("Bonjour", encoding="utf-8")
    dock.panel.choose(str(folder))
    yield pause(500)
    yield lambda: not dock.panel.run.is_running
    yield pause(1000)
    picture("control_unreadable", dock)
