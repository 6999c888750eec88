"""Write what was read of the cadastre into the store: one transaction a sheet or a file, with its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smica_qgis.core.cadastre.objects import (
    TABLES,
    Anomaly,
    CadastreObject,
    Commune,
    ObjectBatch,
    ObjectType,
    Parcelle,
    Section,
)
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.database.schema_version import now
from smica_qgis.database.store import Store, Value
from smica_qgis.operations.cadastre.import_report import ImportReport, InputResult
from smica_qgis.operations.cadastre.parcel_changes import ParcelChanges
from smica_qgis.operations.cadastre.reading import Outcome

CURRENT, REPLACED = "actuel", "remplacé"
EDIGEO, ETALAB, PLUGIN = "EDIGEO", "ETALAB", "CADASTRE"
LOT_COLUMNS = ("millesime", "source", "lot_id")
_MOST_ANOMALIES = 10_000
_WITHOUT_LOT: tuple[ObjectType, ...] = (Commune, Section)
"""Whole in every sheet: kept by their own identifier, the latest sheet wins."""
_KEYS: dict[ObjectType, str] = {Commune: "insee", Section: "section_id"}


class LotWriter:
    """Writes the lots of one import."""

    def __init__(self, store: Store, report: ImportReport, import_id: int, progress: Progress) -> None:
        self._store = store
        self._report = report
        self._import_id = import_id
        self._progress = progress
        self._latest: dict[tuple[str, str], str] = {}
        self._switched: set[tuple[str, str]] = set()
        self.changes = ParcelChanges(store)
        self.touched: dict[str, set[str]] = {}
        """INSEE code → contents written in this import."""

    def write_sheet(self, outcome: Outcome, result: InputResult) -> None:
        """Write an EDIGEO sheet in place of what the store held of it. Raises StoreError, CancelledError."""
        sheet = outcome.sheet
        if sheet is None:
            return
        result.content = sheet.content
        millesime = self._report.millesime or sheet.date or ""
        with self.changes.of_a_lot(), self._store.transaction(self._look_for_a_stop):
            lot = self._open_lot(EDIGEO, outcome, sheet.content, sheet.insee, millesime)
            for kind, objects in sheet.objects.items():
                self._leave_one_source(TABLES[kind], sheet.insee, EDIGEO)
                if kind in _WITHOUT_LOT:
                    self._write_latest(kind, objects, (millesime, EDIGEO, lot), sheet.date or "", result)
                else:
                    self._write(kind, objects, (millesime, EDIGEO, lot), result)
            result.anomalies += sheet.anomalies
            self._close_lot(lot, result)
        self.touched.setdefault(sheet.insee, set()).add(sheet.content)

    def write_batches(
        self, source: str, outcome: Outcome, content: str, batches: Iterable[ObjectBatch], result: InputResult
    ) -> None:
        """Write a file of Etalab, or a table of another database, in place of what the store held of its communes.

        Raises StoreError, UnreadableSheetError, CancelledError: then nothing of it is kept.
        """
        result.content = content
        # of an Etalab file: the commune or the department; a database may hold any
        code = content.partition("/")[0] if source == ETALAB else ""
        seen: set[str] = set()
        communes: set[str] = set()
        with self.changes.of_a_lot(), self._store.transaction(self._look_for_a_stop):
            lot = self._open_lot(source, outcome, content, code, self._report.millesime)
            for batch in batches:
                objects = list(batch.objects)
                for insee in {str(item.insee) for item in objects} - communes:
                    communes.add(insee)
                    self._forget_commune(TABLES[batch.type], insee, lot)
                self._write(batch.type, objects, (self._report.millesime, source, lot), result, seen)
                result.anomalies += batch.anomalies[: _MOST_ANOMALIES - len(result.anomalies)]
                self._look_for_a_stop()
            self._close_lot(lot, result)
        for insee in communes:
            self.touched.setdefault(insee, set()).add(content)

    def remove_other_sheets(self, *, refused: bool) -> None:
        """Take away the sheets of the communes imported that the input no longer has.

        refused: some could not be read, so that nobody knows what is missing: nothing is taken away.
        """
        if refused:
            return
        for insee, contents in self.touched.items():
            lots = self._store.rows(
                "SELECT fid, contenu FROM cad_lot WHERE insee = :insee AND source = :source AND etat = :etat",
                {"insee": insee, "source": EDIGEO, "etat": CURRENT},
            )
            stale = [(fid, content) for fid, content in lots if content not in contents]
            if not stale or not any(len(content) == 12 for content in contents):  # noqa: PLR2004
                continue
            with self.changes.of_a_lot(), self._store.transaction(self._look_for_a_stop):
                for fid, content in stale:
                    self._forget_lot(fid)
                    self._retire(fid, None)
                    self._report.removed.append(content)
                self._forget_empty_sections(insee)

    def _look_for_a_stop(self) -> None:
        stop_if_cancelled(self._progress)

    def _open_lot(self, source: str, outcome: Outcome, content: str, insee: str, millesime: str) -> int:
        lot = self._store.insert_one(
            "cad_lot",
            {
                "import_id": self._import_id,
                "source": source,
                "archive": outcome.input.name[-255:],
                "contenu": content,
                "insee": insee,
                "empreinte": outcome.fingerprint,
                "millesime": millesime or None,
                "importe_le": now(),
                "objets": 0,
                "etat": CURRENT,
            },
        )
        earlier = list(
            self._store.rows(
                "SELECT fid FROM cad_lot WHERE contenu = :content AND source = :source AND fid <> :lot",
                {"content": content, "source": source, "lot": lot},
            )
        )
        for (fid,) in earlier:
            self._forget_lot(fid)
            self._retire(fid, lot)
        return lot

    def _forget_lot(self, lot: int) -> None:
        self.changes.take_away("lot_id = :lot", {"lot": lot})
        for kind, table in TABLES.items():
            if kind not in _WITHOUT_LOT:
                self._store.execute(f"DELETE FROM {table} WHERE lot_id = :lot", {"lot": lot})  # noqa: S608  # nosec B608
        self._store.execute("DELETE FROM cad_anomalie WHERE lot_id = :lot", {"lot": lot})

    def _retire(self, lot: int, by: int | None) -> None:
        self._store.execute(
            "UPDATE cad_lot SET etat = :etat, remplace_par = :by WHERE fid = :lot AND etat = :current",
            {"etat": REPLACED, "by": by, "lot": lot, "current": CURRENT},
        )

    def _leave_one_source(self, table: str, insee: str, source: str) -> None:
        """A commune comes from one source: what another one gave of it goes, and may be read again later."""
        if (table, insee) in self._switched:
            return
        self._switched.add((table, insee))
        gone = self._delete(table, "insee = :insee AND source <> :source", {"insee": insee, "source": source})
        if gone:
            self._retire_others(insee, source)

    def _forget_commune(self, table: str, insee: str, lot: int) -> None:
        gone = self._delete(
            table, "insee = :insee AND (lot_id <> :lot OR lot_id IS NULL)", {"insee": insee, "lot": lot}
        )
        if gone and table != TABLES[Commune]:
            self._retire_others(insee, "", lot)

    def _delete(self, table: str, condition: str, parameters: dict[str, Value]) -> int:
        if table == TABLES[Parcelle]:
            self.changes.take_away(condition, parameters)
        return self._store.execute(f"DELETE FROM {table} WHERE {condition}", parameters)  # noqa: S608  # nosec B608

    def _retire_others(self, insee: str, source: str, lot: int = 0) -> None:
        """Lots that lost rows are no longer what the store holds: they would wrongly be known."""
        if insee not in self._report.replaced_sources:
            self._report.replaced_sources.append(insee)
        self._store.execute(
            "UPDATE cad_lot SET etat = :etat WHERE insee IN (:insee, :dep2, :dep3) AND source <> :source "
            "AND fid <> :lot AND etat = :current",
            {
                "insee": insee,
                "dep2": insee[:2],
                "dep3": insee[:3],
                "source": source,
                "lot": lot,
                "etat": REPLACED,
                "current": CURRENT,
            },
        )

    def _write(
        self,
        kind: ObjectType,
        objects: Sequence[CadastreObject],
        lot: tuple[Value, ...],
        result: InputResult,
        seen: set[str] | None = None,
    ) -> None:
        kept = objects
        if kind is Parcelle:
            kept = self._without_duplicates(objects, result, seen)
            self.changes.add(str(parcel[0]) for parcel in kept)
        rows = (tuple(item) + lot for item in kept)
        table = TABLES[kind]
        result.objects[table] += self._store.insert(table, (*kind._fields, *LOT_COLUMNS), rows)

    def _without_duplicates(
        self, parcels: Sequence[CadastreObject], result: InputResult, seen: set[str] | None
    ) -> list[CadastreObject]:
        """A parcel is kept once: the first one, in the store or in the input. The others are anomalies."""
        known = self._stored_in_sections(parcels) if seen is None else seen
        kept = []
        for parcel in parcels:
            identifier = str(parcel[0])
            if identifier in known:
                result.anomalies.append(Anomaly("DUPLICATE", identifier, result.name))
                continue
            known.add(identifier)
            kept.append(parcel)
        return kept

    def _stored_in_sections(self, parcels: Sequence[CadastreObject]) -> set[str]:
        found: set[str] = set()
        for section in {str(parcel[0])[:10] for parcel in parcels}:
            rows = self._store.rows(
                "SELECT idu14 FROM cad_parcelle WHERE insee = :insee AND prefixe = :prefixe AND section2 = :section",
                {"insee": section[:5], "prefixe": section[5:8], "section": section[8:]},
            )
            found.update(identifier for (identifier,) in rows)
        return found

    def _write_latest(
        self,
        kind: ObjectType,
        objects: Sequence[CadastreObject],
        lot: tuple[Value, ...],
        date: str,
        result: InputResult,
    ) -> None:
        """Write what comes whole with every sheet, once, from the latest of them."""
        key, table = _KEYS[kind], TABLES[kind]
        for item in objects:
            identifier = str(item[0])
            if date <= self._latest.get((table, identifier), ""):
                continue
            self._latest[table, identifier] = date
            self._store.execute(f"DELETE FROM {table} WHERE {key} = :key", {"key": identifier})  # noqa: S608  # nosec B608
            self._write(kind, [item], lot, result)

    def _forget_empty_sections(self, insee: str) -> None:
        self._store.execute(
            "DELETE FROM cad_section WHERE insee = :insee AND source = :source AND NOT EXISTS (SELECT 1 FROM "
            "cad_feuille f WHERE f.insee = cad_section.insee AND f.prefixe = cad_section.prefixe "
            "AND f.section2 = cad_section.section2)",
            {"insee": insee, "source": EDIGEO},
        )

    def _close_lot(self, lot: int, result: InputResult) -> None:
        self._store.insert(
            "cad_anomalie",
            ("lot_id", "code", "identifiant", "detail", "x", "y"),
            (
                (lot, found.code, found.identifier[:40], found.detail or None, found.x, found.y)
                for found in result.anomalies[:_MOST_ANOMALIES]
            ),
        )
        count = sum(result.objects.values())
        self._store.execute("UPDATE cad_lot SET objets = :count WHERE fid = :lot", {"count": count, "lot": lot})
