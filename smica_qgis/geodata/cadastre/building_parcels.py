"""The parcel that each building stands on: the one that it covers most. EDIGEO and Etalab do not say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from osgeo import ogr
from qgis.core import QgsRectangle, QgsSpatialIndex

from smica_qgis.geodata.gdal_messages import gdal_silent

_WHOLE = 100.0


@dataclass(frozen=True)
class BuildingLink:
    """fid: of the building; share: percentage of its area that is on the parcel, 0 when there is none."""

    fid: int
    idu14: str | None
    share: float


def link_buildings(
    parcels: Sequence[tuple[str, bytes]], buildings: Sequence[tuple[int, bytes]]
) -> Iterator[BuildingLink]:
    """One answer a building, in their order; no parcel at all is an answer. Geometries are WKB, of one system."""
    index = QgsSpatialIndex()
    shapes: list[ogr.Geometry] = []
    for place, (_, wkb) in enumerate(parcels):
        shape = ogr.CreateGeometryFromWkb(wkb)
        west, east, south, north = shape.GetEnvelope()
        index.addFeature(place, QgsRectangle(west, south, east, north))
        shapes.append(shape)
    for fid, wkb in buildings:
        with gdal_silent():
            building = ogr.CreateGeometryFromWkb(wkb)
            west, east, south, north = building.GetEnvelope()
            near = sorted(index.intersects(QgsRectangle(west, south, east, north)))
            best, share = _largest(building, near, shapes)
        yield BuildingLink(fid, None if best is None else parcels[best][0], share)


def _largest(building: ogr.Geometry, near: Sequence[int], shapes: Sequence[ogr.Geometry]) -> tuple[int | None, float]:
    """Which of the near parcels holds the largest part, and that part in percent."""
    area = building.GetArea()
    best, most = None, 0.0
    for place in near:
        if shapes[place].Contains(building):
            return place, _WHOLE
        part = _common_area(building, shapes[place])
        if part > most:
            best, most = place, part
    if best is None or area <= 0:
        return None, 0.0
    return best, round(min(_WHOLE, _WHOLE * most / area), 2)


def _common_area(building: ogr.Geometry, parcel: ogr.Geometry) -> float:
    common = _intersection(building, parcel)
    if common is None:  # one of them is not valid: what can be repaired is
        common = _intersection(building.MakeValid(), parcel.MakeValid())
    return 0.0 if common is None else float(common.GetArea())


def _intersection(first: ogr.Geometry | None, second: ogr.Geometry | None) -> ogr.Geometry | None:
    """None when GEOS refuses, whether GDAL raises for that or not."""
    if first is None or second is None:
        return None
    try:
        return first.Intersection(second)
    except RuntimeError:
        return None
