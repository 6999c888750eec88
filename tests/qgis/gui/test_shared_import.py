"""The dialog of imports: mapping proposed, corrected, saved; preview of what is refused; import beside the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject

from smica_qgis.core.anc.fields import CONTROL, INSTALLATION
from smica_qgis.database.open_store import open_store
from smica_qgis.gui.shared_import import import_run
from smica_qgis.gui.shared_import.import_dialog import ImportDialog
from smica_qgis.gui.shared_import.mapping_pane import MappingPane
from smica_qgis.gui.shared_import.window_parts import ImportWindowParts
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.operations.shared_import import mappings
from smica_qgis.operations.shared_import.mappings import load_mapping
from tests.qgis.shared_tables import names_in, write_csv

TITLES = ["N° dossier", "INSEE", "Propriétaire", "Nature", "Date visite", "Conclusion"]
ROWS = [
    ["1", "12302", "Zolmardier", "PER", "15/03/2020", "Bon"],
    ["2", "12302", "Pirolibeau", "PER", "16/03/2020", "Cas a"],
    ["3", "99999", "Pirolibeau", "PER", "17/03/2020", "Bon"],
]


@pytest.fixture(autouse=True)
def _own_mappings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mappings, "user_folder", lambda: tmp_path / "mappings")


@pytest.fixture
def table(tmp_path: Path) -> str:
    return str(write_csv(tmp_path / "spanc.csv", [TITLES, *ROWS]))


@pytest.fixture
def store(tmp_path: Path) -> str:
    address = str(tmp_path / "base.gpkg")
    open_store(address).close()
    change_settings(store=address)
    return address


@pytest.fixture
def dialog(qtbot: QtBot, store: str) -> Iterator[ImportDialog]:
    del store
    made = ImportDialog()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def give(qtbot: QtBot, dialog: ImportDialog, kind: str, address: str) -> MappingPane:
    field = dialog.form.tables[kind]
    field.show_path(address)
    field.edited.emit(address)
    pane = dialog.panes[kind]
    qtbot.waitUntil(lambda: pane.preview is not None)
    return pane


def ran(qtbot: QtBot, dialog: ImportDialog, button: Any) -> None:  # noqa: ANN401
    with qtbot.waitSignal(dialog.run.ended, timeout=30_000):
        button.click()


def test_what_is_wanted_is_said_before_anything_runs(qtbot: QtBot, dialog: ImportDialog, table: str) -> None:
    assert "table" in dialog.hint.text()
    assert not dialog.import_button.isEnabled()
    pane = give(qtbot, dialog, INSTALLATION, table)
    assert "SPANC" in dialog.hint.text()
    dialog.form.spanc.setText("S1")
    assert dialog.import_button.isEnabled()
    pane.table.choices["numero_dossier"].setEditText("")
    assert "Numéro de dossier" in dialog.hint.text()
    assert not dialog.import_button.isEnabled()


def test_the_mapping_is_proposed_with_an_example_of_each_column(qtbot: QtBot, dialog: ImportDialog, table: str) -> None:
    pane = give(qtbot, dialog, INSTALLATION, table)
    assert pane.mapping.champs["numero_dossier"] == "N° dossier"
    assert pane.table.item(0, 2).text() == "1"
    assert "proprio_nom" not in pane.table.choices, "nobody's name is asked for"
    assert pane.mapping.champs["proprio_nom"] == "Propriétaire", "but their column serves to take names out"


def test_words_that_are_not_known_are_shown_and_given_a_meaning(qtbot: QtBot, dialog: ImportDialog, table: str) -> None:
    pane = give(qtbot, dialog, CONTROL, table)
    row = list(pane.fields).index("classe_saisie")
    assert pane.table.item(row, 3).text().startswith("1 ")
    pane.table.setCurrentCell(row, 0)
    choice = pane.values.choices["Bon"]
    choice.setCurrentIndex(choice.findData("E"))
    assert pane.table.item(row, 3).text() == ""
    assert pane.mapping.valeurs == {"classe_saisie": {"Bon": "E"}}


def test_preview_names_the_rows_that_are_refused_and_writes_nothing(
    qtbot: QtBot, dialog: ImportDialog, table: str, store: str
) -> None:
    give(qtbot, dialog, INSTALLATION, table)
    dialog.form.spanc.setText("S1")
    before = Path(store).read_bytes()
    ran(qtbot, dialog, dialog.preview_button)
    pane = dialog.report_pane
    assert dialog.tabs.currentWidget() is pane
    assert pane.notes.item(0, 0).text() == "4"
    assert "INSEE" in pane.notes.item(0, 3).text()
    assert Path(store).read_bytes() == before


def test_the_same_table_for_installations_and_controls_then_the_layers(
    qtbot: QtBot, dialog: ImportDialog, table: str, store: str, tmp_path: Path
) -> None:
    give(qtbot, dialog, INSTALLATION, table)
    pane = give(qtbot, dialog, CONTROL, table)
    pane.table.setCurrentCell(list(pane.fields).index("classe_saisie"), 0)
    choice = pane.values.choices["Bon"]
    choice.setCurrentIndex(choice.findData("E"))
    dialog.form.spanc.setText("S1")
    ran(qtbot, dialog, dialog.import_button)
    with open_store(store, read_only=True) as opened:
        assert [row[0] for row in opened.select("anc_installation", ("numero_dossier",))] == ["1", "2"]
        assert [row[0] for row in opened.select("anc_controle", ("classe_saisie",))] == ["E", "A"]
    assert names_in(Path(store).read_bytes()) == set()
    assert load_settings().spanc == "S1"
    report = tmp_path / "rapport.csv"
    dialog.write_report(report)
    assert "99999" in report.read_text(encoding="utf-8-sig")
    QgsProject.instance().clear()
    dialog.open_layers()
    assert QgsProject.instance().relationManager().relation("smica_anc_controle").isValid()
    assert QgsProject.instance().layerTreeRoot().findGroup("Assainissement") is not None
    QgsProject.instance().clear()


def test_a_mapping_is_saved_and_chosen_again(qtbot: QtBot, dialog: ImportDialog, table: str) -> None:
    pane = give(qtbot, dialog, INSTALLATION, table)
    pane.table.choices["adresse_txt"].setEditText("{Nature} {INSEE}")
    pane.words.setText("RODEZ")
    pane.save("Mon logiciel")
    saved = load_mapping("Mon logiciel", INSTALLATION)
    assert saved.champs["adresse_txt"] == "{Nature} {INSEE}"
    pane.saved.setCurrentIndex(0)
    assert pane.table.choices["adresse_txt"].currentText() == ""
    pane.saved.setCurrentIndex(pane.saved.findData("Mon logiciel"))
    assert pane.table.choices["adresse_txt"].currentText() == "{Nature} {INSEE}"
    assert pane.mapping.mots_admis == ("RODEZ",)


def test_a_table_that_cannot_be_read_is_said(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    field = dialog.form.tables[INSTALLATION]
    field.show_path(str(tmp_path / "absent.csv"))
    field.edited.emit(field.path)
    qtbot.waitUntil(lambda: bool(dialog.bar.items()))
    assert "absent.csv" in dialog.bar.items()[0].text()
    assert not dialog.import_button.isEnabled()


def test_each_subject_asks_for_what_it_needs(dialog: ImportDialog) -> None:
    asked = {}
    for place in range(dialog.form.subject_choice.count()):
        dialog.form.subject_choice.setCurrentIndex(place)
        form = dialog.form
        shown = (form.spanc, form.source, form.mode)
        asked[form.subject.key] = tuple(not part.isHidden() for part in shown)
        assert set(dialog.panes) == set(form.subject.kinds)
    assert asked["anc"] == (True, False, True)
    assert asked["ads"] == (False, True, True)
    assert asked["anc_composant"] == (True, False, False)
    assert asked["ads_consultation"] == (False, False, False)


def test_closing_stops_what_runs(
    qtbot: QtBot, dialog: ImportDialog, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = []

    def endless(_job: object, progress: Any) -> None:  # noqa: ANN401
        while not progress.cancelled():
            pass
        stopped.append(True)

    monkeypatch.setattr(import_run, "import_tables", endless)
    give(qtbot, dialog, INSTALLATION, table)
    dialog.form.spanc.setText("S1")
    dialog.import_button.click()
    qtbot.waitUntil(lambda: dialog.run.is_running)
    dialog.reject()
    assert not dialog.run.is_running
    assert stopped in ([], [True])  # it may be closed before its thread begins


def test_it_fits_a_small_screen(dialog: ImportDialog) -> None:
    hint = dialog.minimumSizeHint()
    assert hint.width() < 1366
    assert hint.height() < 700


def test_without_a_store_it_says_where_to_choose_one(qtbot: QtBot) -> None:
    made = ImportDialog()
    qtbot.addWidget(made)
    assert "Options" in made.hint.text()
    assert not made.layers_button.isEnabled()


def test_the_entry_of_the_menu_opens_one_dialog(qtbot: QtBot, window: Any) -> None:  # noqa: ANN401
    parts = ImportWindowParts(window, "SMICA")
    parts.action.trigger()
    first = parts.dialog
    parts.action.trigger()
    assert parts.dialog is first
    assert first is not None
    first.reject()
    assert parts.dialog is None
    parts.action.trigger()
    parts.remove()
    assert parts.dialog is None
    qtbot.wait(10)
