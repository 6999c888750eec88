"""Runs inside the QGIS window (qgis --code): drives the dock and takes the pictures of the guide.

What to do comes as JSON in SMICA_SCREENSHOTS; a file says when it is done, and what went wrong.
"""

from __future__ import annotations

import json
import os
import shutil
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from qgis import utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget  # noqa: TID251 - inside the window

if TYPE_CHECKING:
    from smica_qgis.gui.validation.dock import ValidationDock
    from smica_qgis.gui.validation.results_pane import ResultsPane

PLAN = json.loads(os.environ["SMICA_SCREENSHOTS"])
DOCK_WIDTH, LAYERS_WIDTH = 360, 230
BATCH_HEIGHT, NARROW_HEIGHT = 330, 700
CONFORMANT = ("cnig_PLU_2024", "cnig_PLU_2017", "cnig_PLUi_2022", "cnig_PLU_2014")
LOOK_EVERY = 200  # milliseconds
LONGEST_WAIT = 120_000
Ready = Callable[[], bool]


def picture(name: str, widget: QWidget | None = None) -> None:
    """Save the whole screen, or one widget."""
    pixmap = widget.grab() if widget is not None else QApplication.primaryScreen().grabWindow(0)  # type: ignore[arg-type]
    pixmap.save(str(Path(PLAN["output"]) / f"{name}_{PLAN['theme']}.png"))


def pause(milliseconds: int) -> Ready:
    """Give the window the time to draw: true after so many looks."""
    left = [milliseconds // LOOK_EVERY]

    def over() -> bool:
        left[0] -= 1
        return left[0] < 0

    return over


def tour() -> Iterator[Ready]:
    """The steps; each yields what to wait for before the next."""
    window = cast("QMainWindow", utils.iface.mainWindow())  # noqa: TID251 - inside the window
    window.showMaximized()
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
    docks["Browser"].hide()
    dock = utils.plugins["smica_qgis"].dock
    dock.show()
    dock.raise_()
    yield pause(1500)
    window.resizeDocks([docks["Layers"], dock], [LAYERS_WIDTH, DOCK_WIDTH], Qt.Orientation.Horizontal)
    yield pause(1000)
    if "control" in PLAN["parts"]:
        picture("control_empty", dock)
        yield from results(dock)
        yield from again(dock)
        yield from unreadable(dock)
    if "batch" in PLAN["parts"]:
        yield from batch(window, docks)


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
    copy = Path(PLAN["done"]).parent / "again" / path.stem
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
    folder = Path(PLAN["done"]).parent / "photos"
    folder.mkdir(exist_ok=True)
    (folder / "plan_de_zonage.jpg").write_bytes(b"")
    (folder / "lisez-moi.txt").write_text("Bonjour", encoding="utf-8")
    dock.panel.choose(str(folder))
    yield pause(500)
    yield lambda: not dock.panel.run.is_running
    yield pause(1000)
    picture("control_unreadable", dock)


def batch(window: QMainWindow, docks: dict[str, QDockWidget]) -> Iterator[Ready]:
    """Many deliveries: while they are validated, the table, a report that opens, the table in a narrow dock."""
    plugin = utils.plugins["smica_qgis"]
    dock, panel = plugin.batch_dock, plugin.batch_dock.panel
    os.chdir(Path(PLAN["done"]).parent)  # a short path in the pictures, which says nothing of this machine
    folder = Path("livraisons")
    make_deliveries(folder)
    utils.iface.newProject(False)  # noqa: TID251 - inside the window
    dock.show()
    window.resizeDocks([dock], [BATCH_HEIGHT], Qt.Orientation.Vertical)
    window.resizeDocks([docks["Layers"], plugin.dock], [LAYERS_WIDTH, DOCK_WIDTH], Qt.Orientation.Horizontal)
    yield pause(1200)
    panel.form.source.show_path(str(folder))
    panel.form.source.edited.emit(str(folder))
    panel.start()
    yield lambda: any(row.line for row in panel.results.table.batch.rows.rows)
    picture("batch_running", dock)
    yield lambda: not panel.run.is_running
    utils.iface.messageBar().clearWidgets()  # noqa: TID251 - inside the window
    table = panel.results.table
    faulty = max(table.batch.rows.rows, key=lambda row: row.line.errors)
    table.selectRow(table.batch.rows.rows.index(faulty))
    table.report_wanted.emit(table.row())
    yield plugin.dock.panel.strip.isVisible
    plugin.dock.panel.strip.layers.click()
    yield lambda: not plugin.dock.panel.strip.layers.isVisible()
    choose_the_largest_kind(plugin.dock.panel.results)
    yield pause(2500)
    picture("batch_report")
    dock.setFloating(True)
    dock.resize(DOCK_WIDTH, NARROW_HEIGHT)
    yield pause(600)
    dock.resize(DOCK_WIDTH, NARROW_HEIGHT)  # once the form stands above the table, there is room for less
    panel.form.settings.setCollapsed(False)
    yield pause(1500)
    picture("batch_options", dock)


def make_deliveries(folder: Path) -> None:
    """A folder as a department receives them: sound ones, one with faults, a damaged zip, a note."""
    from smica_qgis.operations.make_sample_delivery import make_sample_delivery

    for standard in ("", *CONFORMANT):
        make_sample_delivery(str(folder), standard=standard)
    (folder / "12202_PLU_20190304.zip").write_bytes(b"PK, but cut")
    (folder / "bordereau.txt").write_text("Envoi du 3 mars", encoding="utf-8")


class Session:
    """Goes through the tour from a timer, so that the window lives meanwhile."""

    def __init__(self) -> None:
        self._steps = tour()
        self._ready: Ready = pause(0)
        self._waited = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY)

    def _look(self) -> None:
        self._waited += LOOK_EVERY
        try:
            if self._waited > LONGEST_WAIT:
                self._finish("waited too long")
            elif self._ready():
                self._ready, self._waited = next(self._steps), 0
        except StopIteration:
            self._finish("")
        except Exception:  # noqa: BLE001 - whatever happens is told to the command that waits
            self._finish(traceback.format_exc())

    def _finish(self, problem: str) -> None:
        self._timer.stop()
        Path(PLAN["done"]).write_text(json.dumps({"problem": problem}), encoding="utf-8")
        QgsProject.instance().setDirty(False)
        QgsApplication.exit(0)


def begin() -> None:
    """Start once QGIS is ready."""
    global session  # noqa: PLW0603 - the timer lives as long as QGIS
    session = Session()


session: Session | None = None
utils.iface.initializationCompleted.connect(begin)  # noqa: TID251 - inside the window
