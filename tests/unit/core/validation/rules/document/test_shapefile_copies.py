"""VALIDATOR_EXCEPTION"""

from __future__ import annotations

from smica_qgis.core.document_model.model import LayerModel, TableModel
from tests.unit.made_delivery import column, delivery, document_model, layers_model, said, table_model

CODE = "VALIDATOR_EXCEPTION"
ZONE = TableModel("zone", (column("X"),))


def test_a_layer_has_no_file_model_of_its_name() -> None:
    model = document_model(layers_model("DONNEES", LayerModel("zone", ZONE), LayerModel("autre", ZONE)))
    ((code, values),) = said([CODE], delivery(), model)
    assert code == CODE
    assert values["REASON"].startswith("le modèle met plusieurs tables dans un fichier (DONNEES)")


def test_a_file_model_of_the_name_of_the_layer_is_enough() -> None:
    model = document_model(table_model("zone", "X"), layers_model("DONNEES", LayerModel("zone", ZONE)))
    assert said([CODE], delivery(), model) == []


def test_single_tables_are_copied() -> None:
    assert said([CODE], delivery(), document_model(table_model("zone", "X"))) == []
