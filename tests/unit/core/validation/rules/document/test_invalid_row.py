"""TABLE_INVALID_ROW"""

from __future__ import annotations

from tests.unit.made_delivery import FOLDER, column, delivery, document_model, findings, made_table, said, table_model

CODE = "TABLE_INVALID_ROW"


def test_each_row_of_another_number_of_cells() -> None:
    table = made_table("d/A.csv", "LIBELLE", "x", "y", "z", odd_rows={0: 2, 2: 4})
    made = delivery(tables=[table])
    assert said([CODE], made, document_model(table_model("A", "LIBELLE"))) == [(CODE, {"FILEPATH": "d/A.csv"})] * 2


def test_rows_of_the_right_number() -> None:
    made = delivery(tables=[made_table("A.csv", "LIBELLE", "x")])
    assert said([CODE], made, document_model(table_model("A", "LIBELLE"))) == []


def test_the_place_is_the_delivery_and_the_object_is_known() -> None:
    table = made_table("A.csv", "ID", "a", "b", odd_rows={1: 2})
    model = document_model(table_model("A", column("ID", unique=True)))
    (found,) = [f for f in findings(delivery(tables=[table]), model) if f.code == CODE]
    assert (found.file, found.id, found.row) == (f"{FOLDER}/", "", None)
    assert found.key.endswith("ID=b")
