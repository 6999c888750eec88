"""Places of dossiers: points in the system of the store, and whether they are in their commune."""

from __future__ import annotations

import struct

from osgeo import ogr, osr

from smica_qgis.geodata.cadastre.geometries import system_of, transformation

_POINT = struct.Struct("<BIdd")
_WGS_84 = 4326
_LAMBERT_93 = 2154
_LONGEST_DEGREES = 180


def point_wkb(x: float, y: float, srid: int, given: osr.SpatialReference | None = None) -> bytes:
    """A point, from a given system, else from degrees when its numbers are small, else from Lambert-93."""
    degrees = abs(x) <= _LONGEST_DEGREES and abs(y) <= _LONGEST_DEGREES
    source = given or system_of(_WGS_84 if degrees else _LAMBERT_93)
    if not source.IsSame(system_of(srid)):
        x, y, _ = transformation(source, srid).TransformPoint(x, y)
    return _POINT.pack(1, 1, x, y)


def point_of(wkb: bytes, system: osr.SpatialReference | None, srid: int) -> bytes | None:
    """The point of a geometry, on it when it is a surface; None when it is empty."""
    geometry = ogr.CreateGeometryFromWkb(wkb)
    if geometry is None or geometry.IsEmpty():
        return None
    geometry.FlattenTo2D()
    if geometry.GetGeometryType() != ogr.wkbPoint:
        geometry = geometry.PointOnSurface() if geometry.GetDimension() > 1 else geometry.Centroid()
    return point_wkb(geometry.GetX(), geometry.GetY(), srid, system)


def largest(shapes: list[bytes]) -> bytes | None:
    """The largest of surfaces: a point on it is on their union too."""
    measured = [(ogr.CreateGeometryFromWkb(wkb).GetArea(), wkb) for wkb in shapes]
    return max(measured)[1] if measured else None


class Territory:
    """A commune's surface, asked many times."""

    def __init__(self, wkb: bytes) -> None:
        geometry = ogr.CreateGeometryFromWkb(wkb)
        self._whole = geometry
        self._prepared = geometry.CreatePreparedGeometry()

    def holds(self, point: bytes, tolerance: float) -> bool:
        """Whether a point is in it, or at most so many metres out of it."""
        place = ogr.CreateGeometryFromWkb(point)
        return bool(self._prepared.Intersects(place)) or self._whole.Distance(place) <= tolerance
