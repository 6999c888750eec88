"""TABLE_UNEXPECTED_ATTRIBUTE"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import Said, column, delivery, document_model, findings, made_table, said, table_model

CODE = "TABLE_UNEXPECTED_ATTRIBUTE"


def faults(header: str) -> list[Said]:
    made = delivery(tables=[made_table("A.csv", header, ["x"] * len(header.split()))])
    return said([CODE], made, document_model(table_model("A", "LIBELLE")))


@pytest.mark.parametrize("name", ["gml_id", "fid", "SHAPE_Leng", "LIBELLE2", "wkt"])
def test_a_column_that_the_model_does_not_know(name: str) -> None:
    assert faults(f"LIBELLE {name}") == [(CODE, {"ATTRIBUTE_NAME": name})]


@pytest.mark.parametrize("header", ["LIBELLE", "libelle", "\ufeffLIBELLE", "LIBELLE libelle", "LIBELLE WKT"])
def test_what_passes(header: str) -> None:
    assert faults(header) == []


def test_the_order_is_that_of_the_header_and_the_column_is_only_in_the_values() -> None:
    made = delivery(tables=[made_table("A.csv", "z LIBELLE b", "1 2 3")])
    found = [f for f in findings(made, document_model(table_model("A", "LIBELLE"))) if f.code == CODE]
    assert [(f.values["ATTRIBUTE_NAME"], f.attribute, f.id) for f in found] == [("z", "", ""), ("b", "", "")]


def test_of_two_headers_of_one_name_the_last_counts() -> None:
    made = delivery(tables=[made_table("A.csv", "LIBELLE libelle", "x .")])
    model = document_model(table_model("A", column("LIBELLE", required=True)))
    assert [f.code for f in findings(made, model) if f.id == "1"] == ["ATTRIBUTE_UNEXPECTED_NULL"]
