"""One GeoJSON file of Etalab's cadastre, a commune or a department, read some objects at a time.

Fields: datagouv/cadastre 0.20. `section` and `numero` are trimmed there, so that texts are made of `id`.
"""

from __future__ import annotations

import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from smica_qgis.core.cadastre.objects import (
    Anomaly,
    Batiment,
    CadastreObject,
    Commune,
    Feuille,
    Lieudit,
    ObjectBatch,
    ObjectType,
    Parcelle,
    Section,
    Subdfisc,
)
from smica_qgis.core.cadastre.parcel_id import InvalidParcelIdError, parcel_of_idu14
from smica_qgis.core.cadastre.sheet import WGS_84
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.geodata.cadastre.bounds import BOUNDS, MEGABYTE
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError
from smica_qgis.geodata.cadastre.geometries import invalidity, multiple_wkb, system_of, transformation
from smica_qgis.geodata.gdal_messages import gdal_messages, gdal_silent

OBJECTS_AT_A_TIME = 2000
_CHUNK = 1024 * 1024
_GZIP = b"\x1f\x8b"
_GZIP_HEADER = 31
_SECTION_LENGTH, _SHEET_LENGTH = 10, 12

Values = Mapping[str, Any]
Make = Callable[[Values, ogr.Geometry, bytes, "list[Anomaly]"], "CadastreObject | None"]


def read_etalab_file(path: Path, layer: str, srid: int, progress: Progress) -> Iterator[ObjectBatch]:
    """The objects of a file (.json or .json.gz), in batches. layer: name of Etalab; srid: of the store.

    Raises UnreadableSheetError, CancelledError.
    """
    with tempfile.TemporaryDirectory(prefix="smica_etalab_") as work:
        plain = Path(work) / "data.geojson"
        _unpack(path, plain, progress)
        dataset = _opened(plain)
        yield from _EtalabReader(dataset, layer, srid).batches(progress)


def _unpack(path: Path, target: Path, progress: Progress) -> None:
    """Copy a file, gunzipped when it is gzipped, within bounds."""
    damaged = "le fichier est tronqué ou abîmé : téléchargez-le de nouveau"
    try:
        with path.open("rb") as source, target.open("wb") as out:
            head = source.read(2)
            source.seek(0)
            if head != _GZIP:
                shutil.copyfileobj(source, out, _CHUNK)
                return
            decompressor, size = zlib.decompressobj(_GZIP_HEADER), 0
            while not decompressor.eof:
                stop_if_cancelled(progress)
                packed = decompressor.unconsumed_tail or source.read(_CHUNK)
                if not packed:
                    raise UnreadableSheetError(damaged)
                piece = decompressor.decompress(packed, _CHUNK)
                size += len(piece)
                if size > BOUNDS.etalab:
                    message = f"le fichier dépasse {BOUNDS.etalab // MEGABYTE} Mo une fois décompressé"
                    raise UnreadableSheetError(message)
                out.write(piece)
    except (OSError, zlib.error) as error:
        raise UnreadableSheetError(damaged, str(error)) from error


def _opened(path: Path) -> gdal.Dataset:
    with gdal_messages() as said:
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=["GeoJSON"])
        except RuntimeError as error:
            said.append(str(error))
            dataset = None
    if dataset is None or dataset.GetLayerCount() != 1:
        message = "ce n'est pas un GeoJSON lisible : téléchargez-le de nouveau"
        raise UnreadableSheetError(message, " / ".join(said[-3:]))
    return dataset


class _EtalabReader:
    """Reads the one layer of a file, some objects at a time.

    What GDAL says is listened to only while a batch is read: a handler of GDAL that stays while others work, or is
    taken away by another thread when a reading is given up, breaks the memory of the process.
    """

    def __init__(self, dataset: gdal.Dataset, layer: str, srid: int) -> None:
        self._dataset = dataset  # a layer does not keep it alive
        self._source = dataset.GetLayer(0)
        self._layer = layer
        self._kind, self._make = _LAYERS[layer]
        fields = self._source.GetLayerDefn()
        self._names = [fields.GetFieldDefn(place).GetName() for place in range(fields.GetFieldCount())]
        declared = self._source.GetSpatialRef() or system_of(WGS_84)
        self._to_store = None if srid == WGS_84 else transformation(declared, srid)

    def batches(self, progress: Progress) -> Iterator[ObjectBatch]:
        """Read until the end. Raises UnreadableSheetError, CancelledError."""
        while True:
            stop_if_cancelled(progress)
            features = self._some_features()
            with gdal_silent():
                batch = self._batch(features)
            yield batch
            if len(features) < OBJECTS_AT_A_TIME:
                return

    def _some_features(self) -> list[ogr.Feature]:
        with gdal_messages() as said:
            try:
                features = list(islice(self._source, OBJECTS_AT_A_TIME))
            except RuntimeError as error:
                said.append(str(error))
        if said:  # a file larger than GDAL's memory is read as it goes: that it is cut is only seen here
            message = "le fichier s'arrête avant sa fin : téléchargez-le de nouveau"
            raise UnreadableSheetError(message, " / ".join(said[-3:]))
        return features

    def _batch(self, features: list[ogr.Feature]) -> ObjectBatch:
        objects: list[CadastreObject] = []
        anomalies: list[Anomaly] = []
        for feature in features:
            values = _Values(zip(self._names, (feature.GetField(place) for place in range(len(self._names)))))
            identifier = str(values["id"] or feature.GetFID())
            geometry = feature.GetGeometryRef()
            if geometry is None or geometry.IsEmpty():
                anomalies.append(Anomaly("NO_GEOMETRY", identifier, self._layer))
                continue
            if self._to_store is not None:
                geometry.Transform(self._to_store)
            fault = invalidity(geometry, identifier)
            anomalies += [fault] if fault is not None else []
            made = self._make(values, geometry, multiple_wkb(geometry), anomalies)
            if made is not None:
                objects.append(made)
        return ObjectBatch(self._kind, objects, anomalies)


