"""ATTRIBUTE_NOT_UNIQUE"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.finding import Finding
from tests.unit.made_delivery import (
    FOLDER,
    MadeGeometries,
    column,
    delivery,
    document_model,
    findings,
    made_table,
    table_model,
)

CODE = "ATTRIBUTE_NOT_UNIQUE"
TEST = document_model(table_model("TEST", column("ID", unique=True)))


def repeated(*values: str, name: str = "ID", standard: str = "essai") -> list[tuple[str, str]]:
    made = delivery(tables=[made_table("TEST.csv", name, *values)])
    model = document_model(table_model("TEST", column(name, unique=True)), name=standard)
    return [(f.values["ID_NAME"], f.values["ID_COUNT"]) for f in findings(made, model) if f.code == CODE]


def test_most_frequent_first() -> None:
    found = repeated("test_1", "test_2", "test_3", "test_2", "test_2", "test_3", "test_4")
    assert found == [("test_2", "3"), ("test_3", "2")]


@pytest.mark.parametrize(
    "values", [("test_1", "test_2", "test_3", "test_4"), ("1", "01", "1.0"), ("a", "A", "à"), (".", ".")]
)
def test_texts_are_compared_and_empty_ones_are_not(values: tuple[str, ...]) -> None:
    assert repeated(*values) == []


def test_ties_are_in_the_order_of_texts_and_ten_at_most() -> None:
    names = [f"v{number:02}" for number in reversed(range(12))]
    assert repeated(*names, *names) == [(f"v{number:02}", "2") for number in range(10)]


def test_the_place_is_the_delivery_and_the_rows_are_in_relation() -> None:
    made = delivery(tables=[made_table("d/TEST.csv", "ID", "a", "b", "a")])
    (found,) = [f for f in findings(made, TEST) if f.code == CODE]
    assert (found.file_model, found.attribute, found.file, found.id) == ("TEST", "ID", f"{FOLDER}/", "")
    assert found.values == {"ID_NAME": "a", "ID_COUNT": "2", "COLUMN_NAME": "ID", "TABLE_NAME": "TEST"}
    assert found.related == ("d/TEST.csv:1", "d/TEST.csv:3")
    assert found.feature_id == "a"


def test_several_files_of_one_model_are_one_table() -> None:
    made = delivery(tables=[made_table("a/TEST.csv", "ID", "x"), made_table("b/TEST.csv", "ID", "x")])
    (found,) = [f for f in findings(made, TEST) if f.code == CODE]
    assert found.related == ("a/TEST.csv:1", "b/TEST.csv:1")


def test_a_hundred_objects_are_named_and_all_are_counted() -> None:
    made = delivery(tables=[made_table("TEST.csv", "ID", *["x"] * 120)])
    (found,) = [f for f in findings(made, TEST) if f.code == CODE]
    assert (found.values["ID_COUNT"], len(found.related)) == ("120", 100)


def test_a_byte_order_mark_hides_the_column() -> None:
    made = delivery(tables=[made_table("TEST.csv", "\ufeffID AUTRE", "x 1", "x 2")])
    assert [f for f in findings(made, TEST) if f.code == CODE] == []


@pytest.mark.parametrize("name", ["IDGEN", "IDASS", "idgen"])
def test_identifiers_of_servitudes_are_unique_by_another_rule(name: str) -> None:
    assert repeated("x", "x", name=name, standard="cnig_SUP_AC1_2016") == []
    assert repeated("x", "x", name=name, standard="cnig_PLU_2017") == [("x", "2")]


def geometry_faults(*wkts: str | None) -> list[Finding]:
    made = delivery(tables=[made_table("TEST.dbf", "", geometries=MadeGeometries(wkts))])
    model = document_model(table_model("TEST", column("WKT", "MultiPolygon", unique=True)))
    return [f for f in findings(made, model) if f.code == CODE]


def test_geometries_by_their_printed_form() -> None:
    found = geometry_faults("POINT(1, 1)", "POINT(2, 2)", "POINT(2, 2)", None, "POINT(1, 1)", "POINT(2, 2)", None)
    assert [(f.values["ID_NAME"], f.values["ID_COUNT"]) for f in found] == [("POINT(2, 2)", "3"), ("POINT(1, 1)", "2")]
    assert (found[0].geometry, found[0].related) == ("POINT(2, 2)", ("TEST.dbf:2", "TEST.dbf:3", "TEST.dbf:6"))


def test_one_geometry_printed_in_two_ways_is_not_found() -> None:
    assert geometry_faults("POINT(1 1)", "POINT (1 1)") == []


def test_a_column_that_need_not_be_unique() -> None:
    made = delivery(tables=[made_table("TEST.csv", "ID", "x", "x")])
    assert [f for f in findings(made, document_model(table_model("TEST", "ID"))) if f.code == CODE] == []
