"""Columns that a model lets empty, filled nevertheless: a delivery that shows all that its model describes."""

from __future__ import annotations

from smica_qgis.core.document_model.model import ColumnModel, ColumnType
from smica_qgis.geodata.synthetic.column_values import Columns, ColumnValues, Value
from smica_qgis.geodata.synthetic.conditions import refused_rows

LEFT_EMPTY = ("DATEFIN", "SIREN", "NOMREG")
"""Empty by their meaning: the end of a document in force, the SIREN of a commune, the règlement of what has none."""
_EMPTY_EVERY = 3
"""One row in so many stays empty."""
_TEXTS = (ColumnType.STRING, ColumnType.FILENAME, ColumnType.URL)


def fill_optional(values: ColumnValues, columns: Columns) -> None:
    """Fill in place the optional columns that no row fills, except where a condition of the table forbids it."""
    for column in values.table.columns:
        cells = columns.get(column.name)
        if cells is None or column.required or column.name in LEFT_EMPTY or any(cell is not None for cell in cells):
            continue
        offered: list[Value] = [
            value for value in values.alternatives(column) if value is not None and not _is_bare(column, value)
        ]
        if offered:
            _fill(values, columns, column.name, offered)


def _is_bare(column: ColumnModel, value: Value) -> bool:
    """Whether a value is only there to satisfy a condition: the number 1 as a text."""
    return column.type in _TEXTS and value == "1"


def _fill(values: ColumnValues, columns: Columns, name: str, offered: list[Value]) -> None:
    refused = refused_rows(values, columns)
    rows = len(columns[name])
    several = rows >= _EMPTY_EVERY
    columns[name] = [
        None if several and row % _EMPTY_EVERY == _EMPTY_EVERY - 1 else offered[row % len(offered)]
        for row in range(rows)
    ]
    for row in refused_rows(values, columns) - refused:
        columns[name][row] = None
