"""What each layer of an EDIGEO sheet becomes in the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from osgeo import ogr, osr

from smica_qgis.core.cadastre.objects import (
    Anomaly,
    Batiment,
    CadastreObject,
    Commune,
    DetailLigne,
    DetailPoint,
    DetailSurface,
    Feuille,
    Lieudit,
    Numvoie,
    ObjectType,
    Parcelle,
    Section,
    Subdfisc,
    Voie,
)
from smica_qgis.core.cadastre.parcel_id import InvalidParcelIdError, parcel_id
from smica_qgis.geodata.cadastre.edigeo_files import NUMVOIE_PARCELLE, SUBDFISC_PARCELLE
from smica_qgis.geodata.cadastre.geometries import invalidity, multiple_wkb

Values = Mapping[str, Any]
_TEXTS = ("TEX", *(f"TEX{number}" for number in range(2, 11)))
_DATES = ("CREAT_DATE", "UPDATE_DATE")
_EARLIEST_DATE = 10000101


@dataclass
class SheetContext:
    """What the objects of a sheet share. links: kind of relation → pairs of RID; parcels: RID → idu14."""

    insee: str
    sheet_id: str
    links: Mapping[str, list[tuple[str, str]]]
    to_store: osr.CoordinateTransformation | None
    parcels: dict[str, str] = field(default_factory=dict)
    anomalies: list[Anomaly] = field(default_factory=list)
    _linked: dict[str, dict[str, str]] = field(default_factory=dict)

    def parcel_linked_to(self, kind: str, rid: str) -> str | None:
        """The first parcel that the plan links to an object."""
        if kind not in self._linked:
            known = self._linked[kind] = {}
            for first, second in self.links.get(kind, ()):
                parcel, other = (first, second) if first in self.parcels else (second, first)
                if parcel in self.parcels:
                    known.setdefault(other, self.parcels[parcel])
        return self._linked[kind].get(rid)


Make = Callable[[SheetContext, Values, ogr.Geometry, bytes], "CadastreObject | None"]


@dataclass(frozen=True)
class EdigeoLayer:
    """A layer of EDIGEO. fields: those asked for; needed: read even when its own kind is not wanted."""

    type: ObjectType
    fields: tuple[str, ...]
    make: Make
    needed: bool = False
    check_validity: bool = False


class LayerReader:
    """Reads one layer of one sheet."""

    def __init__(self, layer: ogr.Layer, definition: EdigeoLayer, context: SheetContext) -> None:
        self._layer = layer
        self._definition = definition
        self._context = context
        fields = layer.GetLayerDefn()
        self._places = [(name, fields.GetFieldIndex(name)) for name in ("OBJECT_RID", *definition.fields)]

    def read(self) -> list[CadastreObject]:
        """All objects; what prevents one is an anomaly."""
        return [found for found in self._objects() if found is not None]

    def _objects(self) -> Iterator[CadastreObject | None]:
        context, make, check = self._context, self._definition.make, self._definition.check_validity
        self._layer.ResetReading()
        for feature in self._layer:
            # which columns a sheet has varies from sheet to sheet
            values = {name: None if place < 0 else feature.GetField(place) for name, place in self._places}
            geometry = feature.GetGeometryRef()
            if geometry is None or geometry.IsEmpty():
                self._tell("NO_GEOMETRY", values)
                continue
            if context.to_store is not None:
                geometry.Transform(context.to_store)
            if check:
                fault = invalidity(geometry, self._identifier(values))
                context.anomalies += [fault] if fault is not None else []
            yield make(context, values, geometry, multiple_wkb(geometry))

    def _identifier(self, values: Values) -> str:
        return str(values.get("IDU") or values["OBJECT_RID"])

    def _tell(self, code: str, values: Values) -> None:
        self._context.anomalies.append(Anomaly(code, self._identifier(values), self._layer.GetName()))


def _date(value: object) -> str | None:
    """A date of EDIGEO, an integer YYYYMMDD, as ISO text."""
    if not isinstance(value, int) or value < _EARLIEST_DATE:
        return None
    text = str(value)
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"


def _dates(values: Values) -> tuple[str | None, str | None]:
    return _date(values["CREAT_DATE"]), _date(values["UPDATE_DATE"])


def _text(values: Values) -> str | None:
    """A text cut into up to ten parts."""
    return " ".join(str(values[name]) for name in _TEXTS if values[name]) or None


def _commune(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> Commune:
    del geometry
    return Commune(context.insee, values["TEX2"], wkb)


def _section(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> Section:
    del geometry
    identifier = context.sheet_id[:10]
    section = identifier[8:]
    label = values["TEX"] or section.lstrip("0") or section
    return Section(identifier, context.insee, identifier[5:8], section, label, wkb)


def _feuille(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> Feuille:
    del geometry
    identifier = context.sheet_id
    scale = str(values["EOR"] or "")
    return Feuille(
        identifier,
        context.insee,
        identifier[5:8],
        identifier[8:10],
        identifier[10:],
        values["QUPL"],
        values["COPL"],
        int(scale) if scale.isdigit() else None,
        _date(values["UPDATE_DATE"]),
        wkb,
    )


def _parcelle(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> Parcelle | None:
    idu = str(values["IDU"] or "")
    try:
        parcel = parcel_id(context.insee[:2] + idu[:3], idu[3:6], idu[6:8], idu[8:])
    except InvalidParcelIdError as error:
        context.anomalies.append(Anomaly("INVALID_ID", idu, error.message))
        return None
    context.parcels[values["OBJECT_RID"]] = parcel.idu14
    contenance = values["SUPF"]
    if contenance is None:
        context.anomalies.append(Anomaly("NO_CONTENANCE", parcel.idu14))
    if parcel.section_id != context.sheet_id[:10]:
        context.anomalies.append(Anomaly("ID_SECTION", parcel.idu14, context.sheet_id))
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
        values["COAR"] == "A",
        values["INDP"] == "01",
        context.sheet_id,
        *_dates(values),
        wkb,
    )


def _batiment(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> Batiment:
    del geometry
    uid = f"{context.sheet_id}-{values['OBJECT_RID']}"
    return Batiment(
        uid, values["DUR"], values["TEX"], context.insee, context.sheet_id, *_dates(values), None, None, wkb
    )


def _lieudit(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> Lieudit:
    del geometry
    return Lieudit(_text(values), context.insee, context.sheet_id, *_dates(values), wkb)


def _subdfisc(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> Subdfisc:
    del geometry
    parcel = context.parcel_linked_to(SUBDFISC_PARCELLE, values["OBJECT_RID"])
    return Subdfisc(parcel, values["TEX"], context.insee, context.sheet_id, *_dates(values), wkb)


def _numvoie(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> Numvoie:
    del geometry
    parcel = context.parcel_linked_to(NUMVOIE_PARCELLE, values["OBJECT_RID"])
    return Numvoie(values["TEX"], parcel, context.insee, context.sheet_id, wkb)


def _voie(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> Voie:
    del geometry
    return Voie(values["TEX"], context.insee, context.sheet_id, wkb)


def _detail(kind: type[DetailSurface | DetailLigne | DetailPoint], name: str) -> EdigeoLayer:
    def make(context: SheetContext, values: Values, geometry: ogr.Geometry, wkb: bytes) -> CadastreObject:
        del geometry
        return kind(name, values["SYM"], _text(values), values["ORI"], context.insee, context.sheet_id, wkb)

    return EdigeoLayer(kind, ("SYM", "ORI", *_TEXTS), make)


LAYERS: Mapping[str, EdigeoLayer] = {
    "COMMUNE_id": EdigeoLayer(Commune, ("TEX2",), _commune),
    "SECTION_id": EdigeoLayer(Section, ("TEX",), _section),
    "SUBDSECT_id": EdigeoLayer(Feuille, ("IDU", "QUPL", "COPL", "EOR", "UPDATE_DATE"), _feuille, check_validity=True),
    "PARCELLE_id": EdigeoLayer(
        Parcelle, ("IDU", "SUPF", "COAR", "INDP", *_DATES), _parcelle, needed=True, check_validity=True
    ),
    "BATIMENT_id": EdigeoLayer(Batiment, ("DUR", "TEX", *_DATES), _batiment, check_validity=True),
    "LIEUDIT_id": EdigeoLayer(Lieudit, (*_TEXTS, *_DATES), _lieudit),
    "SUBDFISC_id": EdigeoLayer(Subdfisc, ("TEX", *_DATES), _subdfisc),
    "NUMVOIE_id": EdigeoLayer(Numvoie, ("TEX",), _numvoie),
    "VOIEP_id": EdigeoLayer(Voie, ("TEX",), _voie),
    **{f"{name}_id": _detail(DetailSurface, name) for name in ("TSURF", "TRONFLUV", "TRONROUTE", "CHARGE")},
    **{f"{name}_id": _detail(DetailLigne, name) for name in ("TLINE", "ZONCOMMUNI")},
    **{
        f"{name}_id": _detail(DetailPoint, name) for name in ("BORNE", "BOULON", "CROIX", "PTCANV", "SYMBLIM", "TPOINT")
    },
}
"""In the order in which they are read: parcels before what refers to them."""
