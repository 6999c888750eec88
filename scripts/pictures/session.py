"""Runs inside the QGIS window (qgis --code): goes through the parts that were asked for.

What to do comes as JSON in SMICA_SCREENSHOTS; a file says when it is done, and what went wrong.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from qgis import utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QToolBar  # noqa: TID251 - inside the window

sys.path.insert(0, json.loads(os.environ["SMICA_SCREENSHOTS"])["scripts"])

from pictures.shooting import LOOK_EVERY, PLAN, Ready, child, docks, iface, pause, window

LONGEST_WAIT = 120_000


def tour() -> Iterator[Ready]:
    """Every part, from an empty project."""
    window().showMaximized()
    docks()["Browser"].hide()
    child(window(), QToolBar, "mLabelToolBar").hide()  # room for our buttons on a screen of 1366 pixels
    yield pause(1500)
    for part in PLAN["parts"]:
        for name, dock in docks().items():
            if name.startswith("Smica"):
                dock.hide()
        iface().newProject(False)
        iface().messageBar().clearWidgets()
        yield pause(400)
        yield from importlib.import_module(f"pictures.{part}").pictures()


class Session:
    """Goes through the tour from a timer, so that the window lives meanwhile."""

    def __init__(self) -> None:
        self._steps = tour()
        self._ready: Ready = pause(0)
        self._waited = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY)

    def _look(self) -> None:
        self._waited += LOOK_EVERY
        try:
            if self._waited > LONGEST_WAIT:
                self._finish("waited too long")
            elif self._ready():
                self._ready, self._waited = next(self._steps), 0
        except StopIteration:
            self._finish("")
        except Exception:  # noqa: BLE001 - whatever happens is told to the command that waits
            self._finish(traceback.format_exc())

    def _finish(self, problem: str) -> None:
        self._timer.stop()
        Path(PLAN["done"]).write_text(json.dumps({"problem": problem}), encoding="utf-8")
        QgsProject.instance().setDirty(False)
        iface().newProject(False)  # QGIS 3.40 does not always survive layers that are still there when it ends
        QgsApplication.exit(0)


def begin() -> None:
    """Start once QGIS is ready."""
    global session  # noqa: PLW0603 - the timer lives as long as QGIS
    session = Session()


session: Session | None = None
utils.iface.initializationCompleted.connect(begin)  # noqa: TID251 - inside the window
