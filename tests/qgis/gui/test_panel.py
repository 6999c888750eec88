"""The gestures of the dock, over an operation that the test holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QMimeData, QPoint, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest

from smica_qgis.core.errors import InvalidParameterError, SmicaError, UnreadableDeliveryError
from smica_qgis.core.validation.finding import Family, Verdict
from smica_qgis.gui.validation.findings_index import PlaceState
from smica_qgis.gui.validation.panel import ValidationPanel
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.host.translation import number
from tests.qgis.gui.conftest import Window
from tests.qgis.gui.fake_validation import FakeValidation
from tests.unit.reports.made_report import every_kind

Gesture = Callable[[], None]
ERRORS = sum(f.level.blocks and f.family is Family.OFFICIAL for f in every_kind())
KINDS = len({(f.code, f.file_model) for f in every_kind()})


def kind_titles(panel: ValidationPanel) -> list[str]:
    tree = panel.results.view.findings.tree
    return [] if tree is None else [node.title for node in tree.kinds]


def look_at(panel: ValidationPanel, code: str, row: int = 0) -> None:
    """Choose a place of a kind, as a click on it does."""
    tree = panel.results.view.findings.tree
    assert tree is not None
    kind = next(node for node in tree.kinds if node.kind is not None and node.kind.code == code)
    panel.results.view.setCurrentIndex(panel.results.view.findings.index_of_place(kind, row))


# ---------------------------------------------------------------------- empty, chosen, verdict


def test_an_empty_dock_offers_what_to_do(panel: ValidationPanel, qtbot: QtBot) -> None:
    assert panel.empty.isVisible()
    assert not panel.verdict.isVisible()
    with qtbot.waitSignal(panel.run.ended):
        panel.empty.sample_wanted.emit()
    assert panel.results.isVisible()


def test_the_verdict_comes_with_the_counts(panel: ValidationPanel, run: Gesture) -> None:
    run()
    assert panel.verdict.sentence.text() == f"Refused by the Géoportail: {ERRORS} errors"
    assert panel.header.name.text().replace("\u200b", "") == "99999_PLU_20300101"
    assert "CNIG PLU 2017" in panel.header.standard.text()
    assert "déduit du nom du dossier" in panel.header.standard.text()
    assert panel.chips.chips[Family.OFFICIAL].accessibleName().startswith(f"Official: {ERRORS} errors, ")
    assert len(kind_titles(panel)) == KINDS


def test_a_delivery_without_error_is_acceptable(panel: ValidationPanel, fake: FakeValidation, run: Gesture) -> None:
    fake.findings = [f for f in every_kind() if not f.level.blocks]
    run()
    assert "Acceptable" in panel.verdict.sentence.text()


def test_the_verdict_says_no_more_than_was_asked(panel: ValidationPanel, fake: FakeValidation, run: Gesture) -> None:
    change_settings(families=("standard",))
    fake.findings = [f for f in every_kind() if f.family is Family.STANDARD]
    run()
    assert "not asked for" in panel.verdict.sentence.text()
    assert not panel.chips.chips[Family.OFFICIAL].isEnabled()


def test_the_request_holds_the_settings(fake: FakeValidation, run: Gesture) -> None:
    change_settings(crs="EPSG:2975", families=("official",), options={"flat": True})
    run()
    request = fake.requests[0]
    assert (request.crs, request.families, dict(request.options)) == ("EPSG:2975", ("official",), {"flat": True})
    assert load_settings().recent == (request.path,)


def test_a_delivery_can_be_dropped(panel: ValidationPanel, fake: FakeValidation, delivery: str, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(delivery)])
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    panel.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(panel.run.ended):
        panel.dropEvent(drop)
    assert fake.requests[0].path == delivery


def test_another_standard_is_one_choice_away(
    panel: ValidationPanel, fake: FakeValidation, run: Gesture, qtbot: QtBot
) -> None:
    run()
    menu = panel.header.change.menu()
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:2] == ["Detect it", "CNIG PLU 2022"]
    with qtbot.waitSignal(panel.run.ended):
        next(action for action in menu.actions() if action.text() == "CNIG PLU 2024").trigger()
    assert fake.requests[-1].standard == "cnig_PLU_2024"


# ---------------------------------------------------------------------- while it runs


def test_what_is_found_is_shown_while_it_runs(
    panel: ValidationPanel, fake: FakeValidation, delivery: str, qtbot: QtBot
) -> None:
    fake.held, fake.first = True, 5
    panel.choose(delivery)
    qtbot.waitUntil(lambda: len(kind_titles(panel)) == 4)
    assert panel.progress.isVisible()
    assert panel.progress.phase.text() == f"Géométrie: {number(12400)} / {number(90000)} · 5 findings"
    assert not panel.again_button.isEnabled()
    assert not panel.header.choose.isEnabled()
    with qtbot.waitSignal(panel.run.ended):
        fake.let_go()
    assert not panel.progress.isVisible()
    assert len(kind_titles(panel)) == KINDS


def test_cancel_keeps_what_was_found(panel: ValidationPanel, fake: FakeValidation, delivery: str, qtbot: QtBot) -> None:
    fake.held, fake.first = True, 5
    panel.choose(delivery)
    qtbot.waitUntil(lambda: bool(kind_titles(panel)))
    with qtbot.waitSignal(panel.run.ended):
        panel.progress.cancel.click()
    assert "partial" in panel.verdict.precision.text()
    assert len(kind_titles(panel)) == 4
    assert panel.again_button.isEnabled()
    assert panel.report_button.isEnabled()


def test_cancel_without_a_report_keeps_them_too(
    panel: ValidationPanel, fake: FakeValidation, delivery: str, qtbot: QtBot
) -> None:
    fake.held, fake.first, fake.silent_on_cancel = True, 5, True
    panel.choose(delivery)
    qtbot.waitUntil(lambda: bool(kind_titles(panel)))
    with qtbot.waitSignal(panel.run.stopped):
        panel.progress.cancel.click()
    assert "partial" in panel.verdict.sentence.text()
    assert len(kind_titles(panel)) == 4
    assert not panel.report_button.isEnabled()


def test_an_error_is_told_where_qgis_tells_them(
    panel: ValidationPanel, fake: FakeValidation, window: Window, delivery: str, qtbot: QtBot
) -> None:
    fake.error = SmicaError("Le disque <b>est</b> plein.", "ENOSPC")
    with qtbot.waitSignal(panel.run.failed):
        panel.choose(delivery)
    assert window.messages() == ["Le disque &lt;b&gt;est&lt;/b&gt; plein."]
    assert panel.again_button.isEnabled()


def test_an_unexpected_error_goes_to_the_journal(
    panel: ValidationPanel, fake: FakeValidation, window: Window, delivery: str, qtbot: QtBot, qgis_app: QgsApplication
) -> None:
    journal: list[str] = []
    qgis_app.messageLog().messageReceived.connect(lambda *said: journal.append(str(said)))
    fake.error = ZeroDivisionError("oops")
    with qtbot.waitSignal(panel.run.failed):
        panel.choose(delivery)
    assert "unexpected" in window.messages()[0]
    assert any("SMICA" in said and "oops" in said and "Traceback" in said for said in journal)


# ---------------------------------------------------------------------- unreadable


def test_an_unreadable_delivery_shows_what_was_found(
    panel: ValidationPanel, fake: FakeValidation, run: Gesture
) -> None:
    fake.change = lambda report: replace(report, verdict=Verdict.UNREADABLE, files=("a/b.txt", "c.doc"), tables=())
    run()
    assert panel.unreadable.isVisible()
    tops = [panel.unreadable.files.topLevelItem(i).text(0) for i in range(panel.unreadable.files.topLevelItemCount())]
    assert tops == ["a", "c.doc"]
    assert "Unreadable" in panel.verdict.sentence.text()


def test_so_does_one_that_cannot_be_opened(
    panel: ValidationPanel, fake: FakeValidation, delivery: str, qtbot: QtBot
) -> None:
    fake.error = UnreadableDeliveryError("L'archive est vide.")
    with qtbot.waitSignal(panel.run.failed):
        panel.choose(delivery)
    assert panel.unreadable.isVisible()
    assert panel.unreadable.reason.text() == "L'archive est vide."
    files = panel.unreadable.files
    qtbot.waitUntil(lambda: files.topLevelItemCount() > 0 and files.topLevelItem(0).text(0) == "notes.txt")


def test_a_standard_that_cannot_be_guessed_can_be_chosen(
    panel: ValidationPanel, fake: FakeValidation, delivery: str, qtbot: QtBot
) -> None:
    fake.error = InvalidParameterError("Le standard n'a pu être deviné.")
    with qtbot.waitSignal(panel.run.failed):
        panel.choose(delivery)
    assert "standard not recognised" in panel.header.standard.text()
    assert panel.header.change.isVisible()
    fake.error = None
    with qtbot.waitSignal(panel.run.ended):
        panel.header.standard_chosen.emit("cnig_PLU_2017")
    assert fake.requests[-1].standard == "cnig_PLU_2017"
    assert panel.results.isVisible()


# ---------------------------------------------------------------------- filter and walk


def test_a_chip_filters_and_gives_back(panel: ValidationPanel, run: Gesture) -> None:
    run()
    chip = panel.chips.chips[Family.STANDARD]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert kind_titles(panel) == ["Date de validité postérieure à l'approbation"]
    assert panel.results.filter_bar.status.text() == "1 of 14 findings"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(kind_titles(panel)) == KINDS


def test_show_everything_undoes_every_filter(panel: ValidationPanel, run: Gesture) -> None:
    run()
    bar = panel.results.filter_bar
    QTest.mouseClick(panel.chips.chips[Family.STANDARD], Qt.MouseButton.LeftButton)
    bar.level.setCurrentIndex(1)
    bar.in_view.setChecked(True)
    assert kind_titles(panel) == []
    bar.clear_button.click()
    assert len(kind_titles(panel)) == KINDS
    assert not any(chip.isChecked() for chip in panel.chips.chips.values())
    assert not bar.clear_button.isVisible()


def test_words_filter_after_a_pause(panel: ValidationPanel, run: Gesture, qtbot: QtBot) -> None:
    run()
    QTest.keyClick(panel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel.results.filter_bar.text.setText("idurba")
    assert len(kind_titles(panel)) == KINDS
    qtbot.waitUntil(lambda: kind_titles(panel) == ["IDURBA ne désigne pas ce document"])


def test_next_explains_each_finding(panel: ValidationPanel, run: Gesture) -> None:
    run()
    seen = []
    for _ in range(20):
        panel.results.explanation.next.click()
        seen.append(panel.results.explanation.text.toPlainText())
    assert len(set(seen)) == 14
    assert panel.results.note.text() == "That was the last one."
    panel.results.explanation.previous.click()
    assert panel.results.explanation.text.toPlainText() == list(dict.fromkeys(seen))[-2]


def test_the_explanation_says_what_why_and_how(panel: ValidationPanel, run: Gesture) -> None:
    run()
    look_at(panel, "CNIG_IDURBA_UNEXPECTED")
    text = panel.results.explanation.text.toPlainText()
    for part in ("Why", "How to fix it", "Recalculez IDURBA", "p. 24", "99999_PLU_20290101"):
        assert part in text


# ---------------------------------------------------------------------- run again


def test_run_again_shows_what_is_fixed_and_what_is_new(
    panel: ValidationPanel, fake: FakeValidation, run: Gesture, rerun: Gesture
) -> None:
    run()
    assert not panel.results.filter_bar.only_new.isVisible()
    fake.findings = [*every_kind()[2:], replace(every_kind()[0], key="another place")]
    rerun()
    assert panel.verdict.precision.text() == "Since the last run: 2 fixed findings, 1 new finding."
    index = panel.results.view.findings.tree.index  # type: ignore[union-attr]
    assert (index.total(PlaceState.FIXED), index.total(PlaceState.NEW)) == (2, 1)
    panel.results.filter_bar.only_new.setChecked(True)
    assert kind_titles(panel) == ["Fichier mal nommé ou imprévu"]


def test_fixed_findings_are_struck_through(
    panel: ValidationPanel, fake: FakeValidation, run: Gesture, rerun: Gesture
) -> None:
    run()
    fake.findings = [f for f in every_kind() if f.code != "FILE_UNEXPECTED"]
    rerun()
    look_at(panel, "FILE_UNEXPECTED")
    index = panel.results.view.currentIndex()
    assert index.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert index.parent().data(Qt.ItemDataRole.FontRole).strikeOut()
    assert "fixed" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_partial_run_is_not_compared(
    panel: ValidationPanel, fake: FakeValidation, run: Gesture, rerun: Gesture
) -> None:
    run()
    fake.change = lambda report: replace(report, header=replace(report.header, partial=True))
    fake.findings = every_kind()[:2]
    rerun()
    assert "Since" not in panel.verdict.precision.text()
    fake.change = lambda report: report
    fake.findings = every_kind()[:-1]
    rerun()
    assert "1 fixed finding" in panel.verdict.precision.text()


def test_each_run_lets_the_last_working_copy_go(
    panel: ValidationPanel, fake: FakeValidation, run: Gesture, rerun: Gesture
) -> None:
    run()
    assert fake.closed == []
    rerun()
    assert fake.closed == [1]
    panel.shut_down()
    assert fake.closed == [1, 2]


# ---------------------------------------------------------------------- going away, and looks


def test_it_goes_away_while_it_runs(panel: ValidationPanel, fake: FakeValidation, delivery: str, qtbot: QtBot) -> None:
    fake.held = True
    panel.choose(delivery)
    qtbot.waitUntil(lambda: bool(fake.requests))
    heard: list[object] = []
    panel.run.ended.connect(heard.append)
    panel.shut_down()
    assert not panel.run.is_running
    assert fake.closed == [1], "the report that nobody receives keeps no working copy"
    qtbot.wait(100)
    assert heard == []


def test_hidden_it_goes_on(panel: ValidationPanel, fake: FakeValidation, delivery: str, qtbot: QtBot) -> None:
    fake.held = True
    panel.choose(delivery)
    panel.hide()
    with qtbot.waitSignal(panel.run.ended):
        fake.let_go()
    panel.show()
    assert len(kind_titles(panel)) == KINDS


def test_it_fits_in_360_by_560_pixels(panel: ValidationPanel, run: Gesture) -> None:
    run()
    look_at(panel, "CNIG_IDURBA_UNEXPECTED")
    least = panel.minimumSizeHint()
    assert (least.width() <= 360, least.height() <= 560) == (True, True)
    for page in (panel.empty, panel.unreadable):
        assert page.minimumSizeHint().width() <= 340


def test_the_tabulation_goes_from_top_to_bottom(panel: ValidationPanel, run: Gesture) -> None:
    run()
    bar = panel.results.filter_bar
    wanted = [panel.header.choose, panel.again_button, panel.header.settings, panel.header.change]
    wanted += [*panel.chips.chips.values(), bar.text, bar.in_view, bar.table, panel.results.view]
    chain, widget = [], panel.header.choose
    for _ in range(200):
        chain.append(widget)
        widget = widget.nextInFocusChain()
    places = [chain.index(stop) for stop in wanted]
    assert places == sorted(places)


def test_everything_one_can_use_has_a_name(panel: ValidationPanel, run: Gesture) -> None:
    from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit

    run()
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
        for widget in panel.findChildren(kind)
        if widget.isVisible()
        and not (widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else ""))
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert nameless == []
