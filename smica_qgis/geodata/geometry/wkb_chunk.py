"""The geometries of some rows side by side: what each is, and the coordinates of all in one array.

A polygon of one ring, a line and a point, alone or as the only member of a multiple geometry, are recognised together
by their first bytes; the others are read one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from smica_qgis.geodata.geometry.flat_wkb import structured_wkb
from smica_qgis.geodata.geometry.printed_digits import Doubles, printed
from smica_qgis.geodata.geometry.wkb_structure import (
    LINESTRING,
    MULTILINESTRING,
    MULTIPOINT,
    MULTIPOLYGON,
    PAIR,
    POINT,
    POLYGON,
    WkbStructure,
)

NULL, UNREADABLE = 0, -1
_SHORTEST_RING = 3
_SHORTEST_LINE = 2
_ONE = b"\x01\x00\x00\x00"
_COUNT = len(_ONE)

Integers = NDArray[Any]
Flags = NDArray[np.bool_]


def _header(kind: int) -> bytes:
    return bytes((1, kind, 0, 0, 0))


_COMMON = {
    _header(POLYGON) + _ONE: (POLYGON, POLYGON),
    _header(MULTIPOLYGON) + _ONE + _header(POLYGON) + _ONE: (MULTIPOLYGON, POLYGON),
    _header(LINESTRING): (LINESTRING, LINESTRING),
    _header(MULTILINESTRING) + _ONE + _header(LINESTRING): (MULTILINESTRING, LINESTRING),
}
"""First bytes of the commonest geometries, before their number of points → their kind, the kind of their member."""
_COMMON_POINTS = {_header(POINT): POINT, _header(MULTIPOINT) + _ONE + _header(POINT): MULTIPOINT}
_LONGEST_HEAD = max(map(len, (*_COMMON, *_COMMON_POINTS))) + PAIR


class _Runs(NamedTuple):
    """Runs of coordinates. rows; offsets: first byte in the geometry; counts: points; kinds: POLYGON for a ring."""

    rows: Integers
    offsets: Integers
    counts: Integers
    kinds: Integers


class WkbChunk:
    """Some rows. kinds: OGC code, 0 null, -1 unreadable; parts: number of members; members: their kind.

    coordinates: eastings and northings in turn, run after run. Geometries are kept in their 2D form.
    """

    def __init__(self, geometries: Sequence[bytes | None]) -> None:
        self.kinds = np.zeros(len(geometries), dtype=np.int8)
        self.parts = np.zeros(len(geometries), dtype=np.int32)
        self.members = np.zeros(len(geometries), dtype=np.int8)
        self._wkbs = list(geometries)
        self._place()
        self._runs = self._common()
        others = [row for row in np.flatnonzero(self.kinds == NULL).tolist() if self._wkbs[row] is not None]
        if others:
            self._runs = _in_order(self._runs, self._others(others))
        rows, offsets, counts, _ = self._runs
        self._begins = self._starts[rows] + offsets
        self._ends = np.cumsum(counts)
        pieces = _slices(self._content, self._begins, self._begins + counts * PAIR)
        self.coordinates: Doubles = np.frombuffer(b"".join(pieces), dtype="<f8")

    def _place(self) -> None:
        """Put the geometries one behind the other."""
        wkbs = [wkb or b"" for wkb in self._wkbs]
        self._content = b"".join(wkbs)
        sizes = np.fromiter(map(len, wkbs), dtype=np.int64, count=len(wkbs))
        self._stops = np.cumsum(sizes)
        self._starts = self._stops - sizes

    def _common(self) -> _Runs:
        """Recognise what is common; the other rows stay null."""
        octets = np.frombuffer(self._content + bytes(_LONGEST_HEAD), dtype=np.uint8)
        heads = octets[self._starts[:, None] + np.arange(_LONGEST_HEAD)]
        sizes = self._stops - self._starts
        offsets = np.zeros(len(heads), dtype=np.int64)
        present = set(heads[:, 1].tolist())
        for prefix, (kind, member) in _COMMON.items():
            if kind not in present:
                continue
            offset = len(prefix) + _COUNT
            points = _numbers(heads[:, len(prefix) : offset], "<u4")
            alike = _begin_with(heads, prefix) & (points > 0) & (sizes == offset + points.astype(np.int64) * PAIR)
            self._are(alike, kind, member, offsets, offset)
        for prefix, kind in _COMMON_POINTS.items():
            if kind not in present:
                continue
            offset = len(prefix)
            place = _numbers(heads[:, offset : offset + PAIR], "<f8").reshape(-1, 2)
            alike = _begin_with(heads, prefix) & (sizes == offset + PAIR) & ~np.isnan(place).all(axis=1)
            self._are(alike, kind, POINT, offsets, offset)
        rows = np.flatnonzero(self.kinds)
        return _Runs(rows, offsets[rows], (sizes[rows] - offsets[rows]) // PAIR, self.members[rows])

    def _are(self, alike: Flags, kind: int, member: int, offsets: Integers, offset: int) -> None:
        self.kinds[alike], self.parts[alike], self.members[alike], offsets[alike] = kind, 1, member, offset

    def _others(self, rows: Sequence[int]) -> _Runs:
        """Read the structure of these rows, in their 2D form."""
        runs: list[tuple[int, int, int, int]] = []
        moved = False
        for row in rows:
            given = self._wkbs[row]
            self._wkbs[row], structure = structured_wkb(given)
            moved |= self._wkbs[row] is not given
            if structure is not None:
                self._is(row, structure)
                runs.extend((row, *run) for run in structure.runs)
            elif self._wkbs[row] is not None:
                self.kinds[row] = UNREADABLE
        if moved:
            self._place()
        return _Runs(*np.array(runs, dtype=np.int64).reshape(-1, 4).T)

    def _is(self, row: int, structure: WkbStructure) -> None:
        self.kinds[row], self.parts[row], self.members[row] = structure.kind, structure.parts, structure.member

    def round(self) -> None:
        """Replace every coordinate by its printed value."""
        rounded = printed(self.coordinates)
        if rounded is self.coordinates:
            return
        self.coordinates = rounded
        ends = self._ends * PAIR
        pieces = [b""] * (2 * len(ends) + 1)
        gaps = np.append(0, self._begins + self._runs.counts * PAIR), np.append(self._begins, len(self._content))
        pieces[0::2] = _slices(self._content, *gaps)
        pieces[1::2] = _slices(rounded.tobytes(), ends - self._runs.counts * PAIR, ends)
        self._content = b"".join(pieces)

    def wkbs(self) -> list[bytes]:
        """The geometry of every row; no byte at all for a null."""
        return _slices(self._content, self._starts, self._stops)

    def refused(self) -> Flags:
        """Rows whose text the official reader refuses: open or too short rings, infinite coordinates."""
        rows, _, counts, kinds = self._runs
        out = np.zeros(len(self.kinds), dtype=np.bool_)
        if not len(self.coordinates):
            return out
        pairs = self.coordinates.reshape(-1, 2)
        filled = counts > 0
        first = pairs[np.where(filled, self._ends - counts, 0)]
        last = pairs[np.where(filled, self._ends - 1, 0)]
        bad = (kinds == POLYGON) & filled & ((first != last).any(axis=1) | (counts < _SHORTEST_RING))
        bad |= (kinds == LINESTRING) & filled & (counts < _SHORTEST_LINE)
        out[rows[bad]] = True
        if not np.isfinite(self.coordinates.sum()):
            out[self._rows_of(np.isinf(pairs).any(axis=1))] = True
        return out

    def without_number(self) -> Flags:
        """Rows with a coordinate that is not a number."""
        out = np.zeros(len(self.kinds), dtype=np.bool_)
        if np.isnan(self.coordinates.sum()):
            out[self._rows_of(np.isnan(self.coordinates.reshape(-1, 2)).any(axis=1))] = True
        return out

    def _rows_of(self, points: Flags) -> Integers:
        """The rows of these points."""
        return np.asarray(self._runs.rows[np.searchsorted(self._ends, np.flatnonzero(points), side="right")])


def _begin_with(heads: NDArray[np.uint8], prefix: bytes) -> Flags:
    return np.asarray((heads[:, : len(prefix)] == np.frombuffer(prefix, dtype=np.uint8)).all(axis=1))


def _numbers(octets: NDArray[np.uint8], kind: str) -> NDArray[Any]:
    return np.frombuffer(octets.tobytes(), dtype=kind)


def _slices(content: bytes, begins: Integers, ends: Integers) -> list[bytes]:
    return [content[begin:end] for begin, end in zip(begins.tolist(), ends.tolist())]


def _in_order(some: _Runs, others: _Runs) -> _Runs:
    """All runs, row by row."""
    order = np.argsort(np.concatenate((some.rows, others.rows)), kind="stable")
    return _Runs(*(np.concatenate(both)[order] for both in zip(some, others)))
