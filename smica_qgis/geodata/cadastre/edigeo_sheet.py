"""One EDIGEO sheet, read by GDAL into the objects of the store."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from osgeo import gdal, ogr, osr

from smica_qgis.core.cadastre.objects import Anomaly, CadastreObject, ObjectType
from smica_qgis.core.cadastre.sheet import system_of_sheet
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.geodata.cadastre.edigeo_files import (
    announced_objects,
    entry_file,
    exchange_date,
    reference_system,
    relations,
)
from smica_qgis.geodata.cadastre.edigeo_layers import LAYERS, LayerReader, SheetContext
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError
from smica_qgis.geodata.cadastre.geometries import system_of, transformation
from smica_qgis.geodata.cadastre.unpacking import SheetFiles
from smica_qgis.geodata.gdal_messages import gdal_messages, gdal_options

_IDU_LENGTH = 10


@dataclass
class ReadSheet:
    """What a sheet holds. content: its 12-character identifier; date: of the exchange; objects: by kind."""

    content: str
    insee: str
    date: str | None
    objects: dict[ObjectType, list[CadastreObject]]
    anomalies: list[Anomaly] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Number of objects."""
        return sum(len(objects) for objects in self.objects.values())


def read_edigeo_sheet(
    files: SheetFiles, department: str, wanted: Collection[ObjectType], srid: int, progress: Progress
) -> ReadSheet:
    """Read a sheet from its files. department: two characters; wanted: kinds of objects; srid: of the store.

    May run in any thread: GDAL works in its own memory files, and without Python's lock.
    Raises UnreadableSheetError, CancelledError.
    """
    entry = entry_file(files)
    folder = f"/vsimem/smica_edigeo_{secrets.token_hex(8)}"
    with gdal_messages() as said, gdal_options(OGR_EDIGEO_CREATE_LABEL_LAYERS="NO"):
        try:
            for name, content in files.items():
                gdal.FileFromMemBuffer(f"{folder}/{name}", content)
            reader = _SheetReader(_opened(f"{folder}/{entry}", said), files, department, srid)
            return reader.read(wanted, exchange_date(files[entry]), progress)
        finally:
            for name in files:  # each one: removing the folder fails where GDAL raises
                gdal.Unlink(f"{folder}/{name}")


def _opened(path: str, said: list[str]) -> gdal.Dataset:
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=["EDIGEO"])
    except RuntimeError as error:
        said.append(str(error))
        dataset = None
    if dataset is None or dataset.GetLayerCount() == 0:
        message = "GDAL ne peut pas la lire : elle est abîmée, ou ce n'est pas une feuille EDIGEO"
        raise UnreadableSheetError(message, " / ".join(said[-3:]))
    return dataset


class _SheetReader:
    """Reads the layers of one opened sheet."""

    def __init__(self, dataset: gdal.Dataset, files: SheetFiles, department: str, srid: int) -> None:
        self._dataset = dataset  # a layer does not keep it alive
        self._layers = {layer.GetName(): layer for layer in _layers(dataset)}
        self._files = files
        identifier = self._sheet_identifier(department)
        to_store = self._to_store(reference_system(files), identifier[:5], srid)
        self._context = SheetContext(identifier[:5], identifier, relations(files), to_store)

    def read(self, wanted: Collection[ObjectType], date: str | None, progress: Progress) -> ReadSheet:
        """Read the layers wanted, the sheet first and the parcels before what refers to them."""
        context = self._context
        sheet = ReadSheet(context.sheet_id, context.insee, date, {}, context.anomalies)
        for name, definition in LAYERS.items():
            layer = self._layers.get(name)
            # house numbers and fiscal subdivisions need the parcels to be known, wanted or not
            if layer is None or (definition.type not in wanted and not definition.needed):
                continue
            stop_if_cancelled(progress)
            objects = LayerReader(layer, definition, context).read()
            if definition.type in wanted:
                self._tell_lost(name, layer)
                sheet.objects.setdefault(definition.type, []).extend(objects)
        return sheet

    def _tell_lost(self, name: str, layer: ogr.Layer) -> None:
        """Say how many objects of the files GDAL did not give."""
        announced, given = announced_objects(self._files, name), layer.GetFeatureCount()
        if given < announced:
            detail = f"{name} : {announced} objets dans le fichier, {given} lus"
            self._context.anomalies.append(Anomaly("NO_GEOMETRY", self._context.sheet_id, detail))

    def _sheet_identifier(self, department: str) -> str:
        layer = self._layers.get("SUBDSECT_id")
        feature = None if layer is None else layer.GetNextFeature()
        identifier = "" if feature is None else str(feature.GetField("IDU") or "")
        if len(identifier) != _IDU_LENGTH:
            message = "elle n'a pas de limite de feuille (SUBDSECT) : on ne sait pas de quelle commune elle est"
            raise UnreadableSheetError(message)
        if not department:
            message = (
                "son nom ne dit pas le département (edigeo-12202000AB01) : renommez-la, ou donnez le paramètre "
                "Département"
            )
            raise UnreadableSheetError(message)
        return f"{department[:2]}{identifier}"

    def _to_store(self, name: str, insee: str, srid: int) -> osr.CoordinateTransformation | None:
        """From the system that the sheet names to the store's; None when they are the same."""
        epsg = system_of_sheet(name, insee)
        if epsg == srid:
            return None
        declared = system_of(epsg) if epsg is not None else self._layers["SUBDSECT_id"].GetSpatialRef()
        if declared is None:
            message = f"son système de coordonnées « {name} » n'est pas connu"
            raise UnreadableSheetError(message)
        return transformation(declared, srid)


def _layers(dataset: gdal.Dataset) -> Iterator[ogr.Layer]:
    for index in range(dataset.GetLayerCount()):
        yield dataset.GetLayer(index)
