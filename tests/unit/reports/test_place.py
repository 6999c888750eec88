"""Where a finding is, in the terms of whoever mends it."""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.finding import Finding
from smica_qgis.reports.place import Place, place_of, shown, value_of
from tests.unit.reports.made_report import LINES, ZONES, every_kind, finding
from tests.unit.reports.made_rules import catalogue


def place(made: Finding) -> Place:
    return place_of(made, catalogue(), 160)


def of_code(code: str) -> Place:
    return place(next(f for f in every_kind() if f.code == code))


def test_a_cell() -> None:
    found = of_code("ATTRIBUTE_INVALID_REGEXP")
    assert (found.table, found.file, found.line, found.object) == ("ZONE_URBA", ZONES, 2, "ZU2")
    assert (found.attribute, found.value) == ("DATVALID", "(vide)")
    assert found.expected == "Un texte de la forme [0-9]{8}"


def test_a_file_that_only_the_values_name() -> None:
    found = of_code("FILE_UNEXPECTED")
    assert found.table == found.file == "Pieces_ecrites/4_Annexes/notes.csv"
    assert (found.line, found.value) == (0, "")


def test_a_misplaced_file_is_named_rather_than_its_model() -> None:
    made = finding("FILE_UNEXPECTED", file="X/", file_model="ZONE_URBA", values={"FILEPATH": "ailleurs/ZONE.dbf"})
    assert place(made).table == "ailleurs/ZONE.dbf"


def test_several_columns_and_a_condition() -> None:
    assert of_code("TABLE_FOREIGN_KEY_NOT_FOUND").attribute == "TYPEPSC, STYPEPSC"
    assert of_code("TABLE_FOREIGN_KEY_NOT_FOUND").value == "04, 99"
    condition = of_code("DATABASE_CONSTRAINT_MISMATCH")
    assert (condition.file, condition.attribute, condition.value) == (LINES, "", "")
    assert condition.message.endswith("TXT doit être rempli.")


def test_a_whole_table() -> None:
    found = of_code("ATTRIBUTE_NOT_UNIQUE")
    assert (found.table, found.file, found.object) == ("ZONE_URBA", "livraison", "ZU7, ZU8")
    assert len(found.value) == 160
    assert found.value.endswith("…")
    assert found.value in found.message


def test_what_a_schema_says() -> None:
    found = of_code("XSD_SCHEMA_ERROR")
    assert (found.line, found.value) == (17, "élément inattendu")


@pytest.mark.parametrize(
    ("values", "value"),
    [
        ({"PARTS": "3"}, "3 parties"),
        ({"DATAPPRO": "20200101", "VALUE": "20210101"}, "20210101"),
        ({"EXPECTED_VALUE": "x"}, ""),
        ({"IDGEN": "{IDGEN}"}, "(vide)"),
        ({}, ""),
    ],
)
def test_value(values: dict[str, str], value: str) -> None:
    assert value_of(values) == value


def test_nothing_invisible_is_shown() -> None:
    assert shown("a\x00b\tc\x7f\x85\u202ed\udce9é", 99) == "a␀b␉c␡\ufffd\ufffdd\ufffdé"
    assert shown("abcdef", 4) == "abc…"
