"""The dock over the real operation: layers, faults on the map, rows, reports, and an input left as it was."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRectangle

from smica_qgis.core.validation.finding import Verdict
from smica_qgis.gui.validation.panel import ValidationPanel
from smica_qgis.gui.validation.reports_menu import FORMATS
from smica_qgis.gui.validation.services import Services
from smica_qgis.gui.validation.zoom import ZoomWay
from smica_qgis.host.settings import load_settings
from tests.qgis.deliveries import ConformantDelivery, conformant
from tests.qgis.gui.conftest import Window
from tests.qgis.gui.test_panel import look_at

MODEL = "cnig_PLU_2024"
Open = Callable[[Path], ValidationPanel]


def state_of(path: Path) -> dict[str, str]:
    """Return the hash of each file of a delivery: nothing may change, nothing may appear."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture
def spoiled(tmp_path: Path) -> ConformantDelivery:
    """Return a delivery with a zone that crosses itself and a value of the wrong form."""
    delivery = conformant(MODEL, tmp_path, formats={"INFO_SURF": "gml", "PRESCRIPTION_SURF": "gpkg"})
    first = delivery.table("ZONE_URBA").geometries
    assert first is not None
    delivery.set_geometry("ZONE_URBA", 1, "POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))")
    delivery.set_column("INFO_SURF", "IDURBA", "99999_PLU_20010101")
    return delivery


@pytest.fixture
def open_delivery(window: Window, qtbot: QtBot) -> Iterator[Open]:
    """Return the gesture: open a delivery in a new dock and wait for its verdict."""
    panels: list[ValidationPanel] = []

    def choose_and_wait(path: Path) -> ValidationPanel:
        panel = ValidationPanel(window, Services())  # type: ignore[arg-type]
        qtbot.addWidget(panel)
        panels.append(panel)
        panel.show()
        with qtbot.waitSignal(panel.run.ended, timeout=60_000):
            panel.choose(str(path))
        return panel

    yield choose_and_wait
    for panel in panels:
        panel.shut_down()
    QgsProject.instance().clear()


def test_its_layers_are_shown_and_it_is_left_as_it_was(spoiled: ConformantDelivery, open_delivery: Open) -> None:
    before = state_of(spoiled.root)
    panel = open_delivery(spoiled.root)
    assert panel._report is not None
    assert panel._report.verdict is Verdict.INVALID
    layers = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    assert {"ZONE_URBA", "INFO_SURF", "PRESCRIPTION_SURF", "DOC_URBA"} <= set(layers)
    assert all(str(spoiled.root) not in layer.source() for layer in layers.values())
    for layer in layers.values():
        assert list(layer.getFeatures()), layer.name()
    panel.layers.zoom_to(panel._iface.mapCanvas())
    panel.shut_down()
    assert state_of(spoiled.root) == before


def test_a_geopackage_alone_is_left_as_it_was(tmp_path: Path, open_delivery: Open) -> None:
    delivery = conformant(MODEL, tmp_path, formats={"ZONE_URBA": "gpkg"})
    alone = tmp_path / f"{delivery.name}.gpkg"
    alone.write_bytes(delivery.table_path("ZONE_URBA").read_bytes())
    before = state_of(alone)
    panel = open_delivery(alone)
    assert "Tables only" in panel.verdict.precision.text()
    assert [layer.featureCount() for layer in QgsProject.instance().mapLayers().values()] == [
        delivery.table("ZONE_URBA").rows
    ]
    panel.shut_down()
    assert state_of(alone) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(alone.name)] == [alone.name]


def test_the_working_copy_goes_with_the_dock(spoiled: ConformantDelivery, open_delivery: Open) -> None:
    panel = open_delivery(spoiled.root)
    sources = [Path(layer.source().split("|")[0]) for layer in QgsProject.instance().mapLayers().values()]
    assert all(source.exists() for source in sources)
    panel.shut_down()
    assert not any(source.exists() for source in sources)
    assert QgsProject.instance().mapLayers() == {}


def test_the_zoom_goes_to_the_crossing_and_is_remembered(
    spoiled: ConformantDelivery, open_delivery: Open, window: Window
) -> None:
    panel = open_delivery(spoiled.root)
    look_at(panel, "ATTRIBUTE_GEOMETRY_INVALID")
    canvas = window.mapCanvas()
    panel.results.zoom()
    assert canvas.extent().contains(QgsRectangle(49, 49, 51, 51))
    fault = canvas.extent().width()
    panel.results.explanation.zoom_chosen.emit(ZoomWay.OBJECT)
    assert canvas.extent().width() > fault
    assert load_settings().zoom_way == "object"


def test_the_row_of_a_finding_opens(spoiled: ConformantDelivery, open_delivery: Open, window: Window) -> None:
    panel = open_delivery(spoiled.root)
    look_at(panel, "ATTRIBUTE_GEOMETRY_INVALID")
    assert panel.results.explanation.row.isEnabled()
    panel.results.explanation.row.click()
    assert window.tables == [("ZONE_URBA", "$id = 1")]
    panel.results.explanation.form_wanted.emit()
    assert window.forms == [("ZONE_URBA", 1)]


def test_the_view_of_the_map_filters(
    spoiled: ConformantDelivery, open_delivery: Open, window: Window, qtbot: QtBot
) -> None:
    panel = open_delivery(spoiled.root)
    bar = panel.results.filter_bar
    look_at(panel, "ATTRIBUTE_GEOMETRY_INVALID")
    panel.results.zoom()
    bar.in_view.setChecked(True)
    tree = panel.results.view.findings.tree
    assert tree is not None
    assert {node.kind.code for node in tree.kinds if node.kind} >= {"ATTRIBUTE_GEOMETRY_INVALID"}
    few = tree.places
    panel.layers.zoom_to(window.mapCanvas())
    qtbot.waitUntil(lambda: panel.results.view.findings.tree.places > few)  # type: ignore[union-attr]


def test_the_four_reports_are_written(
    spoiled: ConformantDelivery, open_delivery: Open, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = open_delivery(spoiled.root)
    for number, kind in enumerate(FORMATS, 1):
        path = tmp_path / f"report{kind.suffix}"
        panel.reports.wanted.emit(kind, str(path))
        qtbot.waitUntil(lambda count=number: len(window.messages()) == count, timeout=30_000)
        assert path.stat().st_size > 0
    with sqlite3.connect(tmp_path / "report.gpkg") as database:
        tables = [row[0] for row in database.execute("select table_name from gpkg_contents")]
    assert tables


def test_a_report_that_cannot_be_written_says_why(
    spoiled: ConformantDelivery, open_delivery: Open, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = open_delivery(spoiled.root)
    panel.reports.wanted.emit(FORMATS[0], str(tmp_path / "no such folder" / "report.html"))
    qtbot.waitUntil(lambda: bool(window.messages()), timeout=30_000)
    assert "no such folder" in window.messages()[0]


def test_the_open_layers_lead_to_their_delivery(
    spoiled: ConformantDelivery, open_delivery: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    from qgis.core import QgsVectorLayer

    other = conformant(MODEL, tmp_path / "other", seed=7)
    panel = open_delivery(spoiled.root)
    layer = QgsVectorLayer(str(other.table_path("ZONE_URBA")), "my_layer", "ogr")
    QgsProject.instance().addMapLayer(layer)
    with qtbot.waitSignal(panel.run.ended, timeout=60_000):
        panel.take_open_layers()
    assert panel.path == str(other.root)
    assert QgsProject.instance().mapLayer(layer.id()) is layer
