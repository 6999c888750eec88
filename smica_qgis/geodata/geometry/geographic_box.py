"""The box of a document in degrees, as its metadata give it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from osgeo import ogr, osr

from smica_qgis.core.planning.metadata_record import Box
from smica_qgis.geodata.gdal_messages import gdal_silent

_SCALE = 10_000
"""Four decimals, some ten metres: the box is rounded outwards."""
_EDGE_POINTS = 21


def geographic_box(bounds: Box, crs: str) -> Box | None:
    """West, south, east and north in degrees (CRS84) of a box in another system; None where it cannot be told.

    bounds: minimum x, minimum y, maximum x, maximum y; crs: authority and code.
    """
    source, degrees = osr.SpatialReference(), osr.SpatialReference()
    with gdal_silent():
        if source.SetFromUserInput(crs) != ogr.OGRERR_NONE:
            return None
        degrees.ImportFromEPSG(4326)
        source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        transform = osr.CoordinateTransformation(source, degrees)
        west, south, east, north = transform.TransformBounds(*bounds, _EDGE_POINTS)
    if not all(map(math.isfinite, (west, south, east, north))):
        return None
    return (
        math.floor(west * _SCALE) / _SCALE,
        math.floor(south * _SCALE) / _SCALE,
        math.ceil(east * _SCALE) / _SCALE,
        math.ceil(north * _SCALE) / _SCALE,
    )


def bounds_of(geometries: Iterable[bytes | None]) -> Box | None:
    """The box of many geometries in their own system, None when none has any point."""
    sides: list[tuple[float, float, float, float]] = []
    for wkb in geometries:
        geometry = ogr.CreateGeometryFromWkb(wkb) if wkb else None
        if geometry is not None and not geometry.IsEmpty():
            sides.append(geometry.GetEnvelope())
    if not sides:
        return None
    left, right, bottom, top = zip(*sides)
    return min(left), min(bottom), max(right), max(top)
