"""The place that a note is about: a click on the map, a mark there."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas, QgsVertexMarker
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from smica_qgis.gui.map_click import MapClick
from smica_qgis.gui.validation.map_extent import reference_system

_COLOUR = QColor(194, 24, 91)
_DECIMALS = 2


class PlaceOnMap(QObject):
    """chosen: a place was clicked; ended: another tool of the map was taken. wkt: in the system of the document."""

    chosen = pyqtSignal()
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._crs = QgsCoordinateReferenceSystem()
        self.wkt = ""
        self._mark = QgsVertexMarker(canvas)
        self._mark.setColor(_COLOUR)
        self._mark.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
        self._mark.setIconSize(16)
        self._mark.setPenWidth(3)
        self._mark.hide()
        self._click = MapClick(canvas, self)
        self._click.clicked.connect(self._take)
        self._click.ended.connect(self.ended)

    def use(self, crs: str) -> None:
        """Take the system of a document."""
        self._crs = reference_system(crs)

    def show_place(self, wkt: str) -> None:
        """Mark a place, or none."""
        self.wkt = wkt
        point = QgsGeometry.fromWkt(wkt).asPoint() if wkt else None
        seen = self._moved(point, self._crs, self._canvas.mapSettings().destinationCrs()) if point else None
        self._mark.setVisible(seen is not None)
        if seen is not None:
            self._mark.setCenter(seen)

    def wait(self, *, wanted: bool) -> None:
        """Wait for a click on the map, or no longer."""
        self._click.wait(wanted=wanted)

    def remove(self) -> None:
        """Leave nothing on the map."""
        self._click.remove()
        self._canvas.scene().removeItem(self._mark)

    def _take(self, x: float, y: float, crs: str) -> None:
        point = self._moved(QgsPointXY(x, y), QgsCoordinateReferenceSystem(crs), self._crs)
        if point is not None:
            self.show_place(QgsGeometry.fromPointXY(point).asWkt(_DECIMALS))
            self.chosen.emit()

    def _moved(
        self, point: QgsPointXY, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
    ) -> QgsPointXY | None:
        try:
            return QgsCoordinateTransform(source, target, QgsProject.instance().transformContext()).transform(point)
        except QgsCsException:
            return None
