"""A control as the store keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from smica_qgis.core.anc.controls import Controle
from smica_qgis.core.anc.records import constats_of
from smica_qgis.core.anc.vocabulary import Classe, Nature, Refus
from smica_qgis.core.stored_dates import stored_day

CONTROL_COLUMNS = (
    *("inst_id", "nature", "date_visite", "date_transmission", "refus", "constats", "zone_san", "zone_env"),
    *("classe_saisie", "motif", "conformite_neuf", "date_acte"),
)
"""Columns of `anc_controle` that make a control, in the order that `control_of_row` wants."""


def control_of_row(row: Sequence[Any]) -> Controle:
    """The control of a row of CONTROL_COLUMNS."""
    values = dict(zip(CONTROL_COLUMNS, row))
    return Controle(
        nature=Nature(values["nature"]),
        date_visite=stored_day(values["date_visite"]),
        date_transmission=stored_day(values["date_transmission"]),
        refus=Refus(values["refus"]),
        constats=None if values["constats"] is None else constats_of(values["constats"]),
        zone_sanitaire=bool(values["zone_san"]),
        zone_environnementale=bool(values["zone_env"]),
        classe_saisie=Classe(values["classe_saisie"]) if values["classe_saisie"] else None,
        motif=values["motif"] or "",
        conformite_neuf={"OK": True, "NOK": False}.get(values["conformite_neuf"]),
        date_acte=stored_day(values["date_acte"]),
    )
