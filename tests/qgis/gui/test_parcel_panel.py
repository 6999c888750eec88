"""The dock *Parcelle*: search, sheet, click on the map, copy, PDF, the search bar of QGIS."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsFeedback, QgsLocatorContext, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QFontMetrics
from qgis.PyQt.QtWidgets import QApplication, QTreeWidgetItem

from smica_qgis.core.errors import CancelledError
from smica_qgis.core.progress import Progress
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.parcel.layer_snapshot import LayerSnapshot
from smica_qgis.gui.parcel.locator import ParcelLocatorFilter
from smica_qgis.gui.parcel.panel import ParcelPanel
from smica_qgis.gui.parcel.services import ParcelServices, describe, read_layers
from smica_qgis.gui.parcel.sheet_delegate import LINE_ROLE, placed_texts
from smica_qgis.gui.parcel.wrapped_text import wrapped
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.operations.describe_parcels import DescribedParcels
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


def test_parcels_selected_in_the_project(
    parcel_panel: ParcelPanel, window: Window, store: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(store, read_only=True) as opened:
        place = opened.layer("cad_parcelle")
    layer = QgsVectorLayer(place.uri, "parcelles", place.provider)
    monkeypatch.setattr(window, "activeLayer", lambda: layer, raising=False)
    parcel_panel.selection.trigger()
    assert len(window.messages()) == 1
    layer.selectByExpression("idu14 IN ('122020000A0001', '122020000A0002')")
    parcel_panel.selection.trigger()
    qtbot.waitUntil(lambda: parcel_panel.parcels == ["122020000A0001", "122020000A0002"])


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


def lines_of(panel: ParcelPanel) -> list[QTreeWidgetItem]:
    """Return the items of the tree that are lines of the sheet."""
    found = panel.sheet.tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
    return [item for item in found if item.data(0, LINE_ROLE) is not None]


@pytest.mark.parametrize("width", [360, 240])
def test_the_share_is_whole_however_narrow(parcel_panel: ParcelPanel, qtbot: QtBot, width: int) -> None:
    open_parcel(parcel_panel, qtbot, "122020000A0003")
    parcel_panel.resize(width, 640)
    font = parcel_panel.sheet.tree.font()
    for item in lines_of(parcel_panel):
        line = item.data(0, LINE_ROLE)
        drawn = placed_texts(line, font, width - 60)
        right = [(box, text) for box, text, _font, kind in drawn.texts if kind == "amount"]
        assert [text for _box, text in right] == [text for text in (line.amount, line.part) if text]
        title = [box for box, _text, _font, kind in drawn.texts if kind == "plain"]
        widest = max(QFontMetrics(font).horizontalAdvance(text) for _box, text in right)
        assert max(box.right() for box in title) <= right[0][0].right() - widest, "one does not lie on the other"


def test_a_long_title_takes_more_lines_and_nothing_is_lost() -> None:
    font = QApplication.font()
    text = "Emplacement réservé aux voies publiques au titre de l'article L151-41 du code de l'urbanisme"
    lines = wrapped(text, font, 160, 20)
    assert len(lines) > 2
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 165 for line in lines)
    cut = wrapped(text, font, 160, 2)
    assert len(cut) == 2
    assert cut[1].endswith("…")
    assert wrapped("", font, 160, 2) == [""]


def test_what_is_not_loaded_of_a_section_is_in_it(parcel_panel: ParcelPanel, qtbot: QtBot) -> None:
    open_parcel(parcel_panel, qtbot, "122020000A0001")
    texts = [
        item.text(0)
        for item in parcel_panel.sheet.tree.findItems(
            "*chargé*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive
        )
    ]
    assert "Lignes, points : non chargés." in texts


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop is asked to open."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def with_piece(item: QTreeWidgetItem, piece: str, place: str) -> None:
    line = item.data(0, LINE_ROLE)
    rule = line.rule._replace(piece=piece, document=line.rule.document._replace(place=place))
    item.setData(0, LINE_ROLE, replace(line, rule=rule))


def test_the_written_piece_opens_at_its_page(
    parcel_panel: ParcelPanel, qtbot: QtBot, opened: list[str], tmp_path: Path, window: Window
) -> None:
    open_parcel(parcel_panel, qtbot, "122020000A0007")
    (item, *_others) = lines_of(parcel_panel)
    tree = parcel_panel.sheet.tree
    with_piece(item, "https://exemple.fr/r.pdf#page=12", "")
    tree.setCurrentItem(item)
    assert parcel_panel.piece_button.isEnabled()
    parcel_panel.piece_button.click()
    assert opened == ["https://exemple.fr/r.pdf#page=12"]
    (tmp_path / "r.pdf").write_bytes(b"%PDF")
    with_piece(item, "r.pdf#page=3", str(tmp_path))
    tree.itemActivated.emit(item, 0)
    qtbot.waitUntil(lambda: len(opened) == 2)
    assert opened[1] == f"{QUrl.fromLocalFile(str(tmp_path / 'r.pdf')).toString()}#page=3"
    with_piece(item, "absent.pdf", str(tmp_path))
    parcel_panel.piece_button.click()
    qtbot.waitUntil(lambda: any("absent.pdf" in text for text in window.messages()))
    assert len(opened) == 2


def test_a_click_on_the_link_opens_it(parcel_panel: ParcelPanel, qtbot: QtBot, opened: list[str]) -> None:
    open_parcel(parcel_panel, qtbot, "122020000A0007")
    (item, *_others) = lines_of(parcel_panel)
    with_piece(item, "https://exemple.fr/r.pdf", "")
    tree = parcel_panel.sheet.tree
    tree.doItemsLayout()
    box = tree.visualItemRect(item)
    link = placed_texts(item.data(0, LINE_ROLE), tree.font(), box.width()).link
    assert not link.isEmpty()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=link.translated(box.topLeft()).center())
    assert opened == ["https://exemple.fr/r.pdf"]
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(6, 6))
    assert len(opened) == 1, "beside the link a click only chooses the line"


class Described:
    """The service that describes, which the test holds."""

    def __init__(self) -> None:
        self.asked: list[tuple[tuple[str, ...], bool]] = []
        self.free = threading.Event()
        self.stopped = 0

    def __call__(
        self,
        identifiers: Sequence[str],
        layers: Sequence[LayerSnapshot],
        from_geoportal: bool,  # noqa: FBT001
        progress: Progress,
    ) -> DescribedParcels:
        self.asked.append((tuple(identifiers), from_geoportal))
        progress.phase("Lecture du Géoportail de l'urbanisme", 11)
        while from_geoportal and not self.free.is_set():
            if progress.cancelled():
                self.stopped += 1
                raise CancelledError
            time.sleep(0.01)
        return describe(identifiers, layers, False, progress)


def test_the_geoportal_is_asked_when_chosen_and_can_be_stopped(window: Window, store: str, qtbot: QtBot) -> None:
    change_settings(store=store)
    held = Described()
    panel = ParcelPanel(window, ParcelServices(describe=held))  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    panel.show()
    open_parcel(panel, qtbot, "122020000A0001")
    assert held.asked == [(("122020000A0001",), False)], "the network is left alone unless one asks"
    assert not panel.progress.isVisible()
    panel.rules.setCurrentIndex(1)
    panel.rules.activated.emit(1)
    assert load_settings().rules_from_geoportal
    qtbot.waitUntil(panel.progress.isVisible)
    assert "Géoportail" in panel.progress.phase.text()
    panel.open_parcels(["122020000A0002"])
    qtbot.waitUntil(lambda: held.stopped == 1 and len(held.asked) == 3)
    assert panel.parcels == ["122020000A0001"], "the answer of the first question is for nobody"
    panel.progress.cancel.click()
    qtbot.waitUntil(lambda: held.stopped == 2 and not panel.progress.isVisible())
    held.free.set()
    panel.open_parcels(["122020000A0002"])
    qtbot.waitUntil(lambda: panel.parcels == ["122020000A0002"])
    assert window.messages() == []
    panel.shut_down()


def test_what_was_met_on_the_way_is_told_above_the_sheet(window: Window, store: str, qtbot: QtBot) -> None:
    change_settings(store=store)

    def noted(*asked: Any) -> DescribedParcels:  # noqa: ANN401
        made = describe(*asked)
        made.notes.append("Deux tables n'ont pas été lues.")
        return made

    panel = ParcelPanel(window, ParcelServices(describe=noted))  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    open_parcel(panel, qtbot, "122020000A0001")
    assert "Deux tables n&#x27;ont pas été lues." in panel.sheet.notes.text()
    assert panel.sheet.notes.textFormat() == Qt.TextFormat.RichText
    panel.shut_down()


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
