"""Inside the QGIS window: taking a picture, waiting for the window, and what was asked of the session."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from qgis import utils
from qgis.gui import QgisInterface  # noqa: TID251 - inside the window
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget  # noqa: TID251 - inside the window

PLAN = json.loads(os.environ["SMICA_SCREENSHOTS"])
WORK = Path(PLAN["done"]).parent
"""Folder of the session's own files, thrown away."""
DOCK_WIDTH, LAYERS_WIDTH = 360, 230
LOOK_EVERY = 200  # milliseconds
Ready = Callable[[], bool]
T = TypeVar("T", bound=QObject)


def iface() -> QgisInterface:
    """QGIS' window, as plugins see it."""
    return utils.iface  # noqa: TID251 - inside the window


def window() -> QMainWindow:
    """QGIS' window."""
    return cast("QMainWindow", iface().mainWindow())


def docks() -> dict[str, QDockWidget]:
    """Its docks by name."""
    return {dock.objectName(): dock for dock in window().findChildren(QDockWidget)}


def picture(name: str, widget: QWidget | None = None) -> None:
    """Save the whole screen, or one widget."""
    save(widget.grab() if widget is not None else QApplication.primaryScreen().grabWindow(0), name)  # type: ignore[arg-type]


def save(pixmap: QPixmap, name: str) -> None:
    """Write a picture of the theme of this session."""
    pixmap.save(str(Path(PLAN["output"]) / f"{name}_{PLAN['theme']}.png"))


def pause(milliseconds: int) -> Ready:
    """Give the window the time to draw: true after so many looks."""
    left = [milliseconds // LOOK_EVERY]

    def over() -> bool:
        left[0] -= 1
        return left[0] < 0

    return over


def map_is_drawn() -> bool:
    """Whether the map shows all it has to."""
    return not iface().mapCanvas().isDrawing()


def panel_of(dock: str) -> Any:  # noqa: ANN401 - each dock has its own
    """What a dock of the plugin holds. dock: its name."""
    return docks()[dock].panel  # type: ignore[attr-defined]


def child(parent: QObject, kind: type[T], name: str = "") -> T:
    """A part of QGIS' window. Raises LookupError: QGIS has changed."""
    found = parent.findChild(kind, name)
    if found is None:
        raise LookupError(f"{kind.__name__} {name}")
    return found


def show_beside(name: str, left: str = "Layers") -> None:
    """Show a dock at the right, 360 pixels wide, and one at the left."""
    all_docks = docks()
    dock = all_docks[name]
    for other in ("Layers", "Browser"):
        all_docks[other].setVisible(other == left)
    dock.show()
    dock.raise_()
    window().resizeDocks([all_docks[left], dock], [LAYERS_WIDTH, DOCK_WIDTH], Qt.Orientation.Horizontal)
