"""SMICA QGIS: control, share and publish urban planning data. QGIS calls `classFactory` and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from smica_qgis.plugin import SmicaPlugin


def classFactory(iface: QgisInterface | None) -> SmicaPlugin:
    """Make the plugin. iface: None when QGIS has no window (qgis_process, server)."""
    from smica_qgis.plugin import SmicaPlugin

    return SmicaPlugin(iface)
