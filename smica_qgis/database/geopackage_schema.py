"""Make a GeoPackage a store: its own tables, then ours, migration by migration, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from osgeo import osr

from smica_qgis.database.migration import DROP, GEOPACKAGE, Migration, StoreTable, migrations
from smica_qgis.database.schema_version import VERSION_TABLE, version_row
from smica_qgis.database.store import GEOMETRY

_HERE = Path(__file__).resolve().parent
WGS_84 = 4326
"""A GeoPackage must know it (requirement 11)."""
_APPLICATION_ID = 0x47504B47  # "GPKG"
_VERSION_1_3 = 10300
_VERSION_TABLE = (
    f"CREATE TABLE IF NOT EXISTS {VERSION_TABLE} "
    "(numero INTEGER PRIMARY KEY, nom TEXT NOT NULL, applique_le DATETIME NOT NULL, srid INTEGER NOT NULL)"
)
_TYPES = {
    "ID": "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",
    "TEXT": "TEXT",
    "BIGINT": "INTEGER",
    "REAL": "REAL",
    "INSTANT": "DATETIME",
    "BYTES": "BLOB",
}


def schema_version(connection: sqlite3.Connection) -> tuple[int, int]:
    """Number of the last migration and the system of the store; (0, 0) when there is no store yet."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (VERSION_TABLE,)).fetchone()
    if known is None:
        return 0, 0
    row = connection.execute(f"SELECT max(numero), max(srid) FROM {VERSION_TABLE}").fetchone()  # noqa: S608  # nosec B608
    return row[0] or 0, row[1] or 0


def migrate(connection: sqlite3.Connection, srid: int) -> None:
    """Bring a GeoPackage, or an empty file, to the last migration. Call it within a transaction."""
    migrate_with(connection, srid, migrations())


def migrate_with(connection: sqlite3.Connection, srid: int, known: Sequence[Migration]) -> None:
    """The same with the migrations of a version of the plugin."""
    version, stored = schema_version(connection)
    if version == 0:
        _make_geopackage(connection, srid)
    for migration in known:
        if migration.number > version:
            _apply(connection, migration, stored or srid)


def _make_geopackage(connection: sqlite3.Connection, srid: int) -> None:
    for statement in _statements((_HERE / "geopackage_base.sql").read_text(encoding="utf-8")):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {_VERSION_1_3}")
    connection.execute(_VERSION_TABLE)
    for code in {WGS_84, srid}:
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        connection.execute(
            "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
            (system.GetName(), code, code, system.ExportToWkt()),
        )


def _apply(connection: sqlite3.Connection, migration: Migration, srid: int) -> None:
    for statement in migration.statements(_type_of):
        if statement.startswith(DROP):
            _drop(connection, statement.removeprefix(DROP))
        else:
            connection.execute(statement)
    for table in migration.tables:
        _register(connection, table, srid)
        if table.geometry:
            _index(connection, table)
    for statement in _statements(migration.own.get(GEOPACKAGE, "")):
        connection.execute(statement)
    for view in migration.views:
        _register(connection, view, srid)
    row = version_row(migration, srid)
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {VERSION_TABLE} VALUES ({marks})", row)  # noqa: S608  # nosec B608


def _type_of(word: str, argument: str) -> str:
    if word == "GEOMETRY":
        return argument
    return f"TEXT({argument})" if word == "TEXT" and argument else _TYPES[word]


def _drop(connection: sqlite3.Connection, table: str) -> None:
    """Remove a table of ours with its index and what the GeoPackage says of it."""
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"DROP TABLE IF EXISTS rtree_{table}_{GEOMETRY}")
    for register in ("gpkg_extensions", "gpkg_geometry_columns", "gpkg_contents"):
        connection.execute(f"DELETE FROM {register} WHERE table_name = ?", (table,))  # noqa: S608  # nosec B608


def _register(connection: sqlite3.Connection, table: StoreTable, srid: int) -> None:
    kind, system = ("features", srid) if table.geometry else ("attributes", 0)
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, ?, ?, ?, ?)",
        (table.name, kind, table.name, table.title, system),
    )
    if table.geometry:
        connection.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", (table.name, table.geometry, srid)
        )


def _index(connection: sqlite3.Connection, table: StoreTable) -> None:
    """Give a layer its spatial index, with the rows that a migration put there."""
    connection.execute(
        "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')",
        (table.name, "http://www.geopackage.org/spec120/#extension_rtree"),
    )
    index = f"rtree_{table.name}_{GEOMETRY}"
    template = (_HERE / "geopackage_rtree.sql").read_text(encoding="utf-8")
    for statement in _statements(template.format(t=table.name, r=index)):
        connection.execute(statement)
    connection.execute(
        f"INSERT INTO {index} SELECT fid, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom) "  # noqa: S608  # nosec B608
        f"FROM {table.name} WHERE geom NOT NULL AND NOT ST_IsEmpty(geom)"
    )


def _statements(script: str) -> Iterator[str]:
    """Statements of a script; those of a trigger hold semicolons."""
    statement = ""
    for line in script.splitlines(keepends=True):
        if line.startswith("--"):
            continue
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
