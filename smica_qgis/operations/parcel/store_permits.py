"""Permits of the store on the parcel sheet. No name of a person: those are in other tables, which are not read here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from smica_qgis.core.ads.vocabulary import ETATS, SOURCES
from smica_qgis.core.parcel.field_mapping import text_of
from smica_qgis.core.parcel.rules import LinkedRule, LoadedTable, MissingTable, Rule, RuleDocument, Shape, Theme
from smica_qgis.core.parcel.sheet_text import french_date
from smica_qgis.database.store import Store
from smica_qgis.operations.parcel.linked_rows import EXACT, communes_of, linked_rows
from smica_qgis.operations.parcel.rule_source import RuleReading

_PERMITS = """
    SELECT p.idu14_actuel, p.idu14, p.statut, d.num_canon, d.num_affiche, d.type, d.etat, d.date_depot,
    d.date_decision, d.source, d.date_import FROM ads_parcelle p JOIN ads_dossier d ON d.num_canon = p.num_canon
    WHERE {where} ORDER BY d.fid
"""


class StorePermits:
    """See RuleSource. parcels: identifiers of those that are described."""

    def __init__(self, store: Store, parcels: Sequence[str]) -> None:
        self._store = store
        self._parcels = parcels

    def read(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:  # noqa: ARG002 - the protocol's
        """See RuleSource."""
        reading = RuleReading()
        communes = communes_of(self._store, "ads_dossier")
        if not communes:
            reason = f"aucun dossier n'est dans la base {self._store.name}"
            reading.missing.append(MissingTable(Theme.PERMIT, None, reason))
            return reading
        reading.loaded.append(LoadedTable(Theme.PERMIT, Shape.RECORD, f"base {self._store.name}"))
        reading.covered[Theme.PERMIT] = communes
        reading.records += list(self._records())
        return reading

    def _records(self) -> Iterator[LinkedRule]:
        for row in linked_rows(self._store, _PERMITS, self._parcels):
            current, written, state, key, number, kind, life, deposit, decision, source, loaded = row
            document = RuleDocument(
                key="ads",
                title=f"Dossiers d'autorisation ({SOURCES.get(source, source)})",
                date=text_of(loaded)[:10],
                origin=f"base {self._store.name}",
            )
            dates = [f"déposé le {french_date(text_of(deposit))}"] if deposit else []
            dates += [f"décision du {french_date(text_of(decision))}"] if decision else []
            text = ", ".join([ETATS.get(text_of(life), text_of(life)), *dates])
            rule = Rule(Theme.PERMIT, Shape.RECORD, document, "ads_dossier", text_of(kind), label=number, text=text)
            yield LinkedRule(text_of(current) or text_of(written), rule, text_of(key), state == EXACT)
