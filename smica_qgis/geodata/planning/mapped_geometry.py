"""Bring somebody's geometries to what a standard wants: its system, two dimensions, straight lines, multiple parts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from osgeo import ogr, osr

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.errors import SmicaError
from smica_qgis.geodata.gdal_messages import gdal_silent

_WANTED = {
    ColumnType.POINT: ogr.wkbMultiPoint,
    ColumnType.MULTIPOINT: ogr.wkbMultiPoint,
    ColumnType.LINESTRING: ogr.wkbMultiLineString,
    ColumnType.MULTILINESTRING: ogr.wkbMultiLineString,
    ColumnType.POLYGON: ogr.wkbMultiPolygon,
    ColumnType.MULTIPOLYGON: ogr.wkbMultiPolygon,
}
_SINGLES = {
    ogr.wkbMultiPoint: ogr.wkbPoint,
    ogr.wkbMultiLineString: ogr.wkbLineString,
    ogr.wkbMultiPolygon: ogr.wkbPolygon,
}
_NAMES = {ogr.wkbPoint: "un point", ogr.wkbLineString: "une ligne", ogr.wkbPolygon: "une surface"}
REPROJECTED = "reprojetées"
FLATTENED = "ramenées à deux dimensions"
STRAIGHTENED = "courbes rendues en segments"
SEVERAL_PARTS = "faites de plusieurs parties, que le standard n'admet pas"
TWICE = "communes à plusieurs lignes, que le standard n'admet pas"
MADE_MULTIPLE = "rangées comme multiples (un type de couche, non une autre forme)"


class RefusedGeometryError(SmicaError):
    """A geometry that the table cannot hold. message: French, why."""


class GeometryMapping:
    """Converts the geometries of one layer for one table. source: its system, None when it has none."""

    def __init__(self, kind: ColumnType, source: osr.SpatialReference | None, crs: str) -> None:
        self.wanted = _WANTED.get(kind)
        self._transform = _transformation(source, crs)

    def convert(self, wkb: bytes | None, changed: Counter[str]) -> bytes:
        """The geometry as 2D little-endian WKB, multiple. Raises RefusedGeometryError."""
        geometry = ogr.CreateGeometryFromWkb(wkb) if wkb else None
        if geometry is None or geometry.IsEmpty():
            message = "sans géométrie"
            raise RefusedGeometryError(message)
        with gdal_silent():
            return self._converted(geometry, changed)

    def _converted(self, geometry: Any, changed: Counter[str]) -> bytes:  # noqa: ANN401 - GDAL publishes no types
        if geometry.HasCurveGeometry(1):
            geometry = geometry.GetLinearGeometry()
            changed[STRAIGHTENED] += 1
        if geometry.Is3D() or geometry.IsMeasured():
            geometry.FlattenTo2D()
            changed[FLATTENED] += 1
        found = ogr.GT_Flatten(geometry.GetGeometryType())
        if self.wanted is not None and found != self.wanted:
            if found != _SINGLES[self.wanted]:
                message = f"la table veut {_NAMES[_SINGLES[self.wanted]]}, la couche a {geometry.GetGeometryName()}"
                raise RefusedGeometryError(message)
            geometry = ogr.ForceTo(geometry, self.wanted)
            changed[MADE_MULTIPLE] += 1
        elif geometry.GetGeometryCount() > 1:
            changed[SEVERAL_PARTS] += 1
        if self._transform is not None:
            if geometry.Transform(self._transform) != ogr.OGRERR_NONE:
                message = "ne peut être reprojetée"
                raise RefusedGeometryError(message)
            changed[REPROJECTED] += 1
        return bytes(geometry.ExportToWkb(ogr.wkbNDR))


def _transformation(source: osr.SpatialReference | None, crs: str) -> osr.CoordinateTransformation | None:
    """None when the system is the same, or when nobody knows that of the layer."""
    if source is None:
        return None
    target = osr.SpatialReference()
    target.SetFromUserInput(crs)
    for system in (source, target):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return None if source.IsSame(target) else osr.CoordinateTransformation(source, target)
