"""Open the store that a publication needs: to write in it, or only to plan."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.open_store import geopackage_path, open_store
from smica_qgis.database.postgis_connection import is_postgis_address
from smica_qgis.database.store import Store
from smica_qgis.publishing.targets import STORE

_PIECES = "_pieces"


@contextmanager
def store_of_publication(address: str, crs: str, *, dry_run: bool) -> Iterator[Store | None]:
    """The store, closed at the end; None without an address. crs: of a store that is made, `EPSG:2154`.

    A plan changes nothing: a store that does not exist is not made, it is planned for as an empty one. Raises
    InvalidParameterError, StoreError.
    """
    if not address.strip():
        yield None
        return
    srid = int(crs.rpartition(":")[2])
    if not dry_run:
        with open_store(address, srid=srid) as store:
            yield store
    elif not is_postgis_address(address.strip()) and not geopackage_path(address).exists():
        with ExitStack() as opened:
            folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="smica_"))
            yield opened.enter_context(open_store(str(Path(folder) / geopackage_path(address).name), srid=srid))
    else:
        with open_store(address, read_only=True) as store:
            yield store


@contextmanager
def needed_store(address: str, crs: str, *, dry_run: bool) -> Iterator[Store]:
    """The same, where there must be one. Raises InvalidParameterError without an address."""
    check_store_given(address)
    with store_of_publication(address, crs, dry_run=dry_run) as store:
        if store is not None:
            yield store


def check_store_given(address: str) -> None:
    """Raise InvalidParameterError without an address."""
    if not address.strip():
        message = "La base commune n'est pas choisie : donnez STORE, ou choisissez-la dans les options."
        raise InvalidParameterError(message)


def settings_with_store(
    settings: Mapping[str, Mapping[str, object]], address: str, asked: Mapping[str, object]
) -> dict[str, Mapping[str, object]]:
    """The settings of the targets with what this call asks of the store, and the folder of its pieces."""
    own = {"pieces": _default_pieces_folder(address), **settings.get(STORE, {}), **asked}
    return {**settings, STORE: own}


def _default_pieces_folder(address: str) -> str:
    """Where the pieces are kept unless told otherwise: beside a GeoPackage; nowhere for PostGIS."""
    if not address.strip() or is_postgis_address(address.strip()):
        return ""
    path = geopackage_path(address)
    return str(path.with_name(path.stem + _PIECES))
