"""The rows of documents: written, put away into the history, read again as they were published."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from smica_qgis.core.publication.content import Cells, ContentTable, DocumentContent
from smica_qgis.database.planning.tables import (
    DOCUMENT,
    ROW_TABLES,
    is_drawn,
    own_values,
    standard_columns,
    store_table,
)
from smica_qgis.database.store import GEOMETRY, RefusedValueError, Store, StoreError, Value
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.validity import explain_invalid, is_valid

Columns = Mapping[str, tuple[str, ...]]
"""Name of each table of the standard → its columns."""


def check_rows(store: Store, content: DocumentContent) -> None:
    """Refuse, before anything is written, what the store could not hold, and say where it is.

    Raises RefusedValueError: a table or a column without a place, a text too long, and, for a store that does not look
    at geometries itself, one that is not valid.
    """
    for table in content.tables.values():
        target = store_table(table.name)
        if target is None:
            message = f"La base {store.name} n'a pas de place pour la table {table.name.upper()}."
            raise RefusedValueError(message)
        limits = standard_columns(target)
        for place, column in enumerate(table.columns):
            _check_texts(store, table, place, limits.get(column, -1))
        if not store.checks_geometries:
            check_geometries(store, table)


def _check_texts(store: Store, table: ContentTable, place: int, limit: int) -> None:
    if limit == 0:
        return
    longest = max((len(row[place] or "") for row in table.rows), default=0)
    if longest <= max(limit, 0):
        return
    number = next(n for n, row in enumerate(table.rows, 1) if len(row[place] or "") == longest)
    where = f"{table.name.upper()}, colonne {table.columns[place].upper()}, ligne {number}"
    if limit < 0:
        message = f"La base {store.name} n'a pas de place pour une colonne : {where}. Mettez le plugin à jour."
    else:
        message = f"Un texte de {longest} caractères est trop long ({limit} au plus) : {where}."
    raise RefusedValueError(message)


def check_geometries(store: Store, table: ContentTable) -> None:
    """Refuse a geometry that is not valid, with its place. Raises RefusedValueError."""
    for number, wkb in enumerate(table.geometries or (), 1):
        with gdal_silent():
            valid = wkb is None or is_valid(wkb)
        if not valid and wkb is not None:
            reason, x, y, _ = explain_invalid(wkb)
            message = (
                f"La base {store.name} refuse une géométrie qui n'est pas valide : {table.name.upper()}, ligne "
                f"{number}, {reason or 'raison inconnue'}, près du point {x:.2f} {y:.2f}. Rien n'a été écrit."
            )
            raise RefusedValueError(message)


def insert_rows(store: Store, document_id: str, content: DocumentContent) -> None:
    """Write the rows of a document. Call it in a transaction. Raises StoreError, RefusedValueError."""
    try:
        for table in content.tables.values():
            _insert_table(store, document_id, content, table)
    except RefusedValueError:
        for table in content.tables.values():
            check_geometries(store, table)  # says where, which the database does not
        raise


def _insert_table(store: Store, document_id: str, content: DocumentContent, table: ContentTable) -> None:
    target = store_table(table.name)
    if target is None or not table.rows:
        return
    known = standard_columns(target)
    kept = [place for place, column in enumerate(table.columns) if column in known]
    own = own_values(content, table)
    names = [DOCUMENT, *(table.columns[place] for place in kept), *own]
    # whole columns are turned round at once: a row at a time in Python would cost as much as the database
    columns: list[Sequence[Value]] = list(zip(*table.rows)) if table.columns else []
    values: list[Sequence[Value] | repeat[str]] = [repeat(document_id, len(table.rows))]
    values += [columns[place] for place in kept]
    values += own.values()
    if is_drawn(target):
        names.append(GEOMETRY)
        values.append(table.geometries if table.geometries is not None else [None] * len(table.rows))
    written = store.insert(target, names, zip(*values))
    if written != len(table.rows):
        message = f"La base {store.name} n'a reçu que {written} lignes sur {len(table.rows)} de {table.name.upper()}."
        raise StoreError(message)


def put_away(store: Store, document_id: str, version: int) -> int:
    """Move the rows of a document into the history, as those of a version; returns how many. In a transaction."""
    count = 0
    values: dict[str, Value] = {"document": document_id, "version": version}
    for table in ROW_TABLES:
        name = store.quoted(table)
        geometry = store.geometry_as_wkb() if is_drawn(table) else "NULL"
        moved = store.execute(
            "INSERT INTO urba_histoire (document_id, version, nom_table, ordre, valeurs, geometrie) "  # noqa: S608  # nosec B608
            f"SELECT document_id, CAST(:version AS integer), '{table}', fid, "
            f"{store.row_as_json(list(standard_columns(table)))}, {geometry} "
            f"FROM {name} WHERE document_id = :document",
            values,
        )
        if moved:
            store.execute(f"DELETE FROM {name} WHERE document_id = :document", values)  # noqa: S608  # nosec B608
        count += moved
    return count


def rows_in_place(store: Store, document_id: str, columns: Columns) -> dict[str, ContentTable]:
    """The tables of a document as they stand in the tables of the store."""
    return {name: _table_in_place(store, document_id, name, wanted) for name, wanted in columns.items()}


def _table_in_place(store: Store, document_id: str, name: str, wanted: tuple[str, ...]) -> ContentTable:
    target = store_table(name) or ""
    drawn = is_drawn(target)
    rows: list[Cells] = []
    geometries: list[bytes | None] = []
    asked = (*wanted, GEOMETRY) if drawn else wanted or (DOCUMENT,)
    parameters = {"document": document_id}
    for row in store.select(target, asked, where=f"{DOCUMENT} = :document", parameters=parameters):
        rows.append(row[: len(wanted)])
        if drawn:
            geometries.append(row[-1])
    return ContentTable(name, wanted, rows, geometries if drawn else None)


def rows_of_history(store: Store, document_id: str, version: int, columns: Columns) -> dict[str, ContentTable]:
    """The tables of a version that was put away."""
    by_target = {store_table(name): name for name in columns}
    rows: dict[str, list[Cells]] = {name: [] for name in columns}
    geometries: dict[str, list[bytes | None]] = {name: [] for name in columns}
    for table, values, wkb in _history(store, document_id, version):
        name = by_target.get(table)
        if name is not None:
            cells = json.loads(values)
            rows[name].append(tuple(cells.get(column) for column in columns[name]))
            geometries[name].append(None if wkb is None else bytes(wkb))
    return {
        name: ContentTable(name, columns[name], rows[name], geometries[name] if is_drawn(target) else None)
        for target, name in by_target.items()
        if target is not None
    }


def _history(store: Store, document_id: str, version: int) -> Iterator[tuple[str, str, bytes | None]]:
    yield from store.rows(
        "SELECT nom_table, valeurs, geometrie FROM urba_histoire WHERE document_id = :document AND version = :version "
        "ORDER BY nom_table, ordre",
        {"document": document_id, "version": version},
    )
