"""Prescriptions and informations of an invented document: what they are, where they lie, which PDF says more.

Codes: standard CNIG PLU v2024 rev. 2025-06, p. 30-39; those that an older model does not know are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from smica_qgis.geodata.synthetic.column_values import ColumnValues, Proposal
from smica_qgis.geodata.synthetic.shapes import lines, points, surfaces
from smica_qgis.geodata.synthetic.territory import Integers, Territory
from smica_qgis.geodata.synthetic.zoning import FARMED, NATURAL, TO_URBANISE, URBAN, Zones

ANYWHERE = (URBAN, TO_URBANISE, FARMED, NATURAL)
COUNTRYSIDE = (FARMED, NATURAL)


@dataclass(frozen=True)
class Subject:
    """One kind of prescription or information. geometry: SURF, LIN or PCT. label: prefix of TXT, or empty.

    planned: TYPEP and STYPEP, for a prescription that a carte communale shows among its informations.
    """

    geometry: str
    code: str
    subcode: str
    libelle: str
    land_use: tuple[int, ...] = ANYWHERE
    nature: str | None = None
    label: str = ""
    planned: tuple[str, str] | None = None


PRESCRIPTIONS = (
    Subject("SURF", "01", "00", "Espace boisé classé", (NATURAL,), "boisement"),
    Subject("SURF", "05", "02", "Emplacement réservé aux ouvrages publics", (URBAN, TO_URBANISE), label="ER"),
    Subject("SURF", "07", "02", "Élément de paysage à protéger", COUNTRYSIDE, "parc"),
    Subject("SURF", "25", "00", "Continuité écologique", COUNTRYSIDE, "corridor"),
    Subject("LIN", "07", "02", "Haie ou alignement à conserver", nature="haie"),
    Subject("LIN", "24", "04", "Voie ou chemin à conserver", nature="chemin"),
    Subject("LIN", "15", "01", "Recul des constructions par rapport à la voie"),
    Subject("PCT", "07", "01", "Bâti remarquable à protéger", nature="calvaire"),
    Subject("PCT", "16", "01", "Bâtiment pouvant changer de destination", COUNTRYSIDE, "grange", "CD"),
    Subject("PCT", "07", "02", "Arbre remarquable", nature="chêne"),
)
INFORMATIONS = (
    Subject("SURF", "04", "00", "Droit de préemption urbain", (URBAN, TO_URBANISE), label="DPU"),
    Subject("SURF", "02", "00", "Zone d'aménagement concerté", (TO_URBANISE,), label="ZAC"),
    Subject("SURF", "14", "00", "Secteur affecté par le bruit d'une route"),
    Subject("SURF", "38", "00", "Secteur d'information sur les sols", label="SIS"),
    Subject("LIN", "19", "01", "Réseau d'assainissement collectif"),
    Subject("PCT", "16", "00", "Site archéologique"),
    Subject("PCT", "19", "02", "Station d'épuration"),
)
PLANNED = (
    Subject("SURF", "00", "00", "Espace boisé classé", COUNTRYSIDE, "boisement", planned=("01", "00")),
    Subject("SURF", "00", "00", "Autre périmètre", planned=("99", "00")),
    Subject("LIN", "00", "00", "Recul des constructions par rapport à la voie", planned=("15", "00")),
    Subject("LIN", "00", "00", "Autre limite", planned=("99", "00")),
    Subject("PCT", "00", "00", "Bâti remarquable à protéger", nature="calvaire", planned=("07", "01")),
    Subject("PCT", "00", "00", "Autre objet", planned=("99", "00")),
)
"""Prescriptions of a carte communale: TYPEINF says 00, TYPEP which (CC v2024 rev. 2025-11, p. 23 and 26)."""
SAFEGUARDED = (
    Subject("SURF", "07", "51", "Immeuble à conserver", (URBAN, TO_URBANISE), label="1"),
    Subject("SURF", "39", "50", "Hauteur des constructions", (URBAN, TO_URBANISE), label="H"),
    Subject("LIN", "07", "51", "Façade à conserver", label="2"),
    Subject("LIN", "39", "50", "Hauteur de façade", label="H"),
    Subject("PCT", "40", "50", "Point de vue", label="V"),
    Subject("PCT", "39", "50", "Altitude du faîte", label="H"),
)
"""Prescriptions of a PSMV alone (v2022-10, p. 11 and 31-34)."""


def perimeters(
    values: ColumnValues, subjects: Sequence[Subject], prefix: str, count: int, generator: np.random.Generator
) -> list[Subject]:
    """Draw so many subjects among those whose codes the table accepts.

    prefix: PSC or INF, the end of the names of the code columns. If none fits, the model's first code is.
    """
    code, subcode = f"TYPE{prefix}", f"STYPE{prefix}"
    paired = values.has(subcode)
    accepted = values.codes(code, subcode) if paired else values.codes(code)
    known = {item[0] if not paired else item for item in accepted}
    usable = [
        s
        for s in subjects
        if not known  # no list: whatever the standard has
        or (s.code if not paired else (s.code, s.subcode)) in known
        or (s.planned is not None and not paired and values.takes("TYPEP", s.planned[0]))
    ]
    if not usable and accepted:
        first = accepted[0]
        usable = [Subject(subjects[0].geometry, first[0], first[1] if paired else "", subjects[0].libelle)]
    return [usable[rank] for rank in generator.integers(0, len(usable), count)]


def proposals(drawn: Sequence[Subject], prefix: str, file_of: dict[str, str]) -> dict[str, Proposal]:
    """Values of the columns that depend on the subject. file_of: code-subcode → PDF that describes it."""
    numbers = dict.fromkeys({subject.label for subject in drawn}, 0)
    texts: list[str | None] = []
    for subject in drawn:
        numbers[subject.label] += 1
        texts.append(f"{subject.label}{numbers[subject.label]}" if subject.label else None)
    letters = {"SURF": "S", "LIN": "L", "PCT": "P"}
    symbol = {"PSC": "PSC", "INF": "INF"}[prefix]
    return {
        f"TYPE{prefix}": [s.code for s in drawn],
        f"STYPE{prefix}": [s.subcode for s in drawn],
        "TYPEP": [s.planned[0] if s.planned else None for s in drawn],
        "STYPEP": [s.planned[1] if s.planned else None for s in drawn],
        "ANGLE": "45",
        "LIBELLE": [s.libelle for s in drawn],
        "NATURE": [s.nature for s in drawn],
        "TXT": texts,
        "NOMFIC": [file_of.get(f"{s.code}-{s.subcode}") for s in drawn],
        "SYMBOLE": [f"{symbol}-{letters[s.geometry]}_{s.code}-{s.subcode}_001" for s in drawn],
    }


def places(
    territory: Territory, zones: Zones, drawn: Sequence[Subject], generator: np.random.Generator
) -> tuple[list[bytes], Integers]:
    """WKB of the geometries of these subjects, and the commune of each."""
    if drawn and drawn[0].geometry == "LIN":
        shapes = lines(territory, len(drawn), generator)
        return shapes, np.zeros(len(shapes), dtype=np.int64)
    cells = np.empty(len(drawn), dtype=np.int64)
    for land_use in {subject.land_use for subject in drawn}:
        rows = [row for row, subject in enumerate(drawn) if subject.land_use == land_use]
        candidates = np.flatnonzero(np.isin(zones.land_use, land_use))
        cells[rows] = generator.choice(candidates if len(candidates) else np.arange(len(zones.land_use)), len(rows))
    draw = surfaces if drawn and drawn[0].geometry == "SURF" else points
    return draw(territory, cells, generator), territory.commune[cells]
