"""Where the coordinates of a binary geometry are, without building an object: one pass over the bytes."""

from __future__ import annotations

import struct
from typing import NamedTuple

POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON, COLLECTION = 1, 2, 3, 4, 5, 6, 7
PAIR = 16
"""Bytes of one pair of coordinates."""
_HEADER = struct.Struct("<BI")
_COUNT = struct.Struct("<I")


class UnexpectedWkbError(ValueError):
    """Big-endian, with Z or M, a curve, truncated or with something behind: the slow way through OGR serves those."""


class WkbStructure(NamedTuple):
    """kind: OGC type code; parts: number of members (1 for a simple one, 0 when empty); member: kind of the parts.

    runs: (byte offset, number of points, kind POLYGON for a ring / LINESTRING / POINT) in reading order.
    """

    kind: int
    parts: int
    member: int
    runs: tuple[tuple[int, int, int], ...]


def wkb_structure(wkb: bytes) -> WkbStructure:
    """Read the structure of a little-endian 2D WKB. Raises UnexpectedWkbError for anything else."""
    try:
        runs: list[tuple[int, int, int]] = []
        end = _read(wkb, 0, runs)
        kind = _kind_at(wkb, 0)
        parts, member = _parts(wkb, kind, runs)
    except (struct.error, RecursionError) as error:
        raise UnexpectedWkbError(str(error)) from error
    if end != len(wkb):
        raise UnexpectedWkbError(len(wkb))
    return WkbStructure(kind, parts, member, tuple(runs))


def _parts(wkb: bytes, kind: int, runs: list[tuple[int, int, int]]) -> tuple[int, int]:
    """Number and kind of the members."""
    if kind == POINT:
        return len(runs), POINT
    count = int(_COUNT.unpack_from(wkb, 5)[0])
    if kind in (LINESTRING, POLYGON):
        return int(count > 0), kind
    return count, _kind_at(wkb, 9) if count else 0


def _kind_at(wkb: bytes, offset: int) -> int:
    order, kind = _HEADER.unpack_from(wkb, offset)
    if order != 1 or not POINT <= kind <= COLLECTION:
        message = f"byte order {order}, type {kind}"
        raise UnexpectedWkbError(message)
    return int(kind)


def _read(wkb: bytes, offset: int, runs: list[tuple[int, int, int]]) -> int:
    """Read the geometry at an offset and return where the next one starts."""
    kind = _kind_at(wkb, offset)
    offset += 5
    if kind == POINT:
        x, y = struct.unpack_from("<dd", wkb, offset)
        if x == x or y == y:  # noqa: PLR0124 - OGC writes an empty point as two not-a-number
            runs.append((offset, 1, POINT))
        return offset + PAIR
    count = int(_COUNT.unpack_from(wkb, offset)[0])
    offset += 4
    if kind == LINESTRING:
        runs.append((offset, count, LINESTRING))
        return offset + count * PAIR
    if kind == POLYGON:
        for _ in range(count):
            points = int(_COUNT.unpack_from(wkb, offset)[0])
            runs.append((offset + 4, points, POLYGON))
            offset += 4 + points * PAIR
        return offset
    for _ in range(count):
        if kind != COLLECTION and _kind_at(wkb, offset) != kind - 3:
            raise UnexpectedWkbError(kind)
        offset = _read(wkb, offset, runs)
    return offset
