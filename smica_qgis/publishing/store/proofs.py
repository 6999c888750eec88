"""What the store holds now, held against what was meant: counts, extent and hash of each table."""

from __future__ import annotations

from collections.abc import Mapping

from smica_qgis.core.publication.outcome import Proof
from smica_qgis.database.planning.registry import DocumentState, StoredTable
from smica_qgis.database.planning.rows import rows_in_place
from smica_qgis.database.store import Store
from smica_qgis.geodata.planning.content_hash import table_digest

_STATES = {
    "published": "en vigueur",
    "withdrawn": "retiré",
    "superseded": "remplacé",
    "draft": "brouillon",
    "checked": "contrôlé",
}


def store_proofs(store: Store, document_id: str, meant: Mapping[str, StoredTable]) -> list[Proof]:
    """Read every table of a document again and compare. One table at a time: a large one fits in memory once."""
    proofs = []
    for name, table in meant.items():
        found = rows_in_place(store, document_id, {name: table.columns})[name]
        digest = table_digest(found)
        proofs.append(Proof(f"{name.upper()}, objets", str(table.rows), str(digest.rows)))
        proofs.append(Proof(f"{name.upper()}, emprise", _box(table.extent), _box(digest.extent)))
        proofs.append(Proof(f"{name.upper()}, empreinte", table.hash, digest.hash))
    return proofs


def state_proof(state: DocumentState | None, expected: str) -> Proof:
    """The state of the document in the registry."""
    found = "absent" if state is None else _STATES.get(state.state or "", "hors registre")
    return Proof("État du document", _STATES[expected], found)


def _box(extent: tuple[float, ...]) -> str:
    return " ".join(f"{side:.3f}" for side in extent) if extent else "aucune"