class _Values(dict[str, Any]):
    """A field that a file lacks is a null."""

    def __missing__(self, name: str) -> None:
        return None


def _dates(values: Values) -> tuple[str | None, str | None]:
    return _date(values["created"]), _date(values["updated"])


def _date(value: object) -> str | None:
    """A date, which GDAL prints with slashes."""
    return str(value)[:10].replace("/", "-") if value else None


def _parcelle(values: Values, geometry: ogr.Geometry, wkb: bytes, anomalies: list[Anomaly]) -> Parcelle | None:
    try:
        parcel = parcel_of_idu14(str(values["id"] or "").upper())
    except InvalidParcelIdError as error:
        anomalies.append(Anomaly("INVALID_ID", str(values["id"] or ""), error.message))
        return None
    contenance, arpente = values["contenance"], values["arpente"]
    if contenance is None:
        anomalies.append(Anomaly("NO_CONTENANCE", parcel.idu14))
    return Parcelle(
        parcel.idu14,
        parcel.idu15,
        parcel.insee,
        parcel.prefixe,
        parcel.section,
        parcel.numero,
        parcel.label,
        None if contenance is None else round(float(contenance)),
        round(geometry.GetArea(), 2),
        None if arpente is None else bool(arpente),
        None,
        None,
        *_dates(values),
        wkb,
    )


def _batiment(values: Values, geometry: ogr.Geometry, wkb: bytes, anomalies: list[Anomaly]) -> Batiment:
    del geometry, anomalies
    # Etalab's buildings have no identifier: where one stands is what it is known by
    insee = str(values["commune"] or "")
    uid = f"{insee}-{zlib.crc32(wkb):08x}{len(wkb):x}"
    return Batiment(uid, values["type"], values["nom"], insee, None, *_dates(values), None, None, wkb)


def _lieudit(values: Values, geometry: ogr.Geometry, wkb: bytes, anomalies: list[Anomaly]) -> Lieudit:
    del geometry, anomalies
    return Lieudit(values["nom"], str(values["commune"] or ""), None, *_dates(values), wkb)


def _subdfisc(values: Values, geometry: ogr.Geometry, wkb: bytes, anomalies: list[Anomaly]) -> Subdfisc:
    del geometry, anomalies
    parcel = str(values["parcelle"] or "")
    return Subdfisc(parcel or None, values["lettre"], parcel[:5], None, *_dates(values), wkb)


def _commune(values: Values, geometry: ogr.Geometry, wkb: bytes, anomalies: list[Anomaly]) -> Commune:
    del geometry, anomalies
    return Commune(str(values["id"] or ""), values["nom"], wkb)


def _section(values: Values, geometry: ogr.Geometry, wkb: bytes, anomalies: list[Anomaly]) -> Section | None:
    del geometry
    identifier = str(values["id"] or "")
    if len(identifier) != _SECTION_LENGTH:
        anomalies.append(Anomaly("INVALID_ID", identifier, "section"))
        return None
    section = identifier[8:]
    return Section(identifier, identifier[:5], identifier[5:8], section, section.lstrip("0") or section, wkb)


def _feuille(values: Values, geometry: ogr.Geometry, wkb: bytes, anomalies: list[Anomaly]) -> Feuille | None:
    del geometry
    identifier = str(values["id"] or "")
    if len(identifier) != _SHEET_LENGTH:
        anomalies.append(Anomaly("INVALID_ID", identifier, "feuille"))
        return None
    parts = identifier[:5], identifier[5:8], identifier[8:10], identifier[10:]
    scale = str(values["echelle"] or "")
    return Feuille(
        identifier,
        *parts,
        _code(values["qualite"]),
        _code(values["modeConfection"]),
        int(scale) if scale.isdigit() else None,
        _date(values["updated"]),
        wkb,
    )


def _code(value: object) -> str | None:
    return None if value is None else str(value)[:2]


_LAYERS: Mapping[str, tuple[ObjectType, Make]] = {
    "communes": (Commune, _commune),
    "sections": (Section, _section),
    "feuilles": (Feuille, _feuille),
    "parcelles": (Parcelle, _parcelle),
    "batiments": (Batiment, _batiment),
    "lieux_dits": (Lieudit, _lieudit),
    "subdivisions_fiscales": (Subdfisc, _subdfisc),
}
ETALAB_TYPES: Mapping[str, ObjectType] = {name: kind for name, (kind, _) in _LAYERS.items()}
"""Layer of Etalab → kind of its objects."""
