"""The comparison that is shown, on the map: layers when they are wanted, the curtain, the way to an object."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from smica_qgis.gui.instruction.comparison_layers import ComparisonLayers
from smica_qgis.gui.instruction.swipe_tool import SwipeTool
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.compare_rounds import RoundComparison


class ComparisonOnMap(QObject):
    """swipe_ended: another tool of the map was taken."""

    swipe_ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._path: Path | None = None
        self._shown: Path | None = None
        self._title = ""
        self._numbers = (0, 0)
        self.layers = ComparisonLayers(project)
        self.tool = SwipeTool(canvas)
        self.tool.deactivated.connect(self.swipe_ended)

    @property
    def is_written(self) -> bool:
        """Whether the layers of this comparison are there to be shown."""
        return self._path is not None

    def use(self, comparison: RoundComparison) -> None:
        """Take another comparison; the layers of the one before stay until those of this one are wanted."""
        self.swipe(False)
        before, after = comparison.before.stored.round.number, comparison.after.stored.round.number
        self._path, self._numbers = None, (before, after)
        document = comparison.after.stored.round.delivery
        self._title = tr("{document}: rounds {before} and {after}", document=document, before=before, after=after)

    def take(self, path: Path) -> None:
        """The layers of this comparison are written."""
        self._path = path

    def show(self) -> None:
        """Put its layers in the project, once, and go there."""
        self._put()
        self.layers.zoom_whole(self._canvas)

    def go_to(self, place: tuple[str, str]) -> None:
        """Select and show what a line of the comparison counts."""
        self._put()
        self.layers.zoom_to(self._canvas, place)

    def swipe(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        """Draw the curtain, or take it away."""
        if not wanted:
            self._canvas.unsetMapTool(self.tool)
            return
        self._put()
        self.tool.draw(self.layers.layers(self.layers.earlier), self.layers.layers(self.layers.later))

    def _put(self) -> None:
        """Put the layers in the project, unless they are there."""
        shown = self.layers.layers([*self.layers.changes, *self.layers.later])
        if self._path is not None and (self._shown != self._path or not shown):
            self.layers.show(self._path, self._title, self._numbers)
            self._shown = self._path

    def leave(self) -> None:
        """Leave nothing on the map, nor in the project."""
        self.tool.deactivated.disconnect(self.swipe_ended)
        self._canvas.unsetMapTool(self.tool)
        self.layers.remove()
        self._shown = None
        self._canvas.refresh()
