"""Which tables of sanitation and permits hold the rows of another one: what a form shows under its row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TableRelation:
    """key: the column, of the same name in both tables; title: what the rows of `child` are, for people."""

    parent: str
    child: str
    key: str
    title: str

    @property
    def name(self) -> str:
        """Its identifier in a project."""
        return f"smica_{self.child}"


RELATIONS = (
    TableRelation("anc_installation", "anc_controle", "inst_id", "Contrôles"),
    TableRelation("anc_installation", "anc_composant", "inst_id", "Filière"),
    TableRelation("anc_installation", "anc_installation_parcelle", "inst_id", "Parcelles"),
    TableRelation("anc_installation", "anc_travaux", "inst_id", "Travaux"),
    TableRelation("anc_controle", "anc_controle_point", "ctrl_id", "Points contrôlés"),
    TableRelation("anc_service", "anc_service_commune", "service_id", "Communes"),
    TableRelation("ads_dossier", "ads_parcelle", "num_canon", "Parcelles"),
    TableRelation("ads_dossier", "ads_evenement", "num_canon", "Vie du dossier"),
    TableRelation("ads_dossier", "ads_consultation", "num_canon", "Consultations"),
    TableRelation("ads_dossier", "ads_dossier_contrainte", "num_canon", "Contraintes"),
)
