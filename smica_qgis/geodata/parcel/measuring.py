"""How much of each rule is on each land unit, for one unit or for ten thousand.

Three things make it quick, measured on a commune of 6 394 parcels and a plan of 5 725 objects: a geometry is made
valid once, before any comparison (36 s when it is done for each pair); large surfaces are cut once into small
pieces; a prepared piece says at once which units are wholly in it, and those are the most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from qgis.core import Qgis, QgsGeometry, QgsRectangle, QgsSpatialIndex

from smica_qgis.core.parcel.rules import MeasuredRule, Shape
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.geodata.parcel.rule_layer import TYPES, RuleLayer

NEAR_METRES = 1.0
"""A line or a point so close to a unit is told as beside it: alignments are drawn on the edge of parcels."""
MOST_VERTICES = 128
_LOOK_EVERY = 50


@dataclass
class Measures:
    """What was found. by_unit: one list a unit; repaired: identifiers of invalid objects by layer."""

    by_unit: list[list[MeasuredRule]]
    repaired: dict[str, list[str]] = field(default_factory=dict)


class UnitShapes:
    """The land units, indexed. geometries: surfaces, valid (see `valid_surface`), in a system in metres."""

    def __init__(self, geometries: Sequence[QgsGeometry]) -> None:
        self.geometries = geometries
        self.areas = [geometry.area() for geometry in geometries]
        self._index = QgsSpatialIndex()
        self.box = QgsRectangle()
        for place, geometry in enumerate(geometries):
            bounds = geometry.boundingBox()
            self._index.addFeature(place, bounds)
            self.box.combineExtentWith(bounds)

    def meeting(self, box: QgsRectangle) -> list[int]:
        """Units whose box meets another."""
        return sorted(self._index.intersects(box)) if box.intersects(self.box) else []


def measure(units: UnitShapes, layers: Sequence[RuleLayer], progress: Progress | None = None) -> Measures:
    """Measure every rule on every unit: m² of surfaces, m of lines, number of points. Raises CancelledError."""
    progress = progress or SilentProgress()
    measures = Measures([[] for _ in units.geometries])
    progress.phase("Croisement avec les règles", sum(len(layer.geometries) for layer in layers))
    done = 0
    for layer in layers:
        found = _LayerMeasure(units, layer)
        for place in range(len(layer.geometries)):
            if place % _LOOK_EVERY == 0:
                stop_if_cancelled(progress)
                progress.advance(done + place)
            found.add(place)
        done += len(layer.geometries)
        for unit, rule in found.results():
            measures.by_unit[unit].append(rule)
        if found.repaired:
            measures.repaired.setdefault(layer.name, []).extend(found.repaired)
    progress.advance(done)
    return measures


def valid_surface(geometry: QgsGeometry) -> tuple[QgsGeometry, bool]:
    """A surface that can be measured, and whether it had to be made valid."""
    return _valid(geometry, Qgis.GeometryType.Polygon)


def _valid(geometry: QgsGeometry, kind: Qgis.GeometryType) -> tuple[QgsGeometry, bool]:
    if geometry.isNull() or geometry.isEmpty():
        return QgsGeometry(), False
    if kind == Qgis.GeometryType.Point or geometry.isGeosValid():
        return geometry, False
    made = geometry.makeValid()
    parts = [part for part in made.asGeometryCollection() if part.type() == kind]
    return (QgsGeometry.unaryUnion(parts) if parts else QgsGeometry()), True


class _LayerMeasure:
    """One layer against the units. _pieces: (unit, rule) → object → parts of it on the unit."""

    def __init__(self, units: UnitShapes, layer: RuleLayer) -> None:
        self._units = units
        self._layer = layer
        self._kind = TYPES[layer.shape]
        self._margin = 0.0 if layer.shape is Shape.SURFACE else NEAR_METRES
        self._pieces: dict[tuple[int, int], dict[int, list[QgsGeometry]]] = {}
        self._near: dict[tuple[int, int], dict[int, None]] = {}
        self.repaired: list[str] = []

    def add(self, place: int) -> None:
        """Compare one object with the units."""
        geometry = self._layer.geometries[place]
        if geometry.isNull() or not self._units.meeting(geometry.boundingBox().buffered(self._margin)):
            return
        whole, repaired = _valid(geometry, self._kind)
        if repaired:
            self.repaired.append(self._layer.identifiers[place])
        for piece in _small_pieces(whole, self._layer.shape):
            self._add_piece(place, piece)

    def _add_piece(self, place: int, piece: QgsGeometry) -> None:
        candidates = self._units.meeting(piece.boundingBox().buffered(self._margin))
        if not candidates:
            return
        engine = QgsGeometry.createGeometryEngine(piece.constGet())
        engine.prepareGeometry()
        for unit in candidates:
            geometry = self._units.geometries[unit]
            key = (unit, self._layer.rules[place])
            if self._layer.shape is Shape.SURFACE and engine.contains(geometry.constGet()):
                common = geometry
            elif engine.intersects(geometry.constGet()):
                common = piece.intersection(geometry)
            else:
                if self._margin and engine.distance(geometry.constGet()) <= self._margin:
                    self._near.setdefault(key, {})[place] = None
                continue
            if _value(common, self._layer.shape) > 0:
                self._pieces.setdefault(key, {}).setdefault(place, []).append(common)
            elif self._margin or common.isNull():  # an overlay that GEOS could not do is still to be looked at
                self._near.setdefault(key, {})[place] = None

    def results(self) -> Iterator[tuple[int, MeasuredRule]]:
        """What each unit has of each rule."""
        for (unit, rule), objects in self._pieces.items():
            value = self._value_of(objects)
            yield unit, MeasuredRule(self._layer.said[rule], value, self._names(objects))
        for key, places in self._near.items():
            beside = [place for place in places if place not in self._pieces.get(key, {})]
            if beside:
                yield key[0], MeasuredRule(self._layer.said[key[1]], 0.0, self._names(beside), near=True)

    def _value_of(self, objects: dict[int, list[QgsGeometry]]) -> float:
        """Objects that say the same may lie over one another: what both cover counts once, except points."""
        pieces = [piece for parts in objects.values() for piece in parts]
        if len(objects) > 1 and self._layer.shape is not Shape.POINT:
            return _value(QgsGeometry.unaryUnion(pieces), self._layer.shape)
        return sum(_value(piece, self._layer.shape) for piece in pieces)

    def _names(self, places: Sequence[int] | dict[int, list[QgsGeometry]]) -> tuple[str, ...]:
        return tuple(self._layer.identifiers[place] for place in sorted(places))


def _small_pieces(geometry: QgsGeometry, shape: Shape) -> list[QgsGeometry]:
    """A large surface as small ones that share no ground; anything else as it is."""
    if geometry.isNull():
        return []
    if shape is not Shape.SURFACE or geometry.constGet().nCoordinates() <= MOST_VERTICES:
        return [geometry]
    return list(geometry.subdivide(MOST_VERTICES).asGeometryCollection())


def _value(geometry: QgsGeometry, shape: Shape) -> float:
    """What is measured; of a mixed collection, only what has that dimension counts."""
    if geometry.isNull() or geometry.isEmpty():
        return 0.0
    if shape is Shape.POINT:
        return float(geometry.constGet().nCoordinates())
    return float(geometry.area() if shape is Shape.SURFACE else geometry.length())
