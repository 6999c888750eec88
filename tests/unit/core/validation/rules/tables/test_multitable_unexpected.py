"""MULTITABLE_UNEXPECTED"""

from __future__ import annotations

from smica_qgis.core.document_model.model import LayerModel, TableModel
from tests.unit.made_delivery import (
    MadeDelivery,
    column,
    delivery,
    document_model,
    findings,
    layers_model,
    made_table,
    said,
)

CODE = "MULTITABLE_UNEXPECTED"
TABLE = TableModel("zone", (column(),))


def layers(*names: str) -> MadeDelivery:
    return delivery(tables=[made_table("A.gpkg", "LIBELLE", "x", layer=name) for name in names])


def test_a_layer_that_answers_to_nothing() -> None:
    model = document_model(layers_model("A", LayerModel("zone", TABLE)))
    assert said([CODE], layers("zone", "autre"), model) == [(CODE, {"TABLENAME": "autre"})]


def test_layers_by_name_and_by_expression_whatever_their_case() -> None:
    model = document_model(layers_model("A", LayerModel("zone", TABLE), LayerModel("n", TABLE, "n_.*_s")))
    assert said([CODE], layers("ZONE", "N_zonage_S"), model) == []


def test_layers_are_taken_in_alphabetical_order() -> None:
    model = document_model(layers_model("A", LayerModel("zone", TABLE)))
    found = findings(layers("zone", "c", "a", "b"), model)
    assert [(f.values["TABLENAME"], f.file_model, f.file) for f in found if f.code == CODE] == [
        ("a", "A", "A.gpkg"),
        ("b", "A", "A.gpkg"),
        ("c", "A", "A.gpkg"),
    ]
