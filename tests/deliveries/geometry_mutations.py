"""Mutations of one geometry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from osgeo import ogr

from smica_qgis.geodata.synthetic.table import CSV
from tests.deliveries.spoilt_copy import NotApplicable, SpoiltCopy, SpoiltTable

Geometry = Any
_FAR = 3e6
_STEP = 30.0
_FEWEST = 5
_OTHER_KINDS = (
    "POINT(665000 6360000)",
    "LINESTRING(665000 6360000,665010 6360010)",
    "POLYGON((665000 6360000,665010 6360000,665010 6360010,665000 6360000))",
    "GEOMETRYCOLLECTION(POINT(665000 6360000))",
    "POLYGON EMPTY",
    "POINT EMPTY",
    "MULTIPOINT(665000 6360000,665010 6360010)",
)
_UNREADABLE = ("", "texte", "POLYGON((0 0,1 1", "POLYGON((0 0,10 0,10 10,0 10))", "POINT(a b)", "POINT(NaN NaN)")


def no_geometry(copy: SpoiltCopy) -> str:
    table = copy.table(spatial=True)
    _replace(table, copy.row(table), None)
    return table.file.name


def same_geometry_twice(copy: SpoiltCopy) -> str:
    table = copy.table(lambda candidate: candidate.content.rows > 1, spatial=True)
    first, second = copy.chance.sample(range(table.content.rows), 2)
    _replace(table, second, _wkb(table, first))
    return table.file.name


def outline_that_crosses_itself(copy: SpoiltCopy) -> str:
    def crossed(geometry: Geometry) -> Geometry:
        ring = geometry.GetGeometryRef(0).Clone()
        if ring.GetPointCount() <= _FEWEST:
            raise NotApplicable
        first, second = ring.GetPoint_2D(1), ring.GetPoint_2D(3)
        ring.SetPoint_2D(1, *second)
        ring.SetPoint_2D(3, *first)
        return _polygon(ring)

    return _alter(copy, crossed, ogr.wkbPolygon)


def spike(copy: SpoiltCopy) -> str:
    def spiked(geometry: Geometry) -> Geometry:
        ring, old = ogr.Geometry(ogr.wkbLinearRing), geometry.GetGeometryRef(0)
        for rank in range(old.GetPointCount()):
            x, y = old.GetPoint_2D(rank)
            ring.AddPoint_2D(x, y)
            if rank == 1:
                ring.AddPoint_2D(x + _STEP, y + _STEP)
                ring.AddPoint_2D(x, y)
        return _polygon(ring)

    return _alter(copy, spiked, ogr.wkbPolygon)


def hole_outside(copy: SpoiltCopy) -> str:
    def holed(geometry: Geometry) -> Geometry:
        _west, east, _south, north = geometry.GetEnvelope()
        hole = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ((0, 0), (_STEP, 0), (_STEP, _STEP), (0, 0)):
            hole.AddPoint_2D(east + _STEP + x, north + _STEP + y)
        holed = geometry.Clone()
        holed.AddGeometry(hole)
        return holed

    return _alter(copy, holed, ogr.wkbPolygon)


def flat_polygon(copy: SpoiltCopy) -> str:
    def flat(geometry: Geometry) -> Geometry:
        west, east, south, north = geometry.GetEnvelope()
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ((west, south), (east, north), (west, south), (west, south)):
            ring.AddPoint_2D(x, y)
        return _polygon(ring)

    return _alter(copy, flat, ogr.wkbPolygon)


def two_parts(copy: SpoiltCopy) -> str:
    def doubled(geometry: Geometry) -> Geometry:
        multiple = ogr.Geometry(ogr.wkbMultiPolygon)
        multiple.AddGeometry(geometry)
        multiple.AddGeometry(_moved(geometry, 1e5))
        return multiple

    return _alter(copy, doubled, ogr.wkbPolygon)


def far_away(copy: SpoiltCopy) -> str:
    return _alter(copy, lambda geometry: _moved(geometry, _FAR))


def line_of_one_place(copy: SpoiltCopy) -> str:
    def still(geometry: Geometry) -> Geometry:
        line = ogr.Geometry(ogr.wkbLineString)
        for _ in range(2):
            line.AddPoint_2D(*geometry.GetPoint_2D(0))
        return line

    return _alter(copy, still, ogr.wkbLineString)


def geometry_of_another_kind(copy: SpoiltCopy) -> str:
    """In a CSV, where a table may hold any kind."""
    table = copy.table(spatial=True)
    table.content.format = CSV
    text = copy.chance.choice(_OTHER_KINDS)
    _replace(table, copy.row(table), bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb(ogr.wkbNDR)))
    return f"{table.file.name} {text}"


def geometry_that_cannot_be_read(copy: SpoiltCopy) -> str:
    """In a CSV, whose WKT is a text like another."""
    table = copy.table(spatial=True)
    table.content.format = CSV
    texts: list[str | None] = [
        ogr.CreateGeometryFromWkb(wkb).ExportToIsoWkt() if wkb else None for wkb in table.content.geometries or []
    ]
    row, text = copy.row(table), copy.chance.choice(_UNREADABLE)
    texts[row] = text
    table.content.geometries = None
    table.content.columns["WKT"] = texts
    table.save()
    return f"{table.file.name} row {row} {text!r}"


def _alter(copy: SpoiltCopy, change: Callable[[Geometry], Geometry], kind: int | None = None) -> str:
    table = copy.table(
        lambda candidate: any(_is_of(wkb, kind) for wkb in candidate.content.geometries or ()), spatial=True
    )
    row = copy.one([row for row, wkb in enumerate(table.content.geometries or ()) if _is_of(wkb, kind)])
    changed = change(ogr.CreateGeometryFromWkb(_wkb(table, row)))
    _replace(table, row, bytes(changed.ExportToWkb(ogr.wkbNDR)))
    return f"{table.file.name} row {row}"


def _is_of(wkb: bytes | None, kind: int | None) -> bool:
    return wkb is not None and kind in (None, int.from_bytes(wkb[1:5], "little"))


def _wkb(table: SpoiltTable, row: int) -> bytes | None:
    assert table.content.geometries is not None
    return table.content.geometries[row]


def _replace(table: SpoiltTable, row: int, wkb: bytes | None) -> None:
    assert table.content.geometries is not None
    table.content.geometries[row] = wkb
    table.save()


def _polygon(ring: Geometry) -> Geometry:
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def _moved(geometry: Geometry, distance: float) -> Geometry:
    moved = geometry.Clone()
    parts = (
        [moved] if moved.GetGeometryCount() == 0 else [moved.GetGeometryRef(k) for k in range(moved.GetGeometryCount())]
    )
    for part in parts:
        for rank in range(part.GetPointCount()):
            x, y = part.GetPoint_2D(rank)
            part.SetPoint_2D(rank, x + distance, y + distance)
    return moved


GEOMETRY_MUTATIONS = (
    no_geometry,
    same_geometry_twice,
    outline_that_crosses_itself,
    spike,
    hole_outside,
    flat_polygon,
    two_parts,
    far_away,
    line_of_one_place,
    geometry_of_another_kind,
    geometry_that_cannot_be_read,
)
