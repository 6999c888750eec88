"""TABLE_FOREIGN_KEY_NOT_FOUND"""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.model import CodeList
from smica_qgis.core.validation.finding import Finding
from tests.unit.made_delivery import (
    code_list,
    column,
    delivery,
    document_model,
    findings,
    made_table,
    table_model,
)

CODE, STOP = "TABLE_FOREIGN_KEY_NOT_FOUND", "VALIDATOR_EXCEPTION"
REFERENCE = code_list("MY_REFERENCE", "TYPE SUB_TYPE", "type1 sub_type1", "type1 sub_type2", "type2 sub_type5")
KEY = "(VALUE, SUB_VALUE) REFERENCES MY_REFERENCE(TYPE, SUB_TYPE)"


def faults(*rows: str, header: str = "VALUE SUB_VALUE", key: str = KEY, rules: CodeList = REFERENCE) -> list[Finding]:
    made = delivery(tables=[made_table("MY_TABLE.csv", header, *rows)])
    columns = (column("VALUE", required=True), column("SUB_VALUE"))
    model = document_model(table_model("MY_TABLE", *columns, keys=[key]), lists=[rules])
    return [f for f in findings(made, model) if f.code in (CODE, STOP)]


def values_of(found: list[Finding]) -> list[str]:
    return [f.values["SOURCE_VALUE"] for f in found]


@pytest.mark.parametrize(
    "row",
    [
        "type1 sub_type1",
        "type1 sub_type2",
        "type2 sub_type5",
        "TYPE1 SUB_TYPE1",  # LIKE ignores ASCII case
        "type2 .",  # an optional null skips the row
    ],
)
def test_a_key_of_the_list(row: str) -> None:
    assert faults(row) == []


def test_values_that_exist_but_not_together() -> None:
    (found,) = faults("type2 sub_type5", "type2 sub_type1")
    assert found.values == {
        "SOURCE_COL": "VALUE, SUB_VALUE",
        "SOURCE_VALUE": "type2, sub_type1",
        "TARGET_TABLE": "MY_REFERENCE",
    }
    assert (found.attribute, found.id, found.file) == ("--", "2", "MY_TABLE.csv")


def test_a_null_in_a_required_column_is_said() -> None:
    assert values_of(faults(". sub_type5")) == ["null, sub_type5"]


def test_there_is_no_limit() -> None:
    assert len(faults(*["x y"] * 30)) == 30


def test_accents_count_and_wildcards_of_the_list_are_wildcards() -> None:
    wild = code_list("MY_REFERENCE", "TYPE SUB_TYPE", "SECT__ %", "é x")
    assert values_of(faults("sect01 anything", "SECT1 x", "é x", "É x", rules=wild)) == ["SECT1, x", "É, x"]


def test_a_wildcard_of_the_table_is_none() -> None:
    assert values_of(faults("type_ sub_type1")) == ["type_, sub_type1"]


def test_cells_of_the_list_are_trimmed_and_an_empty_one_matches_nothing() -> None:
    padded = CodeList("MY_REFERENCE", ("TYPE", "SUB_TYPE"), ((" type1", "a "), ("type9", "")))
    assert values_of(faults("type1 a", "type9 b", rules=padded)) == ["type9, b"]


def test_names_ignore_case() -> None:
    assert values_of(faults("type2 sub_type1", key="(value) REFERENCES my_reference(sub_type)")) == ["type2"]


@pytest.mark.parametrize(
    "key",
    [
        "(VALUE) REFERENCES NULLE_PART(TYPE)",
        "(VALUE) REFERENCES MY_REFERENCE(NULLE_PART)",
        "(NULLE_PART) REFERENCES MY_REFERENCE(TYPE)",
    ],
)
def test_a_key_to_nothing_ends_the_official_validation(key: str) -> None:
    (found,) = faults("type1 sub_type1", key=key)
    assert (found.code, key in found.values["REASON"]) == (STOP, True)


def test_another_table_of_the_model() -> None:
    own = table_model("MERE", column("A"), column("B"))
    child = table_model("FILLE", column("A"), column("B"), keys=["(A, B) REFERENCES MERE(A, B)"])
    rows = made_table("FILLE.csv", "A B", "1 2", "1 3")
    made = delivery(tables=[rows, made_table("MERE.csv", "A B", "1 2")])
    assert values_of([f for f in findings(made, document_model(own, child)) if f.code == CODE]) == ["1, 3"]


@pytest.mark.parametrize("header", ["A", "B", "B C"])
def test_a_column_that_the_other_table_has_not_is_null_there(header: str) -> None:
    own = table_model("MERE", column("A"), column("B"))
    child = table_model("FILLE", column("A"), column("B"), keys=["(A, B) REFERENCES MERE(A, B)"])
    mother = made_table("MERE.csv", header, *["1 1"[: 2 * len(header.split()) - 1]])
    made = delivery(tables=[made_table("FILLE.csv", "A B", "1 1"), mother])
    assert values_of([f for f in findings(made, document_model(own, child)) if f.code == CODE]) == ["1, 1"]
