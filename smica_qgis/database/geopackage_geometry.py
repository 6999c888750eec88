"""Geometries as a GeoPackage keeps them: a short header with the box, then WKB (OGC 12-128r17, 2.1.3)."""

from __future__ import annotations

import sqlite3
import struct

from osgeo import ogr

_MAGIC = b"GP\x00"
_LITTLE_ENDIAN = 0x01
_BOX_XY = 0x02
_EMPTY = 0x10
_BOX_SIZES = (0, 32, 48, 48, 64)
_HEADER = struct.Struct("<3sBi")
_BOX = struct.Struct("<4d")
_POINT = struct.Struct("<BI2d")
_WKB_POINT = 1
_LARGEST_FLOAT = float("inf")

Bounds = tuple[float, float, float, float]


def geopackage_blob(wkb: bytes, srid: int) -> bytes:
    """The blob of a geometry given as little-endian 2D WKB."""
    west, east, south, north = _bounds(wkb)
    if west == _LARGEST_FLOAT:
        return _HEADER.pack(_MAGIC, _LITTLE_ENDIAN | _EMPTY, srid) + wkb
    box = _BOX.pack(west, east, south, north)
    return _HEADER.pack(_MAGIC, _LITTLE_ENDIAN | _BOX_XY, srid) + box + wkb


def wkb_of_blob(blob: bytes | None) -> bytes | None:
    """The WKB of a blob, None for what is not one."""
    if blob is None or blob[:2] != _MAGIC[:2]:
        return None
    kind = blob[3] >> 1 & 0x07
    return blob[_HEADER.size + _BOX_SIZES[kind] :] if kind < len(_BOX_SIZES) else None


def add_spatial_functions(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the triggers of a spatial index call."""
    for name, position in (("ST_MinX", 0), ("ST_MaxX", 1), ("ST_MinY", 2), ("ST_MaxY", 3)):
        connection.create_function(name, 1, _BoundFunction(position), deterministic=True)
    connection.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)


class _BoundFunction:
    """One side of the box of a blob, as SQL asks for it."""

    def __init__(self, position: int) -> None:
        self._position = position
        self._side = struct.Struct("<d")
        self._offset = _HEADER.size + 8 * position

    def __call__(self, blob: bytes | None) -> float | None:
        if blob is not None and blob[3] & 0x0F == _LITTLE_ENDIAN | _BOX_XY:
            side: float = self._side.unpack_from(blob, self._offset)[0]
            return side
        wkb = wkb_of_blob(blob)
        return None if wkb is None else _bounds(wkb)[self._position]


def _is_empty(blob: bytes | None) -> int:
    if blob is not None and blob[3] & 0x0F == _LITTLE_ENDIAN | _BOX_XY:
        return blob[3] & _EMPTY
    wkb = wkb_of_blob(blob)
    return int(wkb is None or _bounds(wkb)[0] == _LARGEST_FLOAT)


def _bounds(wkb: bytes) -> Bounds:
    """West, east, south, north; infinite when the geometry is empty or is none."""
    if len(wkb) == _POINT.size and wkb[1] == _WKB_POINT:
        _, _, x, y = _POINT.unpack(wkb)
        return x, x, y, y
    geometry = ogr.CreateGeometryFromWkb(wkb)
    if geometry is None or geometry.IsEmpty():
        return _LARGEST_FLOAT, _LARGEST_FLOAT, _LARGEST_FLOAT, _LARGEST_FLOAT
    bounds: Bounds = geometry.GetEnvelope()
    return bounds
