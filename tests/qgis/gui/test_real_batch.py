"""The two docks over the real operations: a folder, its batch, a report that opens, its delivery on the map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QPushButton

from smica_qgis.core.validation.finding import Verdict
from smica_qgis.gui.batch.batch_rows import State
from smica_qgis.gui.batch.panel import BatchPanel
from smica_qgis.gui.validation.panel import ValidationPanel
from smica_qgis.plugin import SmicaPlugin
from tests.qgis.deliveries import conformant
from tests.qgis.gui.test_dock import MainWindow
from tests.qgis.gui.test_panel import look_at
from tests.qgis.gui.test_real_delivery import state_of

LONGEST = 120_000


@pytest.fixture
def deliveries(tmp_path: Path) -> Path:
    """Return a folder with a sound delivery, a spoilt one, and a zip that is none."""
    folder = tmp_path / "in"
    conformant("cnig_PLU_2024", folder)
    spoilt = conformant("cnig_PLU_2017", folder, seed=7)
    spoilt.set_geometry("ZONE_URBA", 1, "POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))")
    (folder / "broken.zip").write_bytes(b"no archive")
    return folder


@pytest.fixture
def plugin(qgis_iface: Any, qgis_new_project: None, qtbot: QtBot) -> Iterator[SmicaPlugin]:  # noqa: ANN401, ARG001
    window = MainWindow(qgis_iface)
    qtbot.addWidget(window.main)
    plugin = SmicaPlugin(window)  # type: ignore[arg-type]
    plugin.initGui()
    window.main.resize(1366, 768)
    window.main.show()
    yield plugin
    plugin.unload()
    QgsProject.instance().clear()


@pytest.fixture
def batch(plugin: SmicaPlugin) -> BatchPanel:
    assert plugin.batch_dock is not None
    plugin.batch_dock.setUserVisible(True)
    return plugin.batch_dock.panel


@pytest.fixture
def reports(plugin: SmicaPlugin) -> ValidationPanel:
    assert plugin.dock is not None
    return plugin.dock.panel


def begin(batch: BatchPanel, deliveries: Path) -> None:
    batch.form.source.show_path(str(deliveries))
    batch.form.source.edited.emit(str(deliveries))
    batch.form.run.click()


def test_from_a_folder_to_a_fault_on_the_map(
    plugin: SmicaPlugin, batch: BatchPanel, reports: ValidationPanel, deliveries: Path, qtbot: QtBot
) -> None:
    before = state_of(deliveries)
    with qtbot.waitSignal(batch.run.ended, timeout=LONGEST):
        begin(batch, deliveries)
    rows = {row.state: row for row in batch.results.table.batch.rows.rows}
    assert set(rows) == {State.VALID, State.INVALID, State.UNREADABLE}
    batch.results.table.report_wanted.emit(rows[State.INVALID])
    qtbot.waitUntil(reports.strip.isVisible)
    assert plugin.dock is not None
    assert plugin.dock.isVisible()
    assert Path(rows[State.INVALID].item.report).name in reports.strip.text.text().replace("\u200b", "")
    with qtbot.waitSignal(reports.reopening.opened, timeout=LONGEST):
        reports.strip.layers.click()
    look_at(reports, "ATTRIBUTE_GEOMETRY_INVALID")
    assert reports.results.explanation.row.isEnabled()
    batch.results.table.again_wanted.emit(rows[State.VALID])
    with qtbot.waitSignal(reports.run.ended, timeout=LONGEST):
        pass
    assert reports._report is not None
    assert reports._report.verdict is Verdict.VALID
    assert not reports.strip.isVisible()
    assert state_of(deliveries) == before


def test_its_results_come_back_in_another_session(
    plugin: SmicaPlugin, batch: BatchPanel, deliveries: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(batch.run.ended, timeout=LONGEST):
        begin(batch, deliveries)
    lines = [row.line for row in batch.results.table.batch.rows.rows]
    plugin.unload()
    plugin.initGui()
    assert plugin.batch_dock is not None
    plugin.batch_dock.setUserVisible(True)
    panel = plugin.batch_dock.panel
    panel.results.last.click()
    qtbot.waitUntil(lambda: len(panel.results.table.batch.rows.rows) == len(lines))
    back = panel.results.table.batch.rows.rows
    assert [(r.item.path, r.item.report) for r in back] == [
        (line.item.path, line.item.report) for line in lines if line
    ]
    with qtbot.waitSignal(panel.run.ended, timeout=LONGEST):
        panel.form.run.click()
    assert [row.line.skipped for row in panel.results.table.batch.rows.rows if row.line] == [True] * 3


def test_closing_the_dock_while_it_runs_stops_it_and_one_goes_on(
    plugin: SmicaPlugin, batch: BatchPanel, deliveries: Path, qtbot: QtBot
) -> None:
    assert plugin.batch_dock is not None
    begin(batch, deliveries)
    qtbot.waitUntil(lambda: bool(batch.results.table.batch.rows.rows), timeout=LONGEST)
    with qtbot.waitSignal(batch.run.stopped, timeout=LONGEST):
        plugin.batch_dock.close()
    assert not plugin.batch_dock.isVisible()
    output = Path(batch.form.output.path)
    assert {path.name for path in output.iterdir() if path.name.startswith(".")} == set(), "nothing is left behind"
    go_on = plugin._iface.messageBar().currentItem().findChild(QPushButton)  # type: ignore[union-attr]
    with qtbot.waitSignal(batch.run.ended, timeout=LONGEST):
        go_on.click()
    assert plugin.batch_dock.isVisible()
    assert State.WAITING not in {row.state for row in batch.results.table.batch.rows.rows}


def test_hiding_the_dock_by_its_button_stops_nothing(
    plugin: SmicaPlugin, batch: BatchPanel, deliveries: Path, qtbot: QtBot
) -> None:
    begin(batch, deliveries)
    with qtbot.waitSignal(batch.run.ended, timeout=LONGEST):
        plugin._actions[1].trigger()
        assert plugin.batch_dock is not None
        assert not plugin.batch_dock.isVisible()
    assert State.WAITING not in {row.state for row in batch.results.table.batch.rows.rows}


def test_leaving_qgis_while_it_runs_leaves_no_process(
    plugin: SmicaPlugin, batch: BatchPanel, deliveries: Path, qtbot: QtBot
) -> None:
    begin(batch, deliveries)
    qtbot.waitUntil(lambda: bool(batch.results.table.batch.rows.rows), timeout=LONGEST)
    output = Path(batch.form.output.path)
    plugin.unload()
    assert {path.name for path in output.iterdir() if path.name.startswith(".")} == set()
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
