"""A sheet of a spreadsheet (xlsx, ods, xls), through GDAL. Formulas give the value that was saved with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from osgeo import gdal

from smica_qgis.geodata.gdal_messages import gdal_messages, gdal_options
from smica_qgis.geodata.shared_tables.source_table import SourceTable, UnreadableTableError, table_of_rows

DRIVERS = {".xlsx": "XLSX", ".xlsm": "XLSX", ".ods": "ODS", ".xls": "XLS"}
"""An explicit driver for each extension."""


def read_spreadsheet(path: Path, sheet: str = "") -> SourceTable:
    """Open a sheet; sheet empty = the first one. Raises UnreadableTableError."""
    rows = _cells(path, sheet)
    return table_of_rows(f"{path.name} ({sheet})" if sheet else path.name, lambda: enumerate(rows, 1))


def _cells(path: Path, sheet: str) -> list[Sequence[str | None]]:
    driver = DRIVERS[path.suffix.lower()]
    options = {f"OGR_{driver}_HEADERS": "DISABLE"}
    with gdal_messages() as said, gdal_options(**options):
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=[driver])
        except RuntimeError as error:
            said.append(str(error))
            dataset = None
        if dataset is None:
            message = f"Le classeur {path.name} ne peut être ouvert : enregistrez-le en .xlsx, en .ods ou en .csv."
            raise UnreadableTableError(message, " / ".join(said[-3:]))
        layer = dataset.GetLayerByName(sheet) if sheet else dataset.GetLayer(0)
        if layer is None:
            names = ", ".join(dataset.GetLayer(place).GetName() for place in range(dataset.GetLayerCount()))
            message = f"Le classeur {path.name} n'a pas de feuille « {sheet} » (il a : {names or 'aucune'})."
            raise UnreadableTableError(message)
        return list(_rows_of(layer))


def _rows_of(layer: gdal.ogr.Layer) -> Iterator[Sequence[str | None]]:
    width = layer.GetLayerDefn().GetFieldCount()
    for feature in layer:
        yield [
            feature.GetFieldAsString(place) if feature.IsFieldSetAndNotNull(place) else None for place in range(width)
        ]
