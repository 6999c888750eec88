"""Icons: our own for levels and states (shapes that differ, colours for both themes), QGIS' for actions."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

from smica_qgis.core.validation.finding import Level
from smica_qgis.gui.validation.findings_index import PlaceState

RESOURCES = Path(__file__).resolve().parents[1] / "resources"

_LEVELS = {Level.FATAL: "error", Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "info"}
_STATES = {PlaceState.NEW: "new", PlaceState.FIXED: "fixed"}


def plugin_icon() -> QIcon:
    """The icon of the plugin."""
    return QIcon(str(RESOURCES / "icon.svg"))


@cache
def own_icon(name: str) -> QIcon:
    """An icon of `resources/icons`."""
    return QIcon(str(RESOURCES / "icons" / f"{name}.svg"))


def level_icon(level: Level) -> QIcon:
    """Cross, triangle or i."""
    return own_icon(_LEVELS[level])


def state_icon(state: PlaceState) -> QIcon:
    """Star for a new place, check mark for a fixed one."""
    return own_icon(_STATES[state])


def theme_icon(name: str) -> QIcon:
    """An icon of QGIS, in the colours of its theme. name: without extension, e.g. mActionRefresh."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")
