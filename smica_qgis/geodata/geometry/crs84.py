"""From the CRS of the validation to CRS84 (longitude, latitude), as reports give places."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache

from osgeo import ogr, osr

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.validation.finding import Box

_DECIMALS = 7
_PROJ_NAMES = {
    "CRS:84": "OGC:CRS84",
    "IGNF:WGS84": "OGC:CRS84",
    "IGNF:RGF93LAMB93": "EPSG:2154",
    "IGNF:WGS84UTM20": "EPSG:32620",
    "IGNF:RGFG95UTM22": "EPSG:2972",
    "IGNF:RGR92UTM40S": "EPSG:2975",
    "IGNF:RGM04UTM38S": "EPSG:4471",
    "IGNF:RGSPM06U21": "EPSG:4467",
}
"""The same systems under a name that PROJ knows: for it IGNF:WGS84 is geocentric and IGNF:WGS84UTM20 is nothing."""


@lru_cache(maxsize=32)
def spatial_reference(code: str) -> osr.SpatialReference:
    """The CRS of one of the 26 official codes. Longitude or easting first, but for EPSG:4326 (lat, lon).

    Raises InvalidParameterError for a code that PROJ does not know.
    """
    reference = osr.SpatialReference()
    try:
        failed = reference.SetFromUserInput(_PROJ_NAMES.get(code, code))
    except RuntimeError:
        failed = 1
    if failed:
        message = f"Le système de coordonnées « {code} » est inconnu."
        raise InvalidParameterError(message)
    strategy = osr.OAMS_AUTHORITY_COMPLIANT if code == "EPSG:4326" else osr.OAMS_TRADITIONAL_GIS_ORDER
    reference.SetAxisMappingStrategy(strategy)
    return reference


def to_lonlat(code: str) -> ToLonLat:
    """The transformation from a CRS, made once a thread: making one costs more than a small table."""
    known: dict[str, ToLonLat] = _of_this_thread.__dict__.setdefault("known", {})
    if code not in known:
        known[code] = ToLonLat(code)
    return known[code]


_of_this_thread = threading.local()


class ToLonLat:
    """Transforms places and boxes of one CRS to CRS84, seven decimals as the official report."""

    def __init__(self, code: str) -> None:
        target = spatial_reference("CRS:84")
        self._same = code == "CRS:84"
        self._transform = osr.CoordinateTransformation(spatial_reference(code), target)

    def point(self, x: float, y: float) -> str:
        """WKT of a place, or an empty text where the projection has no answer."""
        try:
            lon, lat, _ = self._transform.TransformPoint(x, y)
        except RuntimeError:
            return ""
        return f"POINT ({round(lon, _DECIMALS)} {round(lat, _DECIMALS)})" if _finite(lon, lat) else ""

    def box(self, geometry: ogr.Geometry) -> Box | None:
        """Box of a geometry (which is changed), or None when it is empty or cannot be transformed."""
        if geometry.IsEmpty():
            return None
        try:
            failed = geometry.Transform(self._transform)
        except RuntimeError:
            return None
        if failed:
            return None
        west, east, south, north = geometry.GetEnvelope()
        if not _finite(west, east, south, north):
            return None
        return (
            round(west, _DECIMALS),
            round(south, _DECIMALS),
            round(east, _DECIMALS),
            round(north, _DECIMALS),
        )

    def line(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """A line or ring, point by point."""
        try:
            return [(p[0], p[1]) for p in self._transform.TransformPoints(list(points)) if _finite(p[0], p[1])]
        except RuntimeError:
            return []


def _finite(*values: float) -> bool:
    return all(abs(value) < float("inf") for value in values)
