"""The 2D, little-endian form of a geometry, which the official tool looks at, and its structure."""

from __future__ import annotations

from osgeo import ogr

from smica_qgis.geodata.geometry.wkb_structure import UnexpectedWkbError, WkbStructure, wkb_structure

_ARC_STEP = 7.5
"""Degrees between two points of an arc: the official reader puts twelve in a quarter of a circle."""


def structured_wkb(wkb: bytes | None) -> tuple[bytes | None, WkbStructure | None]:
    """A geometry in its 2D form with its structure.

    What OGR cannot read is a null, as for ogr2ogr: (None, None). An empty text stands for a WKT that is none, and a TIN
    or a triangle is unknown to the official reader: they have no structure.
    """
    if not wkb:
        return wkb, None
    try:
        return wkb, wkb_structure(wkb)
    except UnexpectedWkbError:
        flat = flat_wkb(wkb)
    try:
        return flat, wkb_structure(flat) if flat is not None else None
    except UnexpectedWkbError:
        return flat, None


def flat_wkb(wkb: bytes) -> bytes | None:
    """The 2D, little-endian form of a geometry with Z, M or curves (linearised), or None when unreadable."""
    try:
        geometry = ogr.CreateGeometryFromWkb(wkb)
    except RuntimeError:
        return None
    if geometry is None:
        return None
    if geometry.HasCurveGeometry():
        geometry = geometry.GetLinearGeometry(_ARC_STEP)
    geometry.FlattenTo2D()
    return bytes(geometry.ExportToWkb(ogr.wkbNDR))
