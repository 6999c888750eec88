"""Mutations of GeoPackages (with SQL) and of CSV texts."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

from fuzzing.mutation import Apply, Outside, files_of, one_of

_BLOBS = (
    b"",
    b"GP",
    b"GP\0\1" + b"\0" * 4,
    b"GP\0\xff" + b"\xff" * 60,
    b"\1\3\0\0\0\xff\xff\xff\xff",
    b"GP\0\3" + b"\0" * 40,
)
_VALUES = ("", " ", "x" * 70_000, "é\u0000e", "=cmd|' /C calc'!A0", "9" * 400, "<script>alert(1)</script>", "\ud7ff")
_WKT = (
    "",
    "POLYGON",
    "POLYGON EMPTY",
    "POLYGON((0 0,1 1",
    "POLYGON((nan nan,inf 1,1 1,nan nan))",
    "POLYGON((0 0,0 0,0 0,0 0))",
    "CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))",
    "TIN(((0 0 0,0 0 1,0 1 0,0 0 0)))",
    "SRID=2154;POINT(1 1)",
    "POINT(1e400 1)",
    "POINT ZM (1 2 3 4)",
    "GEOMETRYCOLLECTION(" * 200 + "POINT(1 1)" + ")" * 200,
    "MULTIPOINT((1 1),EMPTY)",
)


def geopackage(root: Path, chance: random.Random, outside: Outside) -> str:
    """Alter a GeoPackage with SQL: values, geometries, registers, views and triggers that would run code."""
    path = one_of(chance, files_of(root, ".gpkg"))
    if path is None:
        return ""
    name, change = chance.choice(sorted(_GEOPACKAGE.items()))
    try:
        connection = sqlite3.connect(path)
        try:
            _forget_triggers(connection)
            tables = [r[0] for r in connection.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")]
            if not tables:
                return ""
            change(connection, chance.choice(tables), chance, outside)
            connection.commit()
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeError):
        return ""
    return f"gpkg {name} of {path.name}"


def _forget_triggers(connection: sqlite3.Connection) -> None:
    """The triggers of a GeoPackage call functions that sqlite3 has not."""
    names = [r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    for name in names:
        connection.execute(f'DROP TRIGGER "{name}"')


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [r[1] for r in connection.execute(f'PRAGMA table_info("{table}")')]


def _value(connection: sqlite3.Connection, table: str, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    column = chance.choice(_columns(connection, table))
    value = chance.choice((*_VALUES, *_BLOBS, None, 1e400, 2**62))
    connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = ? WHERE rowid % 3 = 1', (value,))  # noqa: S608


def _geometry(connection: sqlite3.Connection, table: str, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    connection.execute(f'UPDATE "{table}" SET geom = ? WHERE rowid % 4 = 1', (chance.choice(_BLOBS),))  # noqa: S608


def _blob_bytes(connection: sqlite3.Connection, table: str, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    rows = connection.execute(f'SELECT rowid, geom FROM "{table}" WHERE geom IS NOT NULL LIMIT 20').fetchall()  # noqa: S608
    for row, blob in rows:
        octets = bytearray(blob)
        octets[chance.randrange(len(octets))] = chance.randrange(256)
        connection.execute(f'UPDATE "{table}" SET geom = ? WHERE rowid = ?', (bytes(octets), row))  # noqa: S608


def _register(connection: sqlite3.Connection, table: str, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    connection.execute(
        chance.choice(
            (
                "DELETE FROM gpkg_geometry_columns",
                "UPDATE gpkg_geometry_columns SET srs_id = 99999",
                "UPDATE gpkg_geometry_columns SET geometry_type_name = 'CURVE'",
                "UPDATE gpkg_geometry_columns SET z = 2, m = 7",
                "UPDATE gpkg_geometry_columns SET column_name = 'absente'",
                "UPDATE gpkg_contents SET data_type = 'tiles'",
                "UPDATE gpkg_contents SET min_x = 'nan', max_x = -1e308",
                "DELETE FROM gpkg_spatial_ref_sys",
                "UPDATE gpkg_spatial_ref_sys SET definition = 'GEOGCS[\"'",
                "DROP TABLE gpkg_contents",
                "PRAGMA user_version = 99999",
                "PRAGMA application_id = 0",
            )
        )
    )


def _code(connection: sqlite3.Connection, table: str, chance: random.Random, outside: Outside) -> None:
    secret = outside.file(".csv").as_posix()
    connection.execute(
        chance.choice(
            (
                f'CREATE VIEW v AS SELECT load_extension("{secret}") AS a FROM "{table}"',  # noqa: S608
                f'CREATE TRIGGER t AFTER INSERT ON "{table}" BEGIN SELECT load_extension("{secret}"); END',
                f'CREATE TABLE g (a, b AS (printf("%s", readfile("{secret}"))))',
                f'CREATE INDEX i ON "{table}" (abs(rowid))',
            )
        )
    )
    if chance.random() < 0.5:  # noqa: PLR2004
        connection.execute("UPDATE gpkg_contents SET table_name = 'v' WHERE table_name = ?", (table,))


def _shape(connection: sqlite3.Connection, table: str, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    connection.execute(
        chance.choice(
            (
                f'ALTER TABLE "{table}" RENAME TO "autre"',
                f'ALTER TABLE "{table}" ADD COLUMN "=1+1" TEXT',
                f'ALTER TABLE "{table}" ADD COLUMN "é""<b>" BLOB',
                f'DELETE FROM "{table}"',  # noqa: S608
                f'DROP TABLE "{table}"',
            )
        )
    )


_GEOPACKAGE: dict[str, Callable[[sqlite3.Connection, str, random.Random, Outside], None]] = {
    "value": _value,
    "geometry": _geometry,
    "blob bytes": _blob_bytes,
    "register": _register,
    "code": _code,
    "shape": _shape,
}


def csv_text(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Alter a CSV: quotes, separators, ends of lines, ragged rows, nulls, WKT that is none."""
    path = one_of(chance, files_of(root, ".csv"))
    if path is None:
        return ""
    text = path.read_bytes().decode("utf-8", "replace")
    lines = text.splitlines() or [""]
    at = chance.randrange(len(lines))
    name, change = chance.choice(_CSV)
    if name == "wkt":
        text = re.sub(r'"?(MULTI)?(POLYGON|POINT|LINESTRING)[^"\n]*"?', f'"{chance.choice(_WKT)}"', text, count=3)
    elif name == "line":
        lines[at] = chance.choice(
            (lines[at] + ',"', lines[at] + "," * 300, "", '"', "\0" * 9, lines[at] * 30, "x" * 99_999)
        )
        text = "\n".join(lines)
    else:
        text = change(text)
    path.write_bytes(text.encode(chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1")), "replace"))
    return f"csv {name} of {path.name}"


_CSV: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("wkt", str),
    ("wkt", str),
    ("line", str),
    ("line", str),
    ("separator", lambda text: text.replace(",", ";")),
    ("tabs", lambda text: text.replace(",", "\t")),
    ("old ends", lambda text: text.replace("\n", "\r")),
    ("no end", lambda text: text.rstrip("\r\n")),
    ("no head", lambda text: text.partition("\n")[2]),
    ("twice the head", lambda text: text.partition("\n")[0] + "\n" + text),
    ("same columns", lambda text: re.sub(r"[A-Z_]+", "WKT", text, count=4)),
    ("one quote", lambda text: text.replace('"', "", 1)),
    ("quotes", lambda text: text.replace(",", '","')),
)

MUTATIONS: tuple[Apply, ...] = (geopackage, geopackage, csv_text)
