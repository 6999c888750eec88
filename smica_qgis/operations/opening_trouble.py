"""Why a source did not open: QGIS says little of it, so its server, its database or its file is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from smica_qgis.connectors.catalogue.capabilities import refuse_page
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble, service_error
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.source_profile.profile import SERVICES, Source, SourceKind
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.operations.check_network import try_database
from smica_qgis.operations.open_catalogue import Catalogue

_NO_TILE_HERE = frozenset({Trouble.NOT_FOUND, Trouble.REFUSED})
"""What a server may answer of a tile outside its territory: it is there."""


def opening_trouble(catalogue: Catalogue, source: Source) -> SmicaError | None:
    """What is wrong, in words that say what to do; None when nothing shows. In a working thread."""
    if source.kind is SourceKind.POSTGIS and source.connection is not None:
        message = try_database(source.connection, catalogue.authcfg(source), 1).message
        return SmicaError(message) if message else None
    if source.path and not Path(source.path).exists():
        return SmicaError(
            f"« {source.title} » : le fichier {source.path} n'existe pas ou n'est pas accessible : vérifiez que le "
            "lecteur partagé est connecté, ou le chemin dans le profil."
        )
    if source.kind in SERVICES and source.url:
        return _trouble_of_service(catalogue, source)
    return None


def tiles_trouble(catalogue: Catalogue, source: Source) -> ServiceError | None:
    """What is wrong with vector tiles, that QGIS opens without asking anything: their first tile is asked."""
    address = source.url
    for place, value in (("{z}", source.zoom_min), ("{x}", 0), ("{-y}", 0), ("{y}", 0)):
        address = address.replace(place, str(value))
    try:
        with AuthenticatedSession(catalogue.authcfg(source), timeout_ms=catalogue.timeout_ms) as session:
            refuse_page(session.answer(address).content, address)
    except CancelledError:
        raise
    except SmicaError as error:
        trouble = service_error(error, address)
        return None if trouble.trouble in _NO_TILE_HERE else trouble
    return None


def _trouble_of_service(catalogue: Catalogue, source: Source) -> SmicaError | None:
    """Its list of layers says whether it answers, and still knows this one."""
    try:
        reading = catalogue.list_service(replace(source, layer=""))
    except CancelledError:
        raise
    except ServiceError as error:
        return error
    if reading.trouble is not None:
        return SmicaError(f"{reading.trouble.message} Dernière bonne liste : {reading.date[:10]}.")
    names = {layer.name.rpartition(":")[2] for layer in reading.listing.layers}
    missing = [name for name in source.layer.split(",") if name.rpartition(":")[2] not in names]
    if missing:
        return SmicaError(f"Le service ne connaît pas (plus) la couche {', '.join(missing)} de « {source.title} ».")
    return None
