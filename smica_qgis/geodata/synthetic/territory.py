"""An invented territory cut into zones that share every vertex of their boundaries.

Cells are those of a honeycomb whose nodes are moved and whose sides are bent. A side is drawn once and used
by both cells, so that the zones are an exact partition (standard CNIG PLU v2024 rev. 2025-06, p. 42 and 46).
Lengths are metres in Lambert-93 (EPSG:2154), coordinates are whole centimetres.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

ORIGIN = (665_000.0, 6_360_000.0)
"""Middle of the territory: in the Aveyron."""
BENDS = 8
"""Most vertices between the two ends of a side."""
FEWEST_BENDS = 3
AREA = 40e6
"""Square metres of a commune of ordinary size."""
SMALLEST_CELL = 250.0
"""Metres between two cells; a document with more zones covers a larger territory."""
SPREAD = 1.4
"""How much farther than its mean radius the outline goes, at most."""
_SIDE = 1 / np.sqrt(3)
_JITTER = 0.18 * _SIDE
_LEAN = 0.26
"""A side stays within this slope of the straight line between its ends: two sides of a node never cross."""
_SAFETY = 0.85


@dataclass(frozen=True)
class Sides:
    """Sides of the cells: ends (n, 2, 2), vertices between them (n, BENDS, 2), how many of these each has."""

    ends: Floats
    bends: Floats
    counts: Integers
    inner: npt.NDArray[np.bool_]

    def line(self, side: int) -> Floats:
        """The vertices of a side, ends included."""
        return np.vstack((self.ends[side, :1], self.bends[side, : self.counts[side]], self.ends[side, 1:]))


@dataclass(frozen=True)
class Territory:
    """Cells (closed rings), and what is known of each.

    centres: (n, 2); clearance: radius of a disc around the centre that lies in the cell; remoteness: 0 beside
    a village, 1 at the farthest; relief: 0 to 1, varies slowly; commune: index of the commune of the cell.
    """

    rings: list[Floats]
    centres: Floats
    clearance: Floats
    remoteness: Floats
    relief: Floats
    commune: Integers
    villages: Integers
    sides: Sides

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """xmin, ymin, xmax, ymax."""
        everything = np.vstack((self.sides.ends.reshape(-1, 2), np.vstack(self.rings)))
        low, high = everything.min(axis=0), everything.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def make_territory(cells: int, communes: int, generator: np.random.Generator) -> Territory:
    """Return a territory of so many cells and communes, the same for the same state of the generator."""
    honeycomb = _Honeycomb(cells, generator)
    size = max(SMALLEST_CELL, float(np.sqrt(AREA * communes / cells * 2 / np.sqrt(3))))
    nodes = _placed(honeycomb.jittered_nodes(generator), honeycomb.radius, size, generator)
    sides, side_of_cell = _draw_sides(nodes, honeycomb, generator)
    rings = _rings(sides, side_of_cell, honeycomb.forward)
    centres = _centres(sides, side_of_cell, honeycomb.forward)
    clearance = np.array([np.hypot(*(ring - centre).T).min() for ring, centre in zip(rings, centres)], dtype=np.float64)
    villages = _villages(centres, communes)
    distances = np.hypot(*(centres[:, None, :] - centres[villages][None, :, :]).transpose(2, 0, 1))
    nearest = distances.min(axis=1)
    return Territory(
        rings=rings,
        centres=centres,
        clearance=clearance * _SAFETY,
        remoteness=_ranks(nearest * generator.uniform(0.75, 1.25, cells)),
        relief=_relief(centres, generator),
        commune=distances.argmin(axis=1),
        villages=villages,
        sides=sides,
    )


class _Honeycomb:
    """Cells of a honeycomb nearest to the middle of an irregular blob, in units of the distance of two cells.

    Nodes stand on lines; node k of line j has number j * width + k. Sides along a line have the number of
    their left node, sides between two lines that of their lower node plus `nodes`.
    """

    forward = np.array([True, True, True, False, False, False])

    def __init__(self, cells: int, generator: np.random.Generator) -> None:
        self.radius = float(np.sqrt(cells / np.pi))
        half = int(np.ceil(self.radius * SPREAD)) + 2
        self.rows, columns = 2 * half, 2 * half
        self.width = 2 * columns + 2
        self.nodes = self.width * (self.rows + 1)
        row, column = np.divmod(np.arange(self.rows * columns), columns)
        left = 2 * column + row % 2
        x = (left + 1) * 0.5 - columns * 0.5
        y = (row + 0.5 - half) * np.sqrt(3) / 2
        nearest = np.argsort(np.hypot(x, y) / _outline(np.arctan2(y, x), generator), kind="stable")[:cells]
        self._left, self._row = left[nearest], row[nearest]
        self._middle = (columns * 0.5, half * np.sqrt(3) / 2)

    @property
    def sides(self) -> Integers:
        """Numbers of the six sides of each cell, anticlockwise from the lower left one."""
        low = self._row * self.width + self._left
        high = low + self.width
        sides = [low, low + 1, self.nodes + low + 2, high + 1, high, self.nodes + low]
        return np.column_stack(sides).astype(np.int64)

    def ends(self, sides: Integers) -> Integers:
        """Numbers of both end nodes of each side."""
        along = sides < self.nodes
        first = np.where(along, sides, sides - self.nodes)
        return np.column_stack((first, np.where(along, first + 1, first + self.width)))

    def jittered_nodes(self, generator: np.random.Generator) -> Floats:
        """Positions of all nodes around (0, 0), each moved a little from its regular place."""
        line, rank = np.divmod(np.arange(self.nodes), self.width)
        x = rank * 0.5 - self._middle[0]
        rise = np.where((rank + line) % 2 == 0, _SIDE / 4, -_SIDE / 4)
        y = line * np.sqrt(3) / 2 - self._middle[1] + rise
        angle = generator.uniform(0, 2 * np.pi, self.nodes)
        length = _JITTER * np.sqrt(generator.uniform(0, 1, self.nodes))
        return np.column_stack((x + length * np.cos(angle), y + length * np.sin(angle)))


def _outline(angle: Floats, generator: np.random.Generator) -> Floats:
    """Distance of the outline from the middle, 1 on average, in each direction."""
    phases = generator.uniform(0, 2 * np.pi, 3)
    waves = zip((2, 3, 5), (0.16, 0.1, 0.06), phases)
    return np.asarray(1.0 + sum(height * np.sin(rank * angle + phase) for rank, height, phase in waves))


def _placed(nodes: Floats, radius: float, size: float, generator: np.random.Generator) -> Floats:
    """Nodes on the ground, in metres: cells grow outwards; lines are slightly wavy, and turned."""
    distance = np.hypot(nodes[:, 0], nodes[:, 1])
    nodes = nodes * (0.6 + 0.4 * distance / radius)[:, None]
    phases = generator.uniform(0, 2 * np.pi, 2)
    waves = 0.22 * np.sin(2 * np.pi * nodes[:, ::-1] / 6.0 + phases)
    turn = generator.uniform(0, 2 * np.pi)
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return np.asarray(np.round((nodes + waves) @ rotation.T * size + np.array(ORIGIN), 2))


def _draw_sides(nodes: Floats, honeycomb: _Honeycomb, generator: np.random.Generator) -> tuple[Sides, Integers]:
    """Bend the sides of the cells. Also returns, for each cell, the positions of its six sides in them."""
    numbers, position, uses = np.unique(honeycomb.sides, return_inverse=True, return_counts=True)
    ends = nodes[honeycomb.ends(numbers)]
    count = generator.integers(FEWEST_BENDS, BENDS + 1, len(numbers))
    share = np.minimum((np.arange(BENDS) + 1)[None, :] / (count + 1)[:, None], 1.0)
    phases = generator.uniform(0, 2 * np.pi, (3, len(numbers), 1))
    waves = zip((1, 2, 3), (0.5, 0.3, 0.2), phases)
    bend = sum(height * np.sin(2 * np.pi * rank * share + phase) for rank, height, phase in waves)
    along = ends[:, 1] - ends[:, 0]
    across = np.column_stack((-along[:, 1], along[:, 0]))
    lean = _LEAN * np.minimum(share, 1 - share) * bend
    bends = ends[:, :1] + share[..., None] * along[:, None] + lean[..., None] * across[:, None]
    return Sides(ends, np.round(bends, 2), count, uses > 1), position.reshape(-1, 6)


def _rings(sides: Sides, side_of_cell: Integers, forward: npt.NDArray[np.bool_]) -> list[Floats]:
    """Closed rings, anticlockwise: of each side its first node and its bends, in the cell's direction."""
    pieces, kept = [], []
    ranks = np.arange(BENDS)
    for rank, ahead in enumerate(forward):
        side = side_of_cell[:, rank]
        start = sides.ends[side, 0 if ahead else 1][:, None]
        bends = sides.bends[side] if ahead else sides.bends[side][:, ::-1]
        count = sides.counts[side][:, None]
        pieces += [start, bends]
        kept += [np.ones((len(side), 1), bool), ranks < count if ahead else ranks >= BENDS - count]
    vertices, mask = np.concatenate(pieces, axis=1), np.concatenate(kept, axis=1)
    open_rings = np.split(vertices[mask], np.cumsum(mask.sum(axis=1))[:-1])
    return [np.vstack((ring, ring[:1])) for ring in open_rings]


