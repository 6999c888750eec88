"""The registry of documents: what is in force, every version that was, what came of each target, the audit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from smica_qgis.core.publication.outcome import Action, Proof, State, TargetOutcome
from smica_qgis.core.publication.place import Place
from smica_qgis.database.schema_version import now
from smica_qgis.database.store import Row, Store, Value

PUBLISHED, SUPERSEDED, WITHDRAWN = "published", "superseded", "withdrawn"
APPLICATION = "SMICA QGIS"
_STATE_COLUMNS = (
    "document_id, type, territoire, famille, secteur, etat_publication, coalesce(version, 0), empreinte, nom"
)
_VERSION_COLUMNS = (
    "document_id, version, origine, standard, systeme, titre, empreinte, empreinte_pieces, tables, verdict, cree_le, "
    "cree_par"
)


@dataclass(frozen=True)
class DocumentState:
    """A document as the registry has it. state: None for one that was loaded beside the registry."""

    document_id: str
    type: str
    place: Place
    state: str | None
    version: int
    hash: str
    title: str

    @property
    def in_force(self) -> bool:
        """Whether it is what applies."""
        return self.state in (None, PUBLISHED)


@dataclass(frozen=True)
class StoredTable:
    """What the registry says of a table of a version. extent: west, south, east, north; nothing when not drawn."""

    columns: tuple[str, ...]
    rows: int
    hash: str
    extent: tuple[float, ...] = ()


@dataclass(frozen=True)
class StoredVersion:
    """A version, whole but for its rows. origin: publish or restore; why it was published is in the audit alone."""

    document_id: str
    version: int
    origin: str
    standard: str
    crs: str
    title: str
    hash: str
    pieces_hash: str
    tables: Mapping[str, StoredTable]
    verdict: str = ""
    created: str = ""
    author: str = ""


@dataclass(frozen=True)
class StoredPiece:
    """A file of a version. archive: where it was put, empty when nowhere."""

    path: str
    sha256: str
    octets: int
    archive: str = ""


class PlanningRegistry:
    """The registry of an open store. What writes is to be called in a transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self, document_id: str) -> DocumentState | None:
        """A document by its IDURBA, ignoring case; None when it is not known."""
        sql = f"SELECT {_STATE_COLUMNS} FROM urba_document WHERE upper(document_id) = :document"  # noqa: S608  # nosec B608
        return next((_state(row) for row in self._store.rows(sql, {"document": document_id.upper()})), None)

    def documents(self) -> list[DocumentState]:
        """All that this login may see, by identity."""
        sql = f"SELECT {_STATE_COLUMNS} FROM urba_document ORDER BY document_id"  # noqa: S608  # nosec B608
        return [_state(row) for row in self._store.rows(sql)]

    def others_in_force(self, place: Place, document_id: str) -> list[DocumentState]:
        """Those that hold the place that a document would take."""
        sql = (
            f"SELECT {_STATE_COLUMNS} FROM urba_document WHERE famille = :family AND territoire = :territory "  # noqa: S608  # nosec B608
            "AND coalesce(secteur, '') = :sector AND (etat_publication IS NULL OR etat_publication = 'published') "
            "AND document_id <> :document"
        )
        values = {**_place_values(place), "document": document_id}
        return [_state(row) for row in self._store.rows(sql, values)]

    def last_version(self, document_id: str) -> int:
        """Number of the last version that was ever published, 0 when none was."""
        sql = "SELECT coalesce(max(version), 0) FROM urba_version WHERE document_id = :document"
        return int(next(self._store.rows(sql, {"document": document_id}))[0])

    def versions(self, document_id: str) -> list[StoredVersion]:
        """Every version, the last first."""
        sql = f"SELECT {_VERSION_COLUMNS} FROM urba_version WHERE document_id = :document ORDER BY version DESC"  # noqa: S608  # nosec B608
        return [_version(row) for row in self._store.rows(sql, {"document": document_id})]

    def version(self, document_id: str, number: int) -> StoredVersion | None:
        """One version."""
        return next((found for found in self.versions(document_id) if found.version == number), None)

    def metadata(self, document_id: str, number: int) -> bytes:
        """The sheet of a version, as it was delivered; empty when there was none."""
        sql = "SELECT metadonnees FROM urba_version WHERE document_id = :document AND version = :version"
        row = next(self._store.rows(sql, {"document": document_id, "version": number}), (None,))
        return bytes(row[0] or b"")

    def pieces(self, document_id: str, number: int) -> list[StoredPiece]:
        """The files of a version, by path."""
        sql = (
            "SELECT chemin, sha256, octets, coalesce(archive, '') FROM urba_piece "
            "WHERE document_id = :document AND version = :version ORDER BY chemin"
        )
        rows = self._store.rows(sql, {"document": document_id, "version": number})
        return [StoredPiece(row[0], row[1], int(row[2]), row[3]) for row in rows]

    def set_in_force(self, version: StoredVersion, kind: str, place: Place, approved: str | None) -> None:
        """Make a version the one in force, in the place that nobody holds any more."""
        values: dict[str, Value] = {
            "document": version.document_id,
            "kind": kind,
            **_place_values(place),
            "title": version.title or version.document_id,
            "standard": version.standard,
            "approved": approved,
            "hash": version.hash,
            "version": version.version,
            "instant": now(),
            "author": self._store.user,
        }
        self._store.execute(
            "INSERT INTO urba_document (document_id, idurba, type, territoire, famille, secteur, nom, standard, "
            "date_approbation, source, empreinte, importe_le, etat_publication, version, publie_le, publie_par) VALUES "
            "(:document, :document, :kind, :territory, :family, :sector, :title, :standard, :approved, 'publication', "
            ":hash, :instant, 'published', :version, :instant, :author) ON CONFLICT (document_id) DO UPDATE SET "
            "type = :kind, territoire = :territory, famille = :family, secteur = :sector, nom = :title, "
            "standard = :standard, date_approbation = :approved, empreinte = :hash, etat_publication = 'published', "
            "version = :version, publie_le = :instant, publie_par = :author, idurba = :document",
            values,
        )

    def set_state(self, document_id: str, state: str) -> None:
        """Change the state of a document."""
        self._store.execute(
            "UPDATE urba_document SET etat_publication = :state WHERE document_id = :document",
            {"state": state, "document": document_id},
        )

    def add_version(
        self,
        version: StoredVersion,
        metadata: bytes,
        pieces: Iterable[StoredPiece],
        approved: str | None,
        restored: int = 0,
    ) -> None:
        """Remember a version. restored: number of the version that it brings back, 0 for a new content."""
        tables = {
            name: {"columns": table.columns, "rows": table.rows, "hash": table.hash, "extent": table.extent}
            for name, table in version.tables.items()
        }
        values: dict[str, Value] = {
            "document_id": version.document_id,
            "version": version.version,
            "origine": version.origin,
            "version_restauree": restored or None,
            "standard": version.standard,
            "systeme": version.crs,
            "titre": version.title,
            "empreinte": version.hash,
            "empreinte_pieces": version.pieces_hash,
            "tables": json.dumps(tables),
            "metadonnees": metadata or None,
            "verdict": version.verdict or None,
            "date_approbation": approved,
            "cree_le": now(),
            "cree_par": self._store.user,
        }
        marks = ", ".join(f":{column}" for column in values)
        self._store.execute(f"INSERT INTO urba_version ({', '.join(values)}) VALUES ({marks})", values)  # noqa: S608  # nosec B608
        rows = [(version.document_id, version.version, p.path, p.sha256, p.octets, p.archive or None) for p in pieces]
        columns = ("document_id", "version", "chemin", "sha256", "octets", "archive")
        self._store.insert("urba_piece", columns, rows)

    def note(self, operation: str, document_id: str, version: int, count: int = 0, **details: object) -> None:
        """Add a line to the audit. details: kept as JSON, the empty ones left out."""
        kept = {name: value for name, value in details.items() if value not in (None, "")}
        values: dict[str, Value] = {
            "quand": now(),
            "qui": self._store.user,
            "application": APPLICATION,
            "operation": operation,
            "nom_table": "urba_document",
            "document_id": document_id,
            "version": version,
            "nombre": count,
            "detail": json.dumps(kept, ensure_ascii=False) if kept else None,
        }
        self._store.insert("urba_audit", list(values), [list(values.values())])

    def keep_outcome(self, document_id: str, version: int, action: Action, outcome: TargetOutcome) -> None:
        """Remember what came of a target, in the place of what came of it before."""
        proofs = [{"what": p.what, "expected": p.expected, "found": p.found} for p in outcome.proofs]
        values: dict[str, Value] = {
            "document": document_id,
            "version": version,
            "action": action.value,
            "target": outcome.target,
            "state": outcome.state.value,
            "address": outcome.address or None,
            "message": outcome.message or None,
            "proofs": json.dumps(proofs, ensure_ascii=False),
            "instant": now(),
            "author": self._store.user,
        }
        self._store.execute(
            "INSERT INTO urba_diffusion "
            "(document_id, version, action, cible, etat, adresse, message, preuves, quand, qui) "
            "VALUES (:document, :version, :action, :target, :state, :address, :message, :proofs, :instant, :author) "
            "ON CONFLICT (document_id, version, action, cible) DO UPDATE SET etat = :state, adresse = :address, "
            "message = :message, preuves = :proofs, quand = :instant, qui = :author",
            values,
        )

    def outcomes(self, document_id: str, version: int, action: Action) -> dict[str, TargetOutcome]:
        """What came of each target, by its name."""
        sql = (
            "SELECT cible, etat, coalesce(adresse, ''), coalesce(message, ''), preuves FROM urba_diffusion "
            "WHERE document_id = :document AND version = :version AND action = :action ORDER BY cible"
        )
        rows = self._store.rows(sql, {"document": document_id, "version": version, "action": action.value})
        return {
            target: TargetOutcome(target, State(state), proofs=_proofs(proofs), message=message, address=address)
            for target, state, address, message, proofs in rows
        }


def _place_values(place: Place) -> dict[str, Value]:
    return {"family": place.family, "territory": place.territory, "sector": place.sector}


def _state(row: Row) -> DocumentState:
    key, kind, territory, family, sector, state, version, digest, title = row
    place = Place(str(family or ""), str(territory), str(sector or ""))
    return DocumentState(str(key), str(kind), place, state, int(version), str(digest or ""), str(title or ""))


def _version(row: Row) -> StoredVersion:
    tables: dict[str, Any] = json.loads(row[8])
    return StoredVersion(
        *(row[0], int(row[1]), row[2], row[3], row[4], row[5] or "", row[6], row[7]),
        tables={
            name: StoredTable(tuple(t["columns"]), int(t["rows"]), t["hash"], tuple(t["extent"]))
            for name, t in tables.items()
        },
        verdict=row[9] or "",
        created=str(row[10]),
        author=row[11],
    )


def _proofs(text: str | None) -> list[Proof]:
    return [Proof(item["what"], item["expected"], item["found"]) for item in json.loads(text or "[]")]
