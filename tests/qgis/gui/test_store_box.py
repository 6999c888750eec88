"""The store in the options: chosen, tested beside the window, refused with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtWidgets import QApplication

from smica_qgis.database.open_store import open_store
from smica_qgis.gui.options_factory import SmicaOptionsFactory
from smica_qgis.gui.options_page import SmicaOptionsPage
from smica_qgis.gui.store_box import StoreBox
from smica_qgis.gui.store_run import StoreRun
from smica_qgis.host.settings import SmicaSettings, change_settings, load_settings


def box(qtbot: QtBot, store: str = "") -> StoreBox:
    made = StoreBox(SmicaSettings(store=store), StoreRun())
    qtbot.addWidget(made)
    return made


def answer_of(qtbot: QtBot, made: StoreBox) -> str:
    made.test_button.click()
    qtbot.waitUntil(lambda: made.check is not None)
    return made.answer.text()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/data/commune.gpkg",
        "postgis:Base du syndicat",
        "postgis:Base du syndicat|schema=test",
        "service=smica",
        "dbname=sig host=srv authcfg=abc1234 schema=essai",
    ],
)
def test_an_address_is_shown_and_given_back(qtbot: QtBot, address: str) -> None:
    assert box(qtbot, address).address == address


def test_a_password_is_refused_with_its_reason_and_the_store_before_is_kept(qtbot: QtBot) -> None:
    change_settings(store="/data/commune.gpkg")
    page = SmicaOptionsFactory().createWidget(None)
    assert isinstance(page, SmicaOptionsPage)
    qtbot.addWidget(page)
    page.store.server.setChecked(True)
    page.store.connection.setEditText("host=srv dbname=sig user=x password=invented")
    assert "mot de passe" in page.store.refusal.text()
    assert not page.store.test_button.isEnabled()
    assert not page.isValid()
    page.apply()
    assert load_settings().store == "/data/commune.gpkg"
    page.store.connection.setEditText("service=smica")
    assert page.isValid()
    page.apply()
    assert load_settings().store == "service=smica"


def test_a_connection_that_qgis_does_not_know_is_said_at_once(qtbot: QtBot) -> None:
    made = box(qtbot, "postgis:inconnue")
    assert "inconnue" in made.error
    assert not made.test_button.isEnabled()


def test_a_store_is_tested_then_created_then_ready(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "base.gpkg"
    made = box(qtbot, str(path))
    assert "n'existe pas encore" in answer_of(qtbot, made)
    assert not path.exists(), "a test makes nothing"
    assert made.create_button.isEnabled()
    made.create_button.click()
    qtbot.waitUntil(lambda: made.check is not None)
    assert "prête" in made.answer.text()
    assert "EPSG:2154" in made.answer.text()
    assert not made.create_button.isEnabled()
    made.copy_button.click()
    assert "Essai de la base commune" in QApplication.clipboard().text()


def test_what_is_no_store_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "autre.gpkg"
    path.write_text("ce n'est pas une base", encoding="utf-8")
    assert "n'est pas un GeoPackage" in answer_of(qtbot, box(qtbot, str(path)))


def test_a_page_that_is_closed_before_the_answer(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "base.gpkg"
    open_store(str(path)).close()
    factory = SmicaOptionsFactory()
    page = factory.createWidget(None)
    assert isinstance(page, SmicaOptionsPage)
    page.store.path.show_path(str(path))
    page.store.test()
    page.deleteLater()
    qtbot.waitUntil(lambda: not factory.store_run.is_running)
    factory.shut_down()


def test_the_other_settings_of_the_page(qtbot: QtBot) -> None:
    page = SmicaOptionsFactory().createWidget(None)
    assert isinstance(page, SmicaOptionsPage)
    qtbot.addWidget(page)
    page.geocoding.setChecked(True)
    page.workers.setValue(3)
    page.apply()
    assert (load_settings().geocoding, load_settings().batch_workers) == (True, 3)