def _centres(sides: Sides, side_of_cell: Integers, forward: npt.NDArray[np.bool_]) -> Floats:
    corners = [sides.ends[side_of_cell[:, rank], 0 if ahead else 1] for rank, ahead in enumerate(forward)]
    return np.asarray(np.round(np.mean(corners, axis=0), 2))


def _villages(centres: Floats, communes: int) -> Integers:
    """Cells of the villages, far from one another: the first in the middle, each next one the farthest."""
    chosen = [int(np.hypot(*(centres - centres.mean(axis=0)).T).argmin())]
    nearest = np.hypot(*(centres - centres[chosen[0]]).T)
    rim = float(nearest.max())
    while len(chosen) < communes:
        # The rim itself makes poor villages: places far from the middle count less.
        worth = nearest * (1.2 - np.hypot(*(centres - centres[chosen[0]]).T) / rim)
        chosen.append(int(worth.argmax()))
        nearest = np.minimum(nearest, np.hypot(*(centres - centres[chosen[-1]]).T))
    return np.array(chosen, dtype=np.int64)


def _relief(centres: Floats, generator: np.random.Generator) -> Floats:
    place = (centres - centres.mean(axis=0)) / 9_000.0
    phases = generator.uniform(0, 2 * np.pi, 4)
    height = np.sin(2 * np.pi * (place[:, 0] + 0.4 * place[:, 1]) + phases[0])
    height += 0.7 * np.sin(2 * np.pi * (1.7 * place[:, 1] - 0.8 * place[:, 0]) + phases[1])
    height += (
        0.4 * np.sin(2 * np.pi * 3.1 * place[:, 0] + phases[2]) * np.sin(2 * np.pi * 2.7 * place[:, 1] + phases[3])
    )
    return _ranks(height)


def _ranks(values: Floats) -> Floats:
    """Place of each value among all, 0 for the least, 1 for the greatest."""
    order = np.empty(len(values))
    order[np.argsort(values, kind="stable")] = np.arange(len(values))
    return order / max(1, len(values) - 1)
