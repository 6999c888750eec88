"""Asks the running service what it serves, and compares with the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from qgis.PyQt.QtGui import QImage

from smica_qgis.connectors.catalogue.capabilities import checked_xml, read_listing, refuse_page
from smica_qgis.connectors.catalogue.service_listing import ServiceListing
from smica_qgis.connectors.catalogue.service_reader import with_query
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble
from smica_qgis.connectors.catalogue.wfs_pages import json_format
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.core.publication.outcome import Proof
from smica_qgis.core.source_profile.profile import SourceKind
from smica_qgis.database.store import Box, Store
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.host.network import NetworkSession
from smica_qgis.publishing.service.layers import ServiceLayer
from smica_qgis.publishing.service.served_objects import (
    ReadService,
    answer,
    covered,
    stored_count,
    stored_table,
    told,
)
from smica_qgis.publishing.service.settings import ServiceSettings

_PIXELS = 400
_WMS, _WFS = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities", "SERVICE=WFS&VERSION=1.1.0&REQUEST=GetCapabilities"
DRAWN, BLANK = "dessinée", "vide"


def service_proofs(
    settings: ServiceSettings,
    layers: Sequence[ServiceLayer],
    store: Store,
    documents: Mapping[str, bool],
    progress: Progress,
) -> list[Proof]:
    """Everything that was read back. documents: by identity, whether it is in force.

    Raises SmicaError, CancelledError.
    """
    with AuthenticatedSession(settings.authcfg, progress.cancelled) as session:
        proofs, listing = _announced(settings, layers, session)
        service = ReadService(settings.url, session, json_format(listing), f"EPSG:{store.srid}")
        offered = [layer for layer in layers if layer.name in {listed.name for listed in listing.layers}]
        progress.phase("Relecture du service", len(offered))
        drawn: list[ContentTable] = []
        for done, layer in enumerate(offered, 1):
            stop_if_cancelled(progress)
            proofs += _layer_proofs(service, layer, store, documents, drawn)
            progress.advance(done)
        box = covered(drawn)
        if box is not None:
            names = [table.name for table in drawn if table.rows]
            proofs.append(Proof("Image de la carte (WMS)", DRAWN, _image(settings, session, names, box, store.srid)))
    return proofs


def unread(error: SmicaError) -> Proof:
    """The proof that could not be had: the service does not answer, or not as a service does."""
    if isinstance(error, CancelledError):
        raise error
    return Proof("Service", "répond", error.message)


def _announced(
    settings: ServiceSettings, layers: Sequence[ServiceLayer], session: NetworkSession
) -> tuple[list[Proof], ServiceListing]:
    """Whether WMS and WFS announce our layers; the listing of the WFS."""
    expected = ", ".join(sorted(layer.name for layer in layers))
    proofs = []
    listings = {}
    for kind, query in ((SourceKind.WMS, _WMS), (SourceKind.WFS, _WFS)):
        address = with_query(settings.url, query)
        listing = listings[kind] = read_listing(kind, answer(session, address), address)
        there = {listed.name for listed in listing.layers}
        found = ", ".join(sorted(layer.name for layer in layers if layer.name in there))
        proofs.append(Proof(f"Couches annoncées ({kind.value.upper()})", expected, found))
    return proofs, listings[SourceKind.WFS]


def _layer_proofs(
    service: ReadService,
    layer: ServiceLayer,
    store: Store,
    documents: Mapping[str, bool],
    drawn: list[ContentTable],
) -> list[Proof]:
    """Number of objects in force of all documents; then, for those just published, all that each object is."""
    count = stored_count(store, layer)
    proofs = [Proof(f"Objets en vigueur, {layer.name}", str(count), str(service.count(layer.name)))]
    for document, in_force in documents.items():
        table = stored_table(store, layer, document)
        if not table.rows and in_force:
            continue
        drawn.append(table)
        found = service.table(layer, document)
        proofs.append(Proof(f"{document}, {layer.name} (WFS)", told(table), told(found)))
    return proofs


def _image(settings: ServiceSettings, session: NetworkSession, names: list[str], box: Box, srid: int) -> str:
    """Whether the WMS draws something where there is something."""
    west, south, east, north = box
    margin = max(east - west, north - south, 1.0) * 0.05
    edges = ",".join(repr(edge) for edge in (west - margin, south - margin, east + margin, north + margin))
    address = with_query(
        settings.url,
        f"SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS={quote(','.join(names))}&STYLES=&SRS=EPSG:{srid}"
        f"&BBOX={edges}&WIDTH={_PIXELS}&HEIGHT={_PIXELS}&FORMAT=image/png",
    )
    content = answer(session, address)
    image = QImage.fromData(content)
    if image.isNull():
        refuse_page(content, address)
        checked_xml(content, address)  # raises what the report of exceptions says
        raise ServiceError(Trouble.UNREADABLE, address, "ce n'est pas une image")
    shown = image.convertToFormat(QImage.Format.Format_ARGB32)
    octets: bytes = shown.constBits().asstring(shown.sizeInBytes())
    return DRAWN if len(set(memoryview(octets).cast("I"))) > 1 else BLANK
