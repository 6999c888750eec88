"""The tables of a round as layers, to look at them on the map beside those of another round."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import ogr, osr

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.geodata.gdal_messages import gdal_messages

_KINDS = {4: ogr.wkbMultiPoint, 5: ogr.wkbMultiLineString, 6: ogr.wkbMultiPolygon}
"""Second word of a WKB → type of the layer; the geometries of a content are always multiple."""


def add_round_layers(path: Path, prefix: str, tables: Sequence[ContentTable], crs: str) -> list[str]:
    """Add the tables that are drawn to a GeoPackage; returns the names of the layers: `tour_1_zone_urba`.

    crs: authority and code of the geometries. Raises SmicaError.
    """
    with gdal_messages() as said:
        try:
            dataset = ogr.Open(str(path), 1)
            system = osr.SpatialReference()
            system.SetFromUserInput(crs)
            dataset.StartTransaction()
            drawn = [table for table in tables if table.geometries is not None and any(table.geometries)]
            names = [_add(dataset, f"{prefix}_{table.name}", table, system) for table in drawn]
            dataset.CommitTransaction()
            dataset = None  # the file is written when its last reference goes
        except (RuntimeError, AttributeError) as error:  # GDAL gives None where it was not told to raise
            message = f"Le GeoPackage {path} ne peut pas être écrit : vérifiez le dossier et la place du disque."
            raise SmicaError(message, "; ".join([*said, str(error)])) from error
    return names


def _add(dataset: Any, name: str, table: ContentTable, system: osr.SpatialReference) -> str:  # noqa: ANN401 - GDAL's
    shapes = table.geometries or ()
    first = next(wkb for wkb in shapes if wkb)
    kind = _KINDS.get(int.from_bytes(first[1:5], "little"), ogr.wkbUnknown)
    layer = dataset.CreateLayer(name, system, kind)
    for column in table.columns:
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    for row, wkb in zip(table.rows, shapes):
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, value in enumerate(row):
            if value is not None:
                feature.SetField(place, value)
        if wkb is not None:
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    return name
