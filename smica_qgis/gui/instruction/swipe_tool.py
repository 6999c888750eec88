"""A curtain over the map: the earlier round at its left, the later one at its right."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsMapLayer, QgsMapRendererParallelJob, QgsMapSettings
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QKeyEvent, QPainter, QPen
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

_EDGE = QColor(194, 24, 91)
_STEP = 20  # pixels


class _Curtain(QgsMapCanvasItem):
    """What the earlier round looks like, from the left edge of the map up to `edge` pixels."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.image = QImage()
        self.edge = canvas.width() // 2

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem | None = None,
        _widget: QWidget | None = None,
    ) -> None:
        height = float(self._canvas.height())
        if not self.image.isNull():
            ratio = self.image.devicePixelRatio()
            part = QRectF(0, 0, self.edge * ratio, height * ratio)
            painter.drawImage(QRectF(0, 0, self.edge, height), self.image, part)
        painter.setPen(QPen(_EDGE, 2))
        painter.drawLine(self.edge, 0, self.edge, int(height))


class SwipeTool(QgsMapTool):
    """Takes the map until another tool is chosen. Pointer, or the keys ← and →, move the edge of the curtain."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._curtain: _Curtain | None = None
        self._job: QgsMapRendererParallelJob | None = None
        self._earlier: Sequence[QgsMapLayer] = ()
        self._later: frozenset[str] = frozenset()
        self.setCursor(Qt.CursorShape.SplitHCursor)

    @property
    def edge(self) -> int:
        """Where the edge is, in pixels from the left of the map."""
        return self._curtain.edge if self._curtain is not None else 0

    @property
    def is_drawn(self) -> bool:
        """Whether the earlier round is there to be seen."""
        return self._curtain is not None and not self._curtain.image.isNull()

    def draw(self, earlier: Sequence[QgsMapLayer], later: Sequence[QgsMapLayer]) -> None:
        """Take the map. earlier: drawn at the left, in the place of those of `later`, over all else that is shown."""
        self._earlier = earlier
        self._later = frozenset(layer.id() for layer in later)
        self._canvas.setMapTool(self)
        self._canvas.setFocus()

    def activate(self) -> None:
        super().activate()
        self._curtain = _Curtain(self._canvas)
        self._canvas.mapCanvasRefreshed.connect(self._render)
        self._render()

    def deactivate(self) -> None:
        if self._curtain is not None:
            self._canvas.mapCanvasRefreshed.disconnect(self._render)
            self._stop()
            self._canvas.scene().removeItem(self._curtain)
            self._curtain = None
        super().deactivate()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS' name
        self.move_to(event.pixelPoint().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.accept()  # the map would move
            self.move_to(self.edge + (_STEP if key == Qt.Key.Key_Right else -_STEP))

    def move_to(self, x: int) -> None:
        """Put the edge at so many pixels from the left."""
        if self._curtain is not None:
            self._curtain.edge = max(0, min(x, self._canvas.width()))
            self._curtain.update()

    def _render(self) -> None:
        """Draw the earlier round as the map is now, beside the window."""
        self._stop()
        settings = QgsMapSettings(self._canvas.mapSettings())
        shown = self._canvas.layers()
        above = next((place for place, layer in enumerate(shown) if layer.id() in self._later), 0)
        below = [layer for layer in shown[above:] if layer.id() not in self._later]
        settings.setLayers([*shown[:above], *self._earlier, *below])
        job = QgsMapRendererParallelJob(settings)
        job.finished.connect(lambda: self._take(job))
        self._job = job
        job.start()

    def _take(self, job: QgsMapRendererParallelJob) -> None:
        if job is self._job and self._curtain is not None:
            self._curtain.image = job.renderedImage()
            self._curtain.update()
            self._job = None

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None and job.isActive():
            job.cancelWithoutBlocking()
