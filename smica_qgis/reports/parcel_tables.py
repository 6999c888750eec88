"""Parcel sheets as tables and for programs: GeoPackage (units with their ground, lines), CSV (lines), JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr
from qgis.core import QgsGeometry

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.parcel.rules import Theme
from smica_qgis.core.parcel.sheet import ParcelSheet
from smica_qgis.core.parcel.sheet_text import line_json, sheet_json, sheet_text, unit_title
from smica_qgis.geodata.gdal_messages import gdal_messages
from smica_qgis.reports.csv_and_json import write_csv, write_json
from smica_qgis.reports.written_aside import written_aside

_NUMBERS = {"mesure": ogr.OFTReal, "part_pct": ogr.OFTReal, "en_bordure": ogr.OFTInteger}
_UNIT_COLUMNS = {
    "unite": ogr.OFTString,
    "titre": ogr.OFTString,
    "surface_m2": ogr.OFTReal,
    "contenance_m2": ogr.OFTInteger64,
    "part_zonee_pct": ogr.OFTReal,
    "zones": ogr.OFTString,
    "a_verifier": ogr.OFTInteger,
    "non_charge": ogr.OFTString,
    "remarques": ogr.OFTString,
    "fiche": ogr.OFTString,
}


def write_sheets_json(path: Path, sheets: Sequence[ParcelSheet], about: Mapping[str, object]) -> None:
    """Write all sheets as JSON. about: what was described, with what. Raises SmicaError."""
    write_json(path, {**about, "fiches": [sheet_json(sheet) for sheet in sheets]})


def write_sheets_csv(path: Path, sheets: Sequence[ParcelSheet]) -> None:
    """Write one line a rule and a unit; a unit without any has one line that says so. Raises SmicaError."""
    header = ("unite", *_line_columns())
    write_csv(path, header, (tuple(row.get(name) for name in header) for row in _rows(sheets)))


def write_sheets_geopackage(
    path: Path, sheets: Sequence[ParcelSheet], geometries: Sequence[QgsGeometry], srid: int
) -> None:
    """Write the layers `unite` and `ligne`. geometries: ground of each unit; srid: EPSG code. Raises SmicaError."""
    with written_aside(path) as aside, gdal_messages() as said:
        try:
            dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(aside))
            _write_units(dataset, sheets, geometries, srid)
            _write_lines(dataset, sheets)
            dataset.FlushCache()
            dataset = None
        except (RuntimeError, AttributeError) as error:  # GDAL gives None where it was not told to raise
            message = f"Le GeoPackage {path} ne peut pas être écrit : vérifiez le dossier et la place du disque."
            raise SmicaError(message, "; ".join([*said, str(error)])) from error


def _write_units(
    dataset: gdal.Dataset, sheets: Sequence[ParcelSheet], geometries: Sequence[QgsGeometry], srid: int
) -> None:
    system = osr.SpatialReference()
    system.ImportFromEPSG(srid)
    layer = dataset.CreateLayer("unite", system, ogr.wkbMultiPolygon)
    for name, kind in _UNIT_COLUMNS.items():
        layer.CreateField(ogr.FieldDefn(name, kind))
    layer.StartTransaction()
    for sheet, geometry in zip(sheets, geometries):
        shape = QgsGeometry(geometry)
        shape.convertToMultiType()
        _add(layer, _unit_row(sheet), ogr.CreateGeometryFromWkb(bytes(shape.asWkb())))
    layer.CommitTransaction()


def _write_lines(dataset: gdal.Dataset, sheets: Sequence[ParcelSheet]) -> None:
    layer = dataset.CreateLayer("ligne", None, ogr.wkbNone)
    for name in ("unite", *_line_columns()):
        layer.CreateField(ogr.FieldDefn(name, _NUMBERS.get(name, ogr.OFTString)))
    layer.StartTransaction()
    for row in _rows(sheets):
        _add(layer, row, None)
    layer.CommitTransaction()


def _add(layer: ogr.Layer, row: Mapping[str, Any], geometry: ogr.Geometry | None) -> None:
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in row.items():
        if value is not None:
            feature.SetField(name, int(value) if isinstance(value, bool) else value)
    if geometry is not None:
        feature.SetGeometry(geometry)
    layer.CreateFeature(feature)


def _unit_row(sheet: ParcelSheet) -> dict[str, Any]:
    zones = sheet.of(Theme.ZONING, certain=True)
    return {
        "unite": sheet.unit.key,
        "titre": unit_title(sheet),
        "surface_m2": sheet.unit.area,
        "contenance_m2": sheet.unit.contenance,
        "part_zonee_pct": 100 * sheet.zoned_share,
        "zones": ", ".join(dict.fromkeys(line.rule.label for line in zones)),
        "a_verifier": sum(not line.certain for line in sheet.lines),
        "non_charge": ", ".join(table.title for table in sheet.missing),
        "remarques": " ".join(sheet.notes),
        "fiche": sheet_text(sheet),
    }


def _rows(sheets: Sequence[ParcelSheet]) -> Iterator[dict[str, Any]]:
    for sheet in sheets:
        for line in sheet.lines:
            yield {"unite": sheet.unit.key, **line_json(line)}
        for table in sheet.missing:
            shape = table.shape.value if table.shape else None
            yield {
                "unite": sheet.unit.key,
                "theme": table.theme.value,
                "geometrie": shape,
                "etat": "non chargé",
                "texte": table.reason,
            }


def _line_columns() -> tuple[str, ...]:
    return (
        *(
            "theme",
            "geometrie",
            "code",
            "sous_code",
            "libelle_code",
            "libelle",
            "texte",
            "mesure",
            "unite_mesure",
            "part_pct",
            "etat",
        ),
        *("en_bordure", "document", "version", "date", "etat_document", "origine", "couche", "piece", "objets"),
    )
