"""Pictures of the dock *Contrôle par lot*: while it works, a report that opens, the table in a narrow dock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from qgis import utils
from qgis.PyQt.QtCore import Qt

from pictures.control import choose_the_largest_kind
from pictures.shooting import DOCK_WIDTH, LAYERS_WIDTH, WORK, Ready, docks, iface, pause, picture, show_beside, window

BATCH_HEIGHT, NARROW_HEIGHT = 330, 700
CONFORMANT = ("cnig_PLU_2024", "cnig_PLU_2017", "cnig_PLUi_2022", "cnig_PLU_2014")


def pictures() -> Iterator[Ready]:
    """Many deliveries: while they are validated, the table, a report that opens, the table in a narrow dock."""
    plugin = utils.plugins["smica_qgis"]
    dock, panel = plugin.batch_dock, plugin.batch_dock.panel
    os.chdir(WORK)  # a short path in the pictures, which says nothing of this machine
    folder = Path("livraisons")
    make_deliveries(folder)
    iface().newProject(False)
    show_beside(plugin.dock.objectName())
    dock.show()
    window().resizeDocks([dock], [BATCH_HEIGHT], Qt.Orientation.Vertical)
    window().resizeDocks([docks()["Layers"], plugin.dock], [LAYERS_WIDTH, DOCK_WIDTH], Qt.Orientation.Horizontal)
    yield pause(1200)
    panel.form.source.show_path(str(folder))
    panel.form.source.edited.emit(str(folder))
    panel.start()
    yield lambda: any(row.line for row in panel.results.table.batch.rows.rows)
    picture("batch_running", dock)
    yield lambda: not panel.run.is_running
    iface().messageBar().clearWidgets()
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
    dock.setFloating(False)


def make_deliveries(folder: Path) -> None:
    """A folder as a department receives them: sound ones, one with faults, a damaged zip, a note."""
    from smica_qgis.operations.make_sample_delivery import make_sample_delivery

    for standard in ("", *CONFORMANT):
        make_sample_delivery(str(folder), standard=standard)
    (folder / "12202_PLU_20190304.zip").write_bytes(b"PK, but cut")
    (folder / "bordereau.txt").write_text("Envoi du 3 mars", encoding="utf-8")
