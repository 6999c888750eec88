"""Tables of rules on their way to be measured: one shape each, in the system of the land units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsRectangle,
)

from smica_qgis.core.parcel.rules import Rule, Shape

TYPES = {
    Shape.SURFACE: Qgis.GeometryType.Polygon,
    Shape.LINE: Qgis.GeometryType.Line,
    Shape.POINT: Qgis.GeometryType.Point,
}
SHAPES = {kind: shape for shape, kind in TYPES.items()}


@dataclass(frozen=True)
class RuleLayer:
    """Objects of one table. geometries: one an object; rules: indexes into `said`, for many objects say the same."""

    shape: Shape
    name: str
    said: Sequence[Rule]
    rules: Sequence[int]
    identifiers: Sequence[str]
    geometries: Sequence[QgsGeometry]


def rule_layer(shape: Shape, name: str, objects: Iterable[tuple[Rule, str, QgsGeometry]]) -> RuleLayer:
    """A layer from its objects: what each says, its identifier, its geometry."""
    said: dict[Rule, int] = {}
    rules: list[int] = []
    identifiers: list[str] = []
    geometries: list[QgsGeometry] = []
    for rule, identifier, geometry in objects:
        rules.append(said.setdefault(rule, len(said)))
        identifiers.append(identifier)
        geometries.append(geometry)
    return RuleLayer(shape, name, list(said), rules, identifiers, geometries)


def geometry_of_wkb(wkb: bytes | None) -> QgsGeometry:
    """A geometry, null when there is none or it cannot be read."""
    geometry = QgsGeometry()
    if wkb:
        geometry.fromWkb(wkb)
    return geometry


class Reprojection:
    """From the system of a table to the one of the units; does nothing when they are the same or one is unknown."""

    def __init__(self, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> None:
        self._transform = QgsCoordinateTransform(source, target, QgsCoordinateTransformContext())
        self._needed = source.isValid() and target.isValid() and source != target

    def forward(self, geometry: QgsGeometry) -> QgsGeometry:
        """A geometry in the system of the units; null when it cannot be."""
        if not self._needed or geometry.isNull():
            return geometry
        moved = QgsGeometry(geometry)
        try:
            moved.transform(self._transform)
        except QgsCsException:
            return QgsGeometry()
        return moved

    def backward(self, box: QgsRectangle) -> QgsRectangle | None:
        """A box of the units in the system of the table; None when it cannot be: then everything is read."""
        if not self._needed:
            return box
        try:
            moved = self._transform.transformBoundingBox(box, Qgis.TransformDirection.Reverse)
        except QgsCsException:
            return None
        return moved if moved.isFinite() else None

    def bounds(self, box: QgsRectangle) -> tuple[float, float, float, float] | None:
        """`backward`, as the store takes it: west, south, east, north."""
        asked = self.backward(box)
        return None if asked is None else (asked.xMinimum(), asked.yMinimum(), asked.xMaximum(), asked.yMaximum())
