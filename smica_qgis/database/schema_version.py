"""The table that says which migrations a store went through, and whether this plugin understands it."""

from __future__ import annotations

from datetime import datetime, timezone

from smica_qgis.database.migration import Migration, migrations
from smica_qgis.database.store import StoreError

VERSION_TABLE = "smica_version"


def version_row(migration: Migration, srid: int) -> tuple[int, str, str, int]:
    """What is written when a migration is applied."""
    return migration.number, migration.name, now(), srid


def check_version(version: int, name: str, *, read_only: bool) -> bool:
    """Whether migrations are to be applied. Raises StoreError when the store cannot be used."""
    last = migrations()[-1].number
    if version > last:
        message = f"La base {name} a été faite par une version plus récente du plugin : mettez le plugin à jour."
        raise StoreError(message, f"store {version}, plugin {last}")
    if version < last and read_only:
        message = (
            f"La base {name} n'existe pas encore ou date d'une version plus ancienne du plugin : quelqu'un qui a le "
            "droit d'y écrire doit l'ouvrir une fois."
        )
        raise StoreError(message, f"store {version}, plugin {last}")
    return version < last


def now() -> str:
    """The present instant, as both databases read it."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
