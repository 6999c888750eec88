"""Versions of what a result depends on, as every report says them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from osgeo import gdal
from qgis.core import Qgis

METADATA = Path(__file__).resolve().parents[1] / "metadata.txt"


@lru_cache(maxsize=1)
def plugin_version() -> str:
    """Version of the plugin, from its metadata.txt: the one place where it is written."""
    for line in METADATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("version="):
            return line.partition("=")[2].strip()
    return ""


def versions() -> dict[str, str]:
    """Versions of the plugin, QGIS, GDAL and GEOS, in that order."""
    return {
        "smica_qgis": plugin_version(),
        "qgis": str(Qgis.version()),
        "gdal": str(gdal.VersionInfo("RELEASE_NAME")),
        "geos": str(Qgis.geosVersion()),
    }
