"""The geometries of one column of a table: what rules ask, answered from one scan and from rows read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Callable

from osgeo import ogr

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.geometry_column import (
    ComplexGeometry,
    InvalidGeometry,
)
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.complexity import first_excess
from smica_qgis.geodata.geometry.crs84 import to_lonlat
from smica_qgis.geodata.geometry.flat_wkb import flat_wkb
from smica_qgis.geodata.geometry.printed_text import printed_wkt
from smica_qgis.geodata.geometry.scan import GeometryScan
from smica_qgis.geodata.geometry.wkb_structure import (
    COLLECTION,
    LINESTRING,
    MULTILINESTRING,
    MULTIPOINT,
    MULTIPOLYGON,
    POINT,
    POLYGON,
)

if TYPE_CHECKING:
    from smica_qgis.core.validation.finding import Box
    from smica_qgis.core.validation.options import ComplexityTolerance

WkbOf = Callable[[int], "bytes | None"]
"""WKB of a row, read again from its file; None for a null."""

_SIMPLE = {ColumnType.POINT: POINT, ColumnType.LINESTRING: LINESTRING, ColumnType.POLYGON: POLYGON}
_MULTI = {
    ColumnType.MULTIPOINT: (POINT, MULTIPOINT),
    ColumnType.MULTILINESTRING: (LINESTRING, MULTILINESTRING),
    ColumnType.MULTIPOLYGON: (POLYGON, MULTIPOLYGON),
}


class ScannedGeometries:
    """A `GeometryColumn` made of a scan, of a way to read one row again, and of the CRS of the validation."""

    def __init__(
        self, scan: GeometryScan, wkb_of: WkbOf, crs: str, text_of: Callable[[int], str] | None = None
    ) -> None:
        self._scan = scan
        self._wkb_of = wkb_of
        self._crs = crs
        self._text_of = text_of

    def nulls(self) -> Sequence[int]:
        """See GeometryColumn."""
        return [row for row, kind in enumerate(self._scan.kinds) if kind == 0]

    def not_bound(self, expected: ColumnType) -> Sequence[int]:
        """See GeometryColumn. Coercions: facts, checks, ATTRIBUTE_GEOMETRY_INVALID_FORMAT."""
        kinds, parts, members = self._scan.kinds, self._scan.parts, self._scan.members
        possible = {(k, p > 1, m, p == 0) for k, p, m in zip(kinds, parts, members)}
        refused = {shape for shape in possible if not _accepts(expected, *shape)}
        if not refused:
            return []
        return [row for row, (k, p, m) in enumerate(zip(kinds, parts, members)) if (k, p > 1, m, p == 0) in refused]

    def invalid(self) -> Sequence[InvalidGeometry]:
        """See GeometryColumn."""
        return self._scan.invalid

    def digests(self) -> Sequence[bytes | None]:
        """See GeometryColumn."""
        return self._scan.digests

    def multiparts(self) -> Sequence[tuple[int, int]]:
        """See GeometryColumn."""
        return [(row, parts) for row, parts in enumerate(self._scan.parts) if parts > 1 and self._scan.kinds[row] > 0]

    def outside(self, extent_wkt: str) -> Sequence[int]:
        """See GeometryColumn."""
        extent = ogr.CreateGeometryFromWkt(extent_wkt)
        with gdal_silent():
            return [row for row, g in self._readable() if not g.IsEmpty() and not _contains(extent, g)]

    def complex(self, tolerance: ComplexityTolerance) -> Sequence[ComplexGeometry]:
        """See GeometryColumn."""
        found = ((row, first_excess(geometry, tolerance, self._crs)) for row, geometry in self._readable())
        return [ComplexGeometry(row, *excess) for row, excess in found if excess is not None]

    def boxes(self, rows: Sequence[int]) -> dict[int, Box]:
        """See GeometryColumn."""
        out = {}
        with gdal_silent():
            for row in rows:
                geometry = self._geometry(row) if self._scan.kinds[row] > 0 else None
                box = to_lonlat(self._crs).box(geometry) if geometry is not None else None
                if box is not None:
                    out[row] = box
        return out

    def lonlat(self, x: float, y: float) -> str:
        """See GeometryColumn."""
        with gdal_silent():
            return to_lonlat(self._crs).point(x, y)

    def wkt(self, row: int) -> str:
        """See GeometryColumn."""
        if self._text_of is not None:
            return self._text_of(row)
        wkb = self._wkb_of(row)
        return printed_wkt(wkb) if wkb is not None else ""

    def wkb(self, row: int) -> bytes | None:
        """The geometry of a row as 2D WKB, as stored; None for a null or an unreadable one."""
        wkb = self._wkb_of(row)
        return flat_wkb(wkb) if wkb is not None else None

    def whole_box(self) -> Box | None:
        """CRS84 box of all geometries together, or None when there is none."""
        extent = self._scan.extent
        if extent is None:
            return None
        west, south, east, north = extent
        frame = ogr.Geometry(ogr.wkbLineString)
        for x, y in ((west, south), (west, north), (east, north), (east, south)):
            frame.AddPoint_2D(x, y)
        with gdal_silent():
            return to_lonlat(self._crs).box(frame)

    def is_empty(self) -> bool:
        """See GeometryColumn."""
        return not any(kind > 0 and parts for kind, parts in zip(self._scan.kinds, self._scan.parts))

    def _geometry(self, row: int) -> ogr.Geometry | None:
        wkb = self._wkb_of(row)
        flat = flat_wkb(wkb) if wkb is not None else None
        return ogr.CreateGeometryFromWkb(flat) if flat is not None else None

    def _readable(self) -> Iterator[tuple[int, ogr.Geometry]]:
        for row, kind in enumerate(self._scan.kinds):
            geometry = self._geometry(row) if kind > 0 else None
            if geometry is not None:
                yield row, geometry


def _contains(extent: ogr.Geometry, geometry: ogr.Geometry) -> bool:
    try:
        return bool(extent.Contains(geometry))
    except RuntimeError:
        return False


def _accepts(expected: ColumnType, kind: int, several: bool, member: int, empty: bool) -> bool:  # noqa: FBT001
    """Whether a shape of geometry can be bound to the expected type. kind: 0 is null (another rule), -1 unreadable."""
    if kind <= 0:
        return kind == 0
    if empty or expected is ColumnType.GEOMETRY:
        return True
    if expected in _SIMPLE:
        return not several and member == _SIMPLE[expected]
    if expected in _MULTI:
        return kind in _MULTI[expected]
    return kind == COLLECTION
