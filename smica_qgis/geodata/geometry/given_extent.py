"""The extents that options give: read, checked and brought to the CRS of the data before anything else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osgeo import ogr, osr

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.crs84 import spatial_reference

if TYPE_CHECKING:
    from smica_qgis.core.validation.options import ValidationOptions

_EMPRISE = "cnig-document-emprise"
_GEOJSON = (".json", ".geojson")
_MARGIN = 10.0
"""Units of the CRS by which the official tool enlarges the territory."""


def with_extents_ready(options: ValidationOptions, crs: str) -> ValidationOptions:
    """Options whose extents are WKT in the CRS of the data. Raises InvalidParameterError."""
    if options.data_extent is not None:
        with gdal_silent():
            _geometry(options.data_extent, "data-extent")
    if options.emprise is None:
        return options
    with gdal_silent():
        emprise = _in_crs(_emprise(options.emprise), crs).Buffer(_MARGIN)
    return replace(options, emprise=emprise.ExportToWkt())


def _in_crs(emprise: ogr.Geometry, crs: str) -> ogr.Geometry:
    """An extent of longitudes and latitudes, in the CRS of the data."""
    try:
        failed = emprise.Transform(osr.CoordinateTransformation(spatial_reference("CRS:84"), spatial_reference(crs)))
    except RuntimeError:
        failed = True
    if failed:
        message = f"L'option {_EMPRISE} attend des longitudes et des latitudes, qui se placent dans {crs}."
        raise InvalidParameterError(message)
    return emprise


def _emprise(text: str) -> ogr.Geometry:
    """A WKT, or the union of the features of a GeoJSON file."""
    if not text.lower().endswith(_GEOJSON):
        return _geometry(text, _EMPRISE)
    try:
        content = json.loads(Path(text).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        message = f"L'emprise {text} ne peut être lue comme un fichier GeoJSON."
        raise InvalidParameterError(message, str(error)) from error
    shapes = _shapes(content)
    geometries = [geometry for geometry in map(_shape, shapes) if geometry is not None]
    if not geometries or len(geometries) < len(shapes):
        message = f"L'emprise {text} ne contient pas de géométrie lisible."
        raise InvalidParameterError(message)
    union = geometries[0]
    for geometry in geometries[1:]:
        union = union.Union(geometry)
    return union


def _shapes(content: Any) -> list[Any]:  # noqa: ANN401 - JSON of any shape
    """The geometries of a collection of features, of a feature, or a geometry itself."""
    if not isinstance(content, dict):
        return []
    features = content.get("features", [content])
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        return []
    return [shape for shape in (feature.get("geometry", feature) for feature in features) if shape is not None]


def _shape(shape: Any) -> ogr.Geometry | None:  # noqa: ANN401
    try:
        return ogr.CreateGeometryFromJson(json.dumps(shape))
    except RuntimeError:
        return None


def _geometry(text: str, option: str) -> ogr.Geometry:
    try:
        geometry = ogr.CreateGeometryFromWkt(text)
    except RuntimeError:
        geometry = None
    if geometry is None or geometry.IsEmpty():
        message = f"L'option {option} attend un WKT lisible, non « {text[:80]} »."
        raise InvalidParameterError(message)
    return geometry
