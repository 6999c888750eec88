"""Sanitation and permits of the store on the parcel sheet: what names its parcels, and the sanitation zoning.

No name of a person: those are in other tables, which are not read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from smica_qgis.core.ads.vocabulary import ETATS as PERMIT_STATES
from smica_qgis.core.ads.vocabulary import SOURCES as PERMIT_SOURCES
from smica_qgis.core.anc.vocabulary import CLASSES, ETATS, NATURES
from smica_qgis.core.parcel.field_mapping import text_of
from smica_qgis.core.parcel.rules import LinkedRule, LoadedTable, MissingTable, Rule, RuleDocument, Shape, Theme
from smica_qgis.core.parcel.sheet_text import french_date
from smica_qgis.database.store import GEOMETRY, Row, Store
from smica_qgis.geodata.parcel.rule_layer import Reprojection, RuleLayer, geometry_of_wkb, rule_layer
from smica_qgis.operations.parcel.rule_source import RuleReading

_AT_A_TIME = 400
_EXACT = "EXACT"
_COLLECTIVE = {"COLL": "Assainissement collectif", "NONCOLL": "Assainissement non collectif"}
_STAKES = {"ZES": "Zone à enjeu sanitaire", "ZEE": "Zone à enjeu environnemental"}

_INSTALLATIONS = """
    SELECT p.idu14_actuel, p.idu14, p.statut, i.inst_id, i.numero_dossier, i.etat, s.nom
    FROM anc_installation_parcelle p JOIN anc_installation i ON i.inst_id = p.inst_id
    JOIN anc_service s ON s.service_id = i.service_id WHERE {where} ORDER BY i.fid
"""
_CONTROLS = """
    SELECT c.inst_id, c.nature, c.date_visite, c.calc_classe, c.classe_saisie, c.motif FROM anc_controle c
    JOIN anc_installation_parcelle p ON p.inst_id = c.inst_id
    WHERE c.date_visite IS NOT NULL AND c.refus = 'NON' AND {where} ORDER BY c.date_visite, c.fid
"""
_PERMITS = """
    SELECT p.idu14_actuel, p.idu14, p.statut, d.num_canon, d.num_affiche, d.type, d.etat, d.date_depot,
    d.date_decision, d.source, d.date_import FROM ads_parcelle p JOIN ads_dossier d ON d.num_canon = p.num_canon
    WHERE {where} ORDER BY d.fid
