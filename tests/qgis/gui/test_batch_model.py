"""The table of a batch: what it shows, how it is sorted and filtered, what it gives up when it is narrow."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest

from smica_qgis.gui.batch.batch_form import proposed_output
from smica_qgis.gui.batch.batch_model import BatchFilter, BatchModel, Cell
from smica_qgis.gui.batch.batch_rows import BatchRows, State
from smica_qgis.gui.batch.batch_table import BatchTable
from smica_qgis.gui.batch.verdict_chip import STATE_ROLE
from smica_qgis.gui.batch.wording import duration
from tests.qgis.gui.fake_batch import item, line


def rows(count: int = 8, done: int | None = None, *, official: bool = True) -> BatchRows:
    made = BatchRows.planned([item(number) for number in range(1, count + 1)], official=official)
    for number in range(1, (count if done is None else done) + 1):
        made.put(line(item(number)))
    return made


@pytest.fixture
def table(qtbot: QtBot) -> BatchTable:
    shown = BatchTable()
    qtbot.addWidget(shown)
    shown.resize(1400, 300)
    shown.batch.show_rows(rows(done=6))
    shown.show()
    return shown


def cell(table: BatchTable, row: int, column: Cell) -> str:
    return str(table.filter.index(row, column).data())


def names(table: BatchTable) -> list[str]:
    return [cell(table, row, Cell.DELIVERY)[:5] for row in range(table.filter.rowCount())]


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:  # noqa: ARG001
    model, left = BatchModel(), BatchFilter()
    left.setSourceModel(model)
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in (model, left)]
    model.show_rows(rows(done=0))
    model.put([line(item(3)), line(item(1))])
    left.show_only(State.VALID, "00001")
    left.sort(Cell.ERRORS)
    assert left.rowCount() == 1
    assert model.rowCount(model.index(0, 0)) == 0
    assert len(testers) == 2


def test_a_row_says_all_that_is_known(table: BatchTable) -> None:
    shown = [cell(table, 1, column) for column in Cell]
    assert shown == ["00002_PLU_20240101", "CNIG PLU 2017", "Refused", "2", "2", "3", "1.0", ""]
    assert "2 errors, 2 warnings" in str(table.filter.index(1, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_what_could_not_be_counted_has_no_number(table: BatchTable) -> None:
    assert [cell(table, row, Cell.ERRORS) for row in range(8)] == ["0", "2", "–", "–", "0", "6", "", ""]
    assert cell(table, 3, Cell.MESSAGE) == "Délai dépassé"
    assert cell(table, 7, Cell.VERDICT) == "To come"


def test_a_line_comes_into_its_row(table: BatchTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.batch.dataChanged):
        table.batch.put([line(item(8))])
    assert cell(table, 7, Cell.VERDICT) == "Not done"
    with pytest.raises(ValueError, match="was not planned"):
        table.batch.put([line(item(9))])


def test_it_is_in_the_order_of_the_plan_until_one_sorts(table: BatchTable) -> None:
    assert names(table) == [f"{n:05}" for n in range(1, 9)]
    table.sortByColumn(Cell.ERRORS, Qt.SortOrder.DescendingOrder)
    assert names(table)[:2] == ["00006", "00002"]
    table.sortByColumn(Cell.VERDICT, Qt.SortOrder.AscendingOrder)
    states = [table.filter.index(row, 0).data(STATE_ROLE) for row in range(8)]
    assert states[:2] == [State.FAILED, State.UNREADABLE]
    assert states[-1] is State.WAITING
    table.sortByColumn(Cell.SECONDS, Qt.SortOrder.DescendingOrder)
    assert names(table)[0] == "00006"
    table.sort_as_planned()
    assert names(table) == [f"{n:05}" for n in range(1, 9)]


def test_words_are_found_without_accents_nor_capitals(table: BatchTable) -> None:
    table.filter.show_only(None, "DELAI depasse")
    assert names(table) == ["00004"]
    table.filter.show_only(None, "abimee 2017")
    assert names(table) == ["00003"]
    table.filter.show_only(State.VALID, "")
    assert names(table) == ["00001", "00005"]
    table.filter.show_only(State.VALID, "00003")
    assert names(table) == []


def test_without_the_official_family_there_is_no_verdict() -> None:
    states = {row.state for row in rows(4, official=False).rows}
    assert State.UNASKED in states
    assert State.VALID not in states


def test_a_report_that_holds_is_said() -> None:
    from dataclasses import replace

    model = BatchModel()
    model.show_rows(BatchRows.planned([item(1)], official=True))
    model.put([replace(line(item(1)), skipped=True)])
    assert "Unchanged" in str(model.index(0, Cell.MESSAGE).data())


@pytest.mark.parametrize("width", [300, 360, 480, 640, 800, 1000, 1400])
def test_there_is_always_room_for_the_name_and_the_verdict(table: BatchTable, width: int) -> None:
    table.resize(width, 300)
    shown = [column for column in Cell if not table.isColumnHidden(column)]
    assert {Cell.DELIVERY, Cell.VERDICT, Cell.ERRORS} <= set(shown)
    assert sum(table.columnWidth(column) for column in shown) <= table.viewport().width() + 1
    assert table.columnWidth(Cell.DELIVERY) >= 60


def test_a_wide_table_shows_every_column(table: BatchTable) -> None:
    assert not any(table.isColumnHidden(column) for column in Cell)
    table.resize(360, 300)
    assert table.isColumnHidden(Cell.MESSAGE)
    table.resize(1400, 300)
    assert not any(table.isColumnHidden(column) for column in Cell)


def test_enter_and_a_double_click_open_the_report(table: BatchTable, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.filter.index(1, 0))
    with qtbot.waitSignal(table.report_wanted) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args[0].item.number == 2
    table.sortByColumn(Cell.ERRORS, Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(table.report_wanted) as asked:
        table.doubleClicked.emit(table.filter.index(0, 3))
    assert asked.args[0].item.number == 6
    with qtbot.assertNotEmitted(table.report_wanted):
        table.setCurrentIndex(QModelIndex())
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_the_menu_offers_only_what_can_be_done(table: BatchTable, qtbot: QtBot) -> None:
    def offered(number: int) -> list[str]:
        menu = table.menu_of(table.batch.rows.rows[number - 1])
        return [action.text() for action in menu.actions() if action.isEnabled() and not action.isSeparator()]

    where = ["Show the folder of the delivery", "Validate again in the dock"]
    assert offered(2) == ["Open the report", "Open the page (HTML)", *where]
    assert offered(3) == offered(2), "an unreadable delivery has a report"
    assert offered(4) == where
    menu = table.menu_of(table.batch.rows.rows[1])
    with qtbot.waitSignal(table.again_wanted):
        menu.actions()[-1].trigger()


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.4, "0 s"), (59.9, "59 s"), (65, "1 min 05 s"), (3661, "1 h 01 min"), (90000, "25 h 00 min")],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("", ""),
        ("/data/mars", "/data/mars_controle"),
        ("/data/mars/", "/data/mars_controle"),
        ("/data/mars.2024", "/data/mars.2024_controle"),
        ("/data/liste.csv", "/data/liste_controle"),
        ("/", ""),
    ],
)
def test_the_reports_are_proposed_beside_the_deliveries(source: str, output: str) -> None:
    assert proposed_output(source) == output
