"""One pass over the geometries of a layer: what cannot be read, what is not valid, what is printed twice.

Works chunk by chunk (rounding a whole layer at once reached 1.3 GB), binary all the way.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from osgeo import ogr

from smica_qgis.core.validation.geometry_column import InvalidGeometry
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.printed_digits import Doubles, printed
from smica_qgis.geodata.geometry.validity import explain_invalid, is_valid
from smica_qgis.geodata.geometry.wkb_structure import (
    LINESTRING,
    MULTIPOINT,
    PAIR,
    POINT,
    POLYGON,
    UnexpectedWkbError,
    WkbStructure,
    wkb_structure,
)

_SHORTEST_RING = 3
_SHORTEST_LINE = 2
_NULL, _UNREADABLE = 0, -1
_ALWAYS_VALID = (POINT, MULTIPOINT)
_NOTHING = WkbStructure(_NULL, 0, 0, ())


@dataclass
class GeometryScan:
    """Facts of every row, in row order. kinds: OGC code, 0 null, -1 unreadable; parts: members of the geometry.

    members: kind of the parts; digests: short names of the printed forms; extent: west, south, east, north.
    """

    kinds: array[int] = field(default_factory=lambda: array("b"))
    parts: array[int] = field(default_factory=lambda: array("i"))
    members: array[int] = field(default_factory=lambda: array("b"))
    digests: list[bytes | None] = field(default_factory=list)
    invalid: list[InvalidGeometry] = field(default_factory=list)
    extent: tuple[float, float, float, float] | None = None

    def add(self, geometries: Sequence[bytes | None], *, round_digits: bool = True) -> None:
        """Take the next rows, as WKB (None for a null). round_digits: False for texts, already printed."""
        with gdal_silent():
            chunk = _Chunk(geometries)
            if round_digits:
                chunk.round()
            self._grow(chunk.coordinates)
            self._judge(chunk)

    def _grow(self, coordinates: Doubles) -> None:
        """Extend the box of the layer."""
        x, y = coordinates[0::2], coordinates[1::2]
        if not np.isfinite(coordinates.sum()):
            finite = np.isfinite(x) & np.isfinite(y)
            x, y = x[finite], y[finite]
        if not len(x):
            return
        west, south, east, north = (float(v) for v in (x.min(), y.min(), x.max(), y.max()))
        w, s, e, n = self.extent or (west, south, east, north)
        self.extent = min(w, west), min(s, south), max(e, east), max(n, north)

    def _judge(self, chunk: _Chunk) -> None:
        first = len(self.kinds)
        unreadable, without_number = chunk.unreadable(), chunk.without_number()
        blake2b, append_digest = hashlib.blake2b, self.digests.append
        for wkb, shape in zip(chunk.wkbs, chunk.structures):
            append_digest(None if wkb is None or shape is None else blake2b(wkb, digest_size=16).digest())
        found = [structure or _NOTHING for structure in chunk.structures]
        self.parts.extend([structure.parts for structure in found])
        self.members.extend([structure.member for structure in found])
        self.kinds.extend([structure.kind for structure in found])
        for index, (wkb, structure) in enumerate(zip(chunk.wkbs, found)):
            if index in unreadable or (structure is _NOTHING and wkb is not None):
                self.kinds[first + index] = _UNREADABLE
                continue
            valid_by_nature = structure.kind in _ALWAYS_VALID and index not in without_number
            if wkb is not None and structure.parts and not valid_by_nature and not is_valid(wkb):
                self.invalid.append(InvalidGeometry(first + index, *explain_invalid(wkb)))


class _Chunk:
    """The geometries of one chunk and all their coordinates side by side.

    rows, counts, kinds: row, number of points and kind of each run of coordinates, in reading order.
    """

    def __init__(self, geometries: Sequence[bytes | None]) -> None:
        self.wkbs: list[bytes | None] = []
        self.structures: list[WkbStructure | None] = []
        pieces: list[bytes] = []
        runs: list[tuple[int, int, int]] = []
        for index, given in enumerate(geometries):
            wkb, structure = _structured(given)
            self.wkbs.append(wkb)
            self.structures.append(structure)
            if wkb is None or structure is None:
                continue
            for offset, points, kind in structure.runs:
                pieces.append(wkb[offset : offset + points * PAIR])
                runs.append((index, points, kind))
        self.coordinates: Doubles = np.frombuffer(b"".join(pieces), dtype="<f8")
        table = np.array(runs, dtype=np.int64).reshape(-1, 3)
        self.rows, self.counts, self.kinds = table[:, 0], table[:, 1], table[:, 2]
        self.ends = np.cumsum(self.counts)

    def round(self) -> None:
        """Replace every coordinate by its printed value."""
        self.coordinates = printed(self.coordinates)
        content = self.coordinates.tobytes()
        position = 0
        for index, structure in enumerate(self.structures):
            wkb = self.wkbs[index]
            if structure is None or wkb is None:
                continue
            kept: list[bytes] = []
            start = 0
            for offset, points, _ in structure.runs:
                size = points * PAIR
                kept += (wkb[start:offset], content[position : position + size])
                start, position = offset + size, position + size
            self.wkbs[index] = b"".join((*kept, wkb[start:]))

    def unreadable(self) -> set[int]:
        """Rows whose text the official reader refuses: open or too short rings, infinite coordinates."""
        if not len(self.rows):
            return set()
        pairs = self.coordinates.reshape(-1, 2)
        filled = self.counts > 0
        first = pairs[np.where(filled, self.ends - self.counts, 0)]
        last = pairs[np.where(filled, self.ends - 1, 0)]
        rings = (self.kinds == POLYGON) & filled
        bad = rings & ((first != last).any(axis=1) | (self.counts < _SHORTEST_RING))
        bad |= (self.kinds == LINESTRING) & filled & (self.counts < _SHORTEST_LINE)
        if not np.isfinite(self.coordinates.sum()):
            infinite = np.flatnonzero(np.isinf(pairs).any(axis=1))
            bad[np.searchsorted(self.ends, infinite, side="right")] = True
        return {int(row) for row in self.rows[bad]}

    def without_number(self) -> set[int]:
        """Rows with a coordinate that is not a number: even points are not valid then."""
        if not np.isnan(self.coordinates.sum()):
            return set()
        missing = np.flatnonzero(np.isnan(self.coordinates.reshape(-1, 2)).any(axis=1))
        return {int(row) for row in self.rows[np.searchsorted(self.ends, missing, side="right")]}


def _structured(wkb: bytes | None) -> tuple[bytes | None, WkbStructure | None]:
    """A geometry in its 2D form with its structure.

    What OGR cannot read is a null, as for ogr2ogr: (None, None). An empty text stands for a WKT that is none, and a TIN
    or a triangle is unknown to the official reader: they have no structure.
    """
    if not wkb:
        return wkb, None
    try:
        return wkb, wkb_structure(wkb)
    except UnexpectedWkbError:
        flat = flat_wkb(wkb)
    try:
        return flat, wkb_structure(flat) if flat is not None else None
    except UnexpectedWkbError:
        return flat, None


def flat_wkb(wkb: bytes) -> bytes | None:
    """The 2D, little-endian form of a geometry with Z, M or curves (linearised), or None when unreadable."""
    try:
        geometry = ogr.CreateGeometryFromWkb(wkb)
    except RuntimeError:
        return None
    if geometry is None:
        return None
    if geometry.HasCurveGeometry(True):
        geometry = geometry.GetLinearGeometry()
    geometry.FlattenTo2D()
    return bytes(geometry.ExportToWkb(ogr.wkbNDR))
