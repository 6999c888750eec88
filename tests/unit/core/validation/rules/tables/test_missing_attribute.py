"""TABLE_MISSING_GEOMETRY, TABLE_MISSING_ATTRIBUTE and the two of columns that may be empty"""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.model import ColumnModel
from tests.unit.made_delivery import (
    MadeGeometries,
    Said,
    column,
    delivery,
    document_model,
    findings,
    made_table,
    said,
    table_model,
)

GEOMETRY, MISSING = "TABLE_MISSING_GEOMETRY", "TABLE_MISSING_ATTRIBUTE"
WARNED, TOLD = "CNIG_TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE", "TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE"
CODES = (GEOMETRY, MISSING, WARNED, TOLD)


def faults(header: str, *columns: ColumnModel) -> list[Said]:
    made = delivery(tables=[made_table("A.csv", header, ["x"] * len(header.split()))])
    return said(CODES, made, document_model(table_model("A", *columns)))


@pytest.mark.parametrize(
    ("required", "present", "code"),
    [(True, True, MISSING), (False, True, WARNED), (True, False, TOLD), (False, False, TOLD)],
)
def test_how_serious_it_is_follows_the_two_constraints(required: bool, present: bool, code: str) -> None:  # noqa: FBT001
    absent = column("B", required=required, presence_required=present)
    assert faults("A", column("A"), absent) == [(code, {"ATTRIBUTE_NAME": "B", "FILEPATH": "A.csv"})]


def test_a_column_that_is_there() -> None:
    assert faults("A B", column("A", required=True), column("B")) == []


@pytest.mark.parametrize("header", ["a", "\ufeffA", "\ufeffa"])
def test_case_and_a_byte_order_mark_do_not_count(header: str) -> None:
    assert faults(header, column("A", required=True)) == []


def test_case_is_folded_in_ascii_only() -> None:
    assert [code for code, _ in faults("é", column("É", required=True))] == [MISSING]


def test_the_name_of_a_column_is_an_expression() -> None:
    assert faults("LIB_VAL1", column("LIB_.*", required=True)) == []


def test_no_geometry() -> None:
    assert faults("A", column("A"), column("WKT", "MultiPolygon")) == [(GEOMETRY, {"FILEPATH": "A.csv"})]


def test_a_geometry_by_its_name_whatever_its_case() -> None:
    assert faults("A wkt", column("A"), column("WKT", "MultiPolygon")) == []


def test_a_native_geometry() -> None:
    made = delivery(tables=[made_table("A.dbf", "", geometries=MadeGeometries(["POLYGON A"]))])
    assert said(CODES, made, document_model(table_model("A", column("WKT", "MultiPolygon")))) == []


def test_the_order_and_the_place() -> None:
    made = delivery(tables=[made_table("A.csv", "X", "1")])
    model = document_model(table_model("A", column("C"), column("WKT", "Point"), column("B", required=True)))
    found = [(f.attribute, f.file_model, f.file) for f in findings(made, model) if f.code in CODES]
    assert found == [("C", "A", "A.csv"), ("WKT", "A", "A.csv"), ("B", "A", "A.csv")]
