"""The standards in the page of options: update, its progress and end, the table of what differs."""

from __future__ import annotations

import csv
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton

from smica_qgis.core.document_model.detection import Detection
from smica_qgis.core.document_model.model import ModelSource
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.gui.options_factory import SmicaOptionsFactory
from smica_qgis.gui.standards.differences_dialog import DifferencesDialog
from smica_qgis.gui.standards.standards_box import StandardsBox
from smica_qgis.gui.standards.update_run import StandardsUpdateRun
from smica_qgis.gui.validation.delivery_header import DeliveryHeader
from smica_qgis.gui.validation.panel import ValidationPanel
from smica_qgis.host.settings import SmicaSettings, change_settings, standards_folder
from smica_qgis.operations.update_standards import StandardsRequest, StandardsUpdate
from tests.qgis.gui.fake_validation import FakeValidation
from tests.unit.made_standards import NAME, keep_fetched, write_models

NEW = "cnig_PLU_2030"


@pytest.fixture(autouse=True)
def _own_profile() -> Iterator[None]:
    shutil.rmtree(standards_folder(), ignore_errors=True)
    yield
    shutil.rmtree(standards_folder(), ignore_errors=True)


@pytest.fixture
def run() -> Iterator[StandardsUpdateRun]:
    made = StandardsUpdateRun()
    yield made
    made.shut_down()


def box_of(run: StandardsUpdateRun, qtbot: QtBot, **settings: object) -> StandardsBox:
    box = StandardsBox(SmicaSettings(**settings), run)  # type: ignore[arg-type]
    qtbot.addWidget(box)
    box.show()
    return box


def messages(box: StandardsBox) -> list[str]:
    return [item.text() for item in box.bar.items()]


def test_without_any_it_says_so(run: StandardsUpdateRun, qtbot: QtBot) -> None:
    box = box_of(run, qtbot)
    assert box.bundled.isChecked()
    assert not box.differences_button.isEnabled()
    assert box.address.placeholderText().startswith("https://www.geoportail-urbanisme.gouv.fr/")


def test_an_update_is_made_and_told(run: StandardsUpdateRun, qtbot: QtBot, tmp_path: Path) -> None:
    models = write_models(tmp_path / "models", NAME, NEW)
    box = box_of(run, qtbot, standards_address=str(models))
    with qtbot.waitSignal(run.ended):
        box.update_button.click()
        assert box.progress.isVisible()
        assert not box.update_button.isEnabled()
    assert not box.progress.isVisible()
    assert box.differences_button.isEnabled()
    assert "2" in messages(box)[0]
    assert "2" in box.state.text()


def test_what_fails_is_told_by_its_name(run: StandardsUpdateRun, qtbot: QtBot, tmp_path: Path) -> None:
    models = write_models(tmp_path / "models", NAME, NEW)
    (models / NEW / "types" / "ZONE_URBA.json").write_text("<html>")
    box = box_of(run, qtbot, standards_address=str(models))
    with qtbot.waitSignal(run.ended):
        box.update_button.click()
    assert NEW in messages(box)[0]
    assert any(item.findChildren(QPushButton) for item in box.bar.items()), "the reasons are one click away"


def test_a_source_that_is_nowhere_is_told(run: StandardsUpdateRun, qtbot: QtBot, tmp_path: Path) -> None:
    box = box_of(run, qtbot, standards_address=str(tmp_path / "nowhere"))
    with qtbot.waitSignal(run.failed):
        box.update_button.click()
    assert "nowhere" in messages(box)[0]
    assert box.update_button.isEnabled()


def waiting(begun: threading.Event) -> StandardsUpdateRun:
    """Return a run whose update only ends when one asks it to stop."""

    def work(_request: StandardsRequest, progress: Progress) -> StandardsUpdate:
        begun.set()
        while True:
            stop_if_cancelled(progress)
            threading.Event().wait(0.01)

    return StandardsUpdateRun(work)


def test_one_can_stop_it(qtbot: QtBot) -> None:
    begun = threading.Event()
    run = waiting(begun)
    box = box_of(run, qtbot)
    box.update_button.click()
    assert begun.wait(5)
    with qtbot.waitSignal(run.stopped):
        box.progress.cancel.click()
    assert len(messages(box)) == 1
    assert not run.is_running


def test_it_outlives_the_page_and_another_page_shows_it(qtbot: QtBot) -> None:
    begun = threading.Event()
    run = waiting(begun)
    box = StandardsBox(SmicaSettings(), run)
    box.update_button.click()
    assert begun.wait(5)
    box.deleteLater()
    qtbot.wait(300)
    again = box_of(run, qtbot)
    assert again.progress.isVisible()
    run.shut_down()
    assert not run.is_running


