"""ATTRIBUTE_REFERENCE_NOT_FOUND"""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.model import CodeList
from smica_qgis.core.validation.table import Table
from tests.unit.made_delivery import (
    FOLDER,
    column,
    delivery,
    document_model,
    findings,
    made_table,
    said,
    table_model,
)

CODE, STOP = "ATTRIBUTE_REFERENCE_NOT_FOUND", "VALIDATOR_EXCEPTION"
USER = table_model("USER", column("USER_ID", unique=True), column("TEAM_ID", reference=("TEAM", "ID")))
TEAM = table_model("TEAM", "ID")
MODEL = document_model(TEAM, USER)


def users(*rows: str) -> Table:
    return made_table("USER.csv", "USER_ID TEAM_ID", *rows)


def teams(*rows: str, header: str = "ID") -> Table:
    return made_table("TEAM.csv", header, *rows)


def test_references_that_are_found() -> None:
    made = delivery(tables=[users("u1 t1", "u2 t1", "u3 t2", "u4 ."), teams("t1", "t2")])
    assert said([CODE, STOP], made, MODEL) == []


def test_one_that_is_not() -> None:
    made = delivery(tables=[users("u1 t1", "u2 t6"), teams("t1", ".")])
    (found,) = [f for f in findings(made, MODEL) if f.code == CODE]
    assert found.values == {
        "REF_VALUE": "t6",
        "SOURCE_TABLE": "USER",
        "SOURCE_COLUMN": "TEAM_ID",
        "TARGET_TABLE": "TEAM",
        "TARGET_COLUMN": "ID",
    }
    assert (found.feature_id, found.file, found.id, found.attribute) == ("u2", f"{FOLDER}/", "", "TEAM_ID")


def test_the_text_is_compared_exactly() -> None:
    made = delivery(tables=[users("u1 T1", "u2 01"), teams("t1", "1")])
    assert len(said([CODE], made, MODEL)) == 2


def test_ten_rows_at_most_over_all_files_of_the_table() -> None:
    rows = [f"u{number} absent" for number in range(12)]
    others = made_table("b/USER.csv", "USER_ID TEAM_ID", *rows)
    assert len(said([CODE], delivery(tables=[users(*rows[:4]), others, teams("t1")]), MODEL)) == 10


@pytest.mark.parametrize("tables", [[], [teams()], [teams("x", header="AUTRE")]])
def test_a_table_that_was_not_delivered_or_has_not_the_column_holds_nothing(tables: list[Table]) -> None:
    made = delivery(tables=[users("u1 t1"), *tables])
    assert [code for code, _ in said([CODE, STOP], made, MODEL)] == [CODE]


@pytest.mark.parametrize("target", [("NULLE_PART", "ID"), ("TEAM", "NULLE_PART")])
def test_a_reference_to_nothing_ends_the_official_validation(target: tuple[str, str]) -> None:
    model = document_model(TEAM, table_model("USER", "USER_ID", column("TEAM_ID", reference=target)))
    made = delivery(tables=[users("u1 t1"), teams("t1")])
    reason = f"la référence « {'.'.join(target)} » nomme une table ou une colonne inconnue"
    assert said([CODE, STOP], made, model) == [(STOP, {"REASON": reason})]


def test_a_code_list_is_a_table_names_ignore_case_and_cells_are_trimmed() -> None:
    teams_list = CodeList("TEAMS", ("ID",), (("t1 ",),))
    model = document_model(table_model("USER", column("TEAM_ID", reference=("teams", "id"))), lists=[teams_list])
    made = delivery(tables=[made_table("USER.csv", "TEAM_ID", "t1", "t2")])
    assert [values["REF_VALUE"] for _, values in said([CODE, STOP], made, model)] == ["t2"]
