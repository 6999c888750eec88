"""From a source to what QGIS opens: a provider and its address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from qgis.core import QgsDataSourceUri

from smica_qgis.connectors.catalogue.service_reader import with_query
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.source_profile.profile import Connection, Source, SourceKind

RASTER = "raster"
VECTOR = "vector"
VECTOR_TILE = "vector_tile"
_IMAGES = frozenset({".tif", ".tiff", ".jp2", ".ecw", ".vrt", ".asc", ".png", ".jpg", ".jpeg", ".mbtiles"})
_MOST_ZOOM = 14


@dataclass(frozen=True)
class LayerAddress:
    """provider: key of QGIS; flavour: RASTER, VECTOR or VECTOR_TILE. The address holds an authcfg, never a password."""

    provider: str
    uri: str
    flavour: str


def layer_address(source: Source, authcfg: str = "") -> LayerAddress:
    """Where QGIS finds one layer. Raises SmicaError for a whole service or a project, which are not one layer."""
    if source.is_service or source.kind in (SourceKind.QGIS_PROJECT, SourceKind.CSW):
        raise SmicaError(f"« {source.title} » n'est pas une couche : choisissez une couche de ce service.")
    make = {
        SourceKind.WMS: _wms,
        SourceKind.WMTS: _wmts,
        SourceKind.WFS: _wfs,
        SourceKind.OGC_API_FEATURES: _ogc_api,
        SourceKind.VECTOR_TILES: _vector_tiles,
        SourceKind.POSTGIS: _postgis,
        SourceKind.GEOPACKAGE: _geopackage,
        SourceKind.FILE: _file,
    }[source.kind]
    return make(source, authcfg)


def _wms(source: Source, authcfg: str) -> LayerAddress:
    return _images(source, authcfg, url=source.url)


def _wmts(source: Source, authcfg: str) -> LayerAddress:
    url = with_query(source.url, "SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetCapabilities")
    return _images(source, authcfg, tileMatrixSet=source.tile_matrix_set, url=url)


def _images(source: Source, authcfg: str, **own: str) -> LayerAddress:
    uri = QgsDataSourceUri()
    common = {
        "contextualWMSLegend": "0",
        "crs": source.crs,
        "dpiMode": "7",
        "format": source.image_format or "image/png",
        "layers": source.layer,
        "styles": source.style,
    }
    for name, value in {**common, **own}.items():
        uri.setParam(name, value)
    return LayerAddress("wms", _encoded(uri, authcfg), RASTER)


def _wfs(source: Source, authcfg: str) -> LayerAddress:
    uri = QgsDataSourceUri()
    uri.setParam("url", source.url)
    uri.setParam("typename", source.layer)
    uri.setParam("version", source.version or "auto")
    uri.setParam("srsname", source.crs or "EPSG:2154")
    uri.setParam("pagingEnabled", "true")
    uri.setParam("restrictToRequestBBOX", "1")
    if source.page_size:
        uri.setParam("pageSize", str(source.page_size))
    if source.filter:
        uri.setSql(source.filter)
    return LayerAddress("WFS", _written(uri, authcfg), VECTOR)


def _ogc_api(source: Source, authcfg: str) -> LayerAddress:
    uri = QgsDataSourceUri()
    uri.setParam("url", source.url)
    uri.setParam("typename", source.layer)
    uri.setParam("restrictToRequestBBOX", "1")
    if source.crs:
        uri.setParam("srsname", source.crs)
    if source.page_size:
        uri.setParam("pageSize", str(source.page_size))
    return LayerAddress("OAPIF", _written(uri, authcfg), VECTOR)


def _vector_tiles(source: Source, authcfg: str) -> LayerAddress:
    uri = QgsDataSourceUri()
    uri.setParam("type", "xyz")
    uri.setParam("url", source.url)
    uri.setParam("zmin", str(source.zoom_min))
    uri.setParam("zmax", str(source.zoom_max or _MOST_ZOOM))
    if source.style_url:
        uri.setParam("styleUrl", source.style_url)
    return LayerAddress("xyzvectortiles", _encoded(uri, authcfg), VECTOR_TILE)


def _postgis(source: Source, authcfg: str) -> LayerAddress:
    uri = QgsDataSourceUri()
    set_connection(uri, source.connection or Connection(), authcfg)
    schema, _point, table = source.table.rpartition(".")
    uri.setDataSource(schema, table, source.geometry, source.filter, source.key)
    if source.geometry and source.crs.startswith("EPSG:"):
        uri.setSrid(source.crs.partition(":")[2])
    return LayerAddress("postgres", str(uri.uri(False)), VECTOR)


def set_connection(uri: QgsDataSourceUri, connection: Connection, authcfg: str) -> None:
    """Point an address at a database."""
    if connection.service:
        uri.setConnection(connection.service, "", "", "", QgsDataSourceUri.SslMode.SslPrefer, authcfg)
        return
    modes = {"disable": "SslDisable", "require": "SslRequire", "verify-ca": "SslVerifyCa"}
    name = {**modes, "verify-full": "SslVerifyFull", "allow": "SslAllow"}.get(connection.sslmode, "SslPrefer")
    mode = getattr(QgsDataSourceUri.SslMode, name)
    uri.setConnection(connection.host, str(connection.port), connection.database, "", "", mode, authcfg)


def _geopackage(source: Source, _authcfg: str) -> LayerAddress:
    subset = f"|subset={source.filter}" if source.filter else ""
    return LayerAddress("ogr", f"{source.path}|layername={source.layer}{subset}", VECTOR)


def _file(source: Source, _authcfg: str) -> LayerAddress:
    kind = PureWindowsPath if "\\" in source.path else PurePosixPath
    if kind(source.path).suffix.lower() in _IMAGES:
        return LayerAddress("gdal", source.path, RASTER)
    layer = f"|layername={source.layer}" if source.layer else ""
    return LayerAddress("ogr", f"{source.path}{layer}", VECTOR)


def _encoded(uri: QgsDataSourceUri, authcfg: str) -> str:
    if authcfg:
        uri.setAuthConfigId(authcfg)
    return bytes(uri.encodedUri().data()).decode("ascii")


def _written(uri: QgsDataSourceUri, authcfg: str) -> str:
    if authcfg:
        uri.setAuthConfigId(authcfg)
    return str(uri.uri(False))
