"""True geometries of a delivery that has been validated, for reports and for the map; owns what stays open."""

from __future__ import annotations

from collections.abc import Sequence

from osgeo import ogr

from smica_qgis.core.validation.document import Document, ReadTable
from smica_qgis.core.validation.finding import Box
from smica_qgis.core.validation.report import TableSummary
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.column import ScannedGeometries
from smica_qgis.geodata.geometry.crs84 import ToLonLat, to_lonlat

_BACKDROPS = ("ZONE_URBA", "SECTEUR_CC", "PERIMETRE_SCOT")
"""What shows a territory best on a small map; else the table with most rows."""


class DeliveryGeometries:
    """`ObjectGeometries` of an opened delivery. Not for two threads at once."""

    def __init__(self, delivery: OpenedDelivery, document: Document) -> None:
        self.crs = document.crs
        self._delivery = delivery
        self._tables = {table.table.file: table for table in document.tables}

    def wkb_of(self, file: str, rows: Sequence[int]) -> dict[int, bytes]:
        """See ObjectGeometries."""
        geometries = self._geometries(self._tables.get(file))
        if geometries is None:
            return {}
        with gdal_silent():
            found = ((row, geometries.wkb(row)) for row in rows)
            return {row: wkb for row, wkb in found if wkb is not None}

    def outlines(self, most: int) -> list[list[tuple[float, float]]]:
        """See ObjectGeometries. The zones, simplified until they fit."""
        table = self._backdrop()
        geometries = self._geometries(table)
        if table is None or geometries is None:
            return []
        with gdal_silent():
            shapes = [self._shape(geometries, row) for row in range(table.table.row_count)]
            return _simplified([s for s in shapes if s is not None], most, to_lonlat(self.crs))

    def summaries(self) -> list[TableSummary]:
        """The tables that were read, with where QGIS may open them."""
        return [self._summary(table) for table in self._tables.values()]

    def close(self) -> None:
        """Close the files and delete the working copy."""
        self._tables.clear()
        self._delivery.close()

    def _summary(self, table: ReadTable) -> TableSummary:
        found = table.table
        return TableSummary(
            file=found.file,
            file_model=table.file_model.name,
            rows=found.row_count,
            box=self._box(table),
            path=str(self._delivery.local(found.path)),
            layer=found.layer,
        )

    def _box(self, table: ReadTable) -> Box | None:
        native = table.table.native_geometry
        return native.whole_box() if isinstance(native, ScannedGeometries) else None

    def _backdrop(self) -> ReadTable | None:
        tables = [t for t in self._tables.values() if self._geometries(t) is not None]
        named = [t for t in tables if t.file_model.name in _BACKDROPS]
        return max(named or tables, key=lambda t: t.table.row_count, default=None)

    def _geometries(self, table: ReadTable | None) -> ScannedGeometries | None:
        geometries = table.main_geometry if table is not None else None
        return geometries if isinstance(geometries, ScannedGeometries) else None

    def _shape(self, geometries: ScannedGeometries, row: int) -> ogr.Geometry | None:
        wkb = geometries.wkb(row)
        return ogr.CreateGeometryFromWkb(wkb) if wkb is not None else None


def _simplified(shapes: list[ogr.Geometry], most: int, to_lonlat: ToLonLat) -> list[list[tuple[float, float]]]:
    west, east, south, north = _envelope(shapes)
    tolerance = max(east - west, north - south) / 2000
    lines = [line for shape in shapes for line in _lines(shape)]
    while sum(len(line) for line in lines) > most and tolerance:
        kept = (shape.Simplify(tolerance) for shape in shapes)
        lines = [line for shape in kept if shape is not None for line in _lines(shape)]
        lines = sorted(lines, key=len, reverse=True)[: most // 4]
        tolerance *= 2
    return [to_lonlat.line(line) for line in lines]


def _envelope(shapes: list[ogr.Geometry]) -> tuple[float, float, float, float]:
    boxes = [shape.GetEnvelope() for shape in shapes if not shape.IsEmpty()]
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    return (
        min(b[0] for b in boxes),
        max(b[1] for b in boxes),
        min(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def _lines(shape: ogr.Geometry) -> list[list[tuple[float, float]]]:
    if shape.GetGeometryCount():
        parts = (_lines(shape.GetGeometryRef(i)) for i in range(shape.GetGeometryCount()))
        return [line for part in parts for line in part]
    points = shape.GetPoints() if shape.GetPointCount() > 1 else None
    return [[(p[0], p[1]) for p in points]] if points else []
