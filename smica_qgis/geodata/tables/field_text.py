"""The text that a typed value has in the official tool: what ogr2ogr prints in a CSV (facts: pipeline §6)."""

from __future__ import annotations

from typing import Any, Callable

from osgeo import ogr


def text_of_field(field: ogr.FieldDefn, driver: str) -> Callable[[Any], Any] | None:
    """How an Arrow value of a field becomes text, or None when only OGR itself can print the type.

    Integers as they are; reals with the declared decimals, or 15 significant digits; texts as bytes or str unchanged.
    """
    kind, subtype = field.GetType(), field.GetSubType()
    if kind == ogr.OFTString:
        return _same
    if kind in (ogr.OFTInteger, ogr.OFTInteger64):
        if subtype == ogr.OFSTBoolean and driver == "ESRI Shapefile":
            return _logical
        return _integer
    if kind == ogr.OFTReal and subtype != ogr.OFSTFloat32:
        return _decimals(field.GetPrecision()) if field.GetWidth() else _significant
    return None


def text_in_feature(field: ogr.FieldDefn) -> Callable[[ogr.Feature, int], Any]:
    """How the field at an index of a feature becomes text. The CSV of GDAL has 8 digits of a single-precision real."""
    if field.GetType() == ogr.OFTReal and field.GetSubType() == ogr.OFSTFloat32:
        return lambda feature, index: f"{feature.GetFieldAsDouble(index):.8g}"
    return lambda feature, index: feature.GetFieldAsString(index)


def _same(value: Any) -> Any:  # noqa: ANN401 - bytes or str: bytes are decoded with the whole table
    return value


def _integer(value: int) -> str:
    return str(int(value))


def _logical(value: object) -> str:
    """A DBF logical is T or F (newer GDAL gives it as a boolean)."""
    return "T" if value else "F"


def _decimals(precision: int) -> Callable[[Any], Any]:
    return lambda value: f"{value:.{precision}f}"


def _significant(value: float) -> str:
    return f"{value:.15g}"
