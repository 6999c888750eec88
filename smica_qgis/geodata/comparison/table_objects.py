"""The objects of a table as the comparison of two rounds sees them, and which of them overlap."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsSpatialIndex

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.core.workflow.object_comparison import ComparedObject, ComparedTable, compare_objects
from smica_qgis.geodata.planning.content_hash import geometry_digest

LEAST_SHARE = 0.5
"""Share of the larger of two objects that both must have in common to be one object."""
_LINE_TOLERANCE = 1.0
"""Metres within which two lines run together, and two points are one."""
_SEGMENTS = 4


def compare_tables(before: ContentTable, after: ContentTable, identity: str = "") -> list[ComparedObject]:
    """Compare two tables of one name. identity: column that is unique, in lower case, empty for none."""
    return compare_objects(
        _compared(before, identity),
        _compared(after, identity),
        lambda left, right: overlapping(before, after, left, right),
    )


def identity_column(model: DocumentModel, table: str) -> str:
    """First column that the standard wants unique in a table (name in lower case), empty when there is none."""
    for file in model.files:
        if file.table is not None and file.name.lower() == table:
            return next((c.name.lower() for c in file.table.columns if c.unique and not c.type.is_geometry), "")
    return ""


def _compared(table: ContentTable, identity: str) -> ComparedTable:
    shapes = table.geometries or [None] * len(table.rows)
    digests = [None if wkb is None else geometry_digest(wkb) for wkb in shapes]
    return ComparedTable(table.name, table.columns, table.rows, digests, identity)


def overlapping(
    before: ContentTable, after: ContentTable, left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs of rows, of those given, drawn at nearly the same place: best first. Units of the CRS are metres."""
    earlier = _shapes(before, left)
    later = _shapes(after, right)
    if not earlier or not later:
        return []
    index = QgsSpatialIndex()
    for row, shape in later.items():
        feature = QgsFeature(row)
        feature.setGeometry(shape)
        index.addFeature(feature)
    shares: list[tuple[float, int, int]] = []
    for row, shape in earlier.items():
        near = shape.boundingBox().buffered(_LINE_TOLERANCE)
        shares.extend((share_in_common(shape, later[other]), row, other) for other in index.intersects(near))
    return [(then, now) for share, then, now in sorted(shares, key=lambda s: (-s[0], *s[1:])) if share >= LEAST_SHARE]


def share_in_common(one: QgsGeometry, other: QgsGeometry) -> float:
    """How much of the larger of two shapes is common to both, from 0 to 1; of lines and points, within a metre."""
    if one.type() != other.type():
        return 0.0
    if one.type() == Qgis.GeometryType.Polygon:
        largest = max(one.area(), other.area())
        return float(one.intersection(other).area() / largest) if largest > 0 else 0.0
    if one.type() == Qgis.GeometryType.Line:
        return min(_run_along(one, other), _run_along(other, one))
    return 1.0 if one.distance(other) <= _LINE_TOLERANCE else 0.0


def _run_along(line: QgsGeometry, other: QgsGeometry) -> float:
    """Share of a line that another runs along."""
    length = line.length()
    return float(line.intersection(other.buffer(_LINE_TOLERANCE, _SEGMENTS)).length() / length) if length > 0 else 0.0


def _shapes(table: ContentTable, rows: Sequence[int]) -> dict[int, QgsGeometry]:
    shapes = {}
    for row in rows:
        wkb = table.geometries[row] if table.geometries is not None else None
        if wkb is None:
            continue
        shape = QgsGeometry()
        shape.fromWkb(wkb)
        if not shape.isEmpty():
            shapes[row] = shape
    return shapes
