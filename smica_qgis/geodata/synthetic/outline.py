"""The outline of an invented territory: what its cells cover together."""

from __future__ import annotations

from osgeo import ogr

from smica_qgis.geodata.synthetic.shapes import polygon_wkb
from smica_qgis.geodata.synthetic.territory import Territory


def outline_wkb(territory: Territory) -> bytes:
    """WKB of one polygon without a hole around all cells, with their own vertices; the largest if they are apart."""
    cells = ogr.Geometry(ogr.wkbMultiPolygon)
    for ring in territory.rings:
        cells.AddGeometry(ogr.CreateGeometryFromWkb(polygon_wkb([ring])))
    united = ogr.ForceToMultiPolygon(cells.UnionCascaded())
    parts = [united.GetGeometryRef(rank) for rank in range(united.GetGeometryCount())]
    largest = max(parts, key=lambda part: part.GetArea())
    outline = ogr.Geometry(ogr.wkbPolygon)
    outline.AddGeometry(largest.GetGeometryRef(0))
    return bytes(outline.ExportToWkb(ogr.wkbNDR))
