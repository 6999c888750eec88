"""ATTRIBUTE_UNEXPECTED_NULL, of a cell"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import (
    SaidOfRow,
    cell_faults,
    column,
    delivery,
    document_model,
    findings,
    made_table,
    table_model,
)

CODE = "ATTRIBUTE_UNEXPECTED_NULL"


@pytest.mark.parametrize("value", [None, "", "  ", "\t\n", "\x00 "])
def test_an_empty_cell(value: str | None) -> None:
    assert cell_faults(column(required=True), value) == [(CODE, "1", {})]


@pytest.mark.parametrize("value", ["x", "0", "\u00a0", "null"])
def test_a_filled_cell(value: str) -> None:
    # the no-break space is no blank for Java
    assert cell_faults(column(required=True), value) == []


def test_each_row_is_said() -> None:
    found: list[SaidOfRow] = cell_faults(column(required=True), None, "x", None)
    assert [row for _, row, _ in found] == ["1", "3"]


def test_a_column_that_may_be_empty() -> None:
    assert cell_faults(column(required=False), None) == []


@pytest.mark.parametrize("kind", ["Integer", "Date", "Filename", "Url", "Boolean"])
def test_every_type(kind: str) -> None:
    assert cell_faults(column(kind=kind, required=True), None) == [(CODE, "1", {})]


def test_a_text_that_cannot_be_read_is_not_an_empty_one() -> None:
    assert [code for code, _, _ in cell_faults(column(kind="Integer", required=True), "x")] == [
        "ATTRIBUTE_INVALID_FORMAT"
    ]


def test_an_absent_column_is_another_fault() -> None:
    made = delivery(tables=[made_table("ZONE_URBA.csv", "AUTRE", "x")])
    found = findings(made, document_model(table_model("ZONE_URBA", column(required=True))))
    assert CODE not in [f.code for f in found]
