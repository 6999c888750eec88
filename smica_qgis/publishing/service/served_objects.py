"""The objects of a document as the service gives them and as the store holds them, told by the same figures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import numpy as np
from osgeo import ogr

from smica_qgis.connectors.catalogue.capabilities import checked_xml
from smica_qgis.connectors.catalogue.service_reader import with_query
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble, service_error
from smica_qgis.connectors.catalogue.wfs_pages import WfsRead
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.publication.content import Cells, ContentTable
from smica_qgis.core.source_profile.profile import Source, SourceKind
from smica_qgis.database.planning.tables import DOCUMENT, IN_FORCE, standard_columns
from smica_qgis.database.store import FID, GEOMETRY, Box, Store
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.wkb_structure import wkb_structure
from smica_qgis.geodata.planning.content_hash import table_digest
from smica_qgis.host.network import NetworkSession
from smica_qgis.publishing.service.layers import ServiceLayer
from smica_qgis.publishing.service.project_writer import PRECISION

_SHOWN = 12
_MULTIPLE = {
    ogr.wkbPoint: ogr.wkbMultiPoint,
    ogr.wkbLineString: ogr.wkbMultiLineString,
    ogr.wkbPolygon: ogr.wkbMultiPolygon,
}


@dataclass(frozen=True)
class ReadService:
    """A WFS that is read. output: what it calls GeoJSON; crs: the system of the store."""

    url: str
    session: NetworkSession
    output: str
    crs: str

    def count(self, layer: str) -> int:
        """Number of objects of a layer, all documents. Raises ServiceError, CancelledError."""
        query = f"SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME={quote(layer)}&RESULTTYPE=hits"
        address = with_query(self.url, query)
        said = checked_xml(answer(self.session, address), address).get("numberOfFeatures", "")
        if not said.isdecimal():
            raise ServiceError(Trouble.UNREADABLE, address, f"le nombre d'objets de {layer} n'est pas dit")
        return int(said)

    def table(self, layer: ServiceLayer, document_id: str) -> ContentTable:
        """The objects of a document in a layer, page by page. Raises ServiceError, IncompleteError, CancelledError."""
        columns = _columns(layer)
        named = document_id.replace("'", "''")
        wanted = quote(f"\"{DOCUMENT}\" = '{named}'")
        source = Source(
            id=layer.name, title=layer.title, kind=SourceKind.WFS, group="", theme="", layer=layer.name, crs=self.crs,
            url=with_query(self.url, f"EXP_FILTER={wanted}"), key=FID,
        )  # fmt: skip
        rows: list[Cells] = []
        geometries: list[bytes | None] = []
        with gdal_silent():
            for feature in _features(WfsRead(source, self.session, output=self.output)):
                values = feature.get("properties") or {}
                rows.append(tuple(_cell(values.get(column)) for column in columns))
                geometries.append(_wkb(feature.get("geometry")))
        return ContentTable(layer.name, columns, rows, geometries)


def stored_table(store: Store, layer: ServiceLayer, document_id: str) -> ContentTable:
    """The same objects in the view of the store that the layer shows, coordinates as the service prints them."""
    columns = _columns(layer)
    rows: list[Cells] = []
    geometries: list[bytes | None] = []
    found = store.select(
        layer.view, (*columns, GEOMETRY), where=f"{DOCUMENT} = :document", parameters={"document": document_id}
    )
    for row in found:
        rows.append(tuple(_cell(value) for value in row[:-1]))
        geometries.append(None if row[-1] is None else _as_printed(row[-1]))
    return ContentTable(layer.name, columns, rows, geometries)


def stored_count(store: Store, layer: ServiceLayer) -> int:
    """Number of objects in force."""
    query = f"SELECT count(*) FROM {store.quoted(layer.view)}"  # noqa: S608  # nosec B608 - a name of ours
    return int(next(store.rows(query))[0])


def told(table: ContentTable) -> str:
    """`42 objets, 5f1c…, 640000 6380000 643000 6383000`: equal for the same objects."""
    digest = table_digest(table)
    if not digest.rows:
        return "0 objet"
    extent = " ".join(f"{edge:.0f}" for edge in digest.extent) or "sans géométrie"
    return f"{digest.rows} objet{'s' if digest.rows > 1 else ''}, {digest.hash[:_SHOWN]}, {extent}"


def answer(session: NetworkSession, address: str) -> bytes:
    """What is at an address of a service. Raises ServiceError, CancelledError."""
    try:
        return session.answer(address).content
    except CancelledError:
        raise
    except SmicaError as error:
        raise service_error(error, address) from error


def _columns(layer: ServiceLayer) -> tuple[str, ...]:
    return tuple(standard_columns(layer.view.removesuffix(IN_FORCE)))


def _features(read: WfsRead) -> Iterator[dict[str, Any]]:
    for page in read.pages():
        yield from page.features


def _cell(value: object) -> str | None:
    return None if value is None else str(value)


def _wkb(geometry: Mapping[str, Any] | None) -> bytes | None:
    if geometry is None:
        return None
    shape = ogr.CreateGeometryFromJson(json.dumps(geometry))
    if shape is None:
        return None
    multiple = _MULTIPLE.get(shape.GetGeometryType())
    if multiple is not None and multiple != ogr.wkbMultiPoint:
        shape = ogr.ForceTo(shape, multiple)
    return _as_printed(bytes(shape.ExportToIsoWkb(ogr.wkbNDR)))


def _as_printed(wkb: bytes) -> bytes:
    """Coordinates with the decimals of the service, so that both sides are rounded to the millimetre alike."""
    octets = bytearray(wkb)
    for offset, points, _kind in wkb_structure(wkb).runs:
        pairs = np.frombuffer(octets, "<f8", 2 * points, offset)
        pairs[:] = np.round(pairs, PRECISION)
    return bytes(octets)


def covered(tables: Iterable[ContentTable]) -> Box | None:
    """What all objects of tables cover, None when there is none."""
    extents = [extent for table in tables if (extent := table_digest(table).extent)]
    if not extents:
        return None
    west, south, east, north = zip(*extents)
    return min(west), min(south), max(east), max(north)
