"""The tables of a template: a GeoPackage with one layer for each table of a standard, and its lists of codes.

What the file itself refuses is only what never hinders who draws: a width is told to the forms, and IDURBA, which has a
default value, is never empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import ogr, osr

from smica_qgis.core.document_model.model import CodeList, ColumnType, DocumentModel, FileModel
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.planning.document_name import DocumentName
from smica_qgis.core.planning.form_tabs import tabs_of
from smica_qgis.core.planning.template_fields import LABEL, LIST_PREFIX, TemplateField, dependent_keys, template_fields
from smica_qgis.geodata.gdal_messages import gdal_silent

GEOMETRY = "geom"
IDURBA = "IDURBA"
_TYPES = {
    ColumnType.INTEGER: ogr.OFTInteger,
    ColumnType.DOUBLE: ogr.OFTReal,
    ColumnType.DATE: ogr.OFTDate,
}
_GEOMETRIES = {
    ColumnType.POINT: ogr.wkbPoint,
    ColumnType.LINESTRING: ogr.wkbLineString,
    ColumnType.POLYGON: ogr.wkbPolygon,
    ColumnType.MULTIPOINT: ogr.wkbMultiPoint,
    ColumnType.MULTILINESTRING: ogr.wkbMultiLineString,
    ColumnType.MULTIPOLYGON: ogr.wkbMultiPolygon,
}
_DRAWN_AS_POINTS = (ColumnType.MULTIPOINT,)
"""The standard wants points: a layer of multiple points would let somebody draw two as one object."""


def write_template_tables(path: Path, model: DocumentModel, name: DocumentName, crs: str) -> None:
    """Write the tables and the lists in a new file. Raises SmicaError."""
    driver = ogr.GetDriverByName("GPKG")
    with gdal_silent():
        dataset = driver.CreateDataSource(str(path)) if driver else None
        if dataset is None:
            message = f"Le GeoPackage {path.name} ne peut être écrit."
            raise SmicaError(message)
        system = _system(crs)
        for file in model.tables:
            _write_layer(dataset, file, in_form_order(template_fields_of(file, model, name)), system)
        for codes in needed_lists(model):
            _write_list(dataset, codes)
        dataset = None  # GDAL closes the file once the last reference is gone


def template_fields_of(file: FileModel, model: DocumentModel, name: DocumentName) -> tuple[TemplateField, ...]:
    """The fields of a table of a model."""
    return template_fields(file.table, model, name) if file.table is not None else ()


def in_form_order(fields: Sequence[TemplateField]) -> list[TemplateField]:
    """Fields in the order in which a form shows them."""
    known = {field.name: field for field in fields}
    return [known[name] for tab in tabs_of(known) for name in tab.columns]


def needed_lists(model: DocumentModel) -> list[CodeList]:
    """The lists that depend on another column: a form reads them in a layer."""
    found: dict[str, CodeList] = {}
    for file in model.tables:
        for key in dependent_keys(file.table, model) if file.table is not None else ():
            codes = model.code_list(key.table)
            if codes is not None:
                found[codes.name] = codes
    return list(found.values())


def _system(crs: str) -> Any:  # noqa: ANN401 - GDAL publishes no types
    system = osr.SpatialReference()
    if system.SetFromUserInput(crs) != ogr.OGRERR_NONE:
        message = f"Le système de coordonnées {crs} n'est pas connu."
        raise SmicaError(message)
    return system


def _write_layer(dataset: Any, file: FileModel, fields: Sequence[TemplateField], system: Any) -> None:  # noqa: ANN401
    kind = next((c.type for c in file.table.columns if c.type.is_geometry), None) if file.table is not None else None
    geometry = ogr.wkbNone if kind is None else _GEOMETRIES.get(kind, ogr.wkbUnknown)
    if kind in _DRAWN_AS_POINTS:
        geometry = ogr.wkbPoint
    options = [f"GEOMETRY_NAME={GEOMETRY}", "FID=fid", f"IDENTIFIER={file.title or file.name}"]
    layer = dataset.CreateLayer(file.name, None if kind is None else system, geometry, options)
    if layer is None:
        message = f"La table {file.name} du modèle ne peut être écrite."
        raise SmicaError(message)
    for field in fields:
        layer.CreateField(_field_definition(field))


def _field_definition(field: TemplateField) -> Any:  # noqa: ANN401
    definition = ogr.FieldDefn(field.name, _TYPES.get(field.type, ogr.OFTString))
    definition.SetAlternativeName(field.alias)
    if field.type is ColumnType.BOOLEAN:
        definition.SetType(ogr.OFTInteger)
        definition.SetSubType(ogr.OFSTBoolean)
    if field.width:
        definition.SetWidth(field.width)
    if field.name == IDURBA and field.default and field.required:
        definition.SetNullable(0)
        definition.SetDefault(field.default)
    return definition


def _write_list(dataset: Any, codes: CodeList) -> None:  # noqa: ANN401
    """A list as a table: its columns, and labels that begin with the sub-code."""
    layer = dataset.CreateLayer(f"{LIST_PREFIX}{codes.name}", None, ogr.wkbNone, ["FID=fid"])
    for name in codes.header:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    place = [name.upper() for name in codes.header].index(LABEL)
    layer.StartTransaction()
    for row in codes.rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for rank, cell in enumerate(row[: len(codes.header)]):
            feature.SetField(rank, f"{row[1]} — {cell}" if rank == place else cell)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
