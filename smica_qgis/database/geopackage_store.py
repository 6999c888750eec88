"""The store in one GeoPackage: the default, that needs no server.

Several QGIS may have it open. Writers take turns: each waits some thirty seconds for the others, then says so. On a
local disk the write-ahead log lets people read while one writes; on a network share that log does not work, and the
file is kept in the classic mode.
"""

from __future__ import annotations

import getpass
import os
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from itertools import islice
from pathlib import Path
from typing import TypeVar

from smica_qgis.database.constraint_text import refused_value
from smica_qgis.database.geopackage_geometry import add_spatial_functions, geopackage_blob, wkb_of_blob
from smica_qgis.database.geopackage_schema import migrate, schema_version
from smica_qgis.database.migration import store_tables, store_views
from smica_qgis.database.network_share import is_on_network_share
from smica_qgis.database.schema_version import check_version
from smica_qgis.database.store import (
    FID,
    GEOMETRY,
    Box,
    BusyStoreError,
    LayerAddress,
    Row,
    Store,
    StoreError,
    Value,
    nothing_to_do,
    select_statement,
)

PATIENCE = 30.0
"""Seconds that a writer waits for the others."""
_TURN = 0.2
"""Seconds between two looks at whether to give up."""
_ROWS_AT_A_TIME = 2000
_LOCKED = ("locked", "busy")
_Result = TypeVar("_Result")


def open_geopackage(path: Path, srid: int, *, read_only: bool = False) -> GeoPackageStore:
    """Open a store; it is made, or brought up to date, when it may be written. srid: EPSG code of a new one.

    Raises StoreError: no such file, not a GeoPackage, protected folder, newer plugin, held by others.
    """
    if not path.parent.is_dir():
        message = f"Le dossier {path.parent} n'existe pas : la base {path.name} ne peut y être ouverte."
        raise StoreError(message)
    if read_only and not path.is_file():
        message = f"La base {path} n'existe pas."
        raise StoreError(message)
    try:
        if read_only:
            _recover(path)
        store = GeoPackageStore(path, read_only=read_only)
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    try:
        store.prepare(srid)
    except sqlite3.Error as error:
        store.close()
        raise _explained(error, path) from error
    except StoreError:
        store.close()
        raise
    return store


def _recover(path: Path) -> None:
    """Put right what a writer that was killed left beside the file, which whoever only reads may not do."""
    if not any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-journal")):
        return
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return
    # when another one writes, nothing is to be put right
    with suppress(sqlite3.OperationalError), closing(_connection(path, "rw")) as connection:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()


def _connection(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_TURN, isolation_level=None)


