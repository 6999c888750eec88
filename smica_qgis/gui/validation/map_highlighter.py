"""Shows findings on the map: all the places of a kind, the fault that one looks at, and the way to it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

from smica_qgis.core.validation.finding import Box, Finding
from smica_qgis.gui.validation.fault_geometry import LONLAT, FaultGeometries
from smica_qgis.gui.validation.map_extent import transformed
from smica_qgis.gui.validation.zoom import ZoomWay

MOST_PLACES = 1000
MOST_VERTICES = 200_000
CONTEXT_METRES = 25.0
CONTEXT_DEGREES = 0.0002
MARGIN = 2.0

KIND_COLOUR = QColor(255, 120, 0, 210)
FAULT_COLOUR = QColor(230, 0, 90, 240)
OBJECT_COLOUR = QColor(0, 120, 215, 220)
HALO = QColor(255, 255, 255, 190)


class MapHighlighter:
    """Owns the rubber bands; `clear` leaves nothing on the map, `remove` leaves nothing in it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._kind = _Bands(canvas, KIND_COLOUR, width=2)
        self._object = _Bands(canvas, OBJECT_COLOUR, width=2, filled=False)
        self._fault = _Bands(canvas, FAULT_COLOUR, width=4)
        self._geometries: FaultGeometries | None = None

    def use(self, geometries: FaultGeometries | None) -> None:
        """Take the geometries of another report."""
        self.clear()
        self._geometries = geometries

    def show_kind(self, findings: Sequence[Finding]) -> int:
        """Highlight the places of a kind, at most MOST_PLACES; says how many findings were looked at."""
        self.clear()
        if self._geometries is None:
            return 0
        looked_at = findings[:MOST_PLACES]
        self._kind.show(_bounded(self._geometries.faults(looked_at)), self._geometries.crs)
        return len(looked_at)

    def show_place(self, finding: Finding) -> None:
        """Highlight and flash the fault, with the outline of its object."""
        self.clear()
        if self._geometries is None:
            return
        faults = self._geometries.faults([finding])
        objects = self._geometries.objects([finding])
        crs = self._geometries.crs
        self._object.show(objects, crs)
        self._fault.show(faults, crs)
        if faults:
            faded = QColor(FAULT_COLOUR)
            faded.setAlpha(0)
            self._canvas.flashGeometries(faults, crs, FAULT_COLOUR, faded)

    def go_to(self, findings: Sequence[Finding], way: ZoomWay) -> bool:
        """Move the map to the findings; False when they have no place."""
        box = self._box(findings, way)
        if box is None:
            return False
        if way is ZoomWay.PAN:
            self._canvas.setCenter(box.center())
        else:
            box.scale(MARGIN)
            self._canvas.setExtent(box)
        self._canvas.refresh()
        return True

    def lonlat_extent(self) -> Box | None:
        """The extent of the map in CRS84, or None when it cannot be said."""
        crs = self._canvas.mapSettings().destinationCrs()
        extent = self._canvas.extent()
        if not crs.isValid() or extent.isEmpty():
            return None
        lonlat = transformed(extent, crs, QgsCoordinateReferenceSystem(LONLAT))
        if lonlat is None:
            return None
        return (lonlat.xMinimum(), lonlat.yMinimum(), lonlat.xMaximum(), lonlat.yMaximum())

    def clear(self) -> None:
        """Show nothing."""
        for bands in (self._kind, self._object, self._fault):
            bands.clear()

    def remove(self) -> None:
        """Take the rubber bands out of the map."""
        self._geometries = None
        for bands in (self._kind, self._object, self._fault):
            bands.remove()

    def _box(self, findings: Sequence[Finding], way: ZoomWay) -> QgsRectangle | None:
        """Where to go, in the CRS of the map, with some context around a point."""
        if self._geometries is None:
            return None
        looked_at = findings[:MOST_PLACES]
        of_objects = way is ZoomWay.OBJECT
        found = self._geometries.objects(looked_at) if of_objects else self._geometries.faults(looked_at)
        if not found:
            return None
        box = found[0].boundingBox()
        for geometry in found[1:]:
            box.combineExtentWith(geometry.boundingBox())
        crs = self._geometries.crs
        box.grow(CONTEXT_DEGREES if crs.isGeographic() else CONTEXT_METRES)
        return transformed(box, crs, self._canvas.mapSettings().destinationCrs())


class _Bands:
    """One rubber band per type of geometry: a mixed set can be shown at once."""

    def __init__(self, canvas: QgsMapCanvas, colour: QColor, *, width: int, filled: bool = True) -> None:
        self._canvas = canvas
        fill = QColor(colour)
        fill.setAlpha(70 if filled else 0)
        self._bands: dict[Qgis.GeometryType, QgsRubberBand] = {}
        for kind in (Qgis.GeometryType.Polygon, Qgis.GeometryType.Line, Qgis.GeometryType.Point):
            band = QgsRubberBand(canvas, kind)
            band.setStrokeColor(colour)
            band.setFillColor(fill)
            band.setSecondaryStrokeColor(HALO)
            band.setWidth(width)
            band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
            band.setIconSize(8 + 3 * width)
            self._bands[kind] = band

    def show(self, geometries: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem) -> None:
        for kind, band in self._bands.items():
            same = [g for g in geometries if g.type() == kind]
            if same:
                band.setToGeometry(same[0] if len(same) == 1 else QgsGeometry.collectGeometry(same), crs)

    def clear(self) -> None:
        for kind, band in self._bands.items():
            band.reset(kind)

    def remove(self) -> None:
        for band in self._bands.values():
            self._canvas.scene().removeItem(band)
        self._bands.clear()


def _bounded(geometries: Sequence[QgsGeometry]) -> list[QgsGeometry]:
    """As many as the map can draw without waiting: beyond MOST_VERTICES, boxes instead of shapes."""
    shown: list[QgsGeometry] = []
    left = MOST_VERTICES
    for geometry in geometries:
        left -= geometry.constGet().nCoordinates()
        shown.append(geometry if left > 0 else QgsGeometry.fromRect(geometry.boundingBox()))
    return shown
