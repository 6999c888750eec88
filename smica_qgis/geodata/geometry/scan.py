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
    POINT,
    POLYGON,
    UnexpectedWkbError,
    WkbStructure,
    wkb_structure,
)

_SHORTEST_RING = 3
_SHORTEST_LINE = 2
_NULL, _UNREADABLE = 0, -1
_VALID_KINDS = (POINT, 4)
_Run = tuple[int, int, int, int]
"""Row in the chunk, byte offset, points, kind: a plain tuple, one per ring."""


@dataclass
class GeometryScan:
    """Facts of every row, in row order. kinds: OGC code, 0 null, -1 unreadable; parts: members of the geometry."""

    kinds: array[int] = field(default_factory=lambda: array("b"))
    parts: array[int] = field(default_factory=lambda: array("i"))
    members: array[int] = field(default_factory=lambda: array("b"))
    digests: list[bytes | None] = field(default_factory=list)
    invalid: list[InvalidGeometry] = field(default_factory=list)
    extent: tuple[float, float, float, float] | None = None

    def add(self, geometries: Sequence[bytes | None], *, round_digits: bool = True) -> None:
        """Take the next rows, as WKB (None for a null). round_digits: False for texts, already printed."""
        first = len(self.kinds)
        chunk = _Chunk(geometries)
        if round_digits:
            chunk.round()
        self._grow(chunk.coordinates)
        with gdal_silent():
            self._judge(first, geometries, chunk)

    def _grow(self, coordinates: Doubles) -> None:
        """Extend the box of the layer: west, south, east, north."""
        pairs = coordinates.reshape(-1, 2)
        pairs = pairs[np.isfinite(pairs).all(axis=1)]
        if not len(pairs):
            return
        west, south = pairs.min(axis=0).tolist()
        east, north = pairs.max(axis=0).tolist()
        w, s, e, n = self.extent or (west, south, east, north)
        self.extent = min(w, west), min(s, south), max(e, east), max(n, north)

    def _judge(self, first: int, geometries: Sequence[bytes | None], chunk: _Chunk) -> None:
        unreadable = chunk.unreadable()
        for index, structure in enumerate(chunk.structures):
            wkb = chunk.wkbs[index]
            if structure is None or wkb is None:
                self._append(_NULL if geometries[index] is None else _UNREADABLE, 0, 0, None)
                continue
            content = bytes(wkb)
            digest = hashlib.blake2b(content, digest_size=16).digest()
            if index in unreadable:
                self._append(_UNREADABLE, structure.parts, structure.member, digest)
                continue
            self._append(structure.kind, structure.parts, structure.member, digest)
            if structure.kind in _VALID_KINDS or not structure.parts:
                continue
            if not is_valid(content):
                reason, x, y = explain_invalid(content)
                self.invalid.append(InvalidGeometry(first + index, reason, x, y))

    def _append(self, kind: int, parts: int, member: int, digest: bytes | None) -> None:
        self.kinds.append(kind)
        self.parts.append(parts)
        self.members.append(member)
        self.digests.append(digest)


class _Chunk:
    """The geometries of one chunk and all their coordinates side by side."""

    def __init__(self, geometries: Sequence[bytes | None]) -> None:
        self.wkbs: list[bytearray | None] = []
        self.structures: list[WkbStructure | None] = []
        self.runs: list[_Run] = []
        for index, wkb in enumerate(geometries):
            self._take(index, wkb)
        views = [self._view(run) for run in self.runs]
        self.coordinates = np.concatenate(views) if views else np.empty(0)
        lengths = np.array([run[2] for run in self.runs], dtype=np.int64)
        self.ends = np.cumsum(lengths)
        self.starts = self.ends - lengths

    def _take(self, index: int, wkb: bytes | None) -> None:
        structure = None
        if wkb is not None:
            try:
                structure = wkb_structure(wkb)
            except UnexpectedWkbError:
                wkb = flat_wkb(wkb)
                structure = wkb_structure(wkb) if wkb is not None else None
        self.wkbs.append(bytearray(wkb) if wkb is not None else None)
        self.structures.append(structure)
        if structure is not None:
            self.runs.extend((index, offset, points, kind) for offset, points, kind in structure.runs)

    def _view(self, run: _Run) -> Doubles:
        index, offset, points, _ = run
        return np.frombuffer(self.wkbs[index] or b"", dtype="<f8", count=2 * points, offset=offset)

    def round(self) -> None:
        """Replace every coordinate by its printed value, in place."""
        self.coordinates = printed(self.coordinates)
        content = self.coordinates.tobytes()
        position = 0
        for index, offset, points, _ in self.runs:
            size = 16 * points
            wkb = self.wkbs[index]
            if wkb is not None:
                wkb[offset : offset + size] = content[position : position + size]
            position += size

    def unreadable(self) -> set[int]:
        """Rows whose text the official reader refuses: open or too short rings, infinite coordinates."""
        if not self.runs:
            return set()
        rows = np.array([run[0] for run in self.runs])
        kinds = np.array([run[3] for run in self.runs])
        counts = self.ends - self.starts
        pairs = self.coordinates.reshape(-1, 2)
        filled = counts > 0
        first = pairs[np.where(filled, self.starts, 0)]
        last = pairs[np.where(filled, self.ends - 1, 0)]
        rings = (kinds == POLYGON) & filled
        bad = rings & ((first != last).any(axis=1) | (counts < _SHORTEST_RING))
        bad |= (kinds == LINESTRING) & filled & (counts < _SHORTEST_LINE)
        infinite = np.isinf(pairs).any(axis=1)
        if infinite.any():
            bad |= np.isin(np.arange(len(bad)), np.searchsorted(self.ends, np.flatnonzero(infinite), side="right"))
        return set(rows[bad].tolist())


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
