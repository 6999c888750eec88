"""Which table of the store holds which table of the CNIG standards."""

from __future__ import annotations

import re
from collections.abc import Mapping

from smica_qgis.core.publication.content import ContentTable, DocumentContent
from smica_qgis.database.migration import store_tables

_PLAIN = {
    "doc_urba": "urba_doc_urba",
    "doc_urba_com": "urba_doc_urba_com",
    "zone_urba": "urba_zone",
    "secteur_cc": "urba_secteur_cc",
    "prescription_surf": "urba_prescription_surf",
    "prescription_lin": "urba_prescription_lin",
    "prescription_pct": "urba_prescription_pct",
    "info_surf": "urba_info_surf",
    "info_lin": "urba_info_lin",
    "info_pct": "urba_info_pct",
    "habillage_surf": "urba_habillage_surf",
    "habillage_lin": "urba_habillage_lin",
    "habillage_pct": "urba_habillage_pct",
    "habillage_txt": "urba_habillage_txt",
    "titres_pieces_ecrites": "urba_titre_piece",
    "mec": "urba_mec",
    "perimetre_scot": "urba_perimetre_scot",
    "scot": "urba_perimetre_scot",
    "gestionnaire_sup": "sup_gestionnaire",
    "acte_sup": "sup_acte",
    "servitude": "sup_servitude",
    "servitude_acte_sup": "sup_servitude_acte",
}
_STORED_EASEMENT = re.compile(r"sup_(generateur|assiette)_([slp])")
IN_FORCE = "_en_vigueur"
"""What the name of a view adds to that of its table."""
_DRAWN_EASEMENT = re.compile(r"[a-z0-9]+_(generateur|assiette)_sup_([slp])")
ROW_TABLES = tuple(
    dict.fromkeys(
        (*_PLAIN.values(), *(f"sup_{kind}_{shape}" for kind in ("generateur", "assiette") for shape in "slp"))
    )
)
"""Every table that holds rows of documents."""
REGISTERS = ("urba_version", "urba_histoire", "urba_piece", "urba_audit", "urba_diffusion")
"""Tables to which writers only add (the outcome of a target is replaced when it is tried again)."""
DOCUMENT = "document_id"


def store_table(content_table: str) -> str | None:
    """The table of the store: `ac1_assiette_sup_s` → sup_assiette_s; None for a table that has no place in it."""
    drawn = _DRAWN_EASEMENT.fullmatch(content_table)
    return f"sup_{drawn[1]}_{drawn[2]}" if drawn else _PLAIN.get(content_table)


def standard_table(table: str) -> str | None:
    """The table of the standard that a table of the store, or its view in force, holds: urba_zone → zone_urba.

    sup_assiette_s → assiette_sup_s, without the category; None for a table of something else.
    """
    stored = table.removesuffix(IN_FORCE)
    easement = _STORED_EASEMENT.fullmatch(stored)
    if easement:
        return f"{easement[1]}_sup_{easement[2]}"
    return next((name for name, kept in _PLAIN.items() if kept == stored), None)


def is_drawn(table: str) -> bool:
    """Whether a table of the store has geometries."""
    return bool(store_tables()[table].geometry)


def standard_columns(table: str) -> Mapping[str, int]:
    """The columns of texts of a table of the store, with their most characters (0: no limit)."""
    texts = store_tables()[table].texts
    return {name: length for name, length in texts.items() if name != DOCUMENT}


def own_values(content: DocumentContent, table: ContentTable) -> dict[str, list[str | None]]:
    """What our tables of easements say besides the standard: the category, and the easement of each extent."""
    drawn = _DRAWN_EASEMENT.fullmatch(table.name)
    if drawn is None:
        return {}
    own: dict[str, list[str | None]] = {"categorie": [content.name.category] * len(table.rows)}
    if drawn[1] == "assiette":
        easements = _easement_by_generator(content)
        own["idsup"] = [easements.get(generator or "") for generator in table.column("idgen")]
    return own


def _easement_by_generator(content: DocumentContent) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for table in content.tables.values():
        drawn = _DRAWN_EASEMENT.fullmatch(table.name)
        if drawn is not None and drawn[1] == "generateur":
            found.update(zip([key or "" for key in table.column("idgen")], table.column("idsup")))
    return found
