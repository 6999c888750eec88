"""Opening layers without ever making the window wait for a server.

QGIS reads a service when a layer is pointed at it, in the thread that does it. So a working thread opens the address
first; what it read is in QGIS' cache of answers, from which alone the window's thread then points the layer.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from qgis.core import (
    QgsDataProvider,
    QgsDataSourceUri,
    QgsMapLayer,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorTileLayer,
)

from smica_qgis.connectors.catalogue.layer_address import RASTER, VECTOR, VECTOR_TILE, LayerAddress
from smica_qgis.geodata.project_layers import provider_key
from smica_qgis.host.kept_answers import only_kept_answers

_NO_PROVIDER = "none"
"""A provider that QGIS does not have: a layer pointed at it reads nothing."""


def opened_layer(address: LayerAddress, title: str) -> QgsMapLayer:
    """Open an address, in whatever thread. The layer may not be valid."""
    if address.flavour == RASTER:
        return QgsRasterLayer(address.uri, title, address.provider)
    if address.flavour == VECTOR_TILE:
        return QgsVectorTileLayer(address.uri, title)
    return QgsVectorLayer(address.uri, title, address.provider)


def address_of(layer: QgsMapLayer) -> LayerAddress:
    """Where a layer is pointed at, also one that did not open."""
    if isinstance(layer, QgsRasterLayer):
        flavour = RASTER
    else:
        flavour = VECTOR_TILE if isinstance(layer, QgsVectorTileLayer) else VECTOR
    return LayerAddress(provider_key(layer), layer.source(), flavour)


def point_layer(layer: QgsMapLayer, address: LayerAddress) -> bool:
    """Point a layer at an address that `opened_layer` has just opened. Says whether it is valid; its style stays.

    A server that forbids keeping its answers is asked once more: it has just answered.
    """
    with only_kept_answers(_server(address)):
        _set_source(layer, address)
    if not layer.isValid():
        _set_source(layer, address)
    return bool(layer.isValid())


def point_unopened(layer: QgsMapLayer, address: LayerAddress) -> None:
    """Point a layer at an address without reading it: it is left not valid, as one whose server is down."""
    if address.flavour == VECTOR_TILE:
        _set_source(layer, address)  # tiles are read when they are drawn
        return
    _set_source(layer, LayerAddress(_NO_PROVIDER, address.uri, address.flavour))
    layer.setProviderType(address.provider)


def _set_source(layer: QgsMapLayer, address: LayerAddress) -> None:
    layer.setDataSource(address.uri, layer.name(), address.provider, QgsDataProvider.ProviderOptions())


def _server(address: LayerAddress) -> str:
    """Name and port of the server of an address; empty for a file or a database."""
    uri = QgsDataSourceUri()
    if address.flavour == RASTER:
        uri.setEncodedUri(address.uri)
    else:
        uri = QgsDataSourceUri(address.uri)
    try:
        return urlsplit(uri.param("url")).netloc.rpartition("@")[2]
    except ValueError:
        return ""
