"""What a project says of its layers, as the layer doctor wants it: addresses taken apart, nothing asked of a server."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorTileLayer,
)

from smica_qgis.core.source_profile.layer_doctor import LayerFacts
from smica_qgis.core.source_profile.profile import Connection, SourceKind

SOURCE_PROPERTY = "smica/source"
"""Custom property of a layer: the source of the catalogue that it was made from."""


def project_facts(project: QgsProject) -> tuple[LayerFacts, ...]:
    """The layers of a project, in the order of its tree."""
    layers = [node.layer() for node in project.layerTreeRoot().findLayers() if node.layer() is not None]
    others = [layer for layer in project.mapLayers().values() if layer not in layers]
    return tuple(layer_facts(layer) for layer in (*layers, *others))


def layer_facts(layer: QgsMapLayer) -> LayerFacts:
    """What one layer says."""
    provider = provider_key(layer)
    reader = {"wms": _wms, "WFS": _wfs, "OAPIF": _wfs, "postgres": _postgres, "ogr": _file, "gdal": _file}.get(provider)
    if reader is not None:
        return reader(layer, provider)
    if isinstance(layer, QgsVectorTileLayer):
        return _vector_tiles(layer)
    return _plain(layer)


def with_missing_files(layers: Iterable[LayerFacts]) -> tuple[LayerFacts, ...]:
    """The same, knowing which files exist. In a working thread: a network share that is off makes one wait."""
    return tuple(replace(layer, file_exists=_exists(layer.path)) for layer in layers)


def provider_key(layer: QgsMapLayer) -> str:
    """Key of the provider, also of a layer that did not open."""
    if isinstance(layer, (QgsVectorLayer, QgsRasterLayer, QgsVectorTileLayer)):
        return str(layer.providerType())
    return ""


def _plain(layer: QgsMapLayer) -> LayerFacts:
    made_from = str(layer.customProperty(SOURCE_PROPERTY, "") or "")
    return LayerFacts(
        layer.id(), layer.name(), None, crs=layer.crs().authid(), valid=layer.isValid(), source_id=made_from
    )


def _wms(layer: QgsMapLayer, provider: str) -> LayerFacts:
    parts = _decoded(layer, provider)
    url = parts.get("url", "")
    tiles = parts.get("tileMatrixSet", "")
    plain = _plain(layer)
    return replace(
        plain,
        crs=parts.get("crs", "") or plain.crs,
        kind=SourceKind.WMTS if tiles else SourceKind.WMS,
        url=url,
        layer=parts.get("layers", ""),
        tile_matrix_set=tiles,
        authcfg=parts.get("authcfg", ""),
        has_password=bool(parts.get("password")),
    )


def _wfs(layer: QgsMapLayer, provider: str) -> LayerFacts:
    uri = QgsDataSourceUri(layer.source())
    plain = _plain(layer)
    return replace(
        plain,
        crs=uri.param("srsname") or plain.crs,
        kind=SourceKind.OGC_API_FEATURES if provider == "OAPIF" else SourceKind.WFS,
        url=uri.param("url"),
        layer=uri.param("typename"),
        authcfg=uri.authConfigId(),
        has_password=bool(uri.password() or uri.param("password")),
    )


def _postgres(layer: QgsMapLayer, _provider: str) -> LayerFacts:
    uri = QgsDataSourceUri(layer.source())
    schema = uri.schema()
    port = int(uri.port()) if uri.port().isdecimal() else 5432
    return replace(
        _plain(layer),
        kind=SourceKind.POSTGIS,
        connection=Connection(uri.service(), uri.host(), port, uri.database()),
        table=f"{schema}.{uri.table()}" if schema else uri.table(),
        authcfg=uri.authConfigId(),
        has_password=bool(uri.password()),
    )


def _file(layer: QgsMapLayer, provider: str) -> LayerFacts:
    parts = _decoded(layer, provider)
    path = parts.get("path", "")
    return replace(
        _plain(layer),
        kind=SourceKind.GEOPACKAGE if path.lower().endswith(".gpkg") else SourceKind.FILE,
        layer=parts.get("layerName", ""),
        path=path,
    )


def _exists(path: str) -> bool:
    is_local = bool(path) and "://" not in path and not path.startswith("/vsi")
    return Path(path).exists() if is_local else True


def _vector_tiles(layer: QgsMapLayer) -> LayerFacts:
    uri = QgsDataSourceUri()
    uri.setEncodedUri(layer.source())
    return replace(
        _plain(layer),
        kind=SourceKind.VECTOR_TILES,
        url=uri.param("url"),
        authcfg=uri.authConfigId(),
    )


def _decoded(layer: QgsMapLayer, provider: str) -> dict[str, str]:
    parts = QgsProviderRegistry.instance().decodeUri(provider, layer.source())
    return {key: str(value) for key, value in parts.items() if value is not None}
