"""What applies to parcels: one land unit, or ten thousand parcels one by one. The journey behind the parcel sheet."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, NamedTuple

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from smica_qgis.core.cadastre.parcel_id import InvalidParcelIdError, ParcelId, is_insee
from smica_qgis.core.cadastre.parcel_parser import NO_CONTEXT, ParcelContext, parse_parcel, parse_parcels
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.parcel.rules import (
    LinkedRule,
    LoadedTable,
    MeasuredRule,
    MissingTable,
    Rule,
    Theme,
    loaded_here,
    missing_tables,
)
from smica_qgis.core.parcel.sheet import ParcelSheet, UnitFacts, make_sheet
from smica_qgis.core.parcel.threshold import THRESHOLD
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.database.open_store import LAMBERT_93, open_store
from smica_qgis.database.store import Store
from smica_qgis.geodata.parcel.layer_snapshot import LayerSnapshot, Row
from smica_qgis.geodata.parcel.measuring import NEAR_METRES, UnitShapes, measure
from smica_qgis.operations.open_catalogue import Catalogue
from smica_qgis.operations.parcel.delivery_rules import DeliveryRules
from smica_qgis.operations.parcel.layer_rules import LayerRules
from smica_qgis.operations.parcel.parcels import (
    IDENTIFIER_FIELDS,
    ParcelShape,
    parcels_of_commune,
    parcels_of_rows,
    parcels_of_store,
)
from smica_qgis.operations.parcel.rule_source import RuleReading, RuleSource, read_sources
from smica_qgis.operations.parcel.service_rules import ServiceRules
from smica_qgis.operations.parcel.store_permits import StorePermits
from smica_qgis.operations.parcel.store_rules import StoreRules
from smica_qgis.operations.parcel.store_sanitation import StoreSanitation

MOST_REPAIRED_NAMED = 5
_LONGEST_LIST = 2_000_000
"""Octets of a file of identifiers."""


@dataclass(frozen=True)
class ParcelLayer:
    """Parcels of a layer. crs: of the layer; rows: reads them in another system."""

    crs: QgsCoordinateReferenceSystem
    rows: Callable[[QgsCoordinateReferenceSystem], Sequence[Row]]


@dataclass(frozen=True)
class ParcelRequest:
    """What is asked.

    parcels: identifiers in any form, the INSEE code of a commune (all its parcels), or the path of a list, one a
    line; layer: parcels of a layer instead; store: its address, empty for none; rule_layers: layers of a project;
    delivery: path; catalogue: whose services give the planning rules in place of the store, None to leave the network
    alone; together: one land unit of all of them, instead of one sheet a parcel.
    """

    parcels: str = ""
    layer: ParcelLayer | None = None
    store: str = ""
    rule_layers: Sequence[LayerSnapshot] = ()
    delivery: str = ""
    catalogue: Catalogue | None = None
    together: bool = False
    context: ParcelContext = NO_CONTEXT


@dataclass
class DescribedParcels:
    """The sheets and the ground of each. not_found: what was asked and is nowhere; seconds: by step."""

    crs: QgsCoordinateReferenceSystem
    sheets: list[ParcelSheet] = field(default_factory=list)
    geometries: list[QgsGeometry] = field(default_factory=list)
    not_found: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def describe_parcels(request: ParcelRequest, progress: Progress | None = None) -> DescribedParcels:
    """Describe parcels. Raises InvalidParameterError, StoreError, UnreadableDeliveryError, CancelledError."""
    progress = progress or SilentProgress()
    if not (request.store or request.rule_layers or request.delivery or request.catalogue):
        message = (
            "Rien ne dit les règles : donnez la base commune, des couches du projet ou une livraison, ou demandez le "
            "Géoportail."
        )
        raise InvalidParameterError(message)
    with ExitStack() as stack:
        store = stack.enter_context(open_store(request.store, read_only=True)) if request.store else None
        crs = _system(request, store)
        clock = time.perf_counter()
        progress.phase("Lecture des parcelles")
        parcels, not_found = _parcels(request, store, crs)
        if not parcels:
            raise SmicaError(_nothing_found(not_found, store))
        described = DescribedParcels(crs, not_found=not_found)
        if request.layer is not None and not request.layer.crs.isValid():
            described.notes.append(
                f"La couche de parcelles n'a pas de système de coordonnées : elle est lue en {crs.authid()}."
            )
        units = [parcels] if request.together else [[parcel] for parcel in parcels]
        described.geometries = [_ground(unit) for unit in units]
        shapes = UnitShapes(described.geometries)
        stop_if_cancelled(progress)
        progress.phase("Lecture des règles")
        sources = list(_sources(request, store, progress))
        if store is not None:
            identifiers = [parcel.facts.identifier for parcel in parcels]
            sources += [StoreSanitation(store, identifiers), StorePermits(store, identifiers)]
        box = shapes.box.buffered(NEAR_METRES)  # what is just beside is told too
        reading = read_sources(sources, box, crs)
        described.seconds["read"] = time.perf_counter() - clock
        _describe(described, units, (shapes, reading), progress)
    return described


def _describe(
    described: DescribedParcels,
    units: Sequence[Sequence[ParcelShape]],
    measured: tuple[UnitShapes, RuleReading],
    progress: Progress,
) -> None:
    """Measure and write the sheets."""
    clock = time.perf_counter()
    shapes, reading = measured
    measures = measure(shapes, reading.layers, progress)
    linked: dict[str, list[LinkedRule]] = {}
    for record in reading.records:
        linked.setdefault(record.parcel, []).append(record)
    known: dict[_Place, _Tables] = {}
    for place, unit in enumerate(units):
        facts = _facts(unit, described.geometries[place], shapes.areas[place])
        where = _Place(
            frozenset(parcel.insee for parcel in facts.parcels), _documents(measures.by_unit[place], facts.area)
        )
        if where not in known:
            known[where] = _loaded_here(reading, where)
        loaded, missing = known[where]
        found = [*measures.by_unit[place], *_of_parcels(linked, facts)]
        described.sheets.append(make_sheet(facts, found, loaded, missing))
    described.seconds["compute"] = time.perf_counter() - clock
    described.notes += dict.fromkeys(reading.notes)
    for layer, names in measures.repaired.items():
        shown = ", ".join(names[:MOST_REPAIRED_NAMED]) + ("…" if len(names) > MOST_REPAIRED_NAMED else "")
        described.notes.append(
            f"{layer} : {len(names)} géométries invalides, rendues valides pour la mesure seulement ({shown})."
        )


class _Place(NamedTuple):
    """communes: INSEE codes; documents: keys of those of which a zone covers it."""

    communes: frozenset[str]
    documents: frozenset[str]


_Tables = tuple[tuple[LoadedTable, ...], tuple[MissingTable, ...]]


def _documents(measured: Sequence[MeasuredRule], area: float) -> frozenset[str]:
    """Documents of the zones of a unit, but for slivers of the neighbour's."""
    zones = [found for found in measured if found.rule.theme is Theme.ZONING]
    least = min(THRESHOLD.share * area, max((zone.value for zone in zones), default=0.0))
    return frozenset(zone.rule.document.key for zone in zones if zone.value >= least)


