"""The parcels that are asked for: from the cadastre of the store by their identifiers, or from a layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY

from smica_qgis.core.cadastre.parcel_id import InvalidParcelIdError, ParcelId, parcel_of_idu14
from smica_qgis.core.cadastre.parcel_parser import parse_parcel
from smica_qgis.core.parcel.field_mapping import text_of
from smica_qgis.core.parcel.sheet import ParcelFacts
from smica_qgis.database.store import Store
from smica_qgis.geodata.parcel.layer_snapshot import Row
from smica_qgis.geodata.parcel.measuring import valid_surface
from smica_qgis.geodata.parcel.rule_layer import Reprojection, geometry_of_wkb

IDENTIFIER_FIELDS = ("idu14", "id", "idu15", "ident", "geo_parcelle", "idu", "id_parcelle", "parcelle")
"""Fields of a layer that may hold the identifier of a parcel: ours, Etalab, openADS, the Cadastre extension."""
_AT_A_TIME = 500
_COLUMNS = (
    "idu14",
    "insee",
    "contenance_m2",
    "arpente",
    "feuille_id",
    "date_creation",
    "millesime",
    "source",
    "geom",
)


@dataclass(frozen=True)
class ParcelShape:
    """One parcel and its ground. repaired: its drawing was invalid and was made valid to be measured."""

    facts: ParcelFacts
    geometry: QgsGeometry
    repaired: bool = False


def parcels_of_store(store: Store, wanted: Sequence[ParcelId]) -> tuple[list[ParcelShape], list[str]]:
    """The parcels in the order asked, and the identifiers that the cadastre of the store does not have."""
    found: dict[str, ParcelShape] = {}
    names = [parcel.idu14 for parcel in wanted]
    for start in range(0, len(names), _AT_A_TIME):
        some = {f"p{place}": name for place, name in enumerate(names[start : start + _AT_A_TIME])}
        where = f"idu14 IN ({', '.join(f':{mark}' for mark in some)})"
        found.update((shape.facts.identifier, shape) for shape in _selected(store, where, some))
    present = [found[name] for name in names if name in found]
    return present, [parcel.full_label for parcel in wanted if parcel.idu14 not in found]


def parcels_of_commune(store: Store, insee: str) -> list[ParcelShape]:
    """All parcels of a commune of the store."""
    return list(_selected(store, "insee = :insee", {"insee": insee}))


def all_parcels(store: Store) -> list[ParcelShape]:
    """All parcels of the store."""
    return list(_selected(store, "", {}))


def parcel_at(store: Store, x: float, y: float) -> ParcelShape | None:
    """The parcel at a point of the store's system, or None."""
    point = QgsGeometry.fromWkt(f"POINT({x!r} {y!r})")
    box = (x, y, x, y)
    rows = store.select("cad_parcelle", ("idu14", "geom"), box=box)
    for identifier, wkb in rows:
        if geometry_of_wkb(wkb).intersects(point):
            present, _ = parcels_of_store(store, [parcel_of_idu14(identifier)])
            return present[0]
    return None


def parcel_at_point(store: Store, x: float, y: float, crs: str) -> ParcelShape | None:
    """The parcel at a point of another system, `EPSG:3857`, or None."""
    own = QgsCoordinateReferenceSystem.fromEpsgId(store.srid)
    moved = Reprojection(QgsCoordinateReferenceSystem(crs), own).forward(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
    if moved.isNull():
        return None
    point = moved.asPoint()
    return parcel_at(store, point.x(), point.y())


def parcels_of_rows(rows: Sequence[Row]) -> list[ParcelShape]:
    """Parcels of a layer of any origin; those without an identifier that is understood are called by their row."""
    return [
        _shape(_facts_of_row(number, values), geometry)
        for number, values, geometry in rows
        if not geometry.isNull() and not geometry.isEmpty()
    ]


def identifiers_of_rows(rows: Iterable[Row]) -> list[str]:
    """Identifiers (14 characters) of the parcels of a layer of any origin; rows that name none are left out."""
    found = (_facts_of_row(number, values) for number, values, _geometry in rows)
    return list(dict.fromkeys(facts.identifier for facts in found if facts.insee))


def _selected(store: Store, where: str, parameters: Mapping[str, str]) -> Iterator[ParcelShape]:
    communes = {insee: text_of(name) for insee, name in store.rows("SELECT insee, nom FROM cad_commune")}
    buildings = _Buildings(store, where, parameters)
    for row in store.select("cad_parcelle", _COLUMNS, where=where, parameters=parameters):
        identifier, insee, contenance, surveyed, sheet, created, millesime, source, wkb = row
        count, built = buildings.of(identifier, insee)
        facts = ParcelFacts(
            identifier=identifier,
            label=parcel_of_idu14(identifier).label,
            area=0.0,
            insee=insee,
            commune=communes.get(insee, ""),
            contenance=contenance,
            surveyed=None if surveyed is None else bool(surveyed),
            millesime=text_of(millesime),
            source=text_of(source),
            sheet=text_of(sheet),
            created=text_of(created),
            buildings=count,
            built=built,
        )
        yield _shape(facts, geometry_of_wkb(wkb))


class _Buildings:
    """Buildings by parcel. A commune of which no building was loaded has an unknown number of them, not none."""

    def __init__(self, store: Store, where: str, parameters: Mapping[str, str]) -> None:
        self._store = store
        self._loaded: dict[str, bool] = {}
        self._found: dict[str, tuple[int, float]] = {}
        for identifier, wkb in store.select("cad_batiment", ("idu14", "geom"), where=where, parameters=parameters):
            count, area = self._found.get(identifier, (0, 0.0))
            self._found[identifier] = (count + 1, area + max(0.0, geometry_of_wkb(wkb).area()))

    def of(self, identifier: str, insee: str) -> tuple[int | None, float]:
        """Number and ground area of the buildings of a parcel."""
        if identifier in self._found:
            return self._found[identifier]
        if insee not in self._loaded:
            one = self._store.rows("SELECT 1 FROM cad_batiment WHERE insee = :insee LIMIT 1", {"insee": insee})
            self._loaded[insee] = next(iter(one), None) is not None
        return (0, 0.0) if self._loaded[insee] else (None, 0.0)


def _facts_of_row(number: int, values: Mapping[str, object]) -> ParcelFacts:
    written = next((text for name in IDENTIFIER_FIELDS if (text := text_of(values.get(name)))), "")
    try:
        parcel = parse_parcel(written)
    except InvalidParcelIdError:
        name = written or f"objet {number}"
        return ParcelFacts(identifier=name, label=name, area=0.0)
    contenance = values.get("contenance_m2", values.get("contenance"))
    return ParcelFacts(
        identifier=parcel.idu14,
        label=parcel.label,
        area=0.0,
        insee=parcel.insee,
        contenance=int(contenance) if isinstance(contenance, (int, float)) else None,
        millesime=text_of(values.get("millesime")),
        source="couche",
    )


def _shape(facts: ParcelFacts, geometry: QgsGeometry) -> ParcelShape:
    valid, repaired = valid_surface(geometry)
    return ParcelShape(replace(facts, area=max(0.0, valid.area())), valid, repaired)
