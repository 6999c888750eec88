"""One pass over the geometries of a layer: what cannot be read, what is not valid, what is printed twice.

Works chunk by chunk (rounding a whole layer at once reached 1.3 GB), binary all the way.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np

from smica_qgis.core.validation.geometry_column import InvalidGeometry
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.printed_digits import Doubles
from smica_qgis.geodata.geometry.validity import explain_invalid, is_valid
from smica_qgis.geodata.geometry.wkb_chunk import NULL, UNREADABLE, WkbChunk
from smica_qgis.geodata.geometry.wkb_structure import MULTIPOINT, POINT

_DIGEST = 16


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
            chunk = WkbChunk(geometries)
            if round_digits:
                chunk.round()
            self._grow(chunk.coordinates)
            wkbs = chunk.wkbs()
            self._name(chunk, wkbs)
            self._judge(chunk, wkbs)

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

    def _name(self, chunk: WkbChunk, wkbs: Sequence[bytes]) -> None:
        """Add the digests, of the geometries that have a structure."""
        self.digests += [
            blake2b(wkb, digest_size=_DIGEST).digest() if kind > NULL else None
            for wkb, kind in zip(wkbs, chunk.kinds.tolist())
        ]

    def _judge(self, chunk: WkbChunk, wkbs: Sequence[bytes]) -> None:
        first = len(self.kinds)
        chunk.kinds[chunk.refused()] = UNREADABLE
        points = (chunk.kinds == POINT) | (chunk.kinds == MULTIPOINT)
        doubtful = (chunk.kinds > NULL) & (chunk.parts > 0) & ~(points & ~chunk.without_number())
        for row in np.flatnonzero(doubtful).tolist():
            if not is_valid(wkbs[row]):
                self.invalid.append(InvalidGeometry(first + row, *explain_invalid(wkbs[row])))
        self.kinds.frombytes(chunk.kinds.tobytes())
        self.parts.frombytes(chunk.parts.tobytes())
        self.members.frombytes(chunk.members.tobytes())
