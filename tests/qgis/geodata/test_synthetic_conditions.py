"""Rows are made to satisfy the conditions of their table, by the model alone."""

from __future__ import annotations

from smica_qgis.core.document_model.model import (
    CodeList,
    ColumnModel,
    ColumnType,
    DocumentModel,
    FileModel,
    FileType,
    ForeignKey,
    TableModel,
)
from smica_qgis.geodata.synthetic.column_values import Columns, ColumnValues
from smica_qgis.geodata.synthetic.conditions import refused_rows, satisfy_conditions
from smica_qgis.geodata.synthetic.optional_columns import fill_optional
from smica_qgis.geodata.synthetic.references import follow_references
from smica_qgis.geodata.synthetic.table import DBF, SyntheticTable


def text(name: str, **constraints: object) -> ColumnModel:
    return ColumnModel(name, ColumnType.STRING, required=False, **constraints)  # type: ignore[arg-type]


def values_of(*columns: ColumnModel, conditions: tuple[str, ...], key: ForeignKey | None = None) -> ColumnValues:
    table = TableModel("T", columns, conditions, (key,) if key else ())
    codes = CodeList("L", ("CODE",), (("10",), ("20",)))
    return ColumnValues(DocumentModel("m", (), (codes,)), table, {}, "piece.pdf")


def test_an_empty_cell_is_filled_rather_than_the_other_emptied() -> None:
    values = values_of(text("SOURCE"), text("MODE"), conditions=("SOURCE IS NOT NULL OR MODE NOT LIKE 'auto'",))
    columns: Columns = {"SOURCE": [None, None, "plan"], "MODE": ["auto", "main", "auto"]}
    assert refused_rows(values, columns) == {0}
    satisfy_conditions(values, columns)
    assert columns == {"SOURCE": ["source", None, "plan"], "MODE": ["auto", "main", "auto"]}


def test_a_code_is_replaced_by_one_of_its_list() -> None:
    key = ForeignKey(("CODE",), "L", ("CODE",), "(CODE) REFERENCES L(CODE)")
    values = values_of(ColumnModel("CODE", ColumnType.STRING), conditions=("CODE LIKE '20'",), key=key)
    columns: Columns = {"CODE": ["10", "20"]}
    satisfy_conditions(values, columns)
    assert columns == {"CODE": ["20", "20"]}


def test_two_cells_when_one_is_not_enough() -> None:
    condition = "(A IS NULL AND B IS NULL) OR (A IS NOT NULL AND B IS NOT NULL AND A = B)"
    values = values_of(text("A", enum=("x", "y")), text("B", enum=("y",)), conditions=(condition,))
    columns: Columns = {"A": ["x"], "B": ["z"]}
    satisfy_conditions(values, columns)
    assert refused_rows(values, columns) == set()


def test_what_cannot_be_satisfied_is_left() -> None:
    values = values_of(ColumnModel("A", ColumnType.STRING), conditions=("A LIKE 'b' AND A LIKE 'c'",))
    columns: Columns = {"A": ["d"]}
    satisfy_conditions(values, columns)
    assert columns == {"A": ["d"]}


def test_optional_columns_are_filled_but_where_a_condition_forbids_it() -> None:
    values = values_of(text("KIND"), text("NOTE", max_length=3), conditions=("NOTE IS NULL OR KIND LIKE 'a'",))
    columns: Columns = {"KIND": ["a", "b", "a", "a"], "NOTE": [None] * 4}
    fill_optional(values, columns)
    assert columns["NOTE"] == ["not", None, None, "not"]


def test_a_reference_is_followed_to_the_other_table() -> None:
    target = TableModel("TARGET", (text("ID"),))
    source = TableModel("SOURCE", (text("ID", reference=("TARGET", "ID")),))
    files = tuple(FileModel(table.name, FileType.TABLE, table.name, table=table) for table in (target, source))
    tables = {
        "TARGET": SyntheticTable("TARGET", "TARGET", DBF, {"ID": ["1", "2"]}),
        "SOURCE": SyntheticTable("SOURCE", "SOURCE", DBF, {"ID": ["9", "2", None]}),
    }
    follow_references(DocumentModel("m", files), tables)
    assert tables["SOURCE"].columns["ID"] == ["1", "2", None]
