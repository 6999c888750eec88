"""Non-collective sanitation of the store on the parcel sheet: installations, zoning, zones à enjeu.

Three tables that are loaded apart, hence three themes. No name of a person: those are in other tables, which are not
read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from smica_qgis.core.anc.vocabulary import ETATS
from smica_qgis.core.anc.zone_overlay import ENVIRONMENTAL, SANITARY
from smica_qgis.core.parcel.field_mapping import text_of
from smica_qgis.core.parcel.rules import LinkedRule, LoadedTable, MissingTable, Rule, RuleDocument, Shape, Theme
from smica_qgis.database.store import GEOMETRY, Store
from smica_qgis.geodata.parcel.rule_layer import Reprojection, geometry_of_wkb, rule_layer
from smica_qgis.operations.parcel.linked_rows import EXACT, communes_of, linked_rows
from smica_qgis.operations.parcel.rule_source import RuleReading
from smica_qgis.operations.parcel.sanitation_outcome import Outcomes, read_outcomes

_COLLECTIVE = {"COLL": "Assainissement collectif", "NONCOLL": "Assainissement non collectif"}
_STAKES = {
    **dict.fromkeys(SANITARY, "Zone à enjeu sanitaire"),
    **dict.fromkeys(ENVIRONMENTAL, "Zone à enjeu environnemental"),
}
_INSTALLATIONS = """
    SELECT p.idu14_actuel, p.idu14, p.statut, i.inst_id, i.numero_dossier, i.etat, i.service_id
    FROM anc_installation_parcelle p JOIN anc_installation i ON i.inst_id = p.inst_id WHERE {where} ORDER BY i.fid
