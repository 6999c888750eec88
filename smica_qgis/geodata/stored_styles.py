"""Styles kept in a GeoPackage, in the table where QGIS looks for the style of a layer that it loads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from osgeo import gdal, ogr

_FIELDS = (
    ("f_table_catalog", ogr.OFTString, 256),
    ("f_table_schema", ogr.OFTString, 256),
    ("f_table_name", ogr.OFTString, 256),
    ("f_geometry_column", ogr.OFTString, 256),
    ("styleName", ogr.OFTString, 30),
    ("styleQML", ogr.OFTString, 0),
    ("styleSLD", ogr.OFTString, 0),
    ("useAsDefault", ogr.OFTInteger, 0),
    ("description", ogr.OFTString, 0),
    ("owner", ogr.OFTString, 30),
    ("ui", ogr.OFTString, 30),
    ("update_time", ogr.OFTDateTime, 0),
)


@dataclass(frozen=True)
class StoredStyle:
    """The default style of a layer. geometry: its column of geometry, empty for a table that is drawn nowhere."""

    layer: str
    name: str
    qml: str
    description: str
    geometry: str = "geom"


def store_styles(dataset: Any, styles: Iterable[StoredStyle]) -> None:  # noqa: ANN401 - GDAL publishes no types
    """Make the table of styles in an open GeoPackage that has none. Raises OSError when GDAL fails."""
    table = dataset.CreateLayer("layer_styles", None, ogr.wkbNone, ["FID=id"])
    if table is None:
        raise OSError(gdal.GetLastErrorMsg())
    for name, kind, width in _FIELDS:
        field = ogr.FieldDefn(name, kind)
        field.SetWidth(width)
        if name == "useAsDefault":
            field.SetSubType(ogr.OFSTBoolean)
        if name == "update_time":
            field.SetDefault("CURRENT_TIMESTAMP")
        _done(table.CreateField(field))
    for style in styles:
        feature = ogr.Feature(table.GetLayerDefn())
        for name in ("f_table_catalog", "f_table_schema", "styleSLD", "owner"):
            feature.SetField(name, "")
        feature.SetField("f_table_name", style.layer)
        feature.SetField("f_geometry_column", style.geometry)
        feature.SetField("styleName", style.name)
        feature.SetField("styleQML", style.qml)
        feature.SetField("useAsDefault", 1)
        feature.SetField("description", style.description)
        _done(table.CreateFeature(feature))


def _done(code: int) -> None:
    if code != ogr.OGRERR_NONE:
        raise OSError(gdal.GetLastErrorMsg())
