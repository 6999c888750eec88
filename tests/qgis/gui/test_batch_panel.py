"""The gestures of the dock of the batch, over an operation that the test holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QMimeData, QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPushButton

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.validation.finding import Family
from smica_qgis.gui.batch.batch_rows import State
from smica_qgis.gui.batch.panel import BatchPanel, Elsewhere
from smica_qgis.gui.batch.services import BatchServices
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.operations.read_batch import ReadBatch
from smica_qgis.operations.validate_batch import BatchRequest, BatchSummary
from smica_qgis.operations.validate_delivery import ValidationRequest
from tests.qgis.gui.conftest import Window
from tests.qgis.gui.fake_batch import FakeBatch, item, line


class Opened:
    """What is opened elsewhere."""

    def __init__(self) -> None:
        self.reports: list[str] = []
        self.requests: list[ValidationRequest] = []
        self.paths: list[str] = []

    def elsewhere(self) -> Elsewhere:
        return Elsewhere(self.reports.append, self.requests.append, self.paths.append)


@pytest.fixture
def batch() -> FakeBatch:
    return FakeBatch()


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str]:
    """Return the folder of the deliveries and that of the reports."""
    for name in ("in", "out"):
        (tmp_path / name).mkdir()
    return str(tmp_path / "in"), str(tmp_path / "out")


def read(_output: str) -> ReadBatch:
    lines = tuple(line(item(number)) for number in range(1, 4))
    return ReadBatch(BatchSummary(lines, ("notes.txt",)), official=True)


@pytest.fixture
def panel(window: Window, batch: FakeBatch, opened: Opened, qtbot: QtBot) -> Iterator[BatchPanel]:
    services = BatchServices(validate=batch, read=read)
    shown = BatchPanel(window, services, opened.elsewhere())  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    shown.show()
    yield shown
    batch.let_go()
    shown.shut_down()


def choose(panel: BatchPanel, folders: tuple[str, str]) -> None:
    panel.form.source.show_path(folders[0])
    panel.form.source.edited.emit(folders[0])
    panel.form.output.show_path(folders[1])
    panel.form.output.edited.emit(folders[1])


def run(panel: BatchPanel, folders: tuple[str, str], qtbot: QtBot) -> None:
    choose(panel, folders)
    with qtbot.waitSignal(panel.run.ended):
        panel.form.run.click()


def states(panel: BatchPanel) -> list[State]:
    return [row.state for row in panel.results.table.batch.rows.rows]


# ---------------------------------------------------------------------- asked, remembered


def test_it_runs_once_it_knows_where(panel: BatchPanel, folders: tuple[str, str]) -> None:
    assert not panel.form.run.isEnabled()
    panel.form.source.show_path(folders[0])
    panel.form.source.edited.emit(folders[0])
    assert panel.form.output.path == f"{folders[0]}_controle"
    assert panel.form.run.isEnabled()
    panel.form.output.text.clear()
    panel.form.output.edited.emit("")
    assert not panel.form.run.isEnabled()


def test_a_chosen_folder_of_reports_stays_when_the_deliveries_change(
    panel: BatchPanel, folders: tuple[str, str]
) -> None:
    choose(panel, folders)
    panel.form.source.edited.emit("/elsewhere")
    assert panel.form.output.path == folders[1]


def test_what_is_asked_is_what_the_form_holds_and_is_remembered(
    panel: BatchPanel, batch: FakeBatch, folders: tuple[str, str], qtbot: QtBot
) -> None:
    options = panel.form.settings
    options.workers.setValue(3)
    options.time_limit.setValue(90)
    options.html.setChecked(True)
    options.resume.setChecked(False)
    options.scheduler.setText(" tcp://nuc:8786 ")
    options.families[Family.LOCAL].setChecked(False)
    run(panel, folders, qtbot)
    families = ("official", "standard")
    assert batch.requests == [
        BatchRequest(*folders, 3, "tcp://nuc:8786", 90, html=True, resume=False, families=families)
    ]
    settings = load_settings()
    assert (settings.batch_input, settings.batch_output) == folders
    assert (settings.batch_workers, settings.batch_time_limit, settings.batch_html) == (3, 90, True)
    assert (settings.batch_resume, settings.batch_scheduler, settings.families) == (False, "tcp://nuc:8786", families)


def test_a_folder_is_dropped_on_the_field(panel: BatchPanel, folders: tuple[str, str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(folders[0])])
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, button, keys)
    panel.form.source.dragEnterEvent(enter)
    assert enter.isAccepted()
    panel.form.source.dropEvent(QDropEvent(QPoint(5, 5), actions, data, button, keys))
    assert panel.form.source.path == folders[0]


# ---------------------------------------------------------------------- running


def test_lines_come_while_it_runs(panel: BatchPanel, batch: FakeBatch, folders: tuple[str, str], qtbot: QtBot) -> None:
    batch.count, batch.first = 6, 2
    choose(panel, folders)
    panel.form.run.click()
    waiting = [State.WAITING] * 4
    qtbot.waitUntil(lambda: states(panel) == [State.VALID, State.INVALID, *waiting])
    assert panel.form.cancel.isVisible()
    assert not panel.form.run.isVisible()
    assert not panel.form.source.isEnabled()
    qtbot.waitUntil(lambda: "2 of 6" in panel.form.phase.text())
    assert "4 deliveries to come" in panel.results.totals.text()
    with qtbot.waitSignal(panel.run.ended):
        batch.let_go()
    assert State.WAITING not in states(panel)
    assert panel.form.run.isVisible()
    assert panel.form.source.isEnabled()


def test_the_end_is_announced_with_the_verdicts(
    panel: BatchPanel, batch: FakeBatch, folders: tuple[str, str], window: Window, qtbot: QtBot
) -> None:
    batch.ignored = ("notes.txt", "=1+1<b>.doc")
    run(panel, folders, qtbot)
    assert "1 delivery not done, 1 unreadable delivery, 1 refused delivery" in window.messages()[0]
    assert "2 files ignored" in panel.results.totals.text()
    assert "=1+1&lt;b&gt;.doc" in panel.results.totals.toolTip()


def test_cancelling_keeps_what_is_done(
    panel: BatchPanel, batch: FakeBatch, folders: tuple[str, str], qtbot: QtBot
) -> None:
    batch.count, batch.first = 5, 3
    choose(panel, folders)
    panel.form.run.click()
    qtbot.waitUntil(lambda: states(panel).count(State.WAITING) == 2)
    with qtbot.waitSignal(panel.run.stopped):
        panel.form.cancel.click()
        assert panel.form.phase.text() == "Stopping…"
    assert batch.stopped == 1
    assert states(panel).count(State.WAITING) == 2
    assert panel.form.run.isVisible()


def test_a_refusal_is_told_and_one_can_run_again(
    panel: BatchPanel, batch: FakeBatch, folders: tuple[str, str], window: Window, qtbot: QtBot
) -> None:
    batch.error = SmicaError("Un autre contrôle par lot travaille déjà dans ce dossier.")
    choose(panel, folders)
    with qtbot.waitSignal(panel.run.failed):
        panel.form.run.click()
    assert "travaille déjà" in window.messages()[0]
    assert panel.form.run.isVisible()
    batch.error = None
    with qtbot.waitSignal(panel.run.ended):
        panel.form.run.click()


def test_closing_the_dock_stops_it_and_offers_to_go_on(
    panel: BatchPanel, batch: FakeBatch, folders: tuple[str, str], window: Window, qtbot: QtBot
) -> None:
    batch.first = 1
    choose(panel, folders)
    panel.form.run.click()
    qtbot.waitUntil(lambda: bool(batch.requests))
    with qtbot.waitSignal(panel.run.stopped):
        panel.cancel_because_closed()
    assert "what is done is kept" in window.messages()[0]
    batch.first = None
    (button,) = (b for b in window.bar.currentItem().findChildren(QPushButton) if b.text() == "Go on")
    with qtbot.waitSignals([panel.shown_wanted, panel.run.ended]):
        button.click()


def test_closing_when_nothing_runs_says_nothing(panel: BatchPanel, window: Window) -> None:
    panel.cancel_because_closed()
    assert window.messages() == []


def test_going_away_while_it_runs_leaves_no_task(
    panel: BatchPanel, batch: FakeBatch, folders: tuple[str, str], qtbot: QtBot
) -> None:
    batch.first = 1
    choose(panel, folders)
    panel.form.run.click()
    qtbot.waitUntil(lambda: bool(batch.requests))
    panel.shut_down()
    assert batch.stopped == 1
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


# ---------------------------------------------------------------------- results


def test_a_number_of_the_totals_leads_to_what_it_counts(
    panel: BatchPanel, folders: tuple[str, str], qtbot: QtBot
) -> None:
    run(panel, folders, qtbot)
    panel.results.totals.linkActivated.emit("invalid")
    assert panel.results.table.filter.rowCount() == 1
    assert panel.results.state.currentText() == "Refused"
    assert "1 shown" in panel.results.totals.text()
    panel.results.totals.linkActivated.emit("")
    assert panel.results.table.filter.rowCount() == 4
    assert "shown" not in panel.results.totals.text()


def test_the_filter_follows_what_one_types(panel: BatchPanel, folders: tuple[str, str], qtbot: QtBot) -> None:
    run(panel, folders, qtbot)
    panel.find_shortcut.activated.emit()
    panel.results.text.setText("delai")
    qtbot.waitUntil(lambda: panel.results.table.filter.rowCount() == 1)


def test_another_run_shows_everything_again(panel: BatchPanel, folders: tuple[str, str], qtbot: QtBot) -> None:
    run(panel, folders, qtbot)
    panel.results.totals.linkActivated.emit("invalid")
    run(panel, folders, qtbot)
    assert panel.results.table.filter.rowCount() == 4
    assert panel.results.state.currentIndex() == 0


def test_the_report_opens_in_the_dock(
    panel: BatchPanel, folders: tuple[str, str], opened: Opened, window: Window, qtbot: QtBot
) -> None:
    run(panel, folders, qtbot)
    table = panel.results.table
    table.selectRow(1)
    table.doubleClicked.emit(table.currentIndex())
    assert opened.reports == [f"{folders[1]}/00002_PLU_20240101.jsonl"]
    table.report_wanted.emit(table.batch.rows.rows[3])
    assert len(opened.reports) == 1
    assert "a pas de rapport : Délai dépassé" in window.messages()[0]


def test_validating_again_asks_what_the_batch_asked(
    panel: BatchPanel, folders: tuple[str, str], opened: Opened, qtbot: QtBot
) -> None:
    from dataclasses import replace

    run(panel, folders, qtbot)
    row = panel.results.table.batch.rows.rows[1]
    row.item = replace(row.item, standard="cnig_PLU_2014", crs="EPSG:2975", options={"flat": True})
    panel.results.table.again_wanted.emit(row)
    assert opened.requests == [ValidationRequest(row.item.path, "cnig_PLU_2014", "EPSG:2975", options={"flat": True})]


def test_the_files_are_opened_or_missed(
    panel: BatchPanel, folders: tuple[str, str], opened: Opened, window: Window, qtbot: QtBot
) -> None:
    run(panel, folders, qtbot)
    row = panel.results.table.batch.rows.rows[1]
    panel.results.table.page_wanted.emit(row)
    assert "La page 00002_PLU_20240101.html" in window.messages()[0]
    page = Path(folders[1], "00002_PLU_20240101.html")
    page.write_text("<p>", encoding="utf-8")
    panel.results.table.page_wanted.emit(row)
    panel.results.table.folder_wanted.emit(row)
    assert "est plus là" in window.messages()[0]
    panel.results.folder.click()
    assert not panel.results.summary.isEnabled(), "nothing was written"
    assert opened.paths == [str(page), folders[1]]
    Path(folders[1], "summary.csv").write_text("", encoding="utf-8")
    panel.results.refresh()
    panel.results.summary.click()
    assert opened.paths[-1] == f"{folders[1]}/summary.csv"


def test_the_last_results_come_back(
    window: Window, batch: FakeBatch, opened: Opened, folders: tuple[str, str], qtbot: QtBot
) -> None:
    Path(folders[1], "summary.csv").write_text("", encoding="utf-8")
    change_settings(batch_input=folders[0], batch_output=folders[1])
    panel = BatchPanel(window, BatchServices(validate=batch, read=read), opened.elsewhere())  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    panel.show()
    assert panel.form.source.path == folders[0]
    assert panel.results.last.isVisible()
    panel.results.last.click()
    qtbot.waitUntil(lambda: len(states(panel)) == 3)
    assert states(panel) == [State.VALID, State.INVALID, State.UNREADABLE]
    assert "1 file ignored" in panel.results.totals.text()
    panel.shut_down()


def test_without_results_nothing_is_offered(panel: BatchPanel) -> None:
    assert not panel.results.last.isVisible()
    assert panel.results.pages.currentIndex() == 0


# ---------------------------------------------------------------------- room, keyboard


@pytest.mark.parametrize(("size", "beside"), [((1300, 330), True), ((360, 640), False), ((700, 700), False)])
def test_the_form_is_beside_the_results_when_there_is_room(
    panel: BatchPanel,
    size: tuple[int, int],
    beside: bool,  # noqa: FBT001
    folders: tuple[str, str],
    qtbot: QtBot,
) -> None:
    run(panel, folders, qtbot)
    panel.resize(*size)
    orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
    assert panel.splitter.orientation() == orientation
    assert min(panel.splitter.sizes()) > 80
    panel.form.settings.setCollapsed(False)
    qtbot.wait(50)
    assert panel.minimumSizeHint().width() <= (520 if beside else 360)
    assert panel.form.width() <= panel._area.viewport().width(), "nothing of the form is cut"


def test_everything_one_can_use_has_a_name(panel: BatchPanel, folders: tuple[str, str], qtbot: QtBot) -> None:
    run(panel, folders, qtbot)
    panel.form.settings.setCollapsed(False)
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
        for widget in panel.findChildren(kind)
        if widget.isVisible()
        and not (widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else ""))
        and widget.focusPolicy() not in (Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.ClickFocus)
        and not widget.objectName().startswith("qt_")
        and widget.objectName() != "collapseButton"
    ]
    assert nameless == []
