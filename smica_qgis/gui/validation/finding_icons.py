"""Icons of findings: their level, and what changed since the run before."""

from __future__ import annotations

from qgis.PyQt.QtGui import QIcon

from smica_qgis.core.validation.finding import Level
from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.validation.findings_index import PlaceState

_LEVELS = {Level.FATAL: "error", Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "info"}
_STATES = {
    PlaceState.NEW: "new",
    PlaceState.FIXED: "fixed",
    PlaceState.EXCEPTION: "exception",
    PlaceState.QUESTION: "question",
}


def level_icon(level: Level) -> QIcon:
    """Cross, triangle or i."""
    return own_icon(_LEVELS[level])


def state_icon(state: PlaceState) -> QIcon:
    """Star for a new place, check mark for a fixed one, shield for an exception, question mark for a question."""
    return own_icon(_STATES[state])
