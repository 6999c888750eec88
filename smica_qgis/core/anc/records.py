"""Rows of a SPANC's tables, checked against one another: what the store is given, and why a row is not.

A refused row never brings the others down. Sources: facts of the field on real spreadsheets; arrêté of 27 April 2012.
"""

from __future__ import annotations

import uuid
from datetime import date

from smica_qgis.core.anc.controls import GRID_NATURES, Controle
from smica_qgis.core.anc.vocabulary import MECHANICAL_TYPES, MOST_EH, Classe, Constat, Nature, Refus
from smica_qgis.core.field_mapping.row_dates import check_order, check_past
from smica_qgis.core.field_mapping.rows import ReadRow, RefusedRowError
from smica_qgis.core.stored_dates import stored_day

_NAMESPACE = uuid.UUID("6d0f0a52-3a0c-5c1e-9a55-8a2b7a0d4c11")
"""Ours: the same dossier gets the same identifier at each import."""
_FAMILIES = {"1": "PRETRAIT", "2": "TRAIT", "3": "TRAIT", "4": "REJET", "9": "REJET"}
_ORDERS = (("date_demande", "date_visite"), ("date_visite", "date_rapport"), ("date_rapport", "date_transmission"))
_DATE_LABELS = {
    "date_demande": "la demande",
    "date_visite": "la visite",
    "date_rapport": "le rapport",
    "date_transmission": "la transmission",
}
_DONE_DATES = ("date_visite", "date_rapport", "date_transmission")


def installation_id(service_id: str, numero_dossier: str) -> str:
    """Identifier of an installation, always the same for a dossier of a service."""
    return str(uuid.uuid5(_NAMESPACE, f"{service_id}/{numero_dossier}"))


def control_id(inst_id: str, nature: str, day: str, rank: int) -> str:
    """Identifier of a control. rank: from 0, among those of the same nature on the same day."""
    return str(uuid.uuid5(_NAMESPACE, f"{inst_id}/{nature}/{day}/{rank}"))


def check_installation(row: ReadRow) -> None:
    """Refuse an installation that the store cannot hold. Raises RefusedRowError."""
    for name in ("eh_calc", "eh_installe"):
        eh = row.number(name)
        if eh is not None and eh > MOST_EH:
            message = f"{eh:g} équivalents-habitants : au-delà de {MOST_EH}, l'installation relève d'un autre arrêté"
            raise RefusedRowError(message)


def components(row: ReadRow) -> list[tuple[int, str, str]]:
    """Order, family and type of the components that a row names."""
    codes = [code for code in row.text("filieres").split(",") if code]
    return [(order, family_of(code), code) for order, code in enumerate(codes, 1)]


def family_of(code: str) -> str:
    """The family of a type of component (vocabulary.TYPES_COMPOSANT)."""
    return _FAMILIES[code[0]]


def is_mechanical(types: set[str], families: set[str]) -> bool:
    """Whether an installation has moving parts."""
    return bool(types & MECHANICAL_TYPES) or "POMPE" in families


def check_control(row: ReadRow, today: date) -> None:
    """Refuse a control that contradicts itself. Raises RefusedRowError."""
    check_order(row, _ORDERS, _DATE_LABELS)
    check_past(row, _DONE_DATES, _DATE_LABELS, today)
    control = control_of(row)
    reported = row.text("date_rapport") or row.text("date_transmission")
    if control.nature in GRID_NATURES and control.refus is Refus.NON and reported and control.classe is None:
        message = "le rapport est fait, mais ni les constats ni la classe ne sont donnés"
        raise RefusedRowError(message)
    if not any(row.text(name) for name in (*_DONE_DATES, "date_demande", "date_rdv")):
        message = "aucune date"
        raise RefusedRowError(message)


def control_of(row: ReadRow) -> Controle:
    """The control that a row describes."""
    constats, classe, nature = row.values.get("constats"), row.text("classe_saisie"), row.text("nature")
    return Controle(
        nature=Nature(nature),
        date_visite=stored_day(row.text("date_visite")),
        date_transmission=stored_day(row.text("date_transmission")),
        refus=Refus(row.text("refus") or "NON"),
        constats=None if constats is None else constats_of(str(constats)),
        zone_sanitaire=bool(row.values.get("zone_san")),
        zone_environnementale=bool(row.values.get("zone_env")),
        classe_saisie=Classe(classe) if classe else None,
        motif=row.text("motif"),
        conformite_neuf={"OK": True, "NOK": False}.get(row.text("conformite_neuf")),
        date_acte=stored_day(row.text("date_acte")),
    )


def constats_of(text: str) -> frozenset[Constat]:
    """Findings from their codes, joined by commas."""
    return frozenset(Constat(code) for code in text.split(",") if code)
