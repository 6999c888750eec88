"""Where the coordinates of a binary geometry are, without building an object: one pass over the bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON, COLLECTION = 1, 2, 3, 4, 5, 6, 7
_HEADER = struct.Struct("<BI")
_COUNT = struct.Struct("<I")
_PAIR = 16


class UnexpectedWkbError(ValueError):
    """Big-endian, with Z or M, a curve, or truncated: the slow way through OGR serves those."""


@dataclass
class WkbStructure:
    """kind: OGC type code; parts: number of members (1 for a simple one, 0 when empty); member: kind of the parts.

    runs: (byte offset, number of points, kind POLYGON for a ring / LINESTRING / POINT) in reading order.
    """

    kind: int
    parts: int = 0
    member: int = 0
    runs: list[tuple[int, int, int]] = field(default_factory=list)


def wkb_structure(wkb: bytes) -> WkbStructure:
    """Read the structure of a little-endian 2D WKB. Raises UnexpectedWkbError for anything else."""
    try:
        structure = WkbStructure(_kind_at(wkb, 0))
        _read(wkb, 0, structure, top=True)
    except struct.error as error:
        raise UnexpectedWkbError(str(error)) from error
    return structure


def _kind_at(wkb: bytes, offset: int) -> int:
    order, kind = _HEADER.unpack_from(wkb, offset)
    if order != 1 or not POINT <= kind <= COLLECTION:
        message = f"byte order {order}, type {kind}"
        raise UnexpectedWkbError(message)
    return int(kind)


def _read(wkb: bytes, offset: int, into: WkbStructure, *, top: bool) -> int:
    """Read the geometry at an offset and return where the next one starts."""
    kind = _kind_at(wkb, offset)
    offset += 5
    if kind == POINT:
        return _read_point(wkb, offset, into, top=top)
    count = int(_COUNT.unpack_from(wkb, offset)[0])
    offset += 4
    if kind == LINESTRING:
        if top:
            into.parts, into.member = int(count > 0), LINESTRING
        into.runs.append((offset, count, LINESTRING))
        return offset + count * _PAIR
    if kind == POLYGON:
        if top:
            into.parts, into.member = int(count > 0), POLYGON
        for _ in range(count):
            points = int(_COUNT.unpack_from(wkb, offset)[0])
            into.runs.append((offset + 4, points, POLYGON))
            offset += 4 + points * _PAIR
        return offset
    if top:
        into.parts = count
        into.member = _kind_at(wkb, offset) if count else 0
    for _ in range(count):
        offset = _read(wkb, offset, into, top=False)
    return offset


def _read_point(wkb: bytes, offset: int, into: WkbStructure, *, top: bool) -> int:
    x, y = struct.unpack_from("<dd", wkb, offset)
    if x != x and y != y:  # noqa: PLR0124 - OGC writes an empty point as two not-a-number
        return offset + _PAIR
    if top:
        into.parts, into.member = 1, POINT
    into.runs.append((offset, 1, POINT))
    return offset + _PAIR
