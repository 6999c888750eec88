"""Whether two contents hold the same objects, whatever the files that they were read from.

A Shapefile turns rings round and begins them elsewhere: geometries are put in one form before they are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from osgeo import ogr

from smica_qgis.core.publication.content import ContentTable, DocumentContent
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.planning.content_hash import table_hash

_SHOWN = 12


@dataclass(frozen=True)
class ComparedTable:
    """name: of the table; expected, found: number of objects and hash of all that they are, for people and machines."""

    name: str
    expected: str
    found: str


def compare_tables(expected: DocumentContent, found: DocumentContent) -> list[ComparedTable]:
    """Compare all tables that have a row on either side, in the order of their names."""
    names = sorted({*_filled(expected), *_filled(found)})
    return [ComparedTable(name, table_summary(expected, name), table_summary(found, name)) for name in names]


def table_summary(content: DocumentContent, name: str) -> str:
    """`42 objets, 5f1c…`: equal for two tables with the same objects. No row and no table are the same."""
    table = content.tables.get(name)
    if table is None or not table.rows:
        return "0 objet"
    count = len(table.rows)
    return f"{count} objet{'s' if count > 1 else ''}, {table_hash(normal_table(table))[:_SHOWN]}"


def normal_table(table: ContentTable) -> ContentTable:
    """The table with its geometries in the normal form of GEOS: rings and parts in one order, turned one way."""
    if table.geometries is None:
        return table
    with gdal_silent():
        return replace(table, geometries=[_normal(wkb) for wkb in table.geometries])


def _normal(wkb: bytes | None) -> bytes | None:
    geometry = ogr.CreateGeometryFromWkb(wkb) if wkb else None
    if geometry is None:
        return None
    if geometry.IsEmpty():
        return None  # a Shapefile has no empty geometry, only none
    try:
        normal = geometry.Normalize()
    except RuntimeError:
        normal = None
    return bytes((normal or geometry).ExportToIsoWkb(ogr.wkbNDR))


def _filled(content: DocumentContent) -> list[str]:
    return [name for name, table in content.tables.items() if table.rows]
