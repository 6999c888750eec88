"""What a standard can be asked."""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.model import CodeList, ColumnType, TableModel
from tests.unit.made_delivery import code_list, column, document_model, file_model, table_model


@pytest.mark.parametrize("kind", list(ColumnType), ids=lambda kind: kind.value)
def test_which_types_are_geometries(kind: ColumnType) -> None:
    assert kind.is_geometry is (
        kind.value.startswith(("Geometry", "Multi")) or kind.value in ("Point", "LineString", "Polygon")
    )


def test_the_identifier_of_a_table() -> None:
    table = TableModel("T", (column("WKT", "Point", unique=True), column("A"), column("B", unique=True), column("C")))
    assert table.identifier is table.columns[2]
    assert TableModel("T", (column("A"),)).identifier is None


def test_columns_of_a_code_list() -> None:
    codes = CodeList("L", ("Code", "Libelle"), (("U", "Urbaine"), ("AU",)))
    assert codes.column("CODE") == ["U", "AU"]
    assert codes.column("libelle") == ["Urbaine", ""]
    assert codes.column("autre") == []


def test_files_and_lists_by_their_names() -> None:
    model = document_model(file_model("P", "pdf", "p"), table_model("T", "A"), lists=[code_list("Liste", "CODE")])
    assert model.file("T") is model.files[1]
    assert model.file("t") is None
    assert model.code_list("LISTE") is model.code_lists[0]
    assert model.code_list("autre") is None
    assert model.tables == (model.files[1],)
