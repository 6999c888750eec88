"""The menu of standards: few in a row, many in submenus."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtWidgets import QMenu

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.gui.validation.standards_menu import add_standards, empty, submenu_path


def add(menu: QMenu, name: str) -> None:
    menu.addAction(name)


def titles(menu: QMenu, *path: str) -> list[str]:
    """Texts of the entries of the submenu of that path."""
    for title in path:
        menu = next(action.menu() for action in menu.actions() if action.text() == title)
    return [action.text() for action in menu.actions()]


def names_in(menu: QMenu) -> list[str]:
    found = []
    for action in menu.actions():
        found += names_in(action.menu()) if action.menu() is not None else [action.text()]
    return found


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    found = QMenu()
    qtbot.addWidget(found)
    return found


def filled(menu: QMenu, names: Sequence[str]) -> QMenu:
    add_standards(menu, names, add)
    return menu


def test_few_are_shown_as_they_come(menu: QMenu) -> None:
    assert titles(filled(menu, ["cnig_PLU_2024", "cnig_PLU_2017"])) == ["cnig_PLU_2024", "cnig_PLU_2017"]


def test_many_are_grouped_by_kind_the_latest_first(menu: QMenu) -> None:
    names = ["GPU_MEC_2025", *(f"cnig_PLU_{year}" for year in range(2010, 2025)), "cnig_CC_2022", "mine"]
    filled(menu, names)
    assert titles(menu) == ["CC", "PLU", "GPU_MEC_2025", "mine"]
    assert titles(menu, "PLU")[:2] == ["cnig_PLU_2024", "cnig_PLU_2023"]


def test_servitudes_are_grouped_by_year_then_letters(menu: QMenu) -> None:
    names = [f"cnig_SUP_{c}_{year}" for year in (2013, 2016) for c in ("A1", "A10", "A2", "AC1", "PM1bis", "PM1", "T9")]
    filled(menu, names)
    assert titles(menu, "SUP") == ["2016", "2013"]
    assert titles(menu, "SUP", "2016") == ["A", "AC", "PM", "T"]
    assert titles(menu, "SUP", "2016", "A") == ["cnig_SUP_A1_2016", "cnig_SUP_A2_2016", "cnig_SUP_A10_2016"]
    assert titles(menu, "SUP", "2013", "PM") == ["cnig_SUP_PM1_2013", "cnig_SUP_PM1bis_2013"]


def test_every_bundled_standard_is_within_reach_of_short_menus(menu: QMenu) -> None:
    names = bundled_registry().names()
    assert sorted(names_in(filled(menu, names))) == sorted(names)
    assert max(len(submenu.actions()) for submenu in (menu, *menu.findChildren(QMenu))) <= 14


def test_emptying_leaves_no_submenu_behind(menu: QMenu, qtbot: QtBot) -> None:
    for _ in range(3):
        empty(menu)
        filled(menu, bundled_registry().names())
    empty(menu)
    assert titles(menu) == []
    qtbot.waitUntil(lambda: not menu.findChildren(QMenu))


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("cnig_PLUi_2025", ("PLUi",)),
        ("cnig_SUP_EL2bis_2016", ("SUP", "2016", "EL")),
        ("GPU_MEC_2025", ()),
    ],
)
def test_where_a_name_is(name: str, path: tuple[str, ...]) -> None:
    assert submenu_path(name) == path
