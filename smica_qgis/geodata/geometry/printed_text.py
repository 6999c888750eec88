"""A geometry as the official tool prints it: WKT with 15 digits, commas without a blank (facts: pipeline §6)."""

from __future__ import annotations

import math
import struct

from osgeo import ogr

from smica_qgis.geodata.geometry.wkb_structure import (
    COLLECTION,
    LINESTRING,
    MULTILINESTRING,
    MULTIPOINT,
    MULTIPOLYGON,
    POINT,
    POLYGON,
    UnexpectedWkbError,
    wkb_structure,
)

_NAMES = {
    POINT: "POINT",
    LINESTRING: "LINESTRING",
    POLYGON: "POLYGON",
    MULTIPOINT: "MULTIPOINT",
    MULTILINESTRING: "MULTILINESTRING",
    MULTIPOLYGON: "MULTIPOLYGON",
    COLLECTION: "GEOMETRYCOLLECTION",
}
_WHOLE_BELOW = 2**31
"""GDAL prints as whole numbers only those of a C int."""


def printed_wkt(wkb: bytes) -> str:
    """WKT of a geometry, curves as curves; empty when it cannot be read."""
    try:
        wkb_structure(wkb)
    except UnexpectedWkbError:
        return _flattened(wkb)
    return _named(_Reader(wkb))


def _flattened(wkb: bytes) -> str:
    """The WKT of a geometry with Z or M, or of a kind that only OGR can print (curves, TIN…)."""
    try:
        geometry = ogr.CreateGeometryFromWkb(wkb)
        if geometry is None:
            return ""
        geometry.FlattenTo2D()
        flat = bytes(geometry.ExportToWkb(ogr.wkbNDR))
        wkb_structure(flat)
    except UnexpectedWkbError:
        return str(geometry.ExportToIsoWkt())
    except RuntimeError:
        return ""
    return _named(_Reader(flat))


class _Reader:
    """Walks a little-endian 2D WKB."""

    def __init__(self, wkb: bytes) -> None:
        self.wkb = wkb
        self.offset = 0

    def kind(self) -> int:
        (kind,) = struct.unpack_from("<I", self.wkb, self.offset + 1)
        self.offset += 5
        return int(kind)

    def count(self) -> int:
        (count,) = struct.unpack_from("<I", self.wkb, self.offset)
        self.offset += 4
        return int(count)

    def points(self, count: int) -> str:
        numbers = struct.unpack_from(f"<{2 * count}d", self.wkb, self.offset)
        self.offset += 16 * count
        return ",".join(_pair(x, y) for x, y in zip(numbers[::2], numbers[1::2]))


def _pair(x: float, y: float) -> str:
    """GDAL prints two whole numbers bare, and gives `.0` to a positive whole number beside another one."""
    if 1.0 <= x < _WHOLE_BELOW and 1.0 <= y < _WHOLE_BELOW:  # nearly always: no sign, no exponent, nothing below one
        pair = f"{x:.15G} {y:.15G}"
        if pair.count(".") != 1:
            return pair
        first, second = pair.split(" ")
        return f"{first}.0 {second}" if "." in second else f"{first} {second}.0"
    if _whole(x) and _whole(y):
        return f"{int(x)} {int(y)}"
    return " ".join(f"{text}.0" if text.isdigit() else text for text in (_number(x), _number(y)))


def _whole(value: float) -> bool:
    return -_WHOLE_BELOW <= value < _WHOLE_BELOW and value.is_integer()


def _number(value: float) -> str:
    """15 significant digits, but 15 decimals for a number below one, without the last zeros."""
    if abs(value) >= 1.0 or math.isnan(value):
        text = f"{value:.15G}"
        return text if math.isfinite(value) else text.lower()
    digits = f"{value:.15f}".rstrip("0")
    return f"{digits}0" if digits.endswith(".") else digits


def _named(reader: _Reader) -> str:
    kind = reader.kind()
    body = _body(reader, kind)
    return f"{_NAMES[kind]} {body}"


def _body(reader: _Reader, kind: int) -> str:
    if kind == POINT:
        text = reader.points(1)
        return "EMPTY" if text == "nan nan" else f"({text})"
    count = reader.count()
    if not count:
        return "EMPTY"
    if kind == LINESTRING:
        return f"({reader.points(count)})"
    if kind == POLYGON:
        return "(" + ",".join(f"({reader.points(reader.count())})" for _ in range(count)) + ")"
    if kind == COLLECTION:
        return "(" + ",".join(_named(reader) for _ in range(count)) + ")"
    parts = [_body(reader, reader.kind()) for _ in range(count)]
    return "(" + ",".join(parts) + ")"
