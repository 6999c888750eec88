"""Dates of a row, checked against one another and against today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from smica_qgis.core.field_mapping.rows import ReadRow, RefusedRowError


def check_order(row: ReadRow, orders: Iterable[tuple[str, str]], labels: Mapping[str, str]) -> None:
    """Refuse a date that precedes the one it follows. orders: names of fields, the first one first.

    labels: of the fields, with their article. Raises RefusedRowError.
    """
    for before, after in orders:
        first, second = row.text(before), row.text(after)
        if first and second and second < first:
            message = f"{labels[after]} ({second}) précède {labels[before]} ({first})"
            raise RefusedRowError(message)


def check_past(row: ReadRow, names: Iterable[str], labels: Mapping[str, str], today: date) -> None:
    """Refuse a date of what is done that is still to come. Raises RefusedRowError."""
    for name in names:
        if row.text(name) > today.isoformat():
            message = f"{labels[name]} est au futur ({row.text(name)})"
            raise RefusedRowError(message)
