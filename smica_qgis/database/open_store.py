"""Open the store that an address names: the path of a GeoPackage, or a PostGIS connection."""

from __future__ import annotations

from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.geopackage_store import open_geopackage
from smica_qgis.database.postgis_connection import is_postgis_address, read_address
from smica_qgis.database.store import Store

LAMBERT_93 = 2154


def open_store(address: str, *, srid: int = LAMBERT_93, read_only: bool = False) -> Store:
    """Open a store, which is made when it does not exist and may be written.

    address: `….gpkg`; `postgis:NAME OF A QGIS CONNECTION`; `service=… authcfg=…`; the last two may end with
    `schema=…`. srid: EPSG code of a store that is made. Raises InvalidParameterError, StoreError.
    """
    text = address.strip()
    if not text:
        message = "La base commune n'est pas choisie : donnez un GeoPackage ou une connexion PostGIS."
        raise InvalidParameterError(message)
    if is_postgis_address(text):
        # where no PostGIS is used, nobody should have to have its driver
        from smica_qgis.database.postgis_store import open_postgis

        return open_postgis(text, srid, read_only=read_only)
    return open_geopackage(geopackage_path(text), srid, read_only=read_only)


def check_address(address: str) -> None:
    """Refuse an address that could not be one, without going there: a password in it, an unknown connection.

    Raises InvalidParameterError, StoreError.
    """
    if is_postgis_address(address.strip()):
        read_address(address.strip())
    elif address.strip():
        geopackage_path(address)


def geopackage_path(address: str) -> Path:
    """The file that an address names. Raises InvalidParameterError when it is none."""
    path = Path(address.strip())
    if path.suffix.lower() != ".gpkg":
        message = f"La base commune est un GeoPackage (.gpkg) ou une connexion PostGIS, pas « {path.name} »."
        raise InvalidParameterError(message)
    return path
