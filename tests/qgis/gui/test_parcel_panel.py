"""The dock *Parcelle*: search, sheet, click on the map, copy, PDF, the search bar of QGIS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsFeedback, QgsLocatorContext, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from smica_qgis.database.open_store import open_store
from smica_qgis.gui.parcel.locator import ParcelLocatorFilter
from smica_qgis.gui.parcel.panel import ParcelPanel
from smica_qgis.gui.parcel.services import read_layers
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.operations.find_parcel import Hit, HitKind
from tests.qgis.gui.conftest import Window
from tests.qgis.made_cadastre import SIDE, SOUTH, WEST
from tests.qgis.made_planning import made_store


@pytest.fixture(scope="module")
def store(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: ARG001
    return made_store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def parcel_panel(window: Window, store: str, qtbot: QtBot) -> Iterator[ParcelPanel]:
    change_settings(store=store)
    shown = ParcelPanel(window)  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    shown.resize(360, 640)
    shown.show()
    qtbot.waitUntil(lambda: shown.search.steps[0].count() == 2)
    yield shown
    shown.shut_down()


def search(panel: ParcelPanel, qtbot: QtBot, text: str) -> list[str]:
    panel.search.box.clear()
    qtbot.keyClicks(panel.search.box, text)
    qtbot.waitUntil(panel.search.results.isVisible)
    return [panel.search.results.item(row).text() for row in range(panel.search.results.count())]


def open_parcel(panel: ParcelPanel, qtbot: QtBot, *identifiers: str) -> None:
    panel.open_parcels(identifiers)
    qtbot.waitUntil(lambda: panel.described is not None and panel.parcels == list(identifiers))


def test_search_then_sheet(parcel_panel: ParcelPanel, qtbot: QtBot) -> None:
    assert search(parcel_panel, qtbot, "aubrelle a 7") == ["A 7 — Aubrelle (12202)"]
    qtbot.keyClick(parcel_panel.search.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: parcel_panel.parcels == ["122020000A0007"])
    assert parcel_panel.sheet.title.text() == "Parcelle A 7 — Aubrelle (12202)"
    titles = parcel_panel.sheet.section_titles()
    assert titles[0] == "Zonage (1)"
    assert titles[-2:] == ["Cadastre", "Non chargé"]
    assert load_settings().recent_parcels == ("122020000A0007",)
    parcel_panel.search.box.clear()
    parcel_panel.search.look_for()
    assert parcel_panel.search.results.item(0).text() == "122020000A0007", "the last searches"


def test_nothing_found_says_what_to_do(parcel_panel: ParcelPanel, qtbot: QtBot) -> None:
    (text,) = search(parcel_panel, qtbot, "xyzzy")
    assert "Nothing found" in text or "Rien" in text


def test_step_by_step(parcel_panel: ParcelPanel, qtbot: QtBot) -> None:
    commune, section, parcel = parcel_panel.search.steps
    commune.setCurrentIndex(1)
    commune.activated.emit(1)
    qtbot.waitUntil(lambda: section.count() == 2)
    section.setCurrentIndex(1)
    section.activated.emit(1)
    qtbot.waitUntil(lambda: parcel.count() == 21)
    parcel.setCurrentIndex(3)
    parcel.activated.emit(3)
    qtbot.waitUntil(lambda: parcel_panel.parcels == ["122020000A0003"])


def test_a_click_adds_a_parcel_and_another_takes_it_away(parcel_panel: ParcelPanel, qtbot: QtBot) -> None:
    open_parcel(parcel_panel, qtbot, "122020000A0001")
    parcel_panel.map.clicked.emit(WEST + 1.5 * SIDE, SOUTH + 0.5 * SIDE, "EPSG:2154")
    qtbot.waitUntil(lambda: parcel_panel.parcels == ["122020000A0001", "122020000A0002"])
    assert parcel_panel.sheet.title.text().startswith("Parcelles A 1, A 2")
    parcel_panel.map.clicked.emit(WEST + 0.5 * SIDE, SOUTH + 0.5 * SIDE, "EPSG:2154")
    qtbot.waitUntil(lambda: parcel_panel.parcels == ["122020000A0002"])


def test_a_click_outside_says_so(parcel_panel: ParcelPanel, window: Window, qtbot: QtBot) -> None:
    parcel_panel.map.clicked.emit(WEST - 1000, SOUTH, "EPSG:2154")
    qtbot.waitUntil(lambda: len(window.messages()) == 1)


def test_copy_and_pdf(parcel_panel: ParcelPanel, qtbot: QtBot, tmp_path: Path) -> None:
    open_parcel(parcel_panel, qtbot, "122020000A0001")
    parcel_panel.copy_button.click()
    text = QApplication.clipboard().text()
    assert "ZONAGE\n- UA" in text
    assert "NON CHARGÉ" in text
    path = tmp_path / "fiche.pdf"
    parcel_panel.write_pdf(path)
    assert path.read_bytes().startswith(b"%PDF")


def test_tables_of_the_store_that_are_open_are_not_read_twice(store: str, window: Window) -> None:  # noqa: ARG001
    with open_store(store, read_only=True) as opened:
        place = opened.layer("urba_zone")
    project = QgsProject.instance()
    project.addMapLayer(QgsVectorLayer(place.uri, "zones", place.provider))
    project.addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:2154&field=typezone:string", "mienne", "memory"))
    project.addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:2154&field=nom:string", "autre", "memory"))
    assert [snapshot.name for snapshot in read_layers(project)] == ["mienne"]
    project.clear()


def test_without_a_store_it_says_what_to_do(window: Window, qtbot: QtBot) -> None:
    shown = ParcelPanel(window)  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    shown.show()
    assert shown.empty.choose.isVisible()
    assert not shown.search.isEnabled()
    shown.shut_down()


def test_the_search_bar_of_qgis(store: str, window: Window) -> None:  # noqa: ARG001
    change_settings(store=store)
    chosen: list[object] = []
    locator = ParcelLocatorFilter(chosen.append)
    results = []
    locator.resultFetched.connect(results.append)
    locator.fetchResults("A 7", QgsLocatorContext(), QgsFeedback())
    assert [result.displayString for result in results] == ["A 7"]
    locator.triggerResult(results[0])
    (hit,) = chosen
    assert isinstance(hit, Hit)
    assert (hit.kind, hit.parcels) == (HitKind.PARCELS, ("122020000A0007",))
    locator.fetchResults("A", QgsLocatorContext(), QgsFeedback())
    assert len(results) == 1, "too short"
