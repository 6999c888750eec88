"""What the metadata sheet of a planning document says, and what of it follows from the document itself.

CNIG, « Consignes de saisie des métadonnées INSPIRE pour les documents d'urbanisme » v2017-12, with the keywords of its
later editions (thesauri of the type of document and of the territory). Writing it as XML is the work of geodata.
"""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.planning.approval_date import UNKNOWN, is_calendar_date, is_conventional_date
from smica_qgis.core.planning.document_name import DocumentName, model_type, model_version
from smica_qgis.core.planning.required_keywords import PARTS, SERVITUDES, TYPES

SIREN_THESAURUS = "Répertoire SIRENE"
GPU_DOCUMENT = "https://www.geoportail-urbanisme.gouv.fr/document/"
KINDS = {
    "PLU": "Plan local d'urbanisme",
    "PLUi": "Plan local d'urbanisme intercommunal",
    "POS": "Plan d'occupation des sols",
    "PSMV": "Plan de sauvegarde et de mise en valeur",
    "CC": "Carte communale",
    "SCoT": "Schéma de cohérence territoriale",
    "SUP": "Servitudes d'utilité publique",
    "MEC": "Mise en compatibilité",
}
"""Kind of document → its name in full."""
_PLANS = {
    "2013": "2013-04-19",
    "2014": "2014-10-02",
    "2017": "2017-12-14",
    "2022": "2022-11-10",
    "2024": "2023-12-14",
    "2025": "2025-06-12",
}
_PUBLISHED = {
    "SCOT": {"2018": "2018-12-13", "2021": "2021-06-17", "2024": "2024-04-22"},
    "SUP": {"2013": "2013-04-19", "2016": "2016-11-17"},
}
INSPIRE_REGULATION = ("Règlement (UE) n° 1253/2013 de la Commission", "2013-10-21")
DEFAULT_DENOMINATOR = 5000
GRID_WORD = "EMPRISE="
"""How the keyword begins that the harvest of the Géoportail reads for the territory of easements of 2016."""
_FIRST_YEAR_OF_GRIDS = "2016"
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees (CRS84)."""


@dataclass(frozen=True)
class Keyword:
    """A keyword, under a thesaurus or free. published: date of the thesaurus, AAAA-MM-JJ."""

    word: str
    thesaurus: str = ""
    published: str = ""


INSPIRE_THEME = Keyword("usage des sols", "GEMET - INSPIRE themes, version 1.0", "2008-06-01")
CONCEPT = Keyword("document d'urbanisme", "GEMET - Concepts, version 2.4", "2010-01-13")
OPEN_DATA = Keyword("données ouvertes")


@dataclass(frozen=True)
class Link:
    """Where the data can be had."""

    url: str
    name: str
    protocol: str = "WWW:LINK-1.0-http--link"


@dataclass(frozen=True)
class MetadataRecord:
    """A whole sheet. Dates are AAAA-MM-JJ; charset is a code of ISO 19139 (`utf8`, `8859part1`).

    publication_date: the harvest of the Géoportail reads it for DATAPPRO; empty = not said.
    organisation, mail: who is competent (role owner); contact_*: who keeps the sheet; crs: authority and code, of the
    26 of the Géoportail; denominator: of the scale; specifications: title and date of publication; box: None when the
    place is not known.
    """

    file_identifier: str
    title: str
    abstract: str
    identifier: str
    organisation: str
    mail: str
    contact_organisation: str
    contact_mail: str
    date_stamp: str
    creation_date: str
    revision_date: str
    keywords: tuple[Keyword, ...]
    specifications: tuple[tuple[str, str], ...]
    lineage: str
    links: tuple[Link, ...]
    box: Box | None
    crs: str = "EPSG:2154"
    charset: str = "utf8"
    denominator: int = DEFAULT_DENOMINATOR
    licence: str = "Licence ouverte v2.0"
    access: str = "Pas de restriction d'accès public"
    format_name: str = "ESRI Shapefile"
    format_version: str = "1.0"
    publication_date: str = ""


def published_on(standard: str) -> str:
    """When a version of a standard was published, AAAA-MM-JJ; the first of January of its year when not known.

    standard: name of a model, `cnig_PLU_2024`. Dates of 2017 and after are those of its validation.
    """
    version = model_version(standard)
    known = _PUBLISHED.get(model_type(standard).upper(), _PLANS)
    return known.get(version, f"{version}-01-01")


def iso_date(date: str) -> str:
    """AAAAMMJJ as AAAA-MM-JJ; a year alone (20040000) as its first of January; empty when it is no date."""
    if is_calendar_date(date):
        return f"{date[:4]}-{date[4:6]}-{date[6:]}"
    if is_conventional_date(date) and date != UNKNOWN:
        return f"{date[:4]}-01-01"
    return ""


def sheet_name(name: DocumentName) -> str:
    """Recommended name of the file, without extension: `fr-000012202-plu20240101` (instructions v2017-12, p. 3)."""
    if name.type == "SUP":
        return f"fr-{name.manager}-{name.category.lower()}-{name.territory.lower()}-{name.date}"
    kind = f"mec{name.procedure[3:]}" if name.type == "MEC" else name.type.lower()
    part = f"_{name.part.upper()}" if name.part else ""
    return f"fr-{name.owner.rjust(9, '0')}-{kind}{name.date}{part}"


def document_address(name: DocumentName) -> str:
    """The unique identifier of the resource (p. 9): an address of the Géoportail that ends with the document's name."""
    return f"{GPU_DOCUMENT}{name.text}"


