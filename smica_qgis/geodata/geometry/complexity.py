"""The official complexity measure of a geometry (facts: checks, CNIG_GEOMETRY_COMPLEXITY_*)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from osgeo import ogr, osr

from smica_qgis.geodata.geometry.crs84 import spatial_reference

if TYPE_CHECKING:
    from smica_qgis.core.validation.options import ComplexityTolerance, Thresholds

_GEOGRAPHIC = ("CRS:84", "EPSG:4326", "IGNF:WGS84")


def first_excess(geometry: ogr.Geometry, tolerance: ComplexityTolerance, crs: str) -> tuple[str, bool] | None:
    """(French reason, whether the error threshold is passed) of the first excess, or None. Lengths in metres."""
    for thresholds, error in ((tolerance.error, True), (tolerance.warning, False)):
        reason = _excess(geometry, thresholds, crs)
        if reason:
            return reason, error
    return None


def _excess(geometry: ogr.Geometry, limits: Thresholds, crs: str) -> str:
    """A negative number is no threshold for the three counts; officially it is one, always passed, for the density."""
    counted = (
        ("sommets", _points(geometry), limits.points),
        ("parties", _parts(geometry), limits.parts),
        ("anneaux intérieurs", _interior_rings(geometry), limits.rings),
    )
    for what, count, most in counted:
        if 0 <= most < count:
            return f"{count} {what}, pour {most:g} au plus"
    for run in _runs(geometry):
        points = run.GetPointCount()
        length = _length(run, crs) if points >= limits.ring_points else 0.0
        if length and points / length > limits.density:
            return f"{points / length:.6f} sommet par mètre, pour {limits.density:.6f} au plus"
    return ""


def _runs(geometry: ogr.Geometry) -> Iterator[ogr.Geometry]:
    """Rings and lines."""
    if geometry.GetGeometryCount():
        for index in range(geometry.GetGeometryCount()):
            yield from _runs(geometry.GetGeometryRef(index))
    elif geometry.GetGeometryName() in ("LINEARRING", "LINESTRING"):
        yield geometry


def _points(geometry: ogr.Geometry) -> int:
    count = geometry.GetGeometryCount()
    if count:
        return sum(_points(geometry.GetGeometryRef(i)) for i in range(count))
    return int(geometry.GetPointCount())


def _parts(geometry: ogr.Geometry) -> int:
    name = geometry.GetGeometryName()
    return int(geometry.GetGeometryCount()) if name.startswith(("MULTI", "GEOMETRYCOLLECTION")) else 1


def _interior_rings(geometry: ogr.Geometry) -> int:
    if geometry.GetGeometryName() == "POLYGON":
        return max(int(geometry.GetGeometryCount()) - 1, 0)
    return sum(_interior_rings(geometry.GetGeometryRef(i)) for i in range(geometry.GetGeometryCount()))


def _length(run: ogr.Geometry, crs: str) -> float:
    """Length in metres: planar in a projected CRS, else in a transverse Mercator around the first vertex."""
    points = run.GetPoints()
    if crs in _GEOGRAPHIC:
        points = _projected(points)
    return sum(math.dist(a[:2], b[:2]) for a, b in zip(points, points[1:]))


def _projected(points: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    local = osr.SpatialReference()
    local.ImportFromProj4(f"+proj=tmerc +lat_0={points[0][1]} +lon_0={points[0][0]} +ellps=GRS80 +units=m")
    return list(
        osr.CoordinateTransformation(spatial_reference("CRS:84"), local).TransformPoints([p[:2] for p in points])
    )
