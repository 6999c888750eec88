"""How the sheets of a commune fit together, and its parcels in it. Faults are listed, never repaired."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from osgeo import ogr
from qgis.core import QgsRectangle, QgsSpatialIndex

from smica_qgis.geodata.gdal_messages import gdal_silent

SMALLEST_SQUARE_METRES = 1.0
"""Faults below this come from the rounding of coordinates (one centimetre)."""
OUTSIDE_SHARE = 0.005
WIDEST_GAP_METRES = 20.0
"""A wider place without a sheet is a sheet that was not imported."""


@dataclass(frozen=True)
class MosaicFault:
    """One fault. identifier: of the object; area: m² of the fault; x, y: a point in it."""

    identifier: str
    detail: str
    area: float
    x: float
    y: float


def overlaps(shapes: Sequence[tuple[str, bytes]]) -> list[MosaicFault]:
    """Pairs that cover the same ground. shapes: identifier and WKB."""
    index, geometries = _indexed(shapes)
    found: list[MosaicFault] = []
    with gdal_silent():
        for place, geometry in enumerate(geometries):
            for other in sorted(index.intersects(_box(geometry))):
                if other <= place:
                    continue
                common = _polygons(_safe(geometry.Intersection, geometries[other]))
                area = sum(part.GetArea() for part in common)
                if area > SMALLEST_SQUARE_METRES:
                    largest = max(common, key=ogr.Geometry.GetArea)
                    found.append(_fault(shapes[place][0], shapes[other][0], area, largest))
    return found


def places_without(whole: bytes, shapes: Sequence[tuple[str, bytes]]) -> list[tuple[bool, MosaicFault]]:
    """Parts of a whole that no shape covers; the first value says that it is narrow: a gap between two sheets."""
    found: list[tuple[bool, MosaicFault]] = []
    with gdal_silent():
        rest = ogr.CreateGeometryFromWkb(whole)
        together = ogr.Geometry(ogr.wkbMultiPolygon)
        for _, wkb in shapes:
            for part in _polygons(ogr.CreateGeometryFromWkb(wkb)):
                together.AddGeometry(part)
        for part in _polygons(_safe(rest.Difference, together.UnionCascaded())):
            area = part.GetArea()
            if area > SMALLEST_SQUARE_METRES:
                width = 2 * area / part.Boundary().Length()
                found.append((width < WIDEST_GAP_METRES, _fault("", "", area, part)))
    return found


def outside(whole: bytes, shapes: Sequence[tuple[str, bytes]]) -> list[MosaicFault]:
    """Shapes of which a part that counts is out of a whole."""
    found: list[MosaicFault] = []
    with gdal_silent():
        container = ogr.CreateGeometryFromWkb(whole)
        prepared = container.CreatePreparedGeometry()
        for identifier, wkb in shapes:
            geometry = ogr.CreateGeometryFromWkb(wkb)
            if prepared.Contains(geometry):
                continue
            parts = _polygons(_safe(geometry.Difference, container))
            area = sum(part.GetArea() for part in parts)
            if area > SMALLEST_SQUARE_METRES and area > OUTSIDE_SHARE * geometry.GetArea():
                found.append(_fault(identifier, "", area, max(parts, key=ogr.Geometry.GetArea)))
    return found


def point_in(wkb: bytes) -> tuple[float, float]:
    """A point inside a surface, to zoom on."""
    with gdal_silent():
        return _point(ogr.CreateGeometryFromWkb(wkb))


def _point(geometry: ogr.Geometry) -> tuple[float, float]:
    try:
        point = geometry.PointOnSurface()
    except RuntimeError:
        point = None
    if point is None or point.IsEmpty():  # not valid: the middle of its box will do
        west, east, south, north = geometry.GetEnvelope()
        return (west + east) / 2, (south + north) / 2
    return point.GetX(), point.GetY()


def _fault(identifier: str, detail: str, area: float, part: ogr.Geometry) -> MosaicFault:
    x, y = _point(part)
    return MosaicFault(identifier, detail, round(area, 2), round(x, 2), round(y, 2))


def _safe(operation: Callable[[ogr.Geometry], ogr.Geometry | None], other: ogr.Geometry) -> ogr.Geometry | None:
    """The result of an overlay, None when a geometry is too wrong for it (the import said so)."""
    try:
        return operation(other)
    except RuntimeError:
        return None


def _polygons(geometry: ogr.Geometry | None) -> list[ogr.Geometry]:
    if geometry is None:
        return []
    if geometry.GetGeometryType() == ogr.wkbPolygon:
        return [geometry]
    parts = [geometry.GetGeometryRef(place).Clone() for place in range(geometry.GetGeometryCount())]
    return [polygon for part in parts for polygon in _polygons(part) if part.GetDimension() == 2]  # noqa: PLR2004


def _indexed(shapes: Sequence[tuple[str, bytes]]) -> tuple[QgsSpatialIndex, list[ogr.Geometry]]:
    index, geometries = QgsSpatialIndex(), []
    for place, (_, wkb) in enumerate(shapes):
        geometry = ogr.CreateGeometryFromWkb(wkb)
        index.addFeature(place, _box(geometry))
        geometries.append(geometry)
    return index, geometries


def _box(geometry: ogr.Geometry) -> QgsRectangle:
    west, east, south, north = geometry.GetEnvelope()
    return QgsRectangle(west, south, east, north)
