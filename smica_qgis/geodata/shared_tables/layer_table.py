"""A layer of QGIS, or a table that one of its providers opens, read as texts and points."""

from __future__ import annotations

from collections.abc import Iterator

from osgeo import osr
from qgis.core import NULL, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from smica_qgis.geodata.shared_tables.source_table import SourceRow, SourceTable, UnreadableTableError

DRIVERLESS = frozenset({".gpkg", ".shp", ".geojson", ".json", ".dbf", ".sqlite", ".tab", ".gml", ".fgb"})
"""Files of layers that the provider of QGIS for GDAL opens."""


def open_layer_table(uri: str, provider: str, name: str) -> SourceTable:
    """Open a table by its address. name: for people, without any login. Raises UnreadableTableError."""
    layer = QgsVectorLayer(uri, "source", provider)
    if not layer.isValid():
        message = f"La table {name} ne peut être ouverte : vérifiez son nom, l'adresse et vos droits."
        raise UnreadableTableError(message)
    return table_of_layer(layer, name)


def table_of_layer(layer: QgsVectorLayer, name: str) -> SourceTable:
    """The table of an open layer."""
    header = tuple(layer.fields().names())
    system = None
    if layer.crs().isValid() and layer.isSpatial():
        system = osr.SpatialReference()
        system.SetFromUserInput(layer.crs().toWkt())

    def rows() -> Iterator[SourceRow]:
        for line, feature in enumerate(layer.getFeatures(QgsFeatureRequest()), 2):
            geometry = feature.geometry()
            wkb = None if geometry.isNull() else bytes(geometry.asWkb())
            yield SourceRow(line, [_text(value) for value in feature.attributes()], wkb=wkb)

    return SourceTable(name, header, rows, system)


def _text(value: object) -> str | None:
    if value is None or value == NULL:
        return None
    if isinstance(value, (QDate, QDateTime)):
        return str(value.toString(Qt.DateFormat.ISODate)) if value.isValid() else None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "oui" if value else "non"
    return str(value)
