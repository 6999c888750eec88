"""The tables under a dossier that are imported by themselves, and the rows that they are given."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from smica_qgis.core.ads.detail_fields import CONSTRAINT, CONSULTATION
from smica_qgis.core.anc.detail_fields import COMPONENT, WORKS
from smica_qgis.core.anc.records import family_of
from smica_qgis.core.field_mapping.rows import ReadRow
from smica_qgis.operations.shared_import.merging import TableShape, Values

_NAMESPACE = uuid.UUID("2f0e4a1c-9d8b-5b57-8f0d-0f6d1b9a7c35")
"""Ours: the same constraint, the same works get the same identifier at each import."""


@dataclass(frozen=True)
class DetailTable:
    """A table under a dossier. permit: its rows name a permit, else a dossier of a SPANC.

    values: the row of the store, of a row read, of its parent, of its rank among those of this parent (from 1).
    """

    shape: TableShape
    permit: bool
    values: Callable[[ReadRow, str, int], Values]


def _component(row: ReadRow, parent: str, rank: int) -> Values:
    code = row.text("type_code")
    given = {name: row.values.get(name) for name in ("volume_l", "eh", "annee_pose", "agrement_no")}
    order, family = row.values.get("ordre") or rank, row.text("famille") or family_of(code)
    return {"inst_id": parent, "ordre": order, "famille": family, "type_code": code, **given}


def _works(row: ReadRow, parent: str, rank: int) -> Values:
    name = uuid.uuid5(_NAMESPACE, f"{parent}/{row.text('date_notif')}/{rank}")
    done = "FAIT" if row.text("date_fin") else "NOTIF"
    values: Values = {"trav_id": str(name), "inst_id": parent, "statut": row.text("statut") or done}
    return {**values, "date_notif": row.values.get("date_notif"), "date_fin": row.values.get("date_fin")}


def _consultation(row: ReadRow, parent: str, _rank: int) -> Values:
    return {"num_canon": parent, **{name: row.values.get(name) for name in CONSULTATIONS.columns[1:]}}


def _constraint(row: ReadRow, parent: str, _rank: int) -> Values:
    """The frozen constraint: its text is copied, a dossier does not change when the plan does."""
    measures = {name: row.values.get(name) for name in ("surface_m2", "pct", "longueur_m", "date")}
    text = row.text("texte") or row.text("libelle")
    values: Values = {"num_canon": parent, "contrainte_id": constraint_id(row), "texte_fige": text}
    return {**values, **measures, "statut": row.text("statut") or "RETENUE"}


def constraint_id(row: ReadRow) -> str:
    """Identifier of the constraint of a row: the one given, else derived from what it is."""
    parts = ("type", "code", "sous_code", "groupe", "sous_groupe", "libelle", "idurba")
    return row.text("contrainte_id") or str(uuid.uuid5(_NAMESPACE, "/".join(row.text(name) for name in parts)))


def known_constraint(row: ReadRow) -> Values:
    """The row of the catalogue of constraints."""
    names = CONSTRAINTS.columns[1:]
    return {"contrainte_id": constraint_id(row), **{name: row.values[name] for name in names if name in row.values}}


COMPONENTS = TableShape(
    "anc_composant",
    "inst_id",
    ("inst_id", "ordre", "famille", "type_code", "volume_l", "eh", "annee_pose", "agrement_no"),
)
WORKS_ASKED = TableShape("anc_travaux", "inst_id", ("inst_id", "trav_id", "date_notif", "date_fin", "statut"))
CONSULTATIONS = TableShape(
    "ads_consultation", "num_canon", ("num_canon", "service", "date_envoi", "delai_j", "date_avis", "avis")
)
FROZEN_CONSTRAINTS = TableShape(
    "ads_dossier_contrainte",
    "num_canon",
    ("num_canon", "contrainte_id", "texte_fige", "surface_m2", "pct", "longueur_m", "statut", "date"),
)
CONSTRAINTS = TableShape(
    "ads_contrainte",
    "contrainte_id",
    (
        *("contrainte_id", "type", "code", "sous_code", "groupe", "sous_groupe", "libelle", "texte", "ordre"),
        "idurba",
    ),
)
DETAILS = {
    COMPONENT: DetailTable(COMPONENTS, permit=False, values=_component),
    WORKS: DetailTable(WORKS_ASKED, permit=False, values=_works),
    CONSULTATION: DetailTable(CONSULTATIONS, permit=True, values=_consultation),
    CONSTRAINT: DetailTable(FROZEN_CONSTRAINTS, permit=True, values=_constraint),
}
"""Kind of rows → its table."""
