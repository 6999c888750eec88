"""Put the rows of a document in the tables of a GeoPackage made from its standard."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.geodata.gdal_messages import gdal_silent

_ROWS_AT_A_TIME = 1000


def write_template_rows(path: Path, tables: Mapping[str, ContentTable], progress: Progress, *, replacing: bool) -> None:
    """Add rows to the layers of a template, all or none. replacing: the tables given lose the rows that they had.

    Raises SmicaError (a layer is missing, the file is in use), CancelledError.
    """
    with gdal_silent():
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
        if dataset is None:
            message = f"{path.name} ne peut être ouvert en écriture : fermez-le dans les autres logiciels."
            raise SmicaError(message)
        layers = {
            dataset.GetLayer(rank).GetName().upper(): dataset.GetLayer(rank) for rank in range(dataset.GetLayerCount())
        }
        missing = [name.upper() for name in tables if name.upper() not in layers]
        if missing:
            message = f"{path.name} n'a pas les tables {', '.join(missing)} : ce n'est pas un modèle de ce standard."
            raise SmicaError(message)
        if dataset.StartTransaction(True) != ogr.OGRERR_NONE:
            message = f"{path.name} est occupé par un autre logiciel : fermez-le."
            raise SmicaError(message)
        try:
            for name, table in tables.items():
                _write(layers[name.upper()], table, progress, replacing=replacing)
        except BaseException:
            dataset.RollbackTransaction()
            raise
        dataset.CommitTransaction()
        layers.clear()
        dataset = None  # GDAL closes the file once the last reference is gone


def _write(layer: Any, table: ContentTable, progress: Progress, *, replacing: bool) -> None:  # noqa: ANN401
    progress.phase(f"Écriture de {table.name.upper()}", len(table.rows))
    if replacing:
        for fid in [feature.GetFID() for feature in layer]:
            layer.DeleteFeature(fid)
    definition = layer.GetLayerDefn()
    places = [definition.GetFieldIndex(name) for name in table.columns]
    alone = ogr.GT_Flatten(layer.GetGeomType()) == ogr.wkbPoint
    geometries = table.geometries if table.geometries is not None else [None] * len(table.rows)
    for number, (cells, wkb) in enumerate(zip(table.rows, geometries)):
        if number % _ROWS_AT_A_TIME == 0:
            stop_if_cancelled(progress)
            progress.advance(number)
        feature = ogr.Feature(definition)
        for place, cell in zip(places, cells):
            if cell is not None and place >= 0:
                feature.SetField(place, cell)
        if wkb is not None:
            geometry = ogr.CreateGeometryFromWkb(wkb)
            # a layer of points takes the point of a multiple one of one; several stay as they are, and are found
            feature.SetGeometryDirectly(
                geometry.GetGeometryRef(0).Clone() if alone and geometry.GetGeometryCount() == 1 else geometry
            )
        if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
            message = f"La ligne {number + 1} de {table.name.upper()} ne peut être écrite."
            raise SmicaError(message, gdal.GetLastErrorMsg())
