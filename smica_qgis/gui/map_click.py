"""A click that is awaited on the map."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapToolEmitPoint
from qgis.PyQt.QtCore import QObject, pyqtSignal


class MapClick(QObject):
    """clicked: a point of the map, in its system; ended: another tool of the map was taken."""

    clicked = pyqtSignal(float, float, str)
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._tool = QgsMapToolEmitPoint(canvas)
        self._tool.canvasClicked.connect(self._tell)
        self._tool.deactivated.connect(self.ended)

    def wait(self, *, wanted: bool) -> None:
        """Take the tool that waits for a click, or give it back."""
        if wanted:
            self._canvas.setMapTool(self._tool)
        else:
            self._canvas.unsetMapTool(self._tool)

    def remove(self) -> None:
        """Leave the map as it was."""
        self._tool.deactivated.disconnect(self.ended)
        self._canvas.unsetMapTool(self._tool)

    def _tell(self, point: QgsPointXY, _button: object) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        self.clicked.emit(point.x(), point.y(), crs.authid())
