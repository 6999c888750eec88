"""CRS by their official code, and boxes from one CRS to another."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)

# Codes of the official tool that PROJ does not know, or takes for something else.
_OTHER_NAMES = {"CRS:84": "OGC:CRS84", "IGNF:WGS84": "OGC:CRS84", "IGNF:WGS84UTM20": "EPSG:32620"}


def reference_system(code: str) -> QgsCoordinateReferenceSystem:
    """The CRS of one of the codes that the official tool knows."""
    return QgsCoordinateReferenceSystem(_OTHER_NAMES.get(code, code))


def transformed(
    box: QgsRectangle, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsRectangle | None:
    """The box in another CRS; the same box when one of the CRS is not known; None when it cannot be."""
    if not source.isValid() or not target.isValid():
        return box
    transform = QgsCoordinateTransform(source, target, QgsProject.instance().transformContext())
    try:
        moved = transform.transformBoundingBox(box)
    except QgsCsException:
        return None
    return moved if moved.isFinite() else None
