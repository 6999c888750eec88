"""Geometries that a text column holds as WKT, read as strictly as the official reader does."""

from __future__ import annotations

import hashlib
import re

import numpy as np
from osgeo import ogr

from smica_qgis.core.validation.table import Column
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.column import ScannedGeometries
from smica_qgis.geodata.geometry.scan import GeometryScan
from smica_qgis.geodata.geometry.wkb_structure import UnexpectedWkbError, wkb_structure

_ROWS_AT_A_TIME = 4000
_NOT_A_GEOMETRY = b""
_JAVA_NUMBER = re.compile(
    r"(?<=[\s(,])(?P<none>(?i:nan)|[+-](?:NaN|Infinity)|Infinity)(?=[\s),])|(?<=[\s(,])\+(?=[\d.])"
)
"""Numbers of the official reader that OGR does not read."""
_TOO_LARGE = "1e999"
_DIMENSIONS = re.compile(r"\b(?:Z|M|ZM)\b", re.IGNORECASE)
"""Of a curve: the official tool has a reader of curves and one of third dimensions, none of both."""


def geometries_of_texts(column: Column, crs: str) -> ScannedGeometries:
    """The geometries that a text column holds as WKT. Numbers are as written: nothing is printed again."""
    scan = GeometryScan()
    wkbs = [_wkb_of_text(text) for text in column.values]
    for start in range(0, len(column), _ROWS_AT_A_TIME):
        scan.add([wkbs[code] for code in column.codes[start : start + _ROWS_AT_A_TIME]], round_digits=False)
    digests = [hashlib.blake2b(v.encode(), digest_size=16).digest() if v is not None else None for v in column.values]
    scan.digests = [digests[code] for code in column.codes]
    return ScannedGeometries(
        scan, lambda row: wkbs[column.codes[row]] or None, crs, text_of=lambda row: column.value(row) or ""
    )


def _wkb_of_text(text: str | None) -> bytes | None:
    """WKB of a WKT; an empty WKB stands for a text that is no geometry."""
    if text is None:
        return None
    if "\0" in text:
        return _NOT_A_GEOMETRY
    with gdal_silent():
        geometry = _geometry(text) or _geometry(_JAVA_NUMBER.sub(_number_of_ogr, text))
    if geometry is None or (geometry.HasCurveGeometry() and _DIMENSIONS.search(text)):
        return _NOT_A_GEOMETRY
    return _without_infinity(bytes(geometry.ExportToIsoWkb(ogr.wkbNDR)))


def _geometry(text: str) -> ogr.Geometry | None:
    try:
        return ogr.CreateGeometryFromWkt(text)
    except RuntimeError:
        return None


def _number_of_ogr(number: re.Match[str]) -> str:
    """What is no number becomes one that is too large for a double, which OGR reads as infinite."""
    return _TOO_LARGE if number.group("none") else ""


def _without_infinity(wkb: bytes) -> bytes:
    """Make infinite coordinates not-a-number: the official reader takes both, and finds the geometry not valid.

    A pair of two not-a-numbers would be an empty point: the second one becomes a number.
    """
    try:
        runs = wkb_structure(wkb).runs
    except UnexpectedWkbError:
        return wkb
    octets = bytearray(wkb)
    for offset, points, _ in runs:
        pairs = np.frombuffer(octets, "<f8", 2 * points, offset).reshape(-1, 2)
        pairs[np.isinf(pairs)] = np.nan
        pairs[np.isnan(pairs).all(axis=1), 1] = 0.0
    return bytes(octets)
