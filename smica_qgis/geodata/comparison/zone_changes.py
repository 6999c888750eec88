"""What the ground became from one version of a zoning to the next: area by TYPEZONE, from and to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex

from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.core.workflow.object_comparison import ComparedObject, ObjectFate

NOWHERE = ""
"""The type of the ground that no zone covers."""
_LEAST_AREA = 0.5
"""Square metres under which a patch is the noise of two drawings of one border."""


@dataclass(frozen=True)
class ZonePatch:
    """Ground that changed. before, after: TYPEZONE, NOWHERE where no zone is; area: m²; geometry: WKB."""

    before: str
    after: str
    area: float
    geometry: bytes


@dataclass
class ZoneChanges:
    """areas: (TYPEZONE before, after) → m², also of the ground that kept its type; patches: of what did not."""

    areas: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    patches: list[ZonePatch] = field(default_factory=list)


def zone_changes(
    before: ContentTable, after: ContentTable, compared: Sequence[ComparedObject], progress: Progress
) -> ZoneChanges:
    """Areas by type from one zoning to the next, in the square units of its CRS (m²). Raises CancelledError.

    compared: of the two tables. Zones drawn alike in both are not intersected with anything: only the others are.
    """
    changes = ZoneChanges()
    types = (before.column("typezone"), after.column("typezone"))
    alike = [one for one in compared if one.fate in (ObjectFate.SAME, ObjectFate.CHANGED)]
    for one in alike:
        shape = _shape(after, one.after)
        if shape is not None and one.before is not None and one.after is not None:
            _add(changes, types[0][one.before], types[1][one.after], shape)
    before_all, after_all = dict(_all(before)), dict(_all(after))
    earlier = _Zones(before_all, {one.before for one in alike})
    later = _Zones(after_all, {one.after for one in alike})
    progress.phase("Comparaison du zonage", len(earlier.changed))
    for done, (row, shape) in enumerate(earlier.changed.items(), 1):
        stop_if_cancelled(progress)
        for other, met in later.meeting(shape):
            if other in later.changed:
                _add(changes, types[0][row], types[1][other], shape.intersection(met))
        _add(changes, types[0][row], NOWHERE, _without(shape, later))
        progress.advance(done)
    for row, shape in later.changed.items():
        _add(changes, NOWHERE, types[1][row], _without(shape, earlier))
    return changes


class _Zones:
    """The zones of one version. changed: those that are not drawn alike in the other one."""

    def __init__(self, shapes: dict[int, QgsGeometry], alike: set[int | None]) -> None:
        self._shapes = shapes
        self.changed = {row: shape for row, shape in shapes.items() if row not in alike}
        self._index = QgsSpatialIndex()
        for row, shape in shapes.items():
            feature = QgsFeature(row)
            feature.setGeometry(shape)
            self._index.addFeature(feature)

    def meeting(self, shape: QgsGeometry) -> list[tuple[int, QgsGeometry]]:
        """Zones whose box meets that of a shape."""
        return [(row, self._shapes[row]) for row in self._index.intersects(shape.boundingBox())]


def _without(shape: QgsGeometry, zones: _Zones) -> QgsGeometry:
    others = [other for _, other in zones.meeting(shape)]
    return shape.difference(QgsGeometry.unaryUnion(others)) if others else shape


def _add(changes: ZoneChanges, before: str | None, after: str | None, shape: QgsGeometry) -> None:
    area = float(shape.area())
    if area < _LEAST_AREA:
        return
    pair = (before or NOWHERE, after or NOWHERE)
    changes.areas[pair] += area
    if pair[0] != pair[1]:
        changes.patches.append(ZonePatch(*pair, area, bytes(shape.asWkb())))


def _all(table: ContentTable) -> Iterator[tuple[int, QgsGeometry]]:
    for row in range(len(table.rows)):
        shape = _shape(table, row)
        if shape is not None:
            yield row, shape


def _shape(table: ContentTable, row: int | None) -> QgsGeometry | None:
    wkb = table.geometries[row] if table.geometries is not None and row is not None else None
    if wkb is None:
        return None
    shape = QgsGeometry()
    shape.fromWkb(wkb)
    return None if shape.isEmpty() else shape
