"""Icons: our own for levels and states (shapes that differ, colours for both themes), QGIS' for actions."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def plugin_icon() -> QIcon:
    """The icon of the plugin."""
    return QIcon(str(RESOURCES / "icon.svg"))


@cache
def own_icon(name: str) -> QIcon:
    """An icon of `resources/icons`."""
    return QIcon(str(RESOURCES / "icons" / f"{name}.svg"))


def theme_icon(name: str) -> QIcon:
    """An icon of QGIS, in the colours of its theme. name: without extension, e.g. mActionRefresh."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")
