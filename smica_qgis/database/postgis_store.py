"""The store in a schema of PostGIS: for several writers at once, rights by role and backups."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import islice
from typing import Any

import psycopg2
from psycopg2 import errors, extensions, sql
from qgis.core import QgsDataSourceUri

from smica_qgis.database.constraint_text import refused_value
from smica_qgis.database.migration import store_tables, store_views
from smica_qgis.database.postgis_connection import connection_text, read_address
from smica_qgis.database.postgis_schema import migrate, postgis_schema, schema_version
from smica_qgis.database.schema_version import check_version
from smica_qgis.database.store import (
    FID,
    GEOMETRY,
    Box,
    BusyStoreError,
    LayerAddress,
    LostConnectionError,
    Row,
    Store,
    StoreError,
    Value,
    nothing_to_do,
    select_statement,
)

PATIENCE = 30
"""Seconds that a lock is waited for."""
_CONNECT_SECONDS = 10
_ROWS_AT_A_TIME = 2000
_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]\w*)")
_COPY_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_HAS_SRID = 0x20000000


def open_postgis(address: str, srid: int, *, read_only: bool = False) -> PostgisStore:
    """Open a store; its schema is made, or brought up to date, when it may be written. srid: of a new one.

    Raises InvalidParameterError, StoreError: no answer, wrong login, no PostGIS, no right, newer plugin.
    """
    uri, schema, name = read_address(address)
    return _opened(uri, schema, name, srid, read_only=read_only)


def _opened(uri: QgsDataSourceUri, schema: str, name: str, srid: int, *, read_only: bool) -> PostgisStore:
    connection = connect(uri, name)
    try:
        store = PostgisStore(connection, uri, schema, name, read_only=read_only)
        store.prepare(srid)
    except (psycopg2.Error, StoreError) as error:
        connection.close()
        raise error if isinstance(error, StoreError) else _explained(error, name) from error
    return store


def connect(uri: QgsDataSourceUri, name: str) -> Any:  # noqa: ANN401 - psycopg2 has no types
    """Connect to a database. name: how to call it for people. Raises StoreError: no answer, wrong login."""
    text = connection_text(uri, name)
    try:
        return psycopg2.connect(text, connect_timeout=_CONNECT_SECONDS, application_name="SMICA QGIS")
    except psycopg2.OperationalError as error:
        message = (
            f"La base PostGIS {name} ne répond pas ou refuse la connexion : vérifiez le réseau, le service et "
            "l'authentification de QGIS."
        )
        raise StoreError(message, str(error).strip()) from error
    except psycopg2.Error as error:  # its text may hold the whole connection
        message = f"L'adresse de la base PostGIS {name} n'est pas comprise."
        raise StoreError(message) from error


class PostgisStore:
    """See Store."""

    checks_geometries = True

    def __init__(
        self,
        connection: Any,  # noqa: ANN401 - psycopg2 has no types
        uri: QgsDataSourceUri,
        schema: str,
        name: str,
        *,
        read_only: bool,
    ) -> None:
        self._connection = connection
        self._uri = uri
        self.schema = schema
        self.name = name
        self.read_only = read_only
        self.srid = 0
        self.user = ""
        connection.set_session(autocommit=True, readonly=read_only)

    def prepare(self, srid: int) -> None:
        """Set the session, bring the schema up to date. Raises StoreError, psycopg2.Error."""
        with self._connection.cursor() as cursor:
            extension = postgis_schema(cursor, self.name)
            path = [sql.Identifier(name) for name in dict.fromkeys((self.schema, extension, "public"))]
            cursor.execute(sql.SQL("SET search_path TO {}").format(sql.SQL(", ").join(path)))
            cursor.execute("SET lock_timeout TO %s", (f"{PATIENCE}s",))
            # a plan of 20 000 zones goes through a table of the session and the audit without touching the disk
            cursor.execute("SET temp_buffers TO '64MB'")
            cursor.execute("SET work_mem TO '64MB'")
            cursor.execute("SELECT session_user")
            self.user = str(cursor.fetchone()[0])
            version, self.srid = schema_version(cursor, self.schema)
            if check_version(version, self.name, read_only=self.read_only):
                with self.transaction():
                    migrate(cursor, self.schema, srid)
                self.srid = schema_version(cursor, self.schema)[1]

    @contextmanager
    def transaction(self, waiting: Callable[[], None] = nothing_to_do) -> Iterator[None]:
        """See Store."""
        waiting()
        self._run("BEGIN", None).close()
        try:
            yield
            self._run("COMMIT", None).close()
        except BaseException:
            if not self._connection.closed:
                self._roll_back()
            raise

    def _roll_back(self) -> None:
        try:
            with self._connection.cursor() as cursor:
                cursor.execute("ROLLBACK")
        except psycopg2.Error:
            self._connection.close()  # the server went away: it rolled back by itself

    def lock(self, name: str) -> None:
        """See Store. Released at the end of the transaction, or when the connection is lost: never left behind."""
        self.execute("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))", {"name": f"{self.schema}:{name}"})

    def reopened(self) -> Store:
        """See Store."""
        self.close()
        return _opened(self._uri, self.schema, self.name, self.srid, read_only=self.read_only)

    def roles(self) -> frozenset[str] | None:
        """See Store. None also where nobody prepared roles (smica:prepare_database)."""
        if not next(self.rows("SELECT to_regprocedure('smica_ddt()') IS NOT NULL"))[0]:
            return None
        technician, officer = next(self.rows("SELECT smica_technicien(), smica_ddt()"))
        held = {"member": True, "technician": technician, "officer": officer}
        return frozenset(word for word, is_held in held.items() if is_held)

    def quoted(self, identifier: str) -> str:
        """See Store."""
        return str(sql.Identifier(identifier).as_string(self._connection))

    def row_as_json(self, columns: Sequence[str]) -> str:
        """See Store."""
        pairs = ", ".join(f"'{column}', {self.quoted(column)}" for column in columns)
        return f"CAST(jsonb_strip_nulls(jsonb_build_object({pairs})) AS text)"

    def geometry_as_wkb(self) -> str:
        """See Store."""
        return f"ST_AsBinary({GEOMETRY}, 'NDR')"

    def rows(self, sql: str, parameters: Mapping[str, Value] | None = None) -> Iterator[Row]:
        """See Store."""
        with self._run(sql, parameters) as cursor:
            while chunk := cursor.fetchmany(_ROWS_AT_A_TIME):
                yield from chunk

    def execute(self, sql: str, parameters: Mapping[str, Value] | None = None) -> int:
        """See Store."""
        with self._run(sql, parameters) as cursor:
            return max(int(cursor.rowcount), 0)

    def _run(self, statement: str, parameters: Mapping[str, Value] | None) -> Any:  # noqa: ANN401
        cursor = self._connection.cursor()
        try:
            if parameters is None:
                cursor.execute(statement)
            else:
                cursor.execute(_PARAMETER.sub(r"%(\1)s", statement.replace("%", "%%")), dict(parameters))
        except psycopg2.Error as error:
            raise _explained(error, self.name) from error
        return cursor

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
            conditions.append(
                f"{GEOMETRY} && ST_MakeEnvelope(:box_west, :box_south, :box_east, :box_north, {int(self.srid)})"
            )
            values.update(zip(("box_west", "box_south", "box_east", "box_north"), box))
        quoted = [f"ST_AsBinary({GEOMETRY}, 'NDR')" if c == GEOMETRY else self.quoted(c) for c in columns]
        statement = select_statement(self, table, quoted, conditions)
        if GEOMETRY not in columns:
            yield from self.rows(statement, values)
            return
        place = list(columns).index(GEOMETRY)
        for row in self.rows(statement, values):
            wkb = None if row[place] is None else bytes(row[place])
            yield (*row[:place], wkb, *row[place + 1 :])

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        """See Store. By COPY, through a table of the session: a table with row security refuses COPY itself."""
        target = self.quoted(table)
        names = ", ".join(self.quoted(column) for column in columns)
        with self._within_transaction():
            aside, count = self._copy_aside(table, columns, rows)
            self.execute(f"INSERT INTO {target} ({names}) SELECT {names} FROM {aside}")  # noqa: S608  # nosec B608
            self.execute(f"DELETE FROM {aside}")  # noqa: S608  # nosec B608
        return count

    def update(self, table: str, key: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        """See Store."""
        target, key_name = self.quoted(table), self.quoted(key)
        changes = ", ".join(f"{self.quoted(column)} = a.{self.quoted(column)}" for column in columns)
        with self._within_transaction():
            aside, count = self._copy_aside(table, (key, *columns), rows)
            self.execute(
                f"UPDATE {target} t SET {changes} FROM {aside} a WHERE t.{key_name} = a.{key_name}"  # noqa: S608  # nosec B608
            )
            self.execute(f"DELETE FROM {aside}")  # noqa: S608  # nosec B608
        return count

    def _within_transaction(self) -> AbstractContextManager[None]:
        idle = self._connection.info.transaction_status == extensions.TRANSACTION_STATUS_IDLE
        return self.transaction() if idle else nullcontext()

    def _copy_aside(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> tuple[str, int]:
        """Copy rows into a table of the session; returns its name and their number."""
        names = ", ".join(self.quoted(column) for column in columns)
        aside = self.quoted(f"copie_{table}")
        self.execute(
            f"CREATE TEMPORARY TABLE IF NOT EXISTS {aside} ON COMMIT DELETE ROWS "  # noqa: S608  # nosec B608
            f"AS SELECT * FROM {self.quoted(table)} WITH NO DATA"
        )
        lines = CopyLines(self.copy_lines(rows))
        try:
            with self._connection.cursor() as cursor:
                cursor.copy_expert(f"COPY {aside} ({names}) FROM STDIN", lines)
        except psycopg2.Error as error:
            raise _explained(error, self.name) from error
        return aside, lines.count

    def copy_lines(self, rows: Iterable[Sequence[Value]]) -> Iterator[str]:
        """Rows as COPY reads them, one a line."""
        return map(self._line, rows)

    def _line(self, row: Sequence[Value]) -> str:
        return "\t".join([self._cell(value) for value in row]) + "\n"

    def _cell(self, value: Value) -> str:
        if value is None:
            return "\\N"
        if isinstance(value, bytes):
            kind = int.from_bytes(value[1:5], "little") | _HAS_SRID
            return (b"\x01" + kind.to_bytes(4, "little") + self.srid.to_bytes(4, "little") + value[5:]).hex()
        if isinstance(value, str):
            return value.translate(_COPY_ESCAPES)
        return str(value)

    def insert_one(self, table: str, values: Mapping[str, Value]) -> int:
        """See Store. Not for geometries."""
        names = ", ".join(self.quoted(column) for column in values)
        marks = ", ".join(f":{column}" for column in values)
        statement = f"INSERT INTO {self.quoted(table)} ({names}) VALUES ({marks}) RETURNING {FID}"  # noqa: S608  # nosec B608
        with self._run(statement, values) as cursor:
            return int(cursor.fetchone()[0])

    def layer(self, table: str) -> LayerAddress:
        """See Store."""
        uri = QgsDataSourceUri(self._uri)
        described = {**store_tables(), **store_views()}[table]
        uri.setPassword("")
        uri.setDataSource(self.schema, table, GEOMETRY if described.geometry else "", "", FID)
        if described.geometry:
            uri.setSrid(str(self.srid))
        return LayerAddress("postgres", uri.uri(False), described.title)

    def refresh_statistics(self, tables: Collection[str] = ()) -> None:
        """See Store. PostgreSQL passes over the tables that are another's."""
        for table in tables or store_tables():
            self.execute(f"ANALYZE {self.quoted(table)}")

    def close(self) -> None:
        """See Store."""
        self._connection.close()

    def __enter__(self) -> Store:
        """See Store."""
        return self

    def __exit__(self, *ended: object) -> None:
        """See Store."""
        self.close()