class GeoPackageStore:
    """See Store."""

    checks_geometries = False

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.name = path.name
        self.read_only = read_only
        self.srid = 0
        self.user = _user()
        self.on_network = is_on_network_share(path)
        self._connection = _connection(path, "ro" if read_only else "rwc")
        add_spatial_functions(self._connection)
        self._connection.create_function("smica_wkb", 1, wkb_of_blob, deterministic=True)

    def prepare(self, srid: int) -> None:
        """Choose the journal, bring the schema up to date. Raises StoreError, sqlite3.Error."""
        version, self.srid = self._patiently(lambda: schema_version(self._connection), nothing_to_do)
        outdated = check_version(version, self.name, read_only=self.read_only)
        if version == 0:
            self._refuse_other_content()
        if not self.read_only:
            self._choose_journal()
            self._connection.execute("PRAGMA foreign_keys = ON")
        if outdated:
            with self.transaction():
                migrate(self._connection, srid)
            self.srid = schema_version(self._connection)[1]
            # GDAL looks at the first octets of the file itself, not at the log, to know what it is
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def _refuse_other_content(self) -> None:
        """A delivery, or any GeoPackage of somebody's, must not become a store by a slip of the mouse."""
        filled = self._connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
        # another QGIS may have made the store a moment ago
        if filled and schema_version(self._connection)[0] == 0:
            message = (
                f"{self.path} existe et n'est pas une base commune : choisissez-en une, ou le nom d'un fichier qui "
                "n'existe pas encore. Rien n'y a été écrit."
            )
            raise StoreError(message)

    def _choose_journal(self) -> None:
        mode = "DELETE" if self.on_network else "WAL"
        try:
            actual = str(self._connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()[0])
        except sqlite3.OperationalError:
            actual = str(self._connection.execute("PRAGMA journal_mode").fetchone()[0])
        if self.on_network and actual.lower() == "wal":
            message = (
                f"La base {self.name} est sur un partage réseau et un QGIS la tient dans un mode qui n'y est pas sûr "
                "(WAL) : fermez-la dans tous les QGIS, puis recommencez. Pour plus de deux ou trois personnes qui "
                "écrivent, utilisez PostGIS."
            )
            raise StoreError(message)
        self._connection.execute(f"PRAGMA synchronous = {'NORMAL' if actual.lower() == 'wal' else 'FULL'}")

    @contextmanager
    def transaction(self, waiting: Callable[[], None] = nothing_to_do) -> Iterator[None]:
        """See Store."""
        self._patiently(lambda: self._connection.execute("BEGIN IMMEDIATE"), waiting)
        try:
            yield
            self._patiently(lambda: self._connection.execute("COMMIT"), waiting)
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _patiently(self, act: Callable[[], _Result], waiting: Callable[[], None]) -> _Result:
        """Do something that others may hold up. Raises BusyStoreError after PATIENCE."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return act()
            except sqlite3.OperationalError as error:
                if not _is_locked(error):
                    raise _explained(error, self.path) from error
                if time.monotonic() > until:
                    raise _busy(self.name, error) from error
            waiting()

    def lock(self, name: str) -> None:
        """See Store. A transaction here is alone to write, whatever the name."""

    def reopened(self) -> Store:
        """See Store."""
        self.close()
        return open_geopackage(self.path, self.srid, read_only=self.read_only)

    def roles(self) -> frozenset[str] | None:
        """See Store."""
        return None

    def quoted(self, identifier: str) -> str:
        """See Store."""
        return '"' + identifier.replace('"', '""') + '"'

    def row_as_json(self, columns: Sequence[str]) -> str:
        """See Store."""
        pairs = ", ".join(f"'{column}', {self.quoted(column)}" for column in columns)
        return f"json_object({pairs})"

    def geometry_as_wkb(self) -> str:
        """See Store."""
        return f"smica_wkb({self.quoted(GEOMETRY)})"

    def rows(self, sql: str, parameters: Mapping[str, Value] | None = None) -> Iterator[Row]:
        """See Store."""
        cursor = self._run(sql, parameters)
        while chunk := cursor.fetchmany(_ROWS_AT_A_TIME):
            yield from chunk

    def execute(self, sql: str, parameters: Mapping[str, Value] | None = None) -> int:
        """See Store."""
        return max(self._run(sql, parameters).rowcount, 0)

    def _run(self, sql: str, parameters: Mapping[str, Value] | None) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, dict(parameters or {}))
        except sqlite3.Error as error:
            raise _explained(error, self.path) from error

    def select(
        self,
        table: str,
        columns: Sequence[str],
        *,
        where: str = "",
        parameters: Mapping[str, Value] | None = None,
        box: Box | None = None,
    ) -> Iterator[Row]:
        """See Store."""
        conditions = [f"({where})"] if where else []
        values = dict(parameters or {})
        if box is not None:
            index = self.quoted(f"rtree_{table}_{GEOMETRY}")
            conditions.append(
                f"{FID} IN (SELECT id FROM {index} WHERE maxx >= :box_west AND minx <= :box_east "  # noqa: S608  # nosec B608
                "AND maxy >= :box_south AND miny <= :box_north)"
            )
            values.update(zip(("box_west", "box_south", "box_east", "box_north"), box))
        sql = select_statement(self, table, [self.quoted(column) for column in columns], conditions)
        if GEOMETRY not in columns:
            yield from self.rows(sql, values)
            return
        place = list(columns).index(GEOMETRY)
        for row in self.rows(sql, values):
            yield (*row[:place], wkb_of_blob(row[place]), *row[place + 1 :])

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        """See Store."""
        names = ", ".join(self.quoted(column) for column in columns)
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {self.quoted(table)} ({names}) VALUES ({marks})"  # noqa: S608  # nosec B608
        place = list(columns).index(GEOMETRY) if GEOMETRY in columns else None
        count, remaining = 0, iter(rows)
        with nullcontext() if self._connection.in_transaction else self.transaction():
            while chunk := list(islice(remaining, _ROWS_AT_A_TIME)):
                given = chunk if place is None else [self._with_blob(row, place) for row in chunk]
                try:
                    self._connection.executemany(sql, given)
                except sqlite3.Error as error:
                    raise _explained(error, self.path) from error
                count += len(chunk)
        return count

    def _with_blob(self, row: Sequence[Value], place: int) -> list[Value]:
        values = list(row)
        wkb = values[place]
        if isinstance(wkb, bytes):
            values[place] = geopackage_blob(wkb, self.srid)
        return values

    def insert_one(self, table: str, values: Mapping[str, Value]) -> int:
        """See Store."""
        self.insert(table, list(values), [list(values.values())])
        return int(self._connection.execute("SELECT last_insert_rowid()").fetchone()[0])

    def update(self, table: str, key: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        """See Store. Not for geometries."""
        changes = ", ".join(f"{self.quoted(column)} = ?" for column in columns)
        sql = f"UPDATE {self.quoted(table)} SET {changes} WHERE {self.quoted(key)} = ?"  # noqa: S608  # nosec B608
        given = [(*row[1:], row[0]) for row in rows]
        with nullcontext() if self._connection.in_transaction else self.transaction():
            try:
                self._connection.executemany(sql, given)
            except sqlite3.Error as error:
                raise _explained(error, self.path) from error
        return len(given)

    def layer(self, table: str) -> LayerAddress:
        """See Store."""
        described = {**store_tables(), **store_views()}[table]
        return LayerAddress("ogr", f"{self.path}|layername={table}", described.title)

    def refresh_statistics(self, tables: Collection[str] = ()) -> None:
        """See Store."""
        for table in store_tables().values():
            if not table.geometry or (tables and table.name not in tables):
                continue
            index = self.quoted(f"rtree_{table.name}_{GEOMETRY}")
            box = f"SELECT min(minx), min(miny), max(maxx), max(maxy) FROM {index}"  # noqa: S608  # nosec B608
            self._run(
                "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = "  # noqa: S608  # nosec B608
                f"({box}), last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = :name",
                {"name": table.name},
            )
        self._run("ANALYZE", None)

    def close(self) -> None:
        """See Store. The last one out of a local file puts it back in one piece, that may be copied."""
        try:
            if not self.read_only and not self._connection.in_transaction:
                self._connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error:
            return  # others have it open and the last of them will, or it is no store at all
        finally:
            self._connection.close()

    def __enter__(self) -> Store:
        """See Store."""
        return self

    def __exit__(self, *ended: object) -> None:
        """See Store."""
        self.close()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "inconnu"  # a service account without a name


def _is_locked(error: sqlite3.Error) -> bool:
    return any(word in str(error) for word in _LOCKED)


def _busy(name: str, error: Exception) -> BusyStoreError:
    message = (
        f"La base {name} est occupée par un autre poste depuis {PATIENCE:.0f} secondes : recommencez plus tard. "
        "Si plus de deux ou trois personnes y écrivent, utilisez PostGIS."
    )
    return BusyStoreError(message, str(error))


def _explained(error: sqlite3.Error, path: Path) -> StoreError:
    text = str(error)
    if _is_locked(error):
        return _busy(path.name, error)
    if isinstance(error, sqlite3.IntegrityError):
        return refused_value(path.name, text)
    if "not a database" in text:
        message = f"Le fichier {path} n'est pas un GeoPackage : choisissez-en un autre."
    elif "readonly" in text or "unable to open" in text:
        message = f"La base {path} ne peut être ouverte ou écrite : vérifiez vos droits sur le fichier et son dossier."
    elif "full" in text or "disk I/O" in text:
        message = f"Le disque de la base {path} est plein ou ne répond plus : rien n'a été gardé de ce qui se faisait."
    elif "malformed" in text:
        message = f"La base {path} est abîmée : reprenez une sauvegarde."
    else:
        message = f"La base {path.name} n'a pas pu faire ce qui était demandé."
    return StoreError(message, text)
