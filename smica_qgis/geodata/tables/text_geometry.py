"""Geometries that a text column holds as WKT, read as strictly as the official reader does."""

from __future__ import annotations

import hashlib

from osgeo import ogr

from smica_qgis.core.validation.table import Column
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.column import ScannedGeometries
from smica_qgis.geodata.geometry.scan import GeometryScan

_ROWS_AT_A_TIME = 4000
_NOT_A_GEOMETRY = b""


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
        try:
            geometry = ogr.CreateGeometryFromWkt(text)
        except RuntimeError:
            return _NOT_A_GEOMETRY
    return bytes(geometry.ExportToIsoWkb(ogr.wkbNDR)) if geometry is not None else _NOT_A_GEOMETRY
