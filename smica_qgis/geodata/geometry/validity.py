"""OGC validity as GEOS sees it (JTS in the official tool), with the reason and the place of the first problem."""

from __future__ import annotations

import re

from osgeo import ogr

from smica_qgis.geodata.gdal_messages import gdal_messages

_NUMBER = r"-?(?:[\d.]+(?:e[+-]?\d+)?|nan|inf)"
_PLACE = re.compile(rf"(?P<reason>.*?) at or near point (?P<x>{_NUMBER}) (?P<y>{_NUMBER})", re.IGNORECASE)
_TOO_FEW = "points in LinearRing"
REASONS = {
    "self-intersection": "le contour se croise lui-même",
    "ring self-intersection": "le contour repasse par un de ses points",
    "hole lies outside shell": "un trou est en dehors du contour extérieur",
    "holes are nested": "un trou est dans un autre trou",
    "interior is disconnected": "l'intérieur est coupé en plusieurs morceaux",
    "nested shells": "une partie est à l'intérieur d'une autre",
    "duplicate rings": "deux contours sont identiques",
    "too few points in geometry component": "un contour a trop peu de points distincts",
    "invalid coordinate": "une coordonnée n'est pas un nombre",
    "ring is not closed": "un contour n'est pas fermé",
}
"""Our words for the reasons that GEOS gives in English."""


def is_valid(wkb: bytes) -> bool:
    """Whether a geometry respects the OGC rules. What GEOS cannot even build is not valid.

    Call it with GDAL silenced: an invalid geometry makes it speak.
    """
    try:
        geometry = ogr.CreateGeometryFromWkb(wkb)
        return geometry is not None and bool(geometry.IsValid())
    except RuntimeError:
        return False


def explain_invalid(wkb: bytes) -> tuple[str, float, float]:
    """Why and where a geometry is not valid: (French reason, x, y of the first problem)."""
    geometry = None
    with gdal_messages() as said:
        try:
            geometry = ogr.CreateGeometryFromWkb(wkb)
            if geometry is not None:
                geometry.IsValid()
        except RuntimeError as error:
            said.append(str(error))
    for message in said:
        match = _PLACE.search(message)
        if match:
            reason = match.group("reason").strip()
            return REASONS.get(reason.lower(), reason), float(match.group("x")), float(match.group("y"))
    few = any(_TOO_FEW in message for message in said)
    x, y = _first_point(geometry)
    return REASONS["too few points in geometry component"] if few else "la géométrie est incohérente", x, y


def _first_point(geometry: ogr.Geometry | None) -> tuple[float, float]:
    if geometry is None:
        return 0.0, 0.0
    while geometry.GetGeometryCount():
        geometry = geometry.GetGeometryRef(0)
    if not geometry.GetPointCount():
        return 0.0, 0.0
    x, y = geometry.GetPoint_2D(0)[:2]
    return float(x), float(y)
