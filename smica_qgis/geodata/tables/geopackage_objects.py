"""What a GeoPackage computes instead of storing it: views, virtual tables, generated columns.

SQLite runs them when GDAL reads: a virtual table of SpatiaLite reads any file of the machine, a view may never end.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from smica_qgis.core.errors import UnreadableFileError

_NAME = r"""(?:"(?:[^"]|"")+"|'(?:[^']|'')+'|\w+)"""
_EXPECTED = {
    "table": re.compile(
        rf"CREATE TABLE |CREATE VIRTUAL TABLE\s+{_NAME}\s+USING\s+(?:rtree|fts[345])\s*\(", re.IGNORECASE
    ),
    "view": re.compile(r"CREATE VIEW "),
    "index": re.compile(r"CREATE (?:UNIQUE )?INDEX "),
    "trigger": re.compile(r"CREATE TRIGGER "),
}
"""How SQLite itself begins what it keeps of each kind; it runs whatever else somebody wrote there, of any kind."""
_GENERATED = (2, 3)
"""Values of `hidden` in PRAGMA table_xinfo: a generated column, virtual or stored."""
_SYSTEM = "gpkg_"


def computed_tables(path: Path) -> dict[str, str]:
    """Lower-case name → French reason, for the tables of a GeoPackage that are not to be read.

    Raises UnreadableFileError when the file cannot even be opened safely, or is no database.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            found = _computed(database, path)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # the second: a schema whose bytes were altered
        message = f"Le fichier {path.name} ne peut être ouvert comme GeoPackage : ce n'est pas une base SQLite lisible."
        raise UnreadableFileError(message, str(error)) from error
    system = next((name for name in found if name.startswith(_SYSTEM)), None)
    if system is not None:
        message = f"Le fichier {path.name} n'est pas un GeoPackage régulier : pour la table {system}, {found[system]}."
        raise UnreadableFileError(message)
    return found


def _computed(database: sqlite3.Connection, path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, name, statement in database.execute("SELECT type, name, sql FROM sqlite_master").fetchall():
        if statement is not None and not (kind in _EXPECTED and _EXPECTED[kind].match(statement)):
            message = f"Le fichier {path.name} contient une table virtuelle ({name}), qui peut lire d'autres fichiers"
            raise UnreadableFileError(f"{message} : il n'est pas ouvert.")
        if kind == "view":
            found[name.lower()] = "c'est une vue, qui n'est pas lue"
        elif kind == "table" and statement.startswith("CREATE TABLE") and _has_generated_column(database, name):
            found[name.lower()] = "une de ses colonnes est calculée"
    return found


def _has_generated_column(database: sqlite3.Connection, table: str) -> bool:
    quoted = table.replace('"', '""')
    return any(column[6] in _GENERATED for column in database.execute(f'PRAGMA table_xinfo("{quoted}")'))
