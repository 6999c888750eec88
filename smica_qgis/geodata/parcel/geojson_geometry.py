"""Geometries that a service gives as GeoJSON, in the system that was asked for or in the one of the norm."""

from __future__ import annotations

import json
from collections.abc import Mapping

from osgeo import ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from smica_qgis.geodata.gdal_messages import gdal_messages
from smica_qgis.geodata.parcel.rule_layer import Reprojection, geometry_of_wkb

_DEGREES = QgsRectangle(-180, -90, 180, 90)


def geometry_of_geojson(geometry: Mapping[str, object] | None) -> QgsGeometry:
    """A geometry in two dimensions, null when there is none or it cannot be read."""
    if not geometry:
        return QgsGeometry()
    with gdal_messages():
        try:
            made = ogr.CreateGeometryFromJson(json.dumps(geometry))
        except RuntimeError:
            made = None
    if made is None:
        return QgsGeometry()
    made.FlattenTo2D()
    return geometry_of_wkb(bytes(made.ExportToWkb(ogr.wkbNDR)))


class AnsweredSystem:
    """Some servers give GeoJSON in longitude and latitude whatever is asked (RFC 7946 says so)."""

    def __init__(self, crs: QgsCoordinateReferenceSystem) -> None:
        self._is_metric = not crs.isGeographic()
        self._reprojection = Reprojection(QgsCoordinateReferenceSystem("OGC:CRS84"), crs)

    def placed(self, geometry: QgsGeometry) -> QgsGeometry:
        """A geometry in the system that was asked for."""
        if self._is_metric and not geometry.isNull() and _DEGREES.contains(geometry.boundingBox()):
            return self._reprojection.forward(geometry)
        return geometry
