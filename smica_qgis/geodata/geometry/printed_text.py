"""A geometry as the official tool prints it: WKT with 15 significant digits, commas without a blank."""

from __future__ import annotations

import struct

from smica_qgis.geodata.geometry.scan import flat_wkb
from smica_qgis.geodata.geometry.wkb_structure import (
    COLLECTION,
    LINESTRING,
    MULTILINESTRING,
    MULTIPOINT,
    MULTIPOLYGON,
    POINT,
    POLYGON,
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


def printed_wkt(wkb: bytes) -> str:
    """WKT of a geometry; empty when it cannot be read."""
    flat = flat_wkb(wkb)
    return _named(_Reader(flat)) if flat is not None else ""


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
    """GDAL prints two whole numbers bare, and gives `.0` to a whole number beside another one."""
    texts = f"{x:.15g}", f"{y:.15g}"
    if x == _whole(x) and y == _whole(y):
        return " ".join(texts)
    return " ".join(f"{text}.0" if text.isdigit() else text for text in texts)


def _whole(value: float) -> float | None:
    """The value when it is whole and printed so, else None."""
    return value if abs(value) < 2**31 and value == int(value) else None


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
    if kind == MULTIPOINT:
        parts = [part.strip("()") for part in parts]
    return "(" + ",".join(parts) + ")"