def places_thesaurus(date: str) -> str:
    """Title of the thesaurus of the communes and departments, in the year of a date."""
    return f"Code officiel géographique au 1er janvier {date[:4]}"


def document_keywords(name: DocumentName, year: str) -> tuple[Keyword, ...]:
    """The keywords that follow from the document's name; the Géoportail reads the first one of each thesaurus.

    year: of the document, which is also that of its thesauri.
    """
    since = f"{year}-01-01"
    place = Keyword(name.territory, places_thesaurus(year), since)
    found: list[Keyword] = []
    if name.type == "SUP":
        manager = Keyword(name.manager, SIREN_THESAURUS, since)
        found += [Keyword(name.category, SERVITUDES, "2016-11-17"), manager, place]
    elif name.type == "SCoT":
        found += [Keyword("SCOT", TYPES, "2020-05-11"), Keyword(name.manager, SIREN_THESAURUS, since)]
    elif name.type == "PLUi":
        found += [Keyword("PLUI", TYPES, "2020-05-11"), Keyword(name.territory, SIREN_THESAURUS, since)]
    else:
        found += [Keyword(name.type, TYPES, "2020-05-11"), place]
    if name.part:
        found.append(Keyword(name.part.upper(), PARTS, since))
    if name.type == "SUP" and year >= _FIRST_YEAR_OF_GRIDS:
        found.append(Keyword(f"{GRID_WORD}{name.territory}"))
    concept = () if name.type == "SUP" else (CONCEPT,)
    plan = () if name.type in ("SUP", "MEC") else (Keyword(KINDS[name.type]), Keyword("planification"))
    return (*found, INSPIRE_THEME, *concept, *plan, OPEN_DATA)


def in_sentence(kind: str) -> str:
    """Name of a kind of document in the middle of a sentence: `plan local d'urbanisme`."""
    return KINDS[kind][0].lower() + KINDS[kind][1:]


def of_place(place: str) -> str:
    """`de Lyon`, `d'Albi`, `du Mans`, `des Albres`, `de la communauté…`: what follows the kind of document (p. 5)."""
    if place.startswith("Le "):
        return f"du {place[3:]}"
    if place.startswith("Les "):
        return f"des {place[4:]}"
    if place.startswith(("Communauté", "Métropole")):
        return f"de la {place[0].lower()}{place[1:]}"
    return f"d'{place}" if place[:1] in "AEIOUYÂÉÈÊÎÔaeiouâéèêîô" else f"de {place}"