def _loaded_here(reading: RuleReading, place: _Place) -> _Tables:
    """What is loaded of a place: not a theme that is loaded for another commune, nor a table of another document."""
    elsewhere = {theme for theme, covered in reading.covered.items() if not place.communes <= covered}
    tables = [table for table in reading.loaded if table.theme not in elsewhere]
    reasons = [MissingTable(theme, None, "rien n'est chargé pour cette commune") for theme in elsewhere]
    loaded, absent = loaded_here(tables, place.documents)
    return loaded, missing_tables(loaded, (*reasons, *absent, *reading.missing))


def _of_parcels(linked: Mapping[str, Sequence[LinkedRule]], facts: UnitFacts) -> list[MeasuredRule]:
    """Records of the parcels of a unit, once each; surely tied when one parcel is."""
    exact: dict[tuple[Rule, str], bool] = {}
    for parcel in facts.parcels:
        for found in linked.get(parcel.identifier, ()):
            key = (found.rule, found.record)
            exact[key] = exact.get(key, False) or found.exact
    return [MeasuredRule(rule, 1.0, (record,), near=not sure) for (rule, record), sure in exact.items()]


def read_identifiers(text: str, context: ParcelContext = NO_CONTEXT) -> tuple[list[ParcelId], list[str]]:
    """Parcels of a text or of a file that it names, and the lines that name none (with the reason).

    A file holds one parcel a line, or one in the first column of a CSV. Raises InvalidParameterError,
    InvalidParcelIdError for a text typed by hand.
    """
    path = _path_of(text)
    if path is None:
        return parse_parcels(text, context), []
    try:
        if path.stat().st_size > _LONGEST_LIST:
            message = f"La liste {path.name} est trop longue : coupez-la."
            raise InvalidParameterError(message)
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"La liste {path} ne peut être lue : il faut un fichier de texte en UTF-8."
        raise InvalidParameterError(message, str(error)) from error
    found: dict[ParcelId, None] = {}
    refused = []
    for number, line in enumerate(lines, 1):
        cell = line.replace("\t", ";").split(";")[0].strip().strip('"')
        if not cell:
            continue
        try:
            found[parse_parcel(cell, context)] = None
        except InvalidParcelIdError as error:
            if number > 1 or not _is_header(cell):
                refused.append(f"ligne {number} : {error.message}")
    return list(found), refused


