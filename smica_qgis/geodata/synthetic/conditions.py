"""Rows that the conditions of a model refuse are altered as little as it takes, by the model's own constraints.

The conditions are decided by SQLite, as in a validation: nothing of their meaning is repeated here.
"""

from __future__ import annotations

import itertools

from smica_qgis.core.document_model.model import ColumnModel
from smica_qgis.core.validation.sql_condition import condition_columns, failing_tuples
from smica_qgis.geodata.synthetic.column_values import Columns, ColumnValues, Value

_MOST_CHANGES = 2
Tuple = tuple[Value, ...]


def satisfy_conditions(values: ColumnValues, columns: Columns) -> None:
    """Alter in place the cells of rows that break a condition of the table; what nothing repairs is left."""
    for condition in values.table.conditions:
        names = condition_columns(condition, list(columns))
        for refused, rows in _refused(condition, names, columns).items():
            repaired = _repaired(values, condition, names, refused)
            for row in rows:
                for name, value in zip(names, repaired):
                    columns[name][row] = value


def refused_rows(values: ColumnValues, columns: Columns) -> set[int]:
    """Rows that break a condition of the table."""
    found: set[int] = set()
    for condition in values.table.conditions:
        names = condition_columns(condition, list(columns))
        found.update(itertools.chain.from_iterable(_refused(condition, names, columns).values()))
    return found


def _refused(condition: str, names: tuple[str, ...], columns: Columns) -> dict[Tuple, list[int]]:
    """Distinct tuples that the condition refuses, with their rows."""
    rows_of: dict[Tuple, list[int]] = {}
    for row, cells in enumerate(zip(*(columns[name] for name in names))):
        rows_of.setdefault(cells, []).append(row)
    distinct = list(rows_of)
    return {distinct[rank]: rows_of[distinct[rank]] for rank in failing_tuples(condition, names, distinct)}


def _repaired(values: ColumnValues, condition: str, names: tuple[str, ...], refused: Tuple) -> Tuple:
    """The tuple with the fewest other cells that the condition accepts; the same one when there is none."""
    models = [column for name in names if (column := values.named(name)) is not None]
    for changes in range(1, _MOST_CHANGES + 1):
        candidates = _altered(values, models, refused, changes)
        failing = set(failing_tuples(condition, names, candidates))
        accepted = [cells for rank, cells in enumerate(candidates) if rank not in failing]
        if accepted:
            return accepted[0]
    return refused


def _altered(values: ColumnValues, models: list[ColumnModel], cells: Tuple, changes: int) -> list[Tuple]:
    """Every tuple with so many other cells; a filled cell comes before an emptied one."""
    found: list[Tuple] = []
    for chosen in itertools.combinations(range(len(models)), changes):
        offered = [sorted(values.alternatives(models[rank]), key=lambda value: value is None) for rank in chosen]
        for new in itertools.product(*offered):
            altered = list(cells)
            for rank, value in zip(chosen, new):
                altered[rank] = value
            found.append(tuple(altered))
    return found
