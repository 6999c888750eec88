"""Shapes drawn inside the cells of an invented territory, and their binary form (WKB, 2D, little endian)."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np

from smica_qgis.geodata.synthetic.territory import Floats, Integers, Territory

POINT, LINE, POLYGON, MULTIPOLYGON = 1, 2, 3, 6
FEWEST_VERTICES, MOST_VERTICES = 20, 36


def point_wkb(position: Floats) -> bytes:
    """WKB of a point."""
    return struct.pack("<BIdd", 1, POINT, float(position[0]), float(position[1]))


def line_wkb(vertices: Floats) -> bytes:
    """WKB of a line."""
    return struct.pack("<BII", 1, LINE, len(vertices)) + vertices.tobytes()


def polygon_wkb(rings: Sequence[Floats]) -> bytes:
    """WKB of a polygon: its outline, then its holes; rings are closed."""
    body = b"".join(struct.pack("<I", len(ring)) + np.ascontiguousarray(ring).tobytes() for ring in rings)
    return struct.pack("<BII", 1, POLYGON, len(rings)) + body


def multipolygon_wkb(polygons: Sequence[bytes]) -> bytes:
    """WKB of a multipolygon made of the WKB of its parts."""
    return struct.pack("<BII", 1, MULTIPOLYGON, len(polygons)) + b"".join(polygons)


def rings_of_polygon(wkb: bytes) -> list[Floats]:
    """Rings of a polygon made by `polygon_wkb`, for whoever wants to spoil it."""
    count = struct.unpack_from("<I", wkb, 5)[0]
    rings: list[Floats] = []
    position = 9
    for _ in range(count):
        size = struct.unpack_from("<I", wkb, position)[0]
        ring = np.frombuffer(wkb, dtype="<f8", count=2 * size, offset=position + 4).reshape(-1, 2)
        rings.append(ring.copy())
        position += 4 + 16 * size
    return rings


def blobs(centres: Floats, radii: Floats, generator: np.random.Generator) -> list[Floats]:
    """Closed round shapes, each within a disc: centres (n, 2), radii (n) in metres."""
    count = generator.integers(FEWEST_VERTICES, MOST_VERTICES + 1, len(centres))
    phases = generator.uniform(0, 2 * np.pi, (len(centres), 2))
    shapes = []
    for centre, radius, vertices, phase in zip(centres, radii, count, phases):
        angle = np.arange(vertices) * (2 * np.pi / vertices)
        length = radius * (0.8 + 0.14 * np.sin(2 * angle + phase[0]) + 0.06 * np.sin(5 * angle + phase[1]))
        ring = np.column_stack((centre[0] + length * np.cos(angle), centre[1] + length * np.sin(angle)))
        ring = np.round(ring, 2)
        shapes.append(np.vstack((ring, ring[:1])))
    return shapes


def islands(territory: Territory, hosts: Integers, generator: np.random.Generator) -> list[Floats]:
    """One ring inside each of these cells, clear of its boundary."""
    radii = territory.clearance[hosts] * generator.uniform(0.4, 0.7, len(hosts))
    return blobs(territory.centres[hosts], radii, generator)


def surfaces(territory: Territory, cells: Integers, generator: np.random.Generator) -> list[bytes]:
    """WKB of a surface somewhere inside each of these cells."""
    radii = territory.clearance[cells] * generator.uniform(0.25, 0.5, len(cells))
    centres = _scattered(territory, cells, territory.clearance[cells] - radii, generator)
    return [polygon_wkb([ring]) for ring in blobs(centres, radii, generator)]


def points(territory: Territory, cells: Integers, generator: np.random.Generator) -> list[bytes]:
    """WKB of a point somewhere inside each of these cells."""
    places = _scattered(territory, cells, territory.clearance[cells], generator)
    return [point_wkb(place) for place in places]


def lines(territory: Territory, count: int, generator: np.random.Generator) -> list[bytes]:
    """WKB of lines along boundaries between two cells, each boundary at most once."""
    inner = np.flatnonzero(territory.sides.inner)
    chosen = generator.choice(inner, min(count, len(inner)), replace=False)
    return [line_wkb(territory.sides.line(int(side))) for side in chosen]


def _scattered(territory: Territory, cells: Integers, farthest: Floats, generator: np.random.Generator) -> Floats:
    """Places around the centres of cells, at most so far from them."""
    angle = generator.uniform(0, 2 * np.pi, len(cells))
    distance = farthest * np.sqrt(generator.uniform(0, 1, len(cells)))
    offset = np.column_stack((distance * np.cos(angle), distance * np.sin(angle)))
    return np.asarray(np.round(territory.centres[cells] + offset, 2))
