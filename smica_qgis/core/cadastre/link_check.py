"""What is known, after a new issue of the cadastre, of the parcels that permits and sanitation files name."""

from __future__ import annotations

import enum
from dataclasses import dataclass


@dataclass(frozen=True)
class LinkTable:
    """Where links are. key: what names a dossier in both tables; shown: what people know it by."""

    links: str
    dossiers: str
    key: str
    shown: str


LINK_TABLES = {
    "anc": LinkTable("anc_installation_parcelle", "anc_installation", "inst_id", "numero_dossier"),
    "ads": LinkTable("ads_parcelle", "ads_dossier", "num_canon", "num_canon"),
}
"""Theme → its links."""


class Outcome(enum.Enum):
    """What is known of a parcel that a dossier names and the cadastre no longer has."""

    FOUND_AGAIN = "retrouvée"
    PROPOSED = "une parcelle proposée"
    TO_CHOOSE = "plusieurs parcelles, à choisir"
    NOT_FOUND = "introuvable"
    NOT_LOADED = "commune absente du cadastre chargé"
