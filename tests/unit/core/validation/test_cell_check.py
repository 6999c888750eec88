"""The official order of row faults: row, column of the model, rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smica_qgis.core.validation.cell_check import RowRules
from smica_qgis.core.validation.document import Document, map_header
from smica_qgis.core.validation.fault import BadValue
from smica_qgis.core.validation.geometry_column import InvalidGeometry
from smica_qgis.core.validation.options import ValidationOptions
from smica_qgis.core.validation.rules.protocols import ColumnPlace
from tests.unit.made_delivery import (
    MadeGeometries,
    column,
    delivery,
    document_model,
    findings,
    made_table,
    table_model,
)

MODEL = document_model(
    table_model(
        "ZONE_URBA",
        column("B", pattern="[0-9]+", enum=("1", "2"), max_length=1),
        column("A", required=True, min_length=3),
        column("WKT", "MultiPolygon"),
    )
)


def order(*rows: str, header: str = "A B", geometries: MadeGeometries | None = None) -> list[tuple[str, str, str]]:
    table = made_table("ZONE_URBA.dbf", header, *rows, geometries=geometries)
    found = findings(delivery(tables=[table]), MODEL)
    return [(f.id or "", f.attribute, f.code.partition("_")[2]) for f in found if f.row is not None]


def test_row_then_column_of_the_model_then_rule() -> None:
    assert order("x xx", ". 1", "y x") == [
        ("1", "B", "SIZE_EXCEEDED"),
        ("1", "B", "INVALID_REGEXP"),
        ("1", "B", "UNEXPECTED_VALUE"),
        ("1", "A", "SIZE_TOO_SHORT"),
        ("2", "A", "UNEXPECTED_NULL"),
        ("3", "B", "INVALID_REGEXP"),
        ("3", "B", "UNEXPECTED_VALUE"),
        ("3", "A", "SIZE_TOO_SHORT"),
    ]


def test_geometries_stand_at_the_place_of_their_column() -> None:
    broken = [InvalidGeometry(0, "Croisement.", 0, 0)]
    geometries = MadeGeometries(["POLYGON A", None], broken=broken)
    assert order("x x", "abc 1", geometries=geometries) == [
        ("1", "B", "INVALID_REGEXP"),
        ("1", "B", "UNEXPECTED_VALUE"),
        ("1", "A", "SIZE_TOO_SHORT"),
        ("1", "WKT", "GEOMETRY_INVALID"),
    ]


def test_an_absent_column_is_never_checked() -> None:
    assert order("abc", header="A") == []


def test_of_two_headers_of_one_name_only_the_last_is_checked() -> None:
    assert order("x abc", header="A a") == []


class Asked:
    """A rule that refuses the values that it is told to, and remembers which it was asked about."""

    codes = ("ATTRIBUTE_UNEXPECTED_NULL",)

    def __init__(self, *refused: str) -> None:
        self.refused = refused
        self.seen: list[str | None] = []

    def applies_to(self, place: ColumnPlace) -> bool:
        return place.column.name == "B"

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        del place
        self.seen.extend(values)
        yield from (BadValue(position) for position, value in enumerate(values) if value in self.refused)


def rows_refused(binding: Asked, rule: Asked, *cells: str) -> list[tuple[int, object]]:
    model = table_model("T", "B")
    assert model.table is not None
    read = map_header(made_table("T.csv", "B", *cells), model, model.table)
    document = Document(delivery(), document_model(model), ValidationOptions(), "EPSG:2154")
    return [(bad.row, found) for found, _, bad in RowRules([rule], [], [binding]).check(read, document)]


def test_a_rule_is_asked_once_per_distinct_value() -> None:
    rule = Asked("y")
    assert [row for row, _ in rows_refused(Asked(), rule, *["x", "y"] * 500)] == list(range(1, 1000, 2))
    assert rule.seen == ["x", "y"]


def test_a_binding_rule_silences_the_others_on_its_values() -> None:
    binding, rule = Asked("x"), Asked("x", "y")
    assert rows_refused(binding, rule, "y", "x", "y") == [(0, rule), (1, binding), (2, rule)]
