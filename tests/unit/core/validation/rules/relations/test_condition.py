"""DATABASE_CONSTRAINT_MISMATCH"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.finding import Finding
from tests.unit.made_delivery import Passed, column, delivery, document_model, findings, made_table, table_model

CODE, STOP = "DATABASE_CONSTRAINT_MISMATCH", "VALIDATOR_EXCEPTION"


def faults(condition: str, *rows: str, header: str = "NOMFIC TYPEINF", **options: Passed) -> list[Finding]:
    made = delivery(tables=[made_table("INFO_SURF.csv", header, *rows)])
    model = document_model(table_model("INFO_SURF", "NOMFIC", "TYPEINF", conditions=[condition]))
    return [f for f in findings(made, model, **options) if f.code in (CODE, STOP)]


def rows_of(found: list[Finding]) -> list[str | None]:
    return [f.id for f in found]


def test_a_row_that_breaks_a_condition() -> None:
    condition = "NOMFIC IS NOT NULL OR TYPEINF NOT LIKE '97'"
    (found,) = faults(condition, "a.pdf 97", ". 97", ". 98")
    assert (found.id, found.row, found.file, found.attribute) == ("2", 1, "INFO_SURF.csv", "--")
    assert found.values == {"CONDITION": condition}


@pytest.mark.parametrize(
    ("condition", "row"),
    [
        ("TYPEINF NOT LIKE '97'", "x ."),  # NULL passes
        ("TYPEINF LIKE 'abc'", "x ABC"),  # without a wildcard: equality that ignores ASCII case
        ("TYPEINF NOT NULL", "x 1"),
        ("CAST(TYPEINF AS INTEGER) <= 359", "x 359"),
        ("TYPEINF < '9'", "x 10"),  # everything is a text
    ],
)
def test_what_sqlite_says_true_or_null(condition: str, row: str) -> None:
    assert faults(condition, row) == []


def test_a_column_that_the_file_has_not_is_null() -> None:
    assert rows_of(faults("TYPEINF IS NOT NULL", "x", header="NOMFIC")) == ["1"]


def test_ten_rows_at_most_of_each_condition() -> None:
    assert rows_of(faults("TYPEINF = 'x'", *["n y"] * 12)) == [str(row) for row in range(1, 11)]


def test_ten_rows_over_all_files_of_the_table() -> None:
    few, many = made_table("A.csv", "X", *["1"] * 4), made_table("b/A.csv", "X", *["1"] * 12)
    model = document_model(table_model("A", column("X"), conditions=["X = '2'"]))
    found = [f.file for f in findings(delivery(tables=[few, many]), model) if f.code == CODE]
    assert found == ["A.csv"] * 4 + ["b/A.csv"] * 6


def test_without_the_option_nothing_is_asked() -> None:
    assert faults("TYPEINF = 'x'", "n y", enable_conditions=False) == []


@pytest.mark.parametrize("condition", ["NULLE_PART = 1", "TYPEINF ===", "TYPEINF = 'x' ; DROP TABLE t"])
def test_sql_that_fails_ends_the_official_validation(condition: str) -> None:
    (found,) = faults(condition, "n y", "n z")
    assert found.code == STOP
    assert condition in found.values["REASON"]


def test_a_table_without_rows_breaks_nothing() -> None:
    assert faults("TYPEINF = 'x'") == []


def test_conditions_follow_each_other_in_the_order_of_the_model() -> None:
    made = delivery(tables=[made_table("B.csv", "X", "1"), made_table("A.csv", "X", "1", "2")])
    model = document_model(
        table_model("B", column("X"), conditions=["X = '2'"]),
        table_model("A", column("X"), conditions=["X = '2'", "X = '1'"]),
    )
    found = [(f.file, f.id) for f in findings(made, model) if f.code == CODE]
    assert found == [("B.csv", "1"), ("A.csv", "1"), ("A.csv", "2")]
