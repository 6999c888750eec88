"""Write a table of an invented delivery: shapefile, DBF alone, GeoPackage, MapInfo, GML or CSV.

Nothing depends on the clock: two runs give the same bytes (but in a GeoPackage and in a MapInfo table).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from osgeo import ogr, osr

from smica_qgis.core.errors import SmicaError
from smica_qgis.geodata.gdal_messages import gdal_options
from smica_qgis.geodata.synthetic.table import CSV, DBF, GEOPACKAGE, GML, MAPINFO, SHAPEFILE, SyntheticTable

DRIVERS = {
    SHAPEFILE: "ESRI Shapefile",
    DBF: "ESRI Shapefile",
    GEOPACKAGE: "GPKG",
    MAPINFO: "MapInfo File",
    GML: "GML",
}
WIDEST = 254
"""Characters of the widest field of a DBF."""
_SAVED_ON = "DBF_DATE_LAST_UPDATE=2025-11-06"
_NARROWEST_NUMBER = 4
_MULTIPLE = {
    ogr.wkbPoint: ogr.wkbMultiPoint,
    ogr.wkbLineString: ogr.wkbMultiLineString,
    ogr.wkbPolygon: ogr.wkbMultiPolygon,
    ogr.wkbMultiPolygon: ogr.wkbMultiPolygon,
}


def write_table(table: SyntheticTable, root: Path) -> None:
    """Write the files of a table under the root folder of its delivery. Raises SmicaError."""
    path = root / f"{table.path}.{table.format}"
    path.parent.mkdir(parents=True, exist_ok=True)
    if table.format == CSV:
        _write_csv(table, path)
        return
    try:
        _write_layer(table, path)
    except RuntimeError as error:  # GDAL raises it once somebody has turned its exceptions on
        raise _unwritten(path, str(error)) from error


def _unwritten(path: Path, details: str = "") -> SmicaError:
    return SmicaError(f"La table {path.name} n'a pas pu être écrite.", details)


def _write_csv(table: SyntheticTable, path: Path) -> None:
    names = [*table.columns, "WKT"] if table.geometries is not None else list(table.columns)
    with path.open("w", encoding=table.encoding, newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        columns = list(table.columns.values())
        for row in range(table.rows):
            cells = [values[row] for values in columns]
            if table.geometries is not None:
                wkb = table.geometries[row]
                cells.append(ogr.CreateGeometryFromWkb(wkb).ExportToIsoWkt() if wkb else None)
            writer.writerow("" if cell is None else cell for cell in cells)


def _write_layer(table: SyntheticTable, path: Path) -> None:
    # QGIS sets SHAPE_ENCODING for the whole process once it has opened a Shapefile: it would win over the layer's.
    with gdal_options(SHAPE_ENCODING=table.encoding):
        _write_dataset(table, path)


def _write_dataset(table: SyntheticTable, path: Path) -> None:
    driver = ogr.GetDriverByName(DRIVERS[table.format])
    dataset = driver.CreateDataSource(str(path)) if driver else None
    if dataset is None:
        raise _unwritten(path)
    layer = dataset.CreateLayer(path.stem, _crs(table), _geometry_type(table), _layer_options(table))
    if layer is None:
        raise _unwritten(path)
    for name, values in table.columns.items():
        layer.CreateField(_field(table, name, values))
    definition = layer.GetLayerDefn()
    multiple = table.format == GEOPACKAGE
    for cells, wkb in _rows(table):
        feature = ogr.Feature(definition)
        for rank, cell in enumerate(cells):
            if cell is not None:
                feature.SetField(rank, cell)
        if wkb is not None:  # a null geometry may not be set once GDAL's exceptions are on
            feature.SetGeometryDirectly(_geometry(wkb, multiple=multiple))
        if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
            raise _unwritten(path)
    feature = definition = layer = dataset = None  # GDAL closes the files once the last reference is gone
    if table.format == DBF:
        # Alone it would be a companion of nothing; the charset of the tables is said by the metadata.
        path.with_suffix(".cpg").unlink(missing_ok=True)


def _rows(table: SyntheticTable) -> Iterator[tuple[tuple[str | None, ...], bytes | None]]:
    geometries = table.geometries if table.geometries is not None else [None] * table.rows
    return zip(zip(*table.columns.values()), geometries)


def _geometry(wkb: bytes, *, multiple: bool) -> Any:  # noqa: ANN401 - GDAL publishes no types
    geometry = ogr.CreateGeometryFromWkb(wkb)
    return ogr.ForceTo(geometry, _MULTIPLE[ogr.GT_Flatten(geometry.GetGeometryType())]) if multiple else geometry


def _geometry_type(table: SyntheticTable) -> int:
    if table.geometries is None:
        return int(ogr.wkbNone)
    if table.geometry_type is not None:
        return table.geometry_type
    first = next((wkb for wkb in table.geometries if wkb), None)
    single = int.from_bytes(first[1:5], "little") if first else int(ogr.wkbPolygon)
    single = int(ogr.wkbPolygon) if single == ogr.wkbMultiPolygon else single
    return int(_MULTIPLE[single]) if table.format == GEOPACKAGE else single


def _layer_options(table: SyntheticTable) -> list[str]:
    if table.format in (SHAPEFILE, DBF):
        return [f"ENCODING={table.encoding}", _SAVED_ON]
    return [f"ENCODING={table.encoding}"] if table.format == MAPINFO else []


def _crs(table: SyntheticTable) -> Any:  # noqa: ANN401
    if table.geometries is None:
        return None
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(table.crs)
    return crs


def _field(table: SyntheticTable, name: str, values: list[str | None]) -> Any:  # noqa: ANN401
    number = name in table.integers
    field = ogr.FieldDefn(name, ogr.OFTInteger if number else ogr.OFTString)
    longest = max((len(value.encode(table.encoding, "replace")) for value in set(values) if value), default=1)
    width = max(table.widths.get(name, 1), longest, _NARROWEST_NUMBER if number else 1)
    field.SetWidth(min(width, WIDEST))
    return field
