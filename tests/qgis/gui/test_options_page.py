"""The page of QGIS' options and the popover of the dock: two doors to the same settings."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from smica_qgis.core.planning.reference_systems import REFERENCE_SYSTEMS
from smica_qgis.core.validation.finding import Family
from smica_qgis.core.validation.options import read_options
from smica_qgis.gui.options_factory import SmicaOptionsFactory
from smica_qgis.gui.options_page import SmicaOptionsPage
from smica_qgis.gui.standards.update_run import StandardsUpdateRun
from smica_qgis.gui.store_run import StoreRun
from smica_qgis.gui.validation.settings_menu import SettingsMenu
from smica_qgis.host.settings import SmicaSettings, change_settings, load_settings


def test_the_page_keeps_what_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    page = SmicaOptionsFactory().createWidget(None)
    assert isinstance(page, SmicaOptionsPage)
    qtbot.addWidget(page)
    page.reports_folder.setFilePath(str(tmp_path))
    page.families[Family.LOCAL].setChecked(False)
    page.standards.fetched.setChecked(True)
    page.standards.address.setText(" https://syndicate.example/models ")
    assert load_settings() == SmicaSettings(), "nothing is kept before OK"
    page.apply()
    settings = load_settings()
    assert settings.reports_folder == str(tmp_path)
    assert settings.families == ("official", "standard")
    assert settings.prefer_fetched_standards
    assert settings.standards_address == "https://syndicate.example/models"


def test_no_family_at_all_means_all(qtbot: QtBot) -> None:
    page = SmicaOptionsPage(StandardsUpdateRun(), StoreRun())
    qtbot.addWidget(page)
    for box in page.families.values():
        box.setChecked(False)
    page.apply()
    assert load_settings().families == SmicaSettings().families


def test_the_popover_shows_and_keeps_the_settings(qtbot: QtBot) -> None:
    change_settings(crs="EPSG:2975", families=("official",), options={"flat": True, "data-extent": "[[0,0],[1,1]]"})
    menu = SettingsMenu()
    qtbot.addWidget(menu)
    menu.aboutToShow.emit()
    form = menu.form
    assert form.system.currentData() == "EPSG:2975"
    assert form.flat.isChecked()
    assert not form.families[Family.STANDARD].isChecked()
    form.characters.setChecked(True)
    form.most.setValue(50)
    form.flat.setChecked(False)
    with qtbot.waitSignal(menu.changed):
        menu.aboutToHide.emit()
    options = load_settings().options
    assert options["data-extent"] == "[[0,0],[1,1]]", "an option without a field is left alone"
    assert "flat" not in options
    assert options["max-errors"] == "50"


def test_what_the_popover_makes_is_accepted_by_the_operation(qtbot: QtBot) -> None:
    menu = SettingsMenu()
    qtbot.addWidget(menu)
    menu.aboutToShow.emit()
    form = menu.form
    form.characters.setChecked(True)
    form.conditions.setChecked(False)
    form.flat.setChecked(True)
    form.most.setValue(7)
    for encoding in range(form.encoding.count()):
        form.encoding.setCurrentIndex(encoding)
        menu.aboutToHide.emit()
        options = read_options(load_settings().options)
        assert (options.flat, options.conditions, options.max_errors) == (True, False, 7)
    assert {form.system.itemData(i) for i in range(form.system.count())} == set(REFERENCE_SYSTEMS)


def test_a_popover_that_changes_nothing_says_nothing(qtbot: QtBot) -> None:
    menu = SettingsMenu()
    qtbot.addWidget(menu)
    with qtbot.assertNotEmitted(menu.changed):
        menu.aboutToShow.emit()
        menu.aboutToHide.emit()
