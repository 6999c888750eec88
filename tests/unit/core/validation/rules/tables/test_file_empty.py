"""FILE_EMPTY"""

from __future__ import annotations

from smica_qgis.core.document_model.model import LayerModel, TableModel
from tests.unit.made_delivery import (
    column,
    delivery,
    document_model,
    findings,
    layers_model,
    made_table,
    said,
    table_model,
)

CODE = "FILE_EMPTY"


def test_a_table_without_a_row() -> None:
    made = delivery(tables=[made_table("A.csv", "LIBELLE")])
    assert said([CODE], made, document_model(table_model("A", "LIBELLE"))) == [(CODE, {"FILEPATH": "A.csv"})]


def test_a_table_with_one() -> None:
    made = delivery(tables=[made_table("A.csv", "LIBELLE", ".")])
    assert said([CODE], made, document_model(table_model("A", "LIBELLE"))) == []


def test_the_layer_is_named() -> None:
    made = delivery(tables=[made_table("A.gpkg", "LIBELLE", layer="zone")])
    model = document_model(layers_model("A", LayerModel("zone", TableModel("zone", (column(),)))))
    assert said([CODE], made, model) == [(CODE, {"FILEPATH": "A.gpkg#zone"})]


def test_it_comes_after_the_faults_of_the_header() -> None:
    made = delivery(tables=[made_table("A.csv", "AUTRE")])
    found = [f.code for f in findings(made, document_model(table_model("A", "LIBELLE"))) if f.file == "A.csv"]
    assert found == ["TABLE_UNEXPECTED_ATTRIBUTE", "CNIG_TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE", CODE]
