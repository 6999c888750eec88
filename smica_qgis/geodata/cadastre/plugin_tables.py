"""The cadastre as the extension Cadastre of QGIS (QgisCadastrePlugin) keeps it, turned into our objects.

Its keys are MAJIC's, with the direction of public finances, and the year before it until version 1.7. Only the plan
is read: the tables of owners (MAJIC) are never looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from osgeo import gdal, ogr

from smica_qgis.core.cadastre.objects import (
    Anomaly,
    Batiment,
    CadastreObject,
    Commune,
    Feuille,
    Lieudit,
    Numvoie,
    ObjectBatch,
    ObjectType,
    Parcelle,
    Section,
)
from smica_qgis.core.cadastre.parcel_id import InvalidParcelIdError, ParcelId, parcel_of_idu14
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError
from smica_qgis.geodata.cadastre.geometries import invalidity, multiple_wkb, transformation
from smica_qgis.geodata.cadastre.sheet_mosaic import point_in
from smica_qgis.geodata.gdal_messages import gdal_messages, gdal_silent

OBJECTS_AT_A_TIME = 2000
_LENGTHS = {"commune": 6, "section": 11, "feuille": 13, "parcelle": 15}
"""Of a key without its year."""
_SQLITE_HEAD = b"SQLite format 3\0"

Row = tuple[Any, ...]


class PluginDatabase(Protocol):
    """A database of the extension. A geometry comes as WKB in the system of the store."""

    name: str

    def has(self, table: str) -> bool:
        """Whether a table is there."""

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """Rows of a table; the column `geom` is its geometry. Raises UnreadableSheetError."""


class SpatialitePlugin:
    """See PluginDatabase: a SpatiaLite file, opened for reading only."""

    def __init__(self, path: Path, srid: int) -> None:
        """Raise UnreadableSheetError when it is not one."""
        self.name = path.name
        self._srid = srid
        with gdal_messages() as said:
            try:
                self._dataset = gdal.OpenEx(
                    str(path),
                    gdal.OF_VECTOR | gdal.OF_READONLY,
                    allowed_drivers=["SQLite"],
                    open_options=["LIST_ALL_TABLES=YES"],
                )
            except RuntimeError as error:
                said.append(str(error))
                self._dataset = None
        if self._dataset is None or not self.has("geo_parcelle"):
            message = "ce n'est pas une base de l'extension Cadastre de QGIS (pas de table geo_parcelle)"
            raise UnreadableSheetError(message, " / ".join(said[-3:]))

    def has(self, table: str) -> bool:
        """See PluginDatabase."""
        with gdal_silent():
            try:
                return self._dataset.GetLayerByName(table) is not None
            except RuntimeError:
                return False

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """See PluginDatabase."""
        layer = self._dataset.GetLayerByName(table)
        declared = layer.GetSpatialRef()
        to_store = None if declared is None else transformation(declared, self._srid)
        fields = layer.GetLayerDefn()
        places = [None if name == "geom" else fields.GetFieldIndex(name) for name in columns]
        for feature in layer:
            yield tuple(self._value(feature, place, to_store) for place in places)

    def _value(self, feature: ogr.Feature, place: int | None, to_store: object) -> object:
        if place is not None:
            return None if place < 0 else feature.GetField(place)
        geometry = feature.GetGeometryRef()
        if geometry is None or geometry.IsEmpty():
            return None
        if to_store is not None:
            geometry.Transform(to_store)
        return multiple_wkb(geometry)


def is_spatialite(path: Path) -> bool:
    """Whether a file is a database of SQLite, whatever its name; a GeoPackage is not meant."""
    if path.suffix.lower() == ".gpkg":
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(len(_SQLITE_HEAD)) == _SQLITE_HEAD
    except OSError:
        return False


def read_plugin_table(database: PluginDatabase, kind: ObjectType) -> Iterator[ObjectBatch]:
    """The objects of a kind, in batches; nothing when the database has no such table. Raises UnreadableSheetError."""
    table, columns, make = TABLES_OF_PLUGIN[kind]
    if not database.has(table):
        return
    links = _links(database, table)
    objects: list[CadastreObject] = []
    anomalies: list[Anomaly] = []
    for row in database.rows(table, columns):
        key, wkb = str(row[0] or ""), row[-1]
        if wkb is None:
            anomalies.append(Anomaly("NO_GEOMETRY", key[-40:], table))
            continue
        try:
            made = make(row, links)
        except InvalidParcelIdError as error:
            anomalies.append(Anomaly("INVALID_ID", key[-40:], error.message))
            continue
        if made is None:
            continue
        if kind is Parcelle:
            with gdal_silent():
                fault = invalidity(ogr.CreateGeometryFromWkb(wkb), str(made[0]))
            anomalies += [fault] if fault is not None else []
        objects.append(made)
        if len(objects) == OBJECTS_AT_A_TIME:
            yield ObjectBatch(kind, objects, anomalies)
            objects, anomalies = [], []
    yield ObjectBatch(kind, objects, anomalies)


def _links(database: PluginDatabase, table: str) -> dict[object, str]:
    """Object → its first parcel, or its commune, for the tables whose rows do not say where they are."""
    if table == "geo_lieudit":
        return _communes_of_places(database)
    relation = f"{table}_parcelle"
    if table not in ("geo_batiment", "geo_numvoie") or not database.has(relation):
        return {}
    found: dict[object, str] = {}
    for key, parcel in database.rows(relation, (table, "geo_parcelle")):
        found.setdefault(key, str(parcel))
    return found


def _communes_of_places(database: PluginDatabase) -> dict[object, str]:
    """Named place → INSEE code of the commune that it lies in: nothing but the map says it."""
    if not database.has("geo_commune"):
        return {}
    found: dict[object, str] = {}
    with gdal_silent():
        communes = [
            (without_direction(str(key), "commune"), ogr.CreateGeometryFromWkb(wkb))
            for key, wkb in database.rows("geo_commune", ("geo_commune", "geom"))
            if wkb is not None
        ]
        boxes = [(insee, shape, shape.GetEnvelope()) for insee, shape in communes]
    for key, wkb in database.rows("geo_lieudit", ("geo_lieudit", "geom")):
        if wkb is None:
            continue
        x, y = point_in(wkb)
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(x, y)
        with gdal_silent():
            near = (
                (insee, shape)
                for insee, shape, (west, east, south, north) in boxes
                if west <= x <= east and south <= y <= north
            )
            insee = next((insee for insee, shape in near if shape.Contains(point)), None)
        if insee is not None:
            found[key] = insee
    return found


def without_direction(key: str, what: str) -> str:
    """A key as the store writes it: 2024120202000AB0001 and 120202000AB0001 are 12202000AB0001."""
    bare = key[-_LENGTHS[what] :]
    if len(bare) != _LENGTHS[what]:
        message = f"« {key} » n'est pas une clé de l'extension Cadastre."
        raise InvalidParcelIdError(message)
    return bare[:2] + bare[3:]


def _parcel(key: str) -> ParcelId:
    return parcel_of_idu14(without_direction(key, "parcelle"))


def _date(value: object) -> str | None:
    return str(value)[:10].replace("/", "-") if value else None


def _parcelle(row: Row, links: Mapping[object, str]) -> Parcelle:
    del links
    key, supf, indp, coar, sheet, created, updated, wkb = row
    parcel = _parcel(str(key))
    area = ogr.CreateGeometryFromWkb(wkb).GetArea()
    return Parcelle(
        *(parcel.idu14, parcel.with_direction(str(key)[-13]), parcel.insee, parcel.prefixe, parcel.section),
        *(parcel.numero, parcel.label, None if supf is None else round(float(supf)), round(area, 2)),
        *(coar == "A", None if indp is None else indp == "01"),
        *(without_direction(str(sheet), "feuille") if sheet else None, _date(created), _date(updated)),
        wkb,
    )


def _batiment(row: Row, links: Mapping[object, str]) -> Batiment | None:
    key, hardness, name, created, updated, wkb = row
    parcel = links.get(key)
    if parcel is None:
        return None  # nothing says which commune it is in
    insee = _parcel(parcel).insee
    return Batiment(
        *(f"{insee}-{key}"[-60:], hardness, name, insee, None, _date(created), _date(updated), None, None, wkb)
    )


def _numvoie(row: Row, links: Mapping[object, str]) -> Numvoie | None:
    key, number, wkb = row
    parcel = links.get(key)
    if parcel is None:
        return None
    found = _parcel(parcel)
    return Numvoie(number, found.idu14, found.insee, None, wkb)


def _lieudit(row: Row, links: Mapping[object, str]) -> Lieudit | None:
    key, name, created, updated, wkb = row
    insee = links.get(key)
    if insee is None:
        return None
    return Lieudit(name or None, insee, None, _date(created), _date(updated), wkb)


def _commune(row: Row, links: Mapping[object, str]) -> Commune:
    del links
    key, name, wkb = row
    return Commune(without_direction(str(key), "commune"), name, wkb)


def _section(row: Row, links: Mapping[object, str]) -> Section:
    del links
    key, wkb = row
    identifier = without_direction(str(key), "section")
    section = identifier[8:]
    return Section(identifier, identifier[:5], identifier[5:8], section, section.lstrip("0") or section, wkb)


def _feuille(row: Row, links: Mapping[object, str]) -> Feuille:
    del links
    key, quality, way, scale, updated, wkb = row
    identifier = without_direction(str(key), "feuille")
    parts = identifier[:5], identifier[5:8], identifier[8:10], identifier[10:]
    return Feuille(identifier, *parts, quality, way, None if scale is None else int(scale), _date(updated), wkb)


Make = Callable[[Row, Mapping[object, str]], "CadastreObject | None"]
TABLES_OF_PLUGIN: Mapping[ObjectType, tuple[str, tuple[str, ...], Make]] = {
    Commune: ("geo_commune", ("geo_commune", "tex2", "geom"), _commune),
    Section: ("geo_section", ("geo_section", "geom"), _section),
    Feuille: ("geo_subdsect", ("geo_subdsect", "geo_qupl", "geo_copl", "eor", "update_dat", "geom"), _feuille),
    Parcelle: (
        "geo_parcelle",
        ("geo_parcelle", "supf", "geo_indp", "coar", "geo_subdsect", "creat_date", "update_dat", "geom"),
        _parcelle,
    ),
    Batiment: ("geo_batiment", ("geo_batiment", "geo_dur", "tex", "creat_date", "update_dat", "geom"), _batiment),
    Lieudit: ("geo_lieudit", ("geo_lieudit", "tex", "creat_date", "update_dat", "geom"), _lieudit),
    Numvoie: ("geo_numvoie", ("geo_numvoie", "tex", "geom"), _numvoie),
}
"""Kind → table of the extension, its columns (the key first, the geometry last) and what makes an object of a row."""
