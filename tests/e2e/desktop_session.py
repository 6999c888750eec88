"""Runs inside the QGIS window (qgis --code): loads and unloads the plugin, and writes down what it saw.

The folder of the answer comes in SMICA_DESKTOP_FOLDER; the file answer.json is written there in one go.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from qgis import utils
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QEvent, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QToolBar, QWidget

PLUGIN = "smica_qgis"
RELOADS = 2
FOLDER = Path(os.environ["SMICA_DESKTOP_FOLDER"])
messages: list[str] = []


def remember(message: str, tag: str, level: Qgis.MessageLevel) -> None:
    """Keep what QGIS logs as a warning or worse, of the plugin or of Python."""
    ours = "smica" in f"{message}{tag}".lower() or tag in ("Python error", "Python warning", "Plugins")
    if ours and level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
        messages.append(f"{tag}: {message}")


def inventory() -> Counter[str]:
    """Count what a plugin adds to the window: docks, toolbars, entries of menus, its provider."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what deleteLater() promised
    window = utils.iface.mainWindow()
    seen = Counter(f"dock {dock.objectName()}" for dock in window.findChildren(QDockWidget))
    toolbars = window.findChildren(QToolBar)
    seen.update(f"toolbar {toolbar.objectName()}" for toolbar in toolbars)
    for container in (window.menuBar(), *toolbars):
        seen.update(entries(container))
    seen["provider"] = int(QgsApplication.processingRegistry().providerById("smica") is not None)
    return seen


def entries(container: QWidget) -> Iterator[str]:
    """Return what a person finds in a menu or a toolbar; QGIS keeps menus that it emptied, unseen."""
    for action in container.actions():
        if not action.isSeparator():
            yield f"entry {action.text()}"
        if action.menu() is not None:
            yield from entries(action.menu())


def differences(before: Counter[str], after: Counter[str]) -> list[str]:
    """Say what came and what went."""
    return [f"+ {key}" for key in (after - before).elements()] + [f"- {key}" for key in (before - after).elements()]


def work() -> None:
    """Load, unload, load again, and compare."""
    answer: dict[str, object] = {"loaded": PLUGIN in utils.plugins}
    loaded = inventory()
    calls = [utils.unloadPlugin(PLUGIN)]
    without = inventory()
    answer["added"] = sorted(loaded - without)
    changes = []
    for _ in range(RELOADS):
        calls += [utils.loadPlugin(PLUGIN), utils.startPlugin(PLUGIN)]
        changes += differences(loaded, inventory())
        calls.append(utils.unloadPlugin(PLUGIN))
        changes += differences(without, inventory())
    answer["calls"], answer["changes"] = calls, changes
    QTimer.singleShot(500, lambda: finish(answer))  # late messages, late deletions


def finish(answer: dict[str, object]) -> None:
    """Write the answer and close QGIS."""
    answer["messages"] = messages
    aside = FOLDER / "answer.json.part"
    aside.write_text(json.dumps(answer, indent=1), encoding="utf-8")
    aside.rename(FOLDER / "answer.json")
    QgsApplication.exit(0)


QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(remember)
utils.iface.initializationCompleted.connect(work)
