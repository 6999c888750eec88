"""A database of the extension Cadastre of QGIS in PostGIS, read as a source. Nothing of it is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import psycopg2
from psycopg2 import sql

from smica_qgis.database.postgis_connection import connection_text, read_address
from smica_qgis.database.store import StoreError

DEFAULT_SCHEMA = "cadastre"
_ROWS_AT_A_TIME = 2000
_CONNECT_SECONDS = 10


class PostgisPlugin:
    """A schema that holds the tables geo_… of the extension (see geodata.cadastre.plugin_tables)."""

    def __init__(self, address: str, srid: int) -> None:
        """Connect, for reading only. Raises StoreError, InvalidParameterError."""
        uri, schema, self.name = read_address(address, DEFAULT_SCHEMA)
        self._schema = schema
        self._srid = srid
        try:
            self._connection: Any = psycopg2.connect(
                connection_text(uri, self.name), connect_timeout=_CONNECT_SECONDS, application_name="SMICA QGIS"
            )
            self._connection.set_session(readonly=True)
        except psycopg2.OperationalError as error:
            message = f"La base {self.name} ne répond pas ou refuse la connexion."
            raise StoreError(message, str(error).strip()) from error
        except psycopg2.Error as error:  # its text may hold the whole connection
            message = f"L'adresse de la base {self.name} n'est pas comprise."
            raise StoreError(message) from error
        if not self.has("geo_parcelle"):
            self.close()
            message = f"Le schéma {schema} n'a pas de table geo_parcelle : ce n'est pas celui de l'extension Cadastre."
            raise StoreError(message)

    def has(self, table: str) -> bool:
        """Whether a table is there."""
        with self._connection.cursor() as cursor:
            cursor.execute(
                "SELECT 1 FROM information_schema.tables WHERE table_schema = %s AND table_name = %s",
                (self._schema, table),
            )
            return cursor.fetchone() is not None

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Rows of a table; the column `geom` as WKB in the system of the store. Raises StoreError."""
        geometry = sql.SQL("ST_AsBinary(ST_Force2D(ST_Transform(geom, {})), 'NDR')").format(sql.Literal(self._srid))
        shown = [geometry if column == "geom" else sql.Identifier(column) for column in columns]
        query = sql.SQL("SELECT {} FROM {}").format(sql.SQL(", ").join(shown), sql.Identifier(self._schema, table))
        try:
            # a cursor of the server: a department does not fit in the memory of a desk
            with self._connection.cursor(f"smica_{table}") as cursor:
                cursor.itersize = _ROWS_AT_A_TIME
                cursor.execute(query)
                for row in cursor:
                    yield tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
        except psycopg2.Error as error:
            message = f"La table {table} de la base {self.name} ne peut être lue."
            raise StoreError(message, str(error).strip().partition("\n")[0]) from error

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()
