"""The extents that options give: read, checked and brought to the CRS of the data before anything else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import ogr, osr

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.crs84 import spatial_reference

if TYPE_CHECKING:
    from smica_qgis.core.validation.options import ValidationOptions

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
        emprise = _emprise(options.emprise)
        emprise.Transform(osr.CoordinateTransformation(spatial_reference("CRS:84"), spatial_reference(crs)))
        return replace(options, emprise=emprise.Buffer(_MARGIN).ExportToWkt())


def _emprise(text: str) -> ogr.Geometry:
    """A WKT, or the union of the features of a GeoJSON file."""
    if not text.lower().endswith(".json"):
        return _geometry(text, "cnig-document-emprise")
    try:
        content = json.loads(Path(text).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"L'emprise {text} ne peut être lue comme un fichier GeoJSON."
        raise InvalidParameterError(message, str(error)) from error
    shapes = [f.get("geometry") for f in content.get("features", [content])]
    geometries = [ogr.CreateGeometryFromJson(json.dumps(s)) for s in shapes if s]
    if not geometries or any(g is None for g in geometries):
        message = f"L'emprise {text} ne contient pas de géométrie lisible."
        raise InvalidParameterError(message)
    union = geometries[0]
    for geometry in geometries[1:]:
        union = union.Union(geometry)
    return union


def _geometry(text: str, option: str) -> ogr.Geometry:
    try:
        geometry = ogr.CreateGeometryFromWkt(text)
    except RuntimeError:
        geometry = None
    if geometry is None or geometry.IsEmpty():
        message = f"L'option {option} attend un WKT lisible, non « {text[:80]} »."
        raise InvalidParameterError(message)
    return geometry
