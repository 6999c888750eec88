"""Columns that refer to another table of the delivery, when a family did not already see to it."""

from __future__ import annotations

from collections.abc import Mapping

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.geodata.synthetic.table import SyntheticTable


def follow_references(model: DocumentModel, tables: Mapping[str, SyntheticTable]) -> None:
    """Give the cells that refer to nothing a value of the column that they refer to."""
    for file in model.tables:
        for column in file.table.columns if file.table is not None else ():
            if column.reference is None:
                continue
            target, name = column.reference
            offered = [value for value in _cells(tables, target, name) if value is not None]
            cells = tables[file.name].columns[column.name]
            for row, value in enumerate(cells):
                if offered and value is not None and value not in offered:
                    cells[row] = offered[row % len(offered)]


def _cells(tables: Mapping[str, SyntheticTable], table: str, column: str) -> list[str | None]:
    return tables[table].columns.get(column, []) if table in tables else []