"""
_SURELY_LINKED = "SELECT DISTINCT inst_id FROM anc_installation_parcelle WHERE statut = :exact"
_INSTALLATION_COLUMNS = ("inst_id", "numero_dossier", "etat", "service_id", GEOMETRY)
_ZONING_COLUMNS = ("fid", "type", "document", "date_delib", GEOMETRY)
_STAKE_COLUMNS = ("fid", "type", "libelle", "acte", "date_acte", GEOMETRY)


class StoreSanitation:
    """See RuleSource. parcels: identifiers of those that are described."""

    def __init__(self, store: Store, parcels: Sequence[str]) -> None:
        self._store = store
        self._parcels = parcels
        self._origin = f"base {store.name}"

    def read(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:
        """See RuleSource."""
        reading = RuleReading()
        self._read_zoning(reading, box, crs)
        self._read_stakes(reading, box, crs)
        communes = communes_of(self._store, "anc_installation")
        if communes:
            reading.loaded.append(LoadedTable(Theme.SANITATION, Shape.RECORD, self._origin))
            reading.covered[Theme.SANITATION] = communes
            self._read_installations(reading, box, crs)
        else:
            self._lacks(reading, Theme.SANITATION, "aucune installation n'est")
        return reading

    def _read_zoning(self, reading: RuleReading, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        communes = communes_of(self._store, "anc_zonage")
        if not communes:
            self._lacks(reading, Theme.SANITATION_ZONING, "aucun zonage d'assainissement n'est")
            return
        reading.covered[Theme.SANITATION_ZONING] = communes
        self._add_drawn(reading, "anc_zonage", _ZONING_COLUMNS, (box, crs))

    def _read_stakes(self, reading: RuleReading, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        if next(iter(self._store.rows("SELECT 1 FROM anc_zone_enjeu LIMIT 1")), None) is None:
            self._lacks(reading, Theme.SANITATION_STAKE, "aucune zone à enjeu n'est")
            return
        self._add_drawn(reading, "anc_zone_enjeu", _STAKE_COLUMNS, (box, crs))

    def _lacks(self, reading: RuleReading, theme: Theme, what: str) -> None:
        reading.missing.append(MissingTable(theme, None, f"{what} dans la {self._origin}"))

    def _read_installations(self, reading: RuleReading, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        """Those that are linked to the parcels, and those that stand on them without a sure link."""
        reprojection = Reprojection(QgsCoordinateReferenceSystem.fromEpsgId(self._store.srid), crs)
        linked = list(linked_rows(self._store, _INSTALLATIONS, self._parcels))
        unsure = self._store.select("anc_installation", _INSTALLATION_COLUMNS, box=reprojection.bounds(box))
        sure = {row[0] for row in self._store.rows(_SURELY_LINKED, {"exact": EXACT})}
        placed = [row for row in unsure if row[0] not in sure]
        outcomes = read_outcomes(
            self._store, list(dict.fromkeys([row[3] for row in linked] + [row[0] for row in placed]))
        )
        services = {
            text_of(key): text_of(name) for key, name in self._store.rows("SELECT service_id, nom FROM anc_service")
        }
        for current, written, state, *facts in linked:
            rule = self._rule(tuple(facts), services, outcomes, Shape.RECORD)
            reading.records.append(
                LinkedRule(text_of(current) or text_of(written), rule, text_of(facts[1]), state == EXACT)
            )
        objects = (
            (
                self._rule(row[:4], services, outcomes, Shape.POINT),
                text_of(row[1]),
                reprojection.forward(geometry_of_wkb(row[4])),
            )
            for row in placed
        )
        reading.layers.append(rule_layer(Shape.POINT, "anc_installation", objects))

    def _rule(self, facts: tuple[object, ...], services: Mapping[str, str], outcomes: Outcomes, shape: Shape) -> Rule:
        """facts: inst_id, number, state, service."""
        key, number, life, service = (text_of(fact) for fact in facts)
        document = RuleDocument("anc", services.get(service, ""), date=outcomes.day(key), origin=self._origin)
        by_place = "" if shape is Shape.RECORD else " (par sa position, sans lien sûr avec une parcelle)"
        return Rule(
            *(Theme.SANITATION, shape, document, "anc_installation", "ANC"),
            label=f"Installation {number} : {ETATS.get(life, life).lower()}{by_place}",
            text=outcomes.text(key),
        )

    def _add_drawn(
        self,
        reading: RuleReading,
        table: str,
        columns: Sequence[str],
        place: tuple[QgsRectangle, QgsCoordinateReferenceSystem],
    ) -> None:
        theme = Theme.SANITATION_ZONING if table == "anc_zonage" else Theme.SANITATION_STAKE
        reading.layers.append(rule_layer(Shape.SURFACE, table, self._drawn(table, columns, theme, place)))
        reading.loaded.append(LoadedTable(theme, Shape.SURFACE, self._origin))

    def _drawn(
        self,
        table: str,
        columns: Sequence[str],
        theme: Theme,
        place: tuple[QgsRectangle, QgsCoordinateReferenceSystem],
    ) -> Iterator[tuple[Rule, str, QgsGeometry]]:
        own = QgsCoordinateReferenceSystem.fromEpsgId(self._store.srid)
        reprojection = Reprojection(own, place[1])
        for row in self._store.select(table, columns, box=reprojection.bounds(place[0])):
            rule = _drawn_rule(table, theme, dict(zip(columns, row)), self._origin)
            yield rule, str(row[0]), reprojection.forward(geometry_of_wkb(row[-1]))


def _drawn_rule(table: str, theme: Theme, values: Mapping[str, object], origin: str) -> Rule:
    code = text_of(values["type"])
    act = text_of(values.get("document") or values.get("acte"))
    document = RuleDocument(
        key=f"{table}:{act}",
        title=act or theme.value,
        date=text_of(values.get("date_delib") or values.get("date_acte")),
        origin=origin,
    )
    label = _COLLECTIVE.get(code) or _STAKES.get(code) or code
    return Rule(theme, Shape.SURFACE, document, table, code, label=label, text=text_of(values.get("libelle")))
