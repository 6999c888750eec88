"""The documents of the store that are in force, and which of their tables were delivered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smica_qgis.core.parcel.code_meaning import state_meaning
from smica_qgis.core.parcel.field_mapping import text_of
from smica_qgis.core.parcel.rules import RuleDocument
from smica_qgis.database.store import Store

_EASEMENTS = "SUP"
_NO_PLANS = frozenset({_EASEMENTS, "SCOT", "MEC"})
_OPPOSABLE = "03"
_DOCUMENTS = """
    SELECT document_id, idurba, type, nom, etat, date_approbation, date_version, source, importe_le, standard, adresse
    FROM urba_document WHERE etat_publication IS NULL OR etat_publication = 'published' ORDER BY document_id
"""
_ARCHIVES = """
    SELECT p.document_id, p.archive, p.chemin FROM urba_piece p
    JOIN urba_document d ON d.document_id = p.document_id AND d.version = p.version
    WHERE p.archive IS NOT NULL
"""
_VERSIONS = """
    SELECT v.document_id, v.tables FROM urba_version v
    JOIN urba_document d ON d.document_id = v.document_id AND d.version = v.version
"""


@dataclass(frozen=True)
class StoredDocuments:
    """by_key: those in force; plans, easements: their keys; tables: by document, those that it was delivered with."""

    by_key: Mapping[str, RuleDocument]
    plans: frozenset[str]
    easements: frozenset[str]
    tables: Mapping[str, frozenset[str]]

    def delivered(self, table: str) -> frozenset[str]:
        """Documents that were delivered with a table, be it empty. table: of the store, urba_prescription_lin."""
        name = table.partition("_")[2]
        return frozenset(key for key, tables in self.tables.items() if tables & {name, f"{name.replace('_', '_sup_')}"})


def read_documents(store: Store) -> StoredDocuments:
    """The documents of a store."""
    # a piece is kept under its path in the delivery: what is before it is the folder of them all
    places = {
        str(key): str(archive).replace("\\", "/").removesuffix(f"/{path}")
        for key, archive, path in store.rows(_ARCHIVES)
    }
    documents: dict[str, RuleDocument] = {}
    kinds: dict[str, str] = {}
    for key, idurba, kind, title, state, approved, version, source, loaded, standard, place in store.rows(_DOCUMENTS):
        status = text_of(state)
        documents[str(key)] = RuleDocument(
            key=str(key),
            title=text_of(title) or text_of(idurba) or str(key),
            version=text_of(version),
            date=text_of(approved),
            origin=f"base {store.name} ({text_of(source)})",
            status="" if status == _OPPOSABLE else state_meaning(status) or status,
            loaded=text_of(loaded),
            standard=text_of(standard),
            place=places.get(str(key)) or text_of(place),
        )
        kinds[str(key)] = text_of(kind).upper()
    return StoredDocuments(
        documents,
        frozenset(key for key, kind in kinds.items() if kind not in _NO_PLANS),
        frozenset(key for key, kind in kinds.items() if kind == _EASEMENTS),
        dict(_tables(store)),
    )


def _tables(store: Store) -> Iterator[tuple[str, frozenset[str]]]:
    """By published document, names of the tables of its delivery: prescription_lin, assiette_sup_s."""
    for key, tables in store.rows(_VERSIONS):
        try:
            found = json.loads(tables)
        except (ValueError, TypeError):
            continue
        if isinstance(found, dict):
            yield str(key), frozenset(str(name).lower() for name in found)
