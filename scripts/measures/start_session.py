"""Runs inside QGIS (PYQGIS_STARTUP, before any plugin): times what QGIS does of the plugin at its start.

In seconds of the processor, in the window's thread: those of a clock say more of what else the machine does. Where the
answer goes comes in SMICA_START; nothing is measured without it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget  # noqa: TID251 - inside the window

PLUGIN = "smica_qgis"
QUIET = 1500  # milliseconds
spent: dict[str, float] = {}
before: set[str] = set()


def timed(name: str, function: Callable[[str], Any]) -> Callable[[str], Any]:
    """The function of QGIS, timed when it is about the plugin."""

    def call(package: str) -> Any:  # noqa: ANN401 - what QGIS gives
        if package != PLUGIN:
            return function(package)
        before.update(sys.modules)
        start = time.thread_time()
        result = function(package)
        spent[name] = time.thread_time() - start
        return result

    return call


def report() -> None:
    """Write what was measured, then the first look at each dock."""
    ours = sorted(name for name in sys.modules if name.startswith(PLUGIN))
    answer = {
        **spent,
        "started": PLUGIN in utils.active_plugins,
        "modules": ours,
        "docks": {dock.objectName(): first_look(dock) for dock in our_docks()},
    }
    Path(os.environ["SMICA_START"]).write_text(json.dumps(answer), encoding="utf-8")
    QgsApplication.exit(0)


def our_docks() -> list[QDockWidget]:
    """Docks of the plugin."""
    window = utils.iface.mainWindow()  # noqa: TID251 - inside the window
    return [dock for dock in window.findChildren(QDockWidget) if dock.objectName().startswith("Smica")]


def first_look(dock: QDockWidget) -> float:
    """Seconds to show a dock for the first time, drawn."""
    start = time.thread_time()
    dock.show()
    dock.raise_()
    QApplication.processEvents()
    return time.thread_time() - start


def window_is_ready() -> None:
    """Note the time of QGIS itself; measure the rest once it is quiet."""
    spent["qgis"] = time.process_time()
    QTimer.singleShot(QUIET, report)


def watch_for_the_window() -> None:
    """Wait for the window, which is made after this file was run."""
    if utils.iface is None:  # noqa: TID251 - inside the window
        QTimer.singleShot(0, watch_for_the_window)
    else:
        utils.iface.initializationCompleted.connect(window_is_ready)  # noqa: TID251 - inside the window


if "SMICA_START" in os.environ:
    for step, function in (("import", "loadPlugin"), ("start", "startPlugin")):
        setattr(utils, function, timed(step, getattr(utils, function)))
    watch_for_the_window()
