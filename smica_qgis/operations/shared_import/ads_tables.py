"""The tables of permits that an import writes, and the rows that it gives them."""

from __future__ import annotations

from dataclasses import dataclass, field

from smica_qgis.core.ads.permit_number import PermitNumber
from smica_qgis.core.ads.records import state_of_dates
from smica_qgis.core.field_mapping.rows import ReadRow
from smica_qgis.operations.shared_import.cadastre_links import CadastreLinks, LinkedParcels, link_values
from smica_qgis.operations.shared_import.merging import TableShape, Values


def finished_dossier(values: Values) -> Values:
    """A dossier whose table says no state has the one that its dates tell."""
    return {**values, "etat": values.get("etat") or state_of_dates(values)}


DOSSIERS = TableShape(
    "ads_dossier",
    "num_canon",
    (
        *("num_canon", "num_affiche", "type", "cu_type", "maison", "insee", "annee", "division", "suffixe"),
        *("num_suffixe", "racine", "objet", "etat", "date_depot", "date_complet", "date_limite_saisie"),
        *("date_decision", "date_doc", "date_daact", "date_conformite", "delai_mois", "majoration_mois"),
        *("service_instructeur", "adresse_txt", "ban_id", "demandeur_type", "nature_projet", "destination"),
        *("nb_lgt", "surf_plancher_m2", "source", "source_id", "date_import", "statut_lien"),
        *("n_parcelles_trouvees", "n_parcelles_attendues", "geom"),
    ),
    "date_import",
    finished_dossier,
)
PARCELS = TableShape(
    "ads_parcelle",
    "num_canon",
    ("num_canon", "ordre", "idu14", "idu14_actuel", "candidats", "statut", "role", "millesime", "geom"),
)
EVENTS = TableShape("ads_evenement", "num_canon", ("num_canon", "type", "date"))
_NOT_COLUMNS = frozenset({"numero", "parcelles", "x", "y"})
_DATE_OF_DECLARATION = {"DOC": "date_doc", "DAACT": "date_daact"}


@dataclass
class Dossier:
    """A dossier to be written. parcels: None when its table says nothing of them."""

    line: int
    number: PermitNumber
    values: Values
    parcels: list[Values] | None = None
    contacts: list[Values] = field(default_factory=list)


def dossier_of(row: ReadRow, number: PermitNumber, source: str, now: str) -> Dossier:
    """The dossier of a row, without its place."""
    values: Values = {name: value for name, value in row.values.items() if name not in _NOT_COLUMNS}
    values.update(
        num_canon=number.canonical,
        num_affiche=number.label,
        type=number.type,
        cu_type=number.cu.lower() or None,
        insee=number.insee,
        annee=number.annee,
        division=number.division,
        suffixe=number.suffix or None,
        num_suffixe=number.rank or None,
        racine=number.root,
        source=source,
        date_import=now,
    )
    if number.house:
        values["maison"] = True
    return Dossier(row.line, number, values)


def add_parcels(made: Dossier, linked: LinkedParcels, links: CadastreLinks) -> None:
    """Give a dossier its parcels, with their shape of today: it outlives their divisions."""
    made.parcels = [
        {
            "num_canon": made.number.canonical,
            "ordre": order,
            **link_values(link),
            "role": "ASSISE",
            "millesime": links.millesime(link.current),
            "geom": links.shape(link.current),
        }
        for order, link in enumerate(linked.links, 1)
    ]


def declaration_of(row: ReadRow, number: PermitNumber) -> Values:
    """What a declaration of works (DOC, DAACT) tells of its permit."""
    day = row.text(_DATE_OF_DECLARATION[number.suffix]) or row.text("date_depot")
    return {"num_canon": number.root, "type": f"{number.suffix}{number.rank:02d}", "date": day or None}


def date_column(declaration: Values) -> str:
    """The date of the permit that a declaration fills."""
    return _DATE_OF_DECLARATION[str(declaration["type"])[:-2]]
