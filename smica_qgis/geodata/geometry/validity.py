"""OGC validity as GEOS sees it (JTS in the official tool), with the reason and the place of the first problem."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osgeo import ogr

from smica_qgis.geodata.gdal_messages import gdal_messages
from smica_qgis.geodata.geometry.wkb_structure import COLLECTION

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
        if geometry is None or wkb[1] != COLLECTION:
            return geometry is not None and bool(geometry.IsValid())
        return all(member.IsValid() for member in _members(geometry))
    except RuntimeError:
        return False


def _members(geometry: ogr.Geometry) -> Iterator[ogr.Geometry]:
    """The geometry itself; of a collection its members, for GDAL does not compare the parts of a multiple one there."""
    if ogr.GT_Flatten(geometry.GetGeometryType()) != ogr.wkbGeometryCollection:
        yield geometry
        return
    for position in range(geometry.GetGeometryCount()):
        yield from _members(geometry.GetGeometryRef(position))


def explain_invalid(wkb: bytes) -> tuple[str, float, float, bool]:
    """Why and where a geometry is not valid: (French reason, x, y of the first problem, whether the test failed).

    The test itself fails when GEOS gives up without naming a problem: the official tool has a code for that too. No
    geometry is known to do it any more: JTS 1.19 did on none of a million random ones, nor GEOS 3.11, which has the
    same algorithm, on two hundred thousand; JTS 1.18 did on points repeated where rings touch.
    """
    geometry = None
    with gdal_messages() as said:
        try:
            geometry = ogr.CreateGeometryFromWkb(wkb)
            if geometry is not None:
                all(member.IsValid() for member in _members(geometry))
        except RuntimeError as error:
            said.append(str(error))
    for message in said:
        match = _PLACE.search(message)
        if match:
            reason = match.group("reason").strip()
            return REASONS.get(reason.lower(), reason), float(match.group("x")), float(match.group("y")), False
    x, y = _first_point(geometry)
    if any(_TOO_FEW in message for message in said):
        return REASONS["too few points in geometry component"], x, y, False
    return "", x, y, True


def _first_point(geometry: ogr.Geometry | None) -> tuple[float, float]:
    if geometry is None:
        return 0.0, 0.0
    while geometry.GetGeometryCount():
        geometry = geometry.GetGeometryRef(0)
    if not geometry.GetPointCount():
        return 0.0, 0.0
    x, y = geometry.GetPoint_2D(0)[:2]
    return float(x), float(y)
