"""A report that was written, opened in the dock: said to be one, walked through, its delivery opened on demand."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsProject, QgsRectangle

from smica_qgis.core.document_model.detection import Detection
from smica_qgis.core.progress import Progress
from smica_qgis.core.validation.finding import Family, Verdict
from smica_qgis.core.validation.report import Report
from smica_qgis.gui.validation.findings_index import PlaceState
from smica_qgis.gui.validation.panel import ValidationPanel
from smica_qgis.gui.validation.services import Services, reopen, request_of
from smica_qgis.gui.validation.zoom import ZoomWay
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from smica_qgis.reports.json_lines import write_json_lines
from smica_qgis.reports.json_summary import write_json_summary
from tests.qgis.deliveries import ConformantDelivery, conformant
from tests.qgis.gui.conftest import Window
from tests.qgis.gui.fake_validation import FakeValidation
from tests.qgis.gui.test_panel import ERRORS, KINDS, kind_titles, look_at
from tests.unit.reports.made_report import every_kind, made_report

Open = Callable[[Path], None]


def write(report: Report, path: Path) -> Path:
    write_json_lines(report, path)
    write_json_summary(report, path.with_suffix(".json"))
    return path


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return the path of a report of every kind of finding, whose delivery is nowhere."""
    return write(made_report(), tmp_path / "written.jsonl")


@pytest.fixture
def open_report(panel: ValidationPanel, qtbot: QtBot) -> Open:
    """Return the gesture: open a report and wait until it is shown."""

    def choose_and_wait(path: Path) -> None:
        panel.choose(str(path))
        qtbot.waitUntil(panel.strip.isVisible)

    return choose_and_wait


# ---------------------------------------------------------------------- what is shown


def test_the_dock_says_that_it_is_a_report_and_of_when(
    panel: ValidationPanel, open_report: Open, written: Path, fake: FakeValidation
) -> None:
    open_report(written)
    said = panel.strip.text.text().replace("\u200b", "")
    assert "written.jsonl" in said
    assert "2026" in said or "26" in said
    assert panel.verdict.sentence.text() == f"Refused by the Géoportail: {ERRORS} errors"
    assert len(kind_titles(panel)) == KINDS
    assert panel.chips.chips[Family.OFFICIAL].accessibleName().startswith(f"Official: {ERRORS} errors, ")
    assert panel.header.name.text().replace("\u200b", "") == "99999_PLU_20300101"
    assert fake.requests == [], "nothing is validated"


def test_its_faults_are_shown_on_the_map(
    panel: ValidationPanel, open_report: Open, written: Path, window: Window
) -> None:
    open_report(written)
    look_at(panel, "ATTRIBUTE_GEOMETRY_INVALID")
    assert panel.results.explanation.zoom.isEnabled()
    panel.results.zoom()
    assert window.mapCanvas().extent().contains(QgsRectangle(646650, 6358810, 646651, 6358811))
    assert not panel.results.explanation.row.isEnabled(), "no layer is open"


def test_its_filter_works(panel: ValidationPanel, open_report: Open, written: Path, qtbot: QtBot) -> None:
    open_report(written)
    panel.results.filter_bar.text.setText("datvalid")
    qtbot.waitUntil(lambda: len(kind_titles(panel)) == 2)


