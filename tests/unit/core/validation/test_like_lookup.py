"""SQL LIKE against a list, held against SQLite itself."""

from __future__ import annotations

import sqlite3

import pytest

from smica_qgis.core.validation.like_lookup import LikeLookup

LIST = ("01", "abc", "é", "SECT__", "a%z", "100%", ".", "[a]", "a\nb", "")


VALUES = (
    *("01", "1", "ABC", "aBc", "É", "é", "SECT01", "sect0A", "SECT1", "SECT001", "AxyzZ", "az", "a\nz", "100", "1000"),
    *("x", ".", "[a]", "a", "A\nB", "", "_", "%", "sect\U0001f600\U0001f600"),
)


@pytest.mark.parametrize("value", VALUES)
def test_as_sqlite_does(value: str) -> None:
    connection = sqlite3.connect(":memory:")
    found = connection.execute(f"SELECT {' OR '.join('? LIKE ?' for _ in LIST)}", [x for p in LIST for x in (value, p)])
    assert LikeLookup([(text,) for text in LIST]).holds((value,)) is bool(found.fetchone()[0])
    connection.close()


def test_the_values_of_a_row_match_together() -> None:
    lookup = LikeLookup([("a", "1"), ("b", "2"), ("c%", "3")])
    assert lookup.holds(("A", "1"))
    assert not lookup.holds(("a", "2"))
    assert lookup.holds(("count", "3"))
    assert not lookup.holds(("count", "1"))


@pytest.mark.parametrize("row", [(None,), ("a", None)])
def test_a_null_matches_nothing(row: tuple[str | None, ...]) -> None:
    assert not LikeLookup([row, ("%",) * len(row)]).holds(row)


def test_an_empty_list_holds_nothing() -> None:
    assert not LikeLookup([]).holds(("a",))
