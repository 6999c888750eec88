"""The land unit on the map: its outline, a flash, and the click that adds a parcel to it."""

from __future__ import annotations

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from smica_qgis.gui.map_click import MapClick
from smica_qgis.gui.validation.map_extent import transformed

COLOUR = QColor(194, 24, 91, 230)
_CONTEXT = 1.6
_LEAST_METRES = 40.0
_POINT_METRES = 150.0
_SMALLEST_SHARE = 12
"""A unit narrower than one twelfth of the map is not yet seen: the map goes nearer."""


class UnitOnMap(QObject):
    """clicked: a point of the map, in its system; click_ended: another tool of the map was taken."""

    clicked = pyqtSignal(float, float, str)
    click_ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._band = QgsRubberBand(canvas, Qgis.GeometryType.Polygon)
        fill = QColor(COLOUR)
        fill.setAlpha(40)
        self._band.setStrokeColor(COLOUR)
        self._band.setFillColor(fill)
        self._band.setWidth(3)
        self._click = MapClick(canvas, self)
        self._click.clicked.connect(self.clicked)
        self._click.ended.connect(self.click_ended)

    def show_unit(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem, *, zoom: bool) -> None:
        """Outline and flash a unit. zoom: also go there, when it is not wholly in view."""
        self._band.setToGeometry(geometry, crs)
        if zoom:
            box = QgsRectangle(geometry.boundingBox())
            self.zoom_to(box, crs, only_if_outside=True)
        faded = QColor(COLOUR)
        faded.setAlpha(0)
        self._canvas.flashGeometries([geometry], crs, COLOUR, faded)

    def zoom_to(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem, *, only_if_outside: bool = False) -> None:
        """Show a box with its surroundings."""
        seen = transformed(box, crs, self._canvas.mapSettings().destinationCrs())
        if seen is None:
            return
        extent = self._canvas.extent()
        is_readable = extent.contains(seen) and max(seen.width(), seen.height()) > extent.width() / _SMALLEST_SHARE
        if only_if_outside and is_readable:
            return
        seen.scale(_CONTEXT)
        seen.grow(max(0.0, (_LEAST_METRES - max(seen.width(), seen.height())) / 2))
        self._canvas.setExtent(seen)
        self._canvas.refresh()

    def zoom_to_point(self, x: float, y: float) -> None:
        """Show an address, given in longitude and latitude."""
        lonlat = QgsCoordinateReferenceSystem("OGC:CRS84")
        seen = transformed(QgsRectangle(x, y, x, y), lonlat, self._canvas.mapSettings().destinationCrs())
        if seen is not None:
            seen.grow(_POINT_METRES)
            self._canvas.setExtent(seen)
            self._canvas.refresh()

    def wait_for_click(self, *, wanted: bool) -> None:
        """Take the tool that clicks parcels, or give it back."""
        self._click.wait(wanted=wanted)

    def clear(self) -> None:
        """Show nothing."""
        self._band.reset(Qgis.GeometryType.Polygon)

    def remove(self) -> None:
        """Take everything out of the map."""
        self._click.remove()
        self._canvas.scene().removeItem(self._band)
