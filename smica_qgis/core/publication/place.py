"""What one document at a time can be in force for: a family, a territory, a sector."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.planning.document_name import DocumentName

PLANS = "DU"
"""PLU, PLUi, POS and cartes communales: one follows the other on a territory (facts: publishing, 2)."""


@dataclass(frozen=True)
class Place:
    """family: DU, PSMV, SCOT, MEC, SUP_AC1; territory: INSEE, SIREN, department; sector: part, procedure or manager."""

    family: str
    territory: str
    sector: str = ""


def place_of(name: DocumentName) -> Place:
    """Where a document is in force: a plan's part (`_A`), a procedure and a manager's easements each have their own."""
    if name.type == "SUP":
        return Place(f"SUP_{name.category}", name.territory, name.manager)
    if name.type == "MEC":
        return Place("MEC", name.territory, name.procedure)
    family = {"PSMV": "PSMV", "SCoT": "SCOT"}.get(name.type, PLANS)
    return Place(family, name.territory or name.manager, name.part.upper())


def writer_code(document_id: str) -> str:
    """Whose document it is, by what its name begins with: the code that gives an authority the right to write it."""
    return document_id.split("_", maxsplit=1)[0]
