"""Synthetic permits: a table as the software of a service exports it, every trap in it, and what each row truly is."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from smica_qgis.geodata.synthetic_anc_ads.people import somebody, with_civility
from smica_qgis.geodata.synthetic_anc_ads.territory import MadeTerritory

TITLES = (
    *("N° dossier", "PCMI", "Demandeur", "Objet", "Etat", "Date dépôt", "Complet le", "Majoration", "Date limite"),
    *("Date décision", "DOC", "Adresse terrain", "Références cadastrales", "Surface plancher", "Instructeur"),
)
TODAY = date(2025, 6, 12)
TRAPS = 12
"""A row out of so many is a trap."""
_TYPES = ("DP", "DP", "PC", "PC", "PC", "PA", "PD", "CUa", "CUb", "AT", "AZ")
_STATES = (("accepter", "DEC_FAV"), ("Refusé", "DEC_DEF"), ("en instruction", "INS"), ("Incomplet", "INC"),
           ("déposé", "DEP"), ("accepte_tacite", "TACITE"), ("terminer", "ACH"), ("Accordé", "DEC_FAV"))  # fmt: skip
_OBJECTS = ("Construction d'une maison individuelle", "Clôture", "Abri de jardin de 12 m²", "Division en 2 lots",
            "Piscine", "Réfection de toiture")  # fmt: skip
_OPEN = frozenset({"INS", "INC", "DEP"})


@dataclass
class MadePermit:
    """What is true of a permit. refused: why an import must refuse it; link: state of its link to parcels."""

    canonical: str
    kind: str
    house: bool
    insee: str
    etat: str
    depot: date
    complet: date | None
    majoration: int
    decision: date | None
    doc: date | None
    link: str
    expected: int
    refused: str = ""
    declaration: bool = False


@dataclass
class MadePermits:
    """Rows of texts, their titles first, and what is true of each."""

    rows: list[list[str]]
    permits: list[MadePermit]


def make_permits(chance: random.Random, territory: MadeTerritory, count: int = 3000) -> MadePermits:
    """Make so many rows."""
    made = MadePermits([list(TITLES)], [])
    communes = sorted(territory.communes)
    for rank in range(count):
        truth, row = _permit(chance, territory, rank, communes[rank % len(communes)])
        if rank % TRAPS == TRAPS - 1:
            _spoil(chance, rank // TRAPS, truth, row, made)
        made.permits.append(truth)
        made.rows.append(row)
    return made


def _permit(chance: random.Random, territory: MadeTerritory, rank: int, insee: str) -> tuple[MadePermit, list[str]]:
    kind = chance.choice(_TYPES)
    depot = TODAY - timedelta(days=chance.randrange(40, 200) if rank % 2 else chance.randrange(200, 1800))
    state, etat = chance.choice(_STATES)
    decided = etat not in _OPEN
    complet = depot + timedelta(days=chance.randrange(20)) if etat != "INC" and chance.random() < 0.8 else None  # noqa: PLR2004
    decision = (complet or depot) + timedelta(days=10) if decided else None
    doc = decision + timedelta(days=5) if decision and etat == "ACH" else None
    order = f"{chance.choice('A0P')}{rank + 1:04d}"
    suffix = chance.choice(("", "", "", "M01", "T02", "P0"))
    root = f"{kind[:2]}0{insee}{depot.year % 100:02d}{order}"
    house = kind == "PC" and chance.random() < 0.5  # noqa: PLR2004
    parcels, link, expected = _written_parcels(chance, territory, insee)
    truth = MadePermit(
        *(root + suffix.replace("P0", ""), kind, house, insee, etat, depot, complet, chance.choice((0, 0, 1, 2))),
        *(decision, doc, link, expected),
    )
    row = [
        *(_written_number(chance, kind, root, suffix), "oui" if house else "", somebody(chance), _object(chance)),
        *(state, f"{depot:%d/%m/%Y}", f"{complet:%d/%m/%Y}" if complet else "", str(truth.majoration or "")),
        *("", decision.isoformat() if decision else "", doc.isoformat() if doc else ""),
        *(f"Lieu-dit La Combe, chez {with_civility(chance)}", parcels, "120,5", somebody(chance)),
    ]
    if chance.random() < 0.2:  # noqa: PLR2004
        row[3] = f"Maison {row[2]}"  # the name that another column gives, without any civility
    return truth, row


def _object(chance: random.Random) -> str:
    text = chance.choice(_OBJECTS)
    return f"{text} pour {with_civility(chance)}" if chance.random() < 0.3 else text  # noqa: PLR2004


def _written_number(chance: random.Random, kind: str, root: str, suffix: str) -> str:
    parts = (kind, root[2:5], root[5:8], root[8:10], root[10:])
    end = chance.choice((" ", "-", "")) + suffix if suffix else ""
    return chance.choice((" ", "", "-", " ")).join(parts) + end


def _written_parcels(chance: random.Random, territory: MadeTerritory, insee: str) -> tuple[str, str, int]:
    """A list of parcels, the state of its link, and how many parcels it names."""
    names = [name for name in territory.of_commune(insee) if name[5:8] == "000"]
    start = chance.randrange(len(names) - 10)
    group = [name for name in names[start : start + 10] if name[5:10] == names[start][5:10]]
    mother = chance.choice([name for name in territory.filiation if name.startswith(insee)])
    whole = {name: f"{name[5:8]}{name[8:10]}{name[10:]}" for name in group}
    first, last = group[0], group[min(len(group), 4) - 1]
    span = group.index(last) + 1
    gone = f"{insee}000ZY0001"
    written = chance.choice(
        (
            (f"{whole[first]}A{last[10:]};" if span > 1 else f"{whole[first]};", "EXACT", span),
            (f"{whole[first]}/{last[10:]};" if span > 1 else f"{whole[first]};", "EXACT", min(span, 2)),
            (f"{first};{gone}", "PARTIEL", 2),
            (mother, "ANCIEN", 1),
            (gone, "INTROUVABLE", 1),
            ("", "INTROUVABLE", 0),
            (f"voir {somebody(chance)}", "INTROUVABLE", 1),
            (f"{first[8:10].lstrip('0')} {int(first[10:])}", "", 1),
        )
    )
    if written[1]:
        return written
    return written[0], "AMBIGU" if first in territory.ambiguous else "EXACT", 1


def _spoil(chance: random.Random, kind: int, truth: MadePermit, row: list[str], made: MadePermits) -> None:
    kind %= 8
    if kind == 0:
        twin = next(one for one in made.permits if not one.refused and not one.declaration)
        row[0], truth.refused = twin.canonical, "duplicate"
    elif kind == 1:
        row[0], truth.refused = f"PC 0{truth.insee[:2]} {truth.insee[2:]} 31 A0001", "year to come"
    elif kind == 2:  # noqa: PLR2004
        row[0], truth.refused = somebody(chance), "no number"
    elif kind == 3:  # noqa: PLR2004
        row[9], truth.refused = "2001-01-01", "decision before deposit"
    elif kind == 4:  # noqa: PLR2004
        row[4], truth.refused = f"vu avec {somebody(chance)}", "unknown state"
    elif kind == 5:  # noqa: PLR2004
        row[0], truth.refused = "PC 080 016 22 A0001", "out of the perimeter"
    elif kind == 6:  # noqa: PLR2004
        twin = next(one for one in reversed(made.permits) if not one.refused and len(one.canonical) == 15)  # noqa: PLR2004
        row[0], row[5], truth.declaration = f"{twin.canonical}DOC01", f"{TODAY:%d/%m/%Y}", True
        row[6] = row[9] = row[10] = ""
        if twin.doc is None:
            twin.doc = TODAY
    else:
        row[0], truth.refused = "PC01230122A9999DAACT", "declaration of nothing"
        row[6] = row[9] = row[10] = ""