def _is_header(cell: str) -> bool:
    return cell.casefold() in IDENTIFIER_FIELDS or not any(sign.isdigit() for sign in cell)


def _parcels(
    request: ParcelRequest, store: Store | None, crs: QgsCoordinateReferenceSystem
) -> tuple[list[ParcelShape], list[str]]:
    if request.layer is not None:
        return parcels_of_rows(request.layer.rows(crs)), []
    if store is None:
        message = "Des identifiants se cherchent dans la base commune : donnez-la, ou donnez une couche de parcelles."
        raise InvalidParameterError(message)
    text = request.parcels.strip()
    if is_insee(text.upper()):
        return parcels_of_commune(store, text.upper()), []
    wanted, refused = read_identifiers(text, request.context)
    found, absent = parcels_of_store(store, wanted)
    return found, [*refused, *absent]


def _path_of(text: str) -> Path | None:
    """The file that a text names, or None when it is not one."""
    try:
        path = Path(text.strip())
        return path if text.strip() and path.is_file() else None
    except (OSError, ValueError):
        return None


def _nothing_found(not_found: Sequence[str], store: Store | None) -> str:
    where = f"le cadastre de la base {store.name}" if store is not None else "la couche donnée"
    named = f" ({', '.join(not_found[:10])})" if not_found else ""
    return f"Aucune des parcelles demandées n'est dans {where}{named} : vérifiez leur écriture, importez la commune."


def _system(request: ParcelRequest, store: Store | None) -> QgsCoordinateReferenceSystem:
    """Areas are measured in the system of the store, else of the parcels, when it is in metres; else in Lambert-93."""
    if store is not None:
        return QgsCoordinateReferenceSystem.fromEpsgId(store.srid)
    if request.layer is not None and request.layer.crs.isValid() and not request.layer.crs.isGeographic():
        return request.layer.crs
    return QgsCoordinateReferenceSystem.fromEpsgId(LAMBERT_93)


def _sources(request: ParcelRequest, store: Store | None, progress: Progress) -> Iterator[RuleSource]:
    if request.catalogue is not None:
        yield ServiceRules(request.catalogue, progress)
    elif store is not None:
        yield StoreRules(store)
    if request.rule_layers:
        yield LayerRules(request.rule_layers)
    if request.delivery:
        yield DeliveryRules(request.delivery, progress=progress)


def _ground(unit: Sequence[ParcelShape]) -> QgsGeometry:
    """The ground of a unit: where drawings of two parcels overlap it counts once."""
    if len(unit) == 1:
        return unit[0].geometry
    return QgsGeometry.unaryUnion([parcel.geometry for parcel in unit])


def _facts(unit: Sequence[ParcelShape], ground: QgsGeometry, area: float) -> UnitFacts:
    notes = tuple(
        f"{parcel.facts.label} : le dessin de la parcelle est invalide ; il est rendu valide pour la mesure seulement."
        for parcel in unit
        if parcel.repaired
    )
    parts = len(ground.asGeometryCollection()) if len(unit) > 1 else 1
    return UnitFacts(tuple(parcel.facts for parcel in unit), area, parts, notes)
