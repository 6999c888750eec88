"""Rows of the store that name parcels, and the communes that a table speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smica_qgis.database.store import Row, Store

EXACT = "EXACT"
"""State of a link that surely leads to the parcel."""
_AT_A_TIME = 400


def linked_rows(store: Store, query: str, parcels: Sequence[str]) -> Iterator[Row]:
    """Rows of records that name the parcels, as they are today or as they were written.

    query: with `{where}`, on a table of links called `p`; parcels: identifiers of 14 characters.
    """
    for marks, some in in_groups(parcels):
        where = f"(p.idu14_actuel IN ({marks}) OR (p.idu14_actuel IS NULL AND p.idu14 IN ({marks})))"
        yield from store.rows(query.format(where=where), some)


def in_groups(values: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Many values, some at a time: the marks of an IN, and what they stand for."""
    for start in range(0, len(values), _AT_A_TIME):
        some = {f"p{place}": value for place, value in enumerate(values[start : start + _AT_A_TIME])}
        yield ", ".join(f":{mark}" for mark in some), some


def communes_of(store: Store, table: str) -> set[str]:
    """INSEE codes that a table holds."""
    rows = store.rows(f"SELECT DISTINCT insee FROM {store.quoted(table)}")  # noqa: S608  # nosec B608
    return {str(insee) for (insee,) in rows}
