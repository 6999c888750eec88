"""Geometries of the cadastre on their way to the store: in its system, flat, multiple where its tables are."""

from __future__ import annotations

import struct

from osgeo import ogr, osr

from smica_qgis.core.cadastre.objects import Anomaly
from smica_qgis.geodata.geometry.validity import explain_invalid

_MULTI_HEADER = struct.Struct("<BII")
_MULTI_OF = {
    ogr.wkbPoint: ogr.wkbMultiPoint,
    ogr.wkbLineString: ogr.wkbMultiLineString,
    ogr.wkbPolygon: ogr.wkbMultiPolygon,
}


def transformation(source: osr.SpatialReference, srid: int) -> osr.CoordinateTransformation:
    """From a system to the one of the store, easting first on both sides."""
    target = osr.SpatialReference()
    target.ImportFromEPSG(srid)
    source = source.Clone()
    for system in (source, target):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(source, target)


def system_of(epsg: int) -> osr.SpatialReference:
    """A reference system by its EPSG code."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    return system


def multiple_wkb(geometry: ogr.Geometry) -> bytes:
    """Little-endian 2D WKB of a geometry, as a multiple one (a point excepted: it stays one)."""
    if geometry.CoordinateDimension() > 2:  # noqa: PLR2004
        geometry.FlattenTo2D()
    wkb = bytes(geometry.ExportToWkb(ogr.wkbNDR))
    kind = geometry.GetGeometryType()
    if kind in (ogr.wkbPolygon, ogr.wkbLineString):
        return _MULTI_HEADER.pack(1, _MULTI_OF[kind], 1) + wkb
    return wkb


def invalidity(geometry: ogr.Geometry, identifier: str) -> Anomaly | None:
    """What is wrong with a geometry, None when it is valid. Call it with GDAL silenced."""
    if geometry.IsValid():
        return None
    reason, x, y, _ = explain_invalid(bytes(geometry.ExportToWkb(ogr.wkbNDR)))
    return Anomaly("INVALID_GEOMETRY", identifier, reason, x, y)