"""


class StoreRecords:
    """See RuleSource. parcels: identifiers of those that are described."""

    def __init__(self, store: Store, parcels: Sequence[str]) -> None:
        self._store = store
        self._parcels = parcels

    def read(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:
        """See RuleSource."""
        reading = RuleReading()
        self._read(reading, Theme.SANITATION, ("anc_installation", "anc_zonage"), self._installations)
        self._read(reading, Theme.PERMIT, ("ads_dossier",), self._permits)
        if Theme.SANITATION in reading.covered:
            reading.layers += self._sanitation_layers(box, crs)
        return reading

    def _read(
        self, reading: RuleReading, theme: Theme, tables: Sequence[str], records: Callable[[], Iterator[LinkedRule]]
    ) -> None:
        communes: set[str] = set()
        for table in tables:
            rows = self._store.rows(f"SELECT DISTINCT insee FROM {self._store.quoted(table)}")  # noqa: S608 # nosec B608
            communes.update(str(insee) for (insee,) in rows)
        if not communes:
            reason = f"aucun dossier n'est dans la base {self._store.name}"
            reading.missing.append(MissingTable(theme, None, reason))
            return
        reading.loaded.append(LoadedTable(theme, Shape.RECORD, f"base {self._store.name}"))
        reading.covered[theme] = communes
        reading.records += list(records())

    def _installations(self) -> Iterator[LinkedRule]:
        last = {row[0]: row for row in self._linked(_CONTROLS)}
        for current, written, state, key, number, life, service in self._linked(_INSTALLATIONS):
            control = last.get(key)
            document = RuleDocument(
                key="anc",
                title=text_of(service),
                date=text_of(control[2]) if control else "",
                origin=f"base {self._store.name}",
            )
            text = _control_text(control) if control else "jamais contrôlée, ou contrôles non chargés"
            rule = Rule(
                *(Theme.SANITATION, Shape.RECORD, document, "anc_installation", "ANC"),
                label=f"Installation {number} : {ETATS.get(text_of(life), text_of(life)).lower()}",
                text=text,
            )
            yield LinkedRule(text_of(current) or text_of(written), rule, text_of(number), state == _EXACT)

    def _permits(self) -> Iterator[LinkedRule]:
        for current, written, state, key, number, kind, life, deposit, decision, source, loaded in self._linked(
            _PERMITS
        ):
            document = RuleDocument(
                key="ads",
                title=f"Dossiers d'autorisation ({PERMIT_SOURCES.get(source, source)})",
                date=text_of(loaded)[:10],
                origin=f"base {self._store.name}",
            )
            dates = [f"déposé le {french_date(text_of(deposit))}"] if deposit else []
            dates += [f"décision du {french_date(text_of(decision))}"] if decision else []
            text = ", ".join([PERMIT_STATES.get(text_of(life), text_of(life)), *dates])
            rule = Rule(Theme.PERMIT, Shape.RECORD, document, "ads_dossier", text_of(kind), label=number, text=text)
            yield LinkedRule(text_of(current) or text_of(written), rule, text_of(key), state == _EXACT)

    def _linked(self, query: str) -> Iterator[Row]:
        """Rows of records that name the parcels, as they are today or as they were written."""
        for start in range(0, len(self._parcels), _AT_A_TIME):
            some = {f"p{place}": name for place, name in enumerate(self._parcels[start : start + _AT_A_TIME])}
            marks = ", ".join(f":{mark}" for mark in some)
            where = f"(p.idu14_actuel IN ({marks}) OR (p.idu14_actuel IS NULL AND p.idu14 IN ({marks})))"
            yield from self._store.rows(query.format(where=where), some)

    def _sanitation_layers(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> list[RuleLayer]:
        zoning = ("fid", "type", "document", "date_delib", GEOMETRY)
        stakes = ("fid", "type", "libelle", "acte", "date_acte", GEOMETRY)
        return [
            rule_layer(Shape.SURFACE, "anc_zonage", self._drawn("anc_zonage", zoning, (box, crs))),
            rule_layer(Shape.SURFACE, "anc_zone_enjeu", self._drawn("anc_zone_enjeu", stakes, (box, crs))),
        ]

    def _drawn(
        self, table: str, columns: Sequence[str], place: tuple[QgsRectangle, QgsCoordinateReferenceSystem]
    ) -> Iterator[tuple[Rule, str, QgsGeometry]]:
        own = QgsCoordinateReferenceSystem.fromEpsgId(self._store.srid)
        reprojection = Reprojection(own, place[1])
        asked = reprojection.backward(place[0])
        bounds = None if asked is None else (asked.xMinimum(), asked.yMinimum(), asked.xMaximum(), asked.yMaximum())
        for row in self._store.select(table, columns, box=bounds):
            rule = _drawn_rule(table, dict(zip(columns, row)), self._store.name)
            yield rule, str(row[0]), reprojection.forward(geometry_of_wkb(row[-1]))


def _drawn_rule(table: str, values: Mapping[str, object], store: str) -> Rule:
    code = text_of(values["type"])
    act = text_of(values.get("document") or values.get("acte"))
    document = RuleDocument(
        key=f"{table}:{act}",
        title=act or "Zonage d'assainissement",
        date=text_of(values.get("date_delib") or values.get("date_acte")),
        origin=f"base {store}",
    )
    label = _COLLECTIVE.get(code) or _STAKES.get(code) or code
    return Rule(
        Theme.SANITATION, Shape.SURFACE, document, table, code, label=label, text=text_of(values.get("libelle"))
    )


def _control_text(control: Row) -> str:
    """The last visit: its kind, its day, its outcome."""
    _key, nature, day, computed, typed, reason = control
    outcome = typed if typed and (reason or not computed) else computed
    said = f"{NATURES.get(nature, nature)} le {french_date(text_of(day))}"
    return f"{said} : {CLASSES.get(outcome, outcome)}" if outcome else said
