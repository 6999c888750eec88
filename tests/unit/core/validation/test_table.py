"""Columns of distinct values, and the geometries of a table."""

from __future__ import annotations

from array import array

import pytest

from smica_qgis.core.validation.table import Column, Table, column_of, merged, trimmed
from tests.unit.made_delivery import MadeGeometries, made_table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" a b\t", "a b"),
        ("\x00\x1fa\r\n", "a"),
        ("\u00a0a\u00a0", "\u00a0a\u00a0"),  # Java's trim leaves the no-break space
        ("   ", None),
        ("", None),
        (None, None),
    ],
)
def test_cells_are_trimmed_as_java_does(text: str | None, expected: str | None) -> None:
    assert trimmed(text) == expected


def test_a_column_given_row_by_row() -> None:
    column = column_of("A", ["x", " x", None, "", "y", "x"])
    assert column.values == ["x", None, "y"]
    assert [column.value(row) for row in range(len(column))] == ["x", "x", None, None, "y", "x"]


def test_values_that_become_equal_are_merged() -> None:
    column = merged("A", ["x", "x ", "y", " "], array("I", [0, 1, 2, 3, 0]))
    assert column.values == ["x", "y", None]
    assert list(column.codes) == [0, 0, 1, 2, 0]


def test_codes_stay_when_nothing_is_merged() -> None:
    codes = array("I", [1, 0, 1])
    assert merged("A", [" x", "y"], codes) == Column("A", ["x", "y"], codes)
    assert merged("A", ["x", "y"], codes).codes is codes


def test_rows_of_some_values() -> None:
    column = column_of("A", ["x", "y", "x", "z"])
    assert column.rows_with([0, 2]) == [0, 2, 3]
    assert column.rows_with([]) == []


@pytest.mark.parametrize(("layer", "file"), [("", "d/a.gpkg"), ("zone", "d/a.gpkg#zone")])
def test_how_a_table_is_named(layer: str, file: str) -> None:
    assert made_table("d/a.gpkg", "A", layer=layer).file == file


def test_native_geometries_stand_in_the_column_wkt() -> None:
    geometries = MadeGeometries(["POLYGON A"])
    table = made_table("a.dbf", "", geometries=geometries)
    assert table.geometry(0) is geometries


def test_geometries_written_as_text_are_read_once() -> None:
    read: list[str] = []

    def text_geometry(column: Column) -> MadeGeometries:
        read.append(column.name)
        return MadeGeometries(column.values)

    table = made_table("a.csv", "A WKT", "x POINT", text_geometry=text_geometry)
    first = table.geometry(1)
    assert first is not None
    assert first.wkt(0) == "POINT"
    assert table.geometry(1) is first
    assert read == ["WKT"]


def test_a_table_without_geometries() -> None:
    table: Table = made_table("a.dbf", "A WKT", "x y")
    assert table.geometry(1) is None
