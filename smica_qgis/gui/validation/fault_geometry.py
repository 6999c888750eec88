"""Where a finding lies: the fault itself, and its object, in the CRS of the layers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)

from smica_qgis.core.validation.finding import Box, Finding
from smica_qgis.core.validation.report import ObjectGeometries
from smica_qgis.gui.validation.map_extent import reference_system

LONLAT = "OGC:CRS84"


class FaultGeometries:
    """Geometries of the findings of one run. crs: that of the layers, e.g. EPSG:2154."""

    def __init__(self, geometries: ObjectGeometries, crs: str) -> None:
        self._geometries = geometries
        self.crs = reference_system(crs)
        self._from_lonlat = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(LONLAT), self.crs, QgsProject.instance().transformContext()
        )

    def faults(self, findings: Sequence[Finding]) -> list[QgsGeometry]:
        """What to show of each finding that has a place: the fault itself, else its object, else its box."""
        found: list[QgsGeometry] = []
        without: list[Finding] = []
        for finding in findings:
            geometry = self._own(finding)
            if geometry is None:
                without.append(finding)
            else:
                found.append(geometry)
        return found + self.objects(without)

    def objects(self, findings: Sequence[Finding]) -> list[QgsGeometry]:
        """The whole objects, read once per table; the box of those whose geometry cannot be had."""
        found: list[QgsGeometry] = []
        for file, group in _by_file(findings).items():
            wkbs = self._geometries.wkb_of(file, [f.row for f in group if f.row is not None])
            for finding in group:
                wkb = wkbs.get(finding.row) if finding.row is not None else None
                geometry = _from_wkb(wkb) if wkb else self._box(finding.feature_bbox)
                if geometry is not None:
                    found.append(geometry)
        return found

    def _own(self, finding: Finding) -> QgsGeometry | None:
        if finding.geometry:
            return _usable(QgsGeometry.fromWkt(finding.geometry))
        if finding.error_geometry:
            return self._projected(QgsGeometry.fromWkt(finding.error_geometry))
        return None

    def _box(self, box: Box | None) -> QgsGeometry | None:
        return None if box is None else self._projected(QgsGeometry.fromRect(QgsRectangle(*box)))

    def _projected(self, geometry: QgsGeometry) -> QgsGeometry | None:
        if _usable(geometry) is None:
            return None
        try:
            geometry.transform(self._from_lonlat)
        except QgsCsException:
            return None
        return _usable(geometry)


def _by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.file, []).append(finding)
    return groups


def _from_wkb(wkb: bytes) -> QgsGeometry | None:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return _usable(geometry)


def _usable(geometry: QgsGeometry) -> QgsGeometry | None:
    """None when there is nothing that a map could show."""
    return None if geometry.isNull() or geometry.isEmpty() or not geometry.boundingBox().isFinite() else geometry