def test_the_factory_stops_it(qtbot: QtBot) -> None:
    begun = threading.Event()
    factory = SmicaOptionsFactory()
    factory.run = waiting(begun)
    page = factory.createWidget(None)
    qtbot.addWidget(page)
    page.standards.update_button.click()  # type: ignore[attr-defined]
    assert begun.wait(5)
    factory.shut_down()
    assert not factory.run.is_running


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[DifferencesDialog]:
    keep_fetched(standards_folder())
    keep_fetched(standards_folder(), NEW)
    shown = DifferencesDialog(standards_folder())
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: not shown.is_comparing, timeout=10_000)
    yield shown
    shown.done(0)


def texts(dialog: DifferencesDialog, parent: QModelIndex | None = None) -> list[list[str]]:
    model, above = dialog.shown_model, parent or QModelIndex()
    rows = range(model.rowCount(above))
    return [[str(model.index(row, column, above).data()) for column in range(4)] for row in rows]


def test_the_table_says_what_differs(dialog: DifferencesDialog) -> None:
    assert [row[0] for row in texts(dialog)] == ["CNIG PLU 2024", "CNIG PLU 2030"]
    below = texts(dialog, dialog.shown_model.index(0, 0))
    assert ["ZONE_URBA · LIBELLE", "motif de l’attribut", "–", "[A-Z].*"] in below
    assert dialog.summary.text()
    assert all(button.isEnabled() for button in dialog.exports)


def test_the_filter_leaves_what_holds_the_words(dialog: DifferencesDialog) -> None:
    dialog.filter.setText("motif")
    assert [row[0] for row in texts(dialog)] == ["CNIG PLU 2024"]
    assert [row[1] for row in texts(dialog, dialog.shown_model.index(0, 0))] == ["motif de l’attribut"]
    dialog.filter.setText("plu 2030")
    assert [row[0] for row in texts(dialog)] == ["CNIG PLU 2030"]
    dialog.filter.setText("")
    assert len(texts(dialog)) == 2


@pytest.mark.parametrize("kind", ["html", "csv"])
def test_it_can_be_written(
    dialog: DifferencesDialog, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "differences"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    dialog.exports[("html", "csv").index(kind)].click()
    written = path.with_suffix(f".{kind}")
    assert "motif de l’attribut" in written.read_text(encoding="utf-8")
    if kind == "csv":
        with written.open(encoding="utf-8", newline="") as stream:
            assert {row["model"] for row in csv.DictReader(stream)} == {NAME, NEW}


def test_a_spoilt_model_is_shown_as_such(qtbot: QtBot) -> None:
    (keep_fetched(standards_folder()) / "source.json").write_text("{")
    shown = DifferencesDialog(standards_folder())
    qtbot.addWidget(shown)
    qtbot.waitUntil(lambda: not shown.is_comparing, timeout=10_000)
    assert texts(shown)[0][1] == "illisible"
    assert "ne peut être utilisé" in texts(shown, shown.shown_model.index(0, 0))[0][0]


def test_closed_at_once_it_compares_no_more(qtbot: QtBot) -> None:
    keep_fetched(standards_folder())
    shown = DifferencesDialog(standards_folder())
    qtbot.addWidget(shown)
    shown.done(0)
    assert not shown.is_comparing
    qtbot.wait(300)
    assert shown.summary.text() == ""


def test_the_dock_asks_with_the_preference(
    panel: ValidationPanel, fake: FakeValidation, delivery: str, qtbot: QtBot
) -> None:
    for preferred in (False, True):
        change_settings(prefer_fetched_standards=preferred)
        with qtbot.waitSignal(panel.run.ended):
            panel.choose(delivery)
        assert fake.requests[-1].standards_folder == (str(standards_folder()) if preferred else "")


def test_the_dock_says_where_the_standard_comes_from(qtbot: QtBot) -> None:
    header = DeliveryHeader(lambda: (), ())
    qtbot.addWidget(header)
    fetched = ModelSource("https://models.example/<m>.json", "fetched", "abc", "2026-11-24T08:13:00+00:00")
    header.show_delivery("30014_PLU_20171013", Detection(NAME, "imposé"), "PLU", fetched)
    assert "récupéré le 24/11/2026" in header.standard.text()
    assert "https://models.example/&lt;m&gt;.json" in header.standard.toolTip()
    assert header.standard.textFormat() == Qt.TextFormat.RichText
    header.show_delivery("30014_PLU_20171013", Detection(NAME, "imposé"), "PLU", ModelSource("x", "bundled"))
    assert "fourni avec SMICA QGIS" in header.standard.toolTip()
    assert "fourni" not in header.standard.text()


def test_an_error_of_the_update_speaks_for_itself(qtbot: QtBot) -> None:
    def work(_request: StandardsRequest, _progress: Progress) -> StandardsUpdate:
        raise SmicaError("Une mise à jour des standards est déjà en cours.")

    run = StandardsUpdateRun(work)
    box = box_of(run, qtbot)
    with qtbot.waitSignal(run.failed):
        box.update_button.click()
    assert "déjà en cours" in messages(box)[0]
