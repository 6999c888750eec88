"""The styles of sanitation and permits are those that their vocabulary and the tables of the store give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from store_styles import ads, anc
from store_styles.made import table_style
from store_styles.table_style import Marker, Surface, Tab, TableStyle

from smica_qgis.database.table_relations import RELATIONS

STYLES = (*anc.styles(), *ads.styles())


def test_the_files_are_up_to_date(load_command: Callable[[str], ModuleType]) -> None:
    command = load_command("build_store_styles")
    assert list(command.different_styles(command.store_styles())) == []


def test_a_file_that_differs_or_is_left_over_is_named(
    load_command: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = load_command("build_store_styles")
    monkeypatch.setattr(command, "REPOSITORY", tmp_path)
    for name, text in (("ads.qml", "old"), ("stray.qml", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(command.different_styles({tmp_path / "ads.qml": "new"})) == [
        "ads.qml is not what would be written",
        "stray.qml is written by nothing",
    ]


@pytest.mark.parametrize("style", [style for style in STYLES if style.legend], ids=lambda style: style.table)
def test_no_two_symbols_differ_by_their_colour_alone(style: TableStyle) -> None:
    assert style.legend is not None
    shapes = []
    for category in style.legend.categories:
        symbol = category.symbol
        shapes.append(symbol.shape if isinstance(symbol, Marker) else (symbol.brush, symbol.dash))
        assert isinstance(symbol, (Marker, Surface))
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: f"{style.theme}-{style.table}")
def test_every_column_is_named_or_hidden_and_shown_once(style: TableStyle) -> None:
    nameless = {name for name, alias in style.names.items() if not alias}
    assert nameless == set(style.hidden)
    shown = [column for tab in style.tabs for column in tab.columns]
    assert len(shown) == len(set(shown))
    assert set(shown) == set(style.names) - set(style.hidden)
    for group in (style.lists, style.dates, style.yes_no, style.texts, style.years, style.fixed, style.defaults):
        assert set(group) <= set(style.names)


def test_every_relation_is_shown_by_its_parent() -> None:
    shown = {(style.table, tab.child) for style in STYLES for tab in style.tabs if tab.child}
    assert shown == {(relation.parent, relation.name) for relation in RELATIONS}


def test_a_column_that_the_table_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError, match="couleur"):
        table_style("anc", "anc_travaux", {"couleur": "Couleur"}, tabs=(Tab("x"),), preview="1")
