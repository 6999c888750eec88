"""Look at a store without changing it: is it there, which version, what may be done in it, where it lies."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.database.geopackage_schema import schema_version
from smica_qgis.database.migration import migrations, store_tables
from smica_qgis.database.network_share import is_on_network_share
from smica_qgis.database.open_store import geopackage_path
from smica_qgis.database.postgis_connection import is_postgis_address
from smica_qgis.database.store import StoreError

_PATIENCE = 2.0
"""Seconds that a writer is waited for: whoever tests sits in front of the window."""
_LOCKED = ("locked", "busy")


@dataclass(frozen=True)
class StoreExamination:
    """What was seen.

    version: number of the last migration, 0 when the tables are not there yet; tables: how many of ours there are;
    writable: rows may be added; can_make: the tables may be made or brought up to date; busy: another writes now.
    server, encrypted: of PostGIS; on_network, journal: of a file.
    """

    name: str
    place: str
    exists: bool
    version: int = 0
    srid: int = 0
    tables: int = 0
    readable: bool = True
    writable: bool = False
    can_make: bool = False
    busy: bool = False
    on_network: bool = False
    journal: str = ""
    server: str = ""
    encrypted: bool | None = None

    @property
    def newest(self) -> int:
        """Number of the last migration that this plugin knows."""
        return migrations()[-1].number

    @property
    def expected_tables(self) -> int:
        """How many tables a store of this plugin has."""
        return len(store_tables())


def examine_store(address: str) -> StoreExamination:
    """Look at the store of an address (see open_store). It is not made, nor brought up to date.

    Raises InvalidParameterError for an address that is none, StoreError for a store that cannot be reached.
    """
    text = address.strip()
    if is_postgis_address(text):
        from smica_qgis.database.postgis_examination import examine_postgis

        return examine_postgis(text)
    return _examine_file(geopackage_path(text))


def _examine_file(path: Path) -> StoreExamination:
    folder = path.absolute().parent
    if not folder.is_dir():
        message = f"Le dossier {folder} n'existe pas : la base {path.name} ne peut y être faite."
        raise StoreError(message)
    shared = is_on_network_share(path)
    in_folder = os.access(folder, os.W_OK)
    if not path.is_file():
        return StoreExamination(path.name, str(folder), exists=False, can_make=in_folder, on_network=shared)
    try:
        version, srid, tables, journal = _read(path)
    except sqlite3.Error as error:
        message = f"Le fichier {path} n'est pas un GeoPackage, ou ne peut être lu : vérifiez le fichier et vos droits."
        raise StoreError(message, str(error)) from error
    # SQLite writes its journal beside the file: the right to write in the folder is needed too
    writable, busy = _try_to_write(path) if in_folder and os.access(path, os.W_OK) else (False, False)
    return StoreExamination(
        path.name,
        str(folder),
        exists=True,
        version=version,
        srid=srid,
        tables=tables,
        writable=writable,
        can_make=writable,
        busy=busy,
        on_network=shared,
        journal=journal,
    )


def _read(path: Path) -> tuple[int, int, int, str]:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
    try:
        version, srid = schema_version(connection)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        journal = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    finally:
        connection.close()
    return version, srid, len(names & set(store_tables())), journal


def _try_to_write(path: Path) -> tuple[bool, bool]:
    """Whether a transaction that writes can begin, and whether another one holds it up. Nothing is written."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=_PATIENCE, isolation_level=None
    )
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        busy = any(word in str(error) for word in _LOCKED)
        return busy, busy
    finally:
        connection.close()
    return True, False