class CopyLines:
    """Lines as the file that COPY reads: made as they are sent, some thousands at a time."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.count = 0

    def read(self, size: int = -1) -> str:  # noqa: ARG002 - psycopg2 sends what it is given, be it longer
        """The next lines; nothing at the end."""
        chunk = list(islice(self._lines, _ROWS_AT_A_TIME))
        self.count += len(chunk)
        return "".join(chunk)

    def readline(self, size: int = -1) -> str:
        """Psycopg2 wants it, and does not call it."""
        return self.read(size)


def _explained(error: Exception, name: str) -> StoreError:
    """Our exception for one of psycopg2; the details hold what the server said, never the connection."""
    said = str(error).strip().partition("\n")[0]
    if isinstance(error, (errors.LockNotAvailable, errors.DeadlockDetected)):
        message = f"La base {name} est occupée depuis {PATIENCE} secondes : recommencez plus tard."
        return BusyStoreError(message, said)
    if isinstance(error, errors.InsufficientPrivilege):
        message = f"Vous n'avez pas le droit de faire cela dans la base {name} : demandez-le à son administrateur."
    elif isinstance(error, errors.ReadOnlySqlTransaction):
        message = f"La base {name} est ouverte en lecture seule."
    elif isinstance(error, errors.DiskFull):
        message = f"Le disque de la base {name} est plein : rien n'a été gardé de ce qui était en cours."
    elif isinstance(error, (errors.IntegrityError, errors.DataError)):
        return refused_value(name, f"{said} {error.diag.message_detail or ''}".strip())
    elif isinstance(error, (psycopg2.OperationalError, psycopg2.InterfaceError)):
        message = f"La base {name} ne répond plus : rien n'a été gardé de ce qui était en cours."
        return LostConnectionError(message, said)
    else:
        message = f"La base {name} n'a pas pu faire ce qui était demandé."
    return StoreError(message, said)