def test_an_unreadable_delivery_shows_what_it_holds(
    panel: ValidationPanel, open_report: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    open_report(write(made_report([], verdict=Verdict.UNREADABLE, tables=()), tmp_path / "a.jsonl"))
    assert panel.unreadable.isVisible()
    files = panel.unreadable.files
    qtbot.waitUntil(lambda: files.topLevelItemCount() == 1 and files.topLevelItem(0).text(0) == "notes.txt")
    assert not panel.strip.layers.isVisible()


def test_findings_without_their_summary(panel: ValidationPanel, open_report: Open, written: Path) -> None:
    written.with_suffix(".json").unlink()
    open_report(written)
    assert "without its summary" in panel.strip.text.text()
    assert "nobody knows where" in panel.strip.reason.text()
    assert not panel.strip.layers.isVisible()
    assert not panel.strip.again.isEnabled()
    assert not panel.again_button.isEnabled()
    assert len(kind_titles(panel)) == KINDS


def test_a_damaged_report_is_told_and_what_is_shown_stays(
    panel: ValidationPanel, run: Callable[[], None], tmp_path: Path, window: Window, qtbot: QtBot
) -> None:
    run()
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    panel.choose(str(tmp_path / "bad.jsonl"))
    qtbot.waitUntil(lambda: bool(window.messages()))
    assert "bad.jsonl est abîmé à la ligne 1" in window.messages()[0]
    assert len(kind_titles(panel)) == KINDS
    assert not panel.strip.isVisible()


def test_nothing_opens_while_a_validation_runs(
    panel: ValidationPanel, fake: FakeValidation, delivery: str, written: Path, window: Window, qtbot: QtBot
) -> None:
    fake.held = True
    panel.choose(delivery)
    qtbot.waitUntil(lambda: bool(fake.requests))
    panel.open_report(str(written))
    assert "Un contrôle est en cours" in window.messages()[0]
    with qtbot.waitSignal(panel.run.ended):
        fake.let_go()
    assert not panel.strip.isVisible()


def test_the_last_of_two_reports_is_the_one_that_is_shown(
    panel: ValidationPanel, written: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = write(made_report([], header=replace(made_report().header, delivery="other")), tmp_path / "other.jsonl")
    panel.open_report(str(written))
    panel.open_report(str(other))
    qtbot.waitUntil(lambda: panel.header.name.text() == "other")
    qtbot.wait(300)
    assert panel.header.name.text() == "other"


# ---------------------------------------------------------------------- validating again


def test_validating_again_asks_what_was_asked_then(
    panel: ValidationPanel, open_report: Open, tmp_path: Path, fake: FakeValidation, qtbot: QtBot
) -> None:
    change_settings(crs="EPSG:2972", families=("local",))
    header = replace(
        made_report().header,
        path=str(tmp_path),
        crs="EPSG:2975",
        options={"flat": True},
        families=("official",),
        detection=Detection("cnig_PLU_2017", "", given=True),
    )
    open_report(write(made_report(header=header), tmp_path / "a.jsonl"))
    with qtbot.waitSignal(panel.run.ended):
        panel.strip.again.click()
    assert fake.requests == [
        ValidationRequest(str(tmp_path), "cnig_PLU_2017", "EPSG:2975", ("official",), options={"flat": True})
    ]
    assert not panel.strip.isVisible(), "it is no report of before any more"
    panel.settings.changed.emit()
    with qtbot.waitSignal(panel.run.ended):
        panel.again_button.click()
    assert fake.requests[-1].crs == load_settings().crs
    assert fake.requests[-1].families == ("local",)


def test_validating_again_says_what_has_changed(
    panel: ValidationPanel, open_report: Open, written: Path, fake: FakeValidation, qtbot: QtBot
) -> None:
    open_report(written)
    fake.findings = every_kind()[1:]
    with qtbot.waitSignal(panel.run.ended):
        panel.strip.again.click()
    assert panel._index is not None
    assert panel._index.total(PlaceState.FIXED) == 1


def test_a_model_that_is_not_bundled_is_asked_by_its_place() -> None:
    report = made_report()
    given = replace(report.header, detection=Detection("my_model", "", given=True))
    assert request_of(replace(report, header=given), ("cnig_PLU_2017",)).standard == given.model_source.location
    assert request_of(report, ("cnig_PLU_2017",)).standard == ""


# ---------------------------------------------------------------------- the objects of the delivery


@pytest.fixture
def reported(tmp_path: Path) -> tuple[ConformantDelivery, Path]:
    """Return a delivery with a zone that crosses itself, and the report of its validation."""
    delivery = conformant("cnig_PLU_2024", tmp_path)
    delivery.set_geometry("ZONE_URBA", 1, "POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))")
    report = validate_delivery(ValidationRequest(str(delivery.root)))
    report.geometries.close()
    return delivery, write(report, tmp_path / "report.jsonl")


@pytest.fixture
def real(window: Window, reported: tuple[ConformantDelivery, Path], qtbot: QtBot) -> Iterator[ValidationPanel]:
    """Return the dock over the real operations, the report open."""
    panel = ValidationPanel(window, Services())  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    panel.show()
    panel.open_report(str(reported[1]))
    qtbot.waitUntil(panel.strip.isVisible)
    yield panel
    panel.shut_down()
    QgsProject.instance().clear()


def open_layers(panel: ValidationPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.reopening.opened, timeout=60_000):
        panel.strip.layers.click()


def test_its_layers_are_opened_on_demand(real: ValidationPanel, window: Window, qtbot: QtBot) -> None:
    assert QgsProject.instance().mapLayers() == {}
    look_at(real, "ATTRIBUTE_GEOMETRY_INVALID")
    open_layers(real, qtbot)
    names = {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert {"ZONE_URBA", "DOC_URBA"} <= names
    assert not real.strip.layers.isVisible()
    assert real.results.explanation.row.isEnabled()
    real.results.explanation.row.click()
    assert window.tables == [("ZONE_URBA", "$id = 1")]
    real.results.explanation.zoom_chosen.emit(ZoomWay.OBJECT)
    assert window.mapCanvas().extent().contains(QgsRectangle(0, 0, 100, 100))
    sources = [Path(layer.source().split("|")[0]) for layer in QgsProject.instance().mapLayers().values()]
    real.shut_down()
    assert not any(source.exists() for source in sources), "the working copy goes with the dock"


def test_a_delivery_that_changed_is_said_and_stays_closed(
    real: ValidationPanel, reported: tuple[ConformantDelivery, Path], qtbot: QtBot
) -> None:
    (reported[0].root / "one more.txt").write_text("x", encoding="utf-8")
    with qtbot.waitSignal(real.reopening.refused):
        real.strip.layers.click()
    assert "a changé depuis ce contrôle" in real.strip.reason.text()
    assert not real.strip.layers.isEnabled()
    assert QgsProject.instance().mapLayers() == {}


def test_a_delivery_that_is_gone_is_said(
    real: ValidationPanel, reported: tuple[ConformantDelivery, Path], qtbot: QtBot
) -> None:
    shutil.rmtree(reported[0].root)
    with qtbot.waitSignal(real.reopening.refused):
        real.strip.layers.click()
    assert "n'est plus à sa place" in real.strip.reason.text()


def test_another_report_meanwhile_gets_no_layers(real: ValidationPanel, written: Path, qtbot: QtBot) -> None:
    other_is_shown = threading.Event()

    def reopen_late(report: Report, progress: Progress) -> Report:
        other_is_shown.wait(30)
        return reopen(report, progress)

    real.reopening._services = Services(reopen=reopen_late)
    real.strip.layers.click()
    with qtbot.assertNotEmitted(real.reopening.opened, wait=1500):
        real.open_report(str(written))
        qtbot.waitUntil(lambda: "written" in real.strip.text.text())
        other_is_shown.set()
    assert QgsProject.instance().mapLayers() == {}


def test_going_away_while_it_opens_leaves_nothing(real: ValidationPanel, qtbot: QtBot) -> None:
    real.strip.layers.click()
    real.shut_down()
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert QgsProject.instance().mapLayers() == {}
