"""The tables of ANC that an import writes, and the rows that it gives them."""

from __future__ import annotations

from dataclasses import dataclass, field

from smica_qgis.core.anc.grid_2012 import classe_of
from smica_qgis.core.anc.records import components, constats_of, control_id, control_of
from smica_qgis.core.field_mapping.rows import ReadRow
from smica_qgis.operations.shared_import.cadastre_links import CadastreLinks, LinkedParcels, link_values
from smica_qgis.operations.shared_import.merging import TableShape, Values


def finished_installation(values: Values) -> Values:
    """An installation of which nobody says the state is in use."""
    return {**values, "etat": values.get("etat") or "ACT"}


def finished_control(values: Values) -> Values:
    """A control with its computed class: what a merge gives may change it (zones, findings)."""
    constats = values.get("constats")
    computed = None
    if constats is not None:
        computed = classe_of(
            constats_of(str(constats)),
            zone_sanitaire=bool(values.get("zone_san")),
            zone_environnementale=bool(values.get("zone_env")),
        ).value
    return {**values, "refus": values.get("refus") or "NON", "calc_classe": computed}


INSTALLATIONS = TableShape(
    "anc_installation",
    "inst_id",
    (
        *("inst_id", "service_id", "numero_dossier", "insee", "code_postal", "adresse_ban_id", "adresse_txt"),
        *("type_immeuble", "nb_logements", "nb_pieces", "eh_calc", "eh_installe", "date_mise_en_service", "etat"),
        *("date_etat", "source_position", "precision_m", "statut_lien", "n_parcelles", "n_parcelles_trouvees"),
        *("source", "date_maj", "geom"),
    ),
    "date_maj",
    finished_installation,
)
CONTROLS = TableShape(
    "anc_controle",
    "ctrl_id",
    (
        *("ctrl_id", "inst_id", "nature", "date_demande", "date_rdv", "date_visite", "date_rapport"),
        *("date_transmission", "refus", "avis", "conformite_neuf", "constats", "zone_san", "zone_env", "zone_source"),
        *("calc_classe", "classe_saisie", "motif", "date_acte", "montant", "ads_num", "verrou", "date_maj"),
    ),
    "date_maj",
    finished_control,
)
PARCELS = TableShape(
    "anc_installation_parcelle",
    "inst_id",
    ("inst_id", "ordre", "idu14", "idu14_actuel", "candidats", "statut", "role", "millesime"),
)
COMPONENTS = TableShape("anc_composant", "inst_id", ("inst_id", "ordre", "famille", "type_code"))
_NOT_COLUMNS = frozenset({"parcelles", "x", "y", "filieres"})
_PARCEL_ROLE = "ASSISE"
_DAYS = ("date_visite", "date_rdv", "date_transmission", "date_demande")


@dataclass
class Installation:
    """An installation to be written: its row, and its rows of the child tables that its table gives."""

    line: int
    values: Values
    parcels: list[Values] | None = None
    components: list[Values] | None = None
    contacts: list[Values] = field(default_factory=list)


def installation_of(row: ReadRow, inst_id: str, service_id: str, now: str) -> Installation:
    """The installation of a row, without its place."""
    values: Values = {name: value for name, value in row.values.items() if name not in _NOT_COLUMNS}
    values.update({"inst_id": inst_id, "service_id": service_id, "date_maj": now})
    made = Installation(row.line, values, contacts=contacts_of(row, inst_id))
    if "filieres" in row.values:
        made.components = [
            {"inst_id": inst_id, "ordre": order, "famille": family, "type_code": code}
            for order, family, code in components(row)
        ]
    return made


def add_parcels(made: Installation, linked: LinkedParcels, links: CadastreLinks) -> None:
    """Give an installation its parcels."""
    inst_id = made.values["inst_id"]
    made.parcels = [
        {
            "inst_id": inst_id,
            "ordre": order,
            **link_values(link),
            "role": _PARCEL_ROLE,
            "millesime": links.millesime(link.current),
        }
        for order, link in enumerate(linked.links, 1)
    ]
    made.values.update(statut_lien=linked.state.value, n_parcelles=len(linked.links), n_parcelles_trouvees=linked.found)


def control_values(row: ReadRow, inst_id: str, ranks: dict[tuple[str, str, str], int], now: str) -> Values:
    """The row of a control. ranks: how many controls of this nature the installation already has on a day."""
    control = control_of(row)
    day = next((row.text(name) for name in _DAYS if row.text(name)), "")
    place = (inst_id, control.nature.value, day)
    rank = ranks.get(place, 0)
    ranks[place] = rank + 1
    values: Values = {name: value for name, value in row.values.items() if name != "numero_dossier"}
    values.update(ctrl_id=control_id(*place, rank), inst_id=inst_id, date_maj=now)
    return values


def contacts_of(row: ReadRow, object_id: str) -> list[Values]:
    """People of a row, by role: `proprio_nom` is the name of the role PROPRIO."""
    roles: dict[str, Values] = {}
    for name, value in row.personal.items():
        role, _, column = name.partition("_")
        if value is not None:
            roles.setdefault(role.upper(), {"objet_id": object_id, "role": role.upper()})[column] = value
    return list(roles.values())
