"""The objects of the cadastral plan in one form, whatever they were read from: one record type a table of the store.

The names of the fields are those of the columns (database/migrations). geom is WKB, 2D, little-endian, in the
system of the store; dates are ISO texts (2014-06-18).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Union


class Feuille(NamedTuple):
    """Sheet. feuille_id: 12 characters; qualite, mode: QUPL and COPL; echelle: denominator."""

    feuille_id: str
    insee: str
    prefixe: str
    section2: str
    numero: str
    qualite: str | None
    mode: str | None
    echelle: int | None
    date_maj: str | None
    geom: bytes


class Commune(NamedTuple):
    """Commune, whole. Read from Etalab; made of its sheets after EDIGEO."""

    insee: str
    nom: str | None
    geom: bytes


class Section(NamedTuple):
    """Section, whole. section_id: 10 characters."""

    section_id: str
    insee: str
    prefixe: str
    section2: str
    libelle: str
    geom: bytes


class Parcelle(NamedTuple):
    """Parcel. contenance_m2: of the tax register; surface_geom_m2: as drawn; arpente: surveyed; figuree: drawn."""

    idu14: str
    idu15: str
    insee: str
    prefixe: str
    section2: str
    numero4: str
    libelle: str
    contenance_m2: int | None
    surface_geom_m2: float
    arpente: bool | None
    figuree: bool | None
    feuille_id: str | None
    date_creation: str | None
    date_maj: str | None
    geom: bytes


class Batiment(NamedTuple):
    """Building. type: 01 hard, 02 light; idu14 and part_pct: the parcel it covers most, filled afterwards.

    part_pct is null as long as nobody looked, 0 when it is on no parcel.
    """

    uid: str
    type: str | None
    nom: str | None
    insee: str
    feuille_id: str | None
    date_creation: str | None
    date_maj: str | None
    idu14: str | None
    part_pct: float | None
    geom: bytes


class Lieudit(NamedTuple):
    """Named place."""

    nom: str | None
    insee: str
    feuille_id: str | None
    date_creation: str | None
    date_maj: str | None
    geom: bytes


class Subdfisc(NamedTuple):
    """Fiscal subdivision of a parcel."""

    idu14: str | None
    lettre: str | None
    insee: str
    feuille_id: str | None
    date_creation: str | None
    date_maj: str | None
    geom: bytes


class Numvoie(NamedTuple):
    """House number, with the parcel that the plan links it to."""

    numero: str | None
    idu14: str | None
    insee: str
    feuille_id: str | None
    geom: bytes


class Voie(NamedTuple):
    """Name of a road or of a place, as written on the plan."""

    nom: str | None
    insee: str
    feuille_id: str | None
    geom: bytes


class Detail(NamedTuple):
    """What only the drawing needs: classe: EDIGEO class; sym: code of the symbol; orientation: degrees."""

    classe: str
    sym: str | None
    texte: str | None
    orientation: float | None
    insee: str
    feuille_id: str | None
    geom: bytes


class DetailSurface(Detail):
    """A detail with an area: rivers, roads, ponds."""


class DetailLigne(Detail):
    """A detail that is a line: walls, axes of roads with their names."""


class DetailPoint(Detail):
    """A detail that is a point: boundary stones, symbols of shared walls."""


CadastreObject = Union[
    Feuille, Commune, Section, Parcelle, Batiment, Lieudit, Subdfisc, Numvoie, Voie, DetailSurface, DetailLigne,
    DetailPoint,
]  # fmt: skip
ObjectType = type[CadastreObject]

TABLES: Mapping[ObjectType, str] = {
    Feuille: "cad_feuille",
    Commune: "cad_commune",
    Section: "cad_section",
    Parcelle: "cad_parcelle",
    Batiment: "cad_batiment",
    Lieudit: "cad_lieudit",
    Subdfisc: "cad_subdfisc",
    Numvoie: "cad_numvoie",
    Voie: "cad_voie",
    DetailSurface: "cad_detail_surf",
    DetailLigne: "cad_detail_lin",
    DetailPoint: "cad_detail_pct",
}
"""Where each kind of object goes in the store."""


@dataclass(frozen=True)
class Anomaly:
    """Something to know of what was read, that did not prevent it. code: see ANOMALIES; place: x and y, if known."""

    code: str
    identifier: str
    detail: str = ""
    x: float | None = None
    y: float | None = None


ANOMALIES = {
    "INVALID_ID": "Identifiant de parcelle illisible",
    "DUPLICATE": "Parcelle présente deux fois",
    "INVALID_GEOMETRY": "Géométrie invalide",
    "NO_GEOMETRY": "Objet sans géométrie",
    "NO_CONTENANCE": "Contenance absente",
    "AREA": "Surface dessinée loin de la contenance",
    "ID_SECTION": "Parcelle d'une autre section que sa feuille",
    "OUTSIDE_COMMUNE": "Parcelle hors de sa commune",
    "SHEET_OVERLAP": "Feuilles qui se recouvrent",
    "SHEET_GAP": "Vide entre les feuilles",
    "MIXED_MILLESIME": "Millésimes mêlés dans une commune",
    "MISSING_SHEET": "Parcelles dont la feuille manque",
}
"""What each code means, in the words of the reports."""


@dataclass(frozen=True)
class ObjectBatch:
    """Some objects of one kind, read together."""

    type: ObjectType
    objects: Iterable[CadastreObject]
    anomalies: list[Anomaly] = field(default_factory=list)
