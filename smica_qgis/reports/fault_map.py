"""The small map of the HTML report: CRS84 degrees brought to whole map units, marks gathered by cell."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from smica_qgis.reports.kinds import LEVELS

if TYPE_CHECKING:
    from smica_qgis.core.validation.finding import Box, Finding, Level

WIDTH = 20_000  # map units: half a metre each for a commune 10 km wide
MARK_SIZE = WIDTH // 26  # of a mark, hence of the cells: about 14 pixels on the page
_LOWEST, _TALLEST = 0.6, 1.2  # height of the map for a width of 1
_LEAST_DEGREES = 0.002  # a lone point still gets some ground around it
_KEPT = 0.02  # share of the points, at each end of an axis, that may not stretch the map on their own
_POINT = re.compile(r"POINT\s*\(\s*(-?[\d.eE+-]+)\s+(-?[\d.eE+-]+)")


class Mark(NamedTuple):
    """One sign on the map for all the faults of a cell: where, the gravest level, how many."""

    x: int
    y: int
    level: Level
    faults: int


@dataclass(frozen=True)
class Frame:
    """From degrees (CRS84) to map units: x to the east, y to the south, in proportion at mid-latitude."""

    west: float
    north: float
    per_degree_x: float
    per_degree_y: float
    height: int

    def xy(self, lon: float, lat: float) -> tuple[int, int]:
        """The point in map units."""
        return round((lon - self.west) * self.per_degree_x), round((self.north - lat) * self.per_degree_y)

    def box(self, box: Box) -> tuple[int, int, int, int]:
        """The box in map units: left, top, right, bottom."""
        left, bottom = self.xy(box[0], box[1])
        right, top = self.xy(box[2], box[3])
        return left, top, right, bottom


def frame_of(findings: Iterable[Finding], outlines: Sequence[Sequence[tuple[float, float]]]) -> Frame | None:
    """The frame that holds outlines and faults, or None when nothing has a place on the ground.

    A few points astray (coordinates in another CRS, an object at 0, 0) do not shrink the rest to a dot.
    """
    points = [point for line in outlines for point in line if _on_earth(*point)]
    for finding in findings:
        box = box_of(finding)
        if box:
            points.extend(((box[0], box[1]), (box[2], box[3])))
    if not points:
        return None
    west, east = _range([lon for lon, _ in points])
    south, north = _range([lat for _, lat in points])
    flattening = math.cos(math.radians((south + north) / 2))
    width, height = (east - west) * flattening, north - south
    wide = max(width, height / _TALLEST)
    tall = max(height, width * _LOWEST)
    scale = WIDTH / wide
    return Frame(
        west=west - (wide - width) / flattening / 2,
        north=north + (tall - height) / 2,
        per_degree_x=scale * flattening,
        per_degree_y=scale,
        height=round(tall * scale),
    )


def box_of(finding: Finding) -> Box | None:
    """The box of the object in CRS84, or of the fault itself; None when there is none that makes sense."""
    box = finding.feature_bbox
    if box and _on_earth(box[0], box[1]) and _on_earth(box[2], box[3]):
        return box
    spot = spot_of(finding)
    return (*spot, *spot) if spot else None


def spot_of(finding: Finding) -> tuple[float, float] | None:
    """Longitude and latitude of the fault itself when it is a point, else None."""
    match = _POINT.match(finding.error_geometry or "")
    if not match:
        return None
    try:
        lon, lat = float(match.group(1)), float(match.group(2))
    except ValueError:
        return None
    return (lon, lat) if _on_earth(lon, lat) else None


def outline_path(outlines: Sequence[Sequence[tuple[float, float]]], frame: Frame) -> str:
    """The backdrop as the `d` of an SVG path, in relative steps because they are short."""
    parts: list[str] = []
    for line in outlines:
        corners = [frame.xy(*point) for point in line if _on_earth(*point)]
        steps = [
            f"{x - before_x} {y - before_y}"
            for (before_x, before_y), (x, y) in zip(corners, corners[1:])
            if (x, y) != (before_x, before_y)
        ]
        if steps:
            parts.append(f"M{corners[0][0]} {corners[0][1]}l{' '.join(steps)}")
    return "".join(parts)


def marks_of(findings: Iterable[Finding], frame: Frame) -> list[Mark]:
    """One mark for each cell of the map that holds faults, the gravest drawn last, hence on top."""
    cells: dict[tuple[int, int], Mark] = {}
    for finding in findings:
        box = box_of(finding)
        if box is None:
            continue
        left, top, right, bottom = frame.box((*spot, *spot) if (spot := spot_of(finding)) else box)
        x, y = (left + right) // 2, (top + bottom) // 2
        cell = (x // MARK_SIZE, y // MARK_SIZE)
        known = cells.get(cell)
        if known is None:
            cells[cell] = Mark(x, y, finding.level, 1)
        else:
            worst = min(known.level, finding.level, key=LEVELS.index)
            cells[cell] = Mark(known.x, known.y, worst, known.faults + 1)
    return sorted(cells.values(), key=lambda mark: -LEVELS.index(mark.level))


def _range(values: list[float]) -> tuple[float, float]:
    """Least and greatest value with a margin, the stray ones cut off."""
    values.sort()
    aside = int(len(values) * _KEPT)
    low, high = values[aside], values[-1 - aside]
    reach = max(high - low, _LEAST_DEGREES)
    low, high = max(values[0], low - reach), min(values[-1], high + reach)
    margin = max((high - low) * 0.04, (_LEAST_DEGREES - (high - low)) / 2)
    return low - margin, high + margin


def _on_earth(lon: float, lat: float) -> bool:
    return -180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0  # noqa: PLR2004 - false for NaN too
