"""A synthetic SPANC: tables of installations and of controls as an old spreadsheet holds them, every trap in them.

What is true of each row is given beside it, for those who check an import against it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from smica_qgis.geodata.synthetic_anc_ads.people import somebody, with_civility
from smica_qgis.geodata.synthetic_anc_ads.territory import PARCEL_M, MadeTerritory

INSTALLATION_TITLES = (
    *("N° dossier", "Commune INSEE", "Propriétaire", "Tél", "Adresse installation", "Référence cadastrale"),
    *("Type d'installation", "EH", "Mise en service", "Etat installation", "X", "Y", "Observations"),
)
CONTROL_TITLES = (
    *("N° dossier", "Type de contrôle", "Date demande", "Date visite", "Date rapport", "Date envoi", "Refus"),
    *("Constats", "ZES", "ZEE", "Conclusion", "Conformité exécution", "Date acte", "Technicien"),
)
_TRAINS = (("Fosse toutes eaux", "101"), ("Filtre à sable", "203"), ("Microstation", "304"), ("SBR", "305"),
           ("Fosse toutes eaux + Épandage", "101,201"), ("inconnue", "999"))  # fmt: skip
_STATES = (("", "ACT"), ("Actif", "ACT"), ("en service", "ACT"), ("Raccordé", "RACC"), ("SUPP", "SUPP"),
           ("inactive", "DESACT"))  # fmt: skip
_NATURES = (("Diagnostic initial", "DIA"), ("Bon fonctionnement", "PER"), ("périodique", "PER"), ("Vente", "VEN"),
            ("Contrôle de conception", "CON"), ("Réalisation", "REA"), ("Contre-visite", "CTV"))  # fmt: skip
_FINDINGS = ("", "INC", "DIM", "DYS", "ENT", "SAN1", "SAN2", "STR", "PUI", "ABS", "ENT,INC", "SAN1,INC")
_STREETS = ("rue du Lavoir", "chemin des Prés", "route de la Vallée", "impasse du Moulin", "Le Bourg", "La Borie Haute")
_FIRST_DAY = date(2006, 1, 2)
_EXCEL_EPOCH = date(1899, 12, 30)
TRAPS = 14
"""A row out of so many is a trap."""


@dataclass
class MadeControl:
    """What is true of a control. refused: why an import must refuse it, empty when it must not."""

    numero: str
    nature: str
    visite: date | None
    envoi: date | None
    refus: str = "NON"
    constats: str | None = None
    zone_san: bool = False
    zone_env: bool = False
    conforme: str = ""
    acte: date | None = None
    refused: str = ""


@dataclass
class MadeInstallation:
    """What is true of an installation. parcel: identifier meant; link: state that its link must have."""

    numero: str
    insee: str
    etat: str
    trains: str
    parcel: str
    link: str
    located: bool
    refused: str = ""
    controls: list[MadeControl] = field(default_factory=list)


@dataclass
class MadeSpanc:
    """Tables as rows of texts, their titles first, and what is true of each row, in the same order."""

    installation_rows: list[list[str]]
    control_rows: list[list[str]]
    installations: list[MadeInstallation]
    controls: list[MadeControl]
    today: date


def make_spanc(
    chance: random.Random, territory: MadeTerritory, installations: int = 6000, controls: int = 12000
) -> MadeSpanc:
    """Make a SPANC of so many rows."""
    today = date(2025, 6, 12)
    made = MadeSpanc([list(INSTALLATION_TITLES)], [list(CONTROL_TITLES)], [], [], today)
    parcels = sorted(territory.parcels)
    for rank in range(installations):
        truth, row = _installation(chance, territory, rank, chance.choice(parcels))
        if rank % TRAPS == TRAPS - 1:
            _spoil_installation(chance, rank // TRAPS, truth, row, made)
        made.installations.append(truth)
        made.installation_rows.append(row)
    healthy = [truth for truth in made.installations if not truth.refused]
    controlled = healthy[: len(healthy) * 9 // 10]  # one out of ten was never controlled
    for rank in range(controls):
        owner = chance.choice(controlled)
        control, row = _control(chance, owner.numero, today)
        if rank % TRAPS == TRAPS - 1:
            _spoil_control(chance, rank // TRAPS, control, row, today)
        if not control.refused:
            owner.controls.append(control)
        made.controls.append(control)
        made.control_rows.append(row)
    return made


def _installation(
    chance: random.Random, territory: MadeTerritory, rank: int, parcel: str
) -> tuple[MadeInstallation, list[str]]:
    numero, insee = f"ANC-{2005 + rank % 20}-{rank + 1:05d}", parcel[:5]
    train, codes = chance.choice(_TRAINS)
    state, etat = chance.choices(_STATES, (40, 30, 20, 4, 3, 3))[0]
    written, link, placed = _written_parcel(chance, territory, parcel)
    x, y = territory.parcels[parcel]
    located = chance.random() < 0.5  # noqa: PLR2004
    address = f"{chance.randint(1, 90)} {chance.choice(_STREETS)}"
    if chance.random() < 0.1:  # noqa: PLR2004
        address += f", chez {with_civility(chance)}"
    row = [
        *(numero, insee, somebody(chance), f"05 65 {chance.randint(10, 99)} 12 {chance.randint(10, 99)}", address),
        *(written, train, chance.choice(("5", "6,0", "")), _written_day(chance, _day(chance, date(2024, 1, 1)))),
        *(state, f"{x + PARCEL_M / 2:.2f}" if located else "", f"{y + PARCEL_M / 2:.2f}" if located else ""),
        f"vu avec {with_civility(chance)}, tél. 06 12 34 56 78",
    ]
    return MadeInstallation(numero, insee, etat, codes, parcel, link, located or placed), row


def _written_parcel(chance: random.Random, territory: MadeTerritory, parcel: str) -> tuple[str, str, bool]:
    """A form in which people write a parcel, the state of the link that it gives, and whether that gives a place."""
    insee, prefixe, section, numero = parcel[:5], parcel[5:8], parcel[8:10], str(int(parcel[10:]))
    short = f"{section.lstrip('0')} {numero}"
    mother = chance.choice([name for name in territory.filiation if name.startswith(insee)])
    alone = len(territory.filiation[mother]) == 1
    written = chance.choice(
        (
            (parcel, "EXACT", True),
            (f"{parcel[:2]}0{parcel[2:]}", "EXACT", True),
            (f"{prefixe}{section}{parcel[10:]};", "EXACT", True),
            (f"{prefixe} {short}", "EXACT", True),
            (mother, "ANCIEN", alone),
            (f"{insee}000ZZ9{chance.randint(100, 999)}", "INTROUVABLE", False),
            (short, "EXACT", True),
            (f"{short}p", "PARTIEL", True),
            (f"{short} ; ZY 4321", "PARTIEL", True),
        )
    )
    if written[0].startswith(short) and parcel in territory.ambiguous:
        return short, "AMBIGU", False
    return written


def _spoil_installation(
    chance: random.Random, kind: int, truth: MadeInstallation, row: list[str], made: MadeSpanc
) -> None:
    """Make a row one that must be refused; the ninth only looks strange."""
    kind %= 9
    if kind == 0 and made.installations:
        twin = next(one for one in made.installations if not one.refused)
        row[0], truth.refused = twin.numero, "duplicate"
    elif kind == 1:
        row[1], truth.refused = "99999", "insee"
    elif kind == 2:  # noqa: PLR2004
        row[7], truth.refused = "45", "eh"
    elif kind == 3:  # noqa: PLR2004
        row[0], truth.refused = f"{somebody(chance)} 12", "name as number"
    elif kind == 4:  # noqa: PLR2004
        row[8], truth.refused = f"voir {with_civility(chance)}", "text as date"
    elif kind == 5:  # noqa: PLR2004
        row[10], row[11], truth.refused = "612000", "6900000", "outside"
    elif kind == 6:  # noqa: PLR2004
        row.insert(4, with_civility(chance))
        truth.refused = "shifted"
    elif kind == 7:  # noqa: PLR2004
        row[6], truth.refused = somebody(chance), "unknown train"
    else:
        row[8] = "0000-00-00"


def _control(chance: random.Random, numero: str, today: date) -> tuple[MadeControl, list[str]]:
    word, nature = chance.choices(_NATURES, (20, 30, 15, 12, 8, 10, 5))[0]
    visit = date(2008, 2, 29) if chance.random() < 0.01 else _day(chance, today - timedelta(days=90))  # noqa: PLR2004
    control = MadeControl(numero, nature, visit, visit + timedelta(days=chance.randint(5, 60)))
    grid = nature in ("DIA", "PER", "VEN")
    if chance.random() < 0.04:  # noqa: PLR2004
        control.refus = chance.choice(("ABSENT", "REFUS", "REPORT"))
        control.envoi = None
    if grid and control.refus == "NON":
        control.constats = chance.choice(_FINDINGS)
        control.zone_san, control.zone_env = chance.random() < 0.2, chance.random() < 0.2  # noqa: PLR2004
    if nature == "REA":
        control.conforme = chance.choice(("OK", "NOK"))
    if nature == "VEN":
        control.acte = visit + timedelta(days=100) if chance.random() < 0.5 else None  # noqa: PLR2004
    asked = visit - timedelta(days=chance.randint(1, 60))
    report = control.envoi - timedelta(days=2) if control.envoi else None
    row = [
        *(numero, word, _written_day(chance, asked), _written_day(chance, visit), _written_day(chance, report)),
        *(_written_day(chance, control.envoi), "" if control.refus == "NON" else control.refus),
        "aucun" if control.constats == "" else (control.constats or "").replace(",", " + "),
        *("oui" if control.zone_san else "non", "X" if control.zone_env else "N", ""),
        *({"OK": "Conforme", "NOK": "Non conforme"}.get(control.conforme, ""), _written_day(chance, control.acte)),
        somebody(chance),
    ]
    return control, row


def _spoil_control(chance: random.Random, kind: int, control: MadeControl, row: list[str], today: date) -> None:
    kind %= 7
    if kind == 0:
        row[2], row[3], control.refused = "15/06/2020", "14/06/2020", "visit before request"
        row[4] = row[5] = ""
    elif kind == 1:
        row[2:6] = ["", f"{today + timedelta(days=40):%d/%m/%Y}", "", ""]
        control.refused = "future"
    elif kind == 2:  # noqa: PLR2004
        row[0], control.refused = "ANC-1999-99999", "unknown installation"
    elif kind == 3:  # noqa: PLR2004
        row[1], control.refused = somebody(chance), "unknown nature"
    elif kind == 4:  # noqa: PLR2004
        row[1], row[2:6], row[6], row[7] = "PER", ["", "10/01/2020", "20/01/2020", "22/01/2020"], "", ""
        control.refused = "no class"
    elif kind == 5:  # noqa: PLR2004
        row[3], control.refused = "31/02/2019", "no such day"
    elif control.constats is not None:
        row[10] = "Conforme"  # a class that may contradict the findings: the findings hold


def _day(chance: random.Random, last: date) -> date:
    return _FIRST_DAY + timedelta(days=chance.randrange((last - _FIRST_DAY).days))


def _written_day(chance: random.Random, day: date | None) -> str:
    """A date in one of the forms of spreadsheets."""
    if day is None:
        return chance.choice(("", "-"))
    form = chance.randrange(5)
    if form == 0:
        return day.isoformat()
    if form == 1:
        return str((day - _EXCEL_EPOCH).days)
    if form == 2:  # noqa: PLR2004
        return f"{day:%d/%m/%y}"
    if form == 3:  # noqa: PLR2004
        return f"{day:%d/%m/%Y} 00:00:00"
    return f"{day:%d/%m/%Y}"
