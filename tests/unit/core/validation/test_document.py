"""A delivery held against a model: headers mapped, values looked up."""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.model import LayerModel, TableModel
from smica_qgis.core.validation.document import Document, ReadTable, map_header
from smica_qgis.core.validation.options import ValidationOptions
from smica_qgis.core.validation.table import Table
from tests.unit.made_delivery import (
    FOLDER,
    MadeGeometries,
    code_list,
    column,
    delivery,
    document_model,
    layers_model,
    made_table,
    table_model,
)

A = table_model("A", column("ID", unique=True), column("NOM"))


def read(header: str, *rows: str, path: str = "A.csv") -> ReadTable:
    assert A.table is not None
    return map_header(made_table(path, header, *rows), A, A.table)


def document(*tables: ReadTable, name: str = "essai", folder: str = FOLDER) -> Document:
    model = document_model(A, table_model("B", "X"), name=name, lists=[code_list("Liste", "CODE SOUS", "u 1", "au .")])
    made = delivery("d/", "d/a.pdf", name=folder)
    found = Document(made, model, ValidationOptions(), "EPSG:2154")
    found.tables = list(tables)
    return found


@pytest.mark.parametrize(
    ("header", "by_column", "unexpected"),
    [
        ("ID NOM", {"ID": 0, "NOM": 1}, ()),
        ("nom id", {"ID": 1, "NOM": 0}, ()),
        ("\ufeffID NOM", {"ID": 0, "NOM": 1}, ()),
        ("ID id", {"ID": 1}, ()),
        ("ID AUTRE WKT", {"ID": 0}, ("AUTRE",)),
        ("\ufeffAUTRE", {}, ("\ufeffAUTRE",)),
        ("xID", {}, ("xID",)),
    ],
)
def test_headers(header: str, by_column: dict[str, int], unexpected: tuple[str, ...]) -> None:
    table = read(header)
    assert (table.by_column, table.unexpected) == (by_column, unexpected)


def test_a_byte_order_mark_hides_a_column_from_the_database_only() -> None:
    table = read("\ufeffID NOM", "a b")
    assert table.column("ID") is not None
    assert table.database_column("ID") is None
    assert table.database_column_called("id") is None
    assert table.database_column_called("nom") is table.column("NOM")
    assert table.feature_id(0) == ""


def test_the_identity_of_a_row() -> None:
    table = read("ID NOM", "a b", ". b")
    assert (table.feature_id(0), table.feature_id(1)) == ("a", None)
    assert map_header(made_table("B.csv", "X", "1"), A, TableModel("B", (column("X"),))).feature_id(0) == ""


def test_the_last_geometry_column_gives_the_boxes() -> None:
    model = TableModel("A", (column("WKT", "Point"), column("GEOM", "Point"), column("ABSENTE", "Point")))
    table = Table(
        "A.csv", "", ("GEOM", "WKT"), made_table("A.csv", "GEOM WKT", "g w").columns, 1,
        text_geometry=lambda c: MadeGeometries(c.values),
    )  # fmt: skip
    geometries = map_header(table, A, model).main_geometry
    assert geometries is not None
    assert geometries.wkt(0) == "g"


def test_what_the_folder_and_the_model_say() -> None:
    found = document(name="cnig_PLUi_2017")
    assert (found.name, found.folder, found.type) == (FOLDER, f"{FOLDER}/", "plui")
    assert found.parsed_name is not None
    assert found.idurba is not None
    assert found.file_names == {"a.pdf"}
    nameless = document(folder="livraison")
    assert (nameless.type, nameless.parsed_name, nameless.idurba) == ("", None, None)


@pytest.mark.parametrize(("folder", "asked"), [(FOLDER, True), ("donnees", False)])
def test_of_a_lone_geopackage_of_any_name_no_identity_is_expected(folder: str, asked: bool) -> None:  # noqa: FBT001
    made = delivery("plu.gpkg", has_files=False, name=folder)
    found = Document(made, document_model(name="cnig_PLU_2017"), ValidationOptions(), "EPSG:2154")
    assert (found.idurba is not None) is asked
    folder_of_files = Document(delivery(name=folder), found.model, ValidationOptions(), "EPSG:2154")
    assert folder_of_files.idurba is not None


def test_values_of_a_code_list_and_of_a_table() -> None:
    found = document(read("ID NOM", "a b", ". c"), read("NOM", "d", path="b/A.csv"))
    assert found.rows_of("liste", ("sous", "code")) == {("1", "u"), (None, "au")}
    assert found.rows_of("a", ("id",)) == {("a",), (None,)}
    assert found.rows_of("A", ("NOM", "ID")) == {("b", "a"), ("c", None), ("d", None)}


@pytest.mark.parametrize(("table", "columns"), [("NULLE_PART", ("ID",)), ("A", ("X",)), ("Liste", ("CODE", "X"))])
def test_unknown_tables_and_columns(table: str, columns: tuple[str, ...]) -> None:
    assert document().rows_of(table, columns) is None


def test_a_table_that_was_not_delivered_holds_nothing() -> None:
    assert document().rows_of("B", ("X",)) == set()


def test_a_table_without_any_column_of_the_model_is_not_loaded() -> None:
    found = document(read("AUTRE", "x"))
    assert found.loaded_tables_of("A") == []
    assert len(found.tables_of("a")) == 1


def test_rows_that_the_portal_keeps() -> None:
    table = read("ID", "a", "b")
    table.table.odd_rows = {1: 3}
    assert document(table, read("ID", "c", path="b/A.csv")).kept_rows("A") == 2


def test_layers_of_multi_table_files_stand_as_file_models() -> None:
    layer = LayerModel("zone", TableModel("zone", (column(),), title="Zones"))
    found = Document(delivery(), document_model(A, layers_model("M", layer)), ValidationOptions(), "EPSG:2154")
    assert [(model.name, table.name) for model, table in found.table_models()] == [("A", "A"), ("zone", "zone")]


@pytest.mark.parametrize(
    ("standard", "name", "yes"),
    [
        ("cnig_SUP_AC1_2016", "IDGEN", True),
        ("cnig_SUP_AC1_2016", "idass", True),
        ("cnig_SUP_AC1_2016", "IDSUP", False),
        ("cnig_PLU_2017", "IDGEN", False),
    ],
)
def test_identifiers_of_servitudes(standard: str, name: str, yes: bool) -> None:  # noqa: FBT001
    assert document(name=standard).is_servitude_identifier(name) is yes
