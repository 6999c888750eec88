"""A metadata sheet made from a document: what is derived from its name, its standard and its tables."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.planning.document_name import DocumentName, model_type, model_version
from smica_qgis.core.planning.given_metadata import GivenMetadata
from smica_qgis.core.planning.metadata_record import (
    DEFAULT_DENOMINATOR,
    KINDS,
    Box,
    Keyword,
    Link,
    MetadataRecord,
    document_address,
    document_keywords,
    in_sentence,
    iso_date,
    of_place,
    published_on,
    sheet_name,
)

_OLDEST_THESAURUS = "2000"


@dataclass(frozen=True)
class DocumentFacts:
    """What is known of a document without asking anyone.

    specification: title that its model expects (`CNIG PLU v2024`), may be empty; approval, cadastre_date: DATAPPRO and
    DATEREF of its table DOC_URBA, AAAAMMJJ, may be empty; territory: its name, when known; charset: ISO 19139 code.
    """

    name: DocumentName
    standard: str
    specification: str = ""
    crs: str = "EPSG:2154"
    charset: str = "utf8"
    box: Box | None = None
    approval: str = ""
    cadastre_date: str = ""
    territory: str = ""


def metadata_record(facts: DocumentFacts, given: GivenMetadata, today: str) -> MetadataRecord:
    """The record of a document. What is given wins. today: AAAA-MM-JJ, for a document that has no date.

    The mail stays empty when it is not given: nothing in a document says it.
    """
    name = facts.name
    day = given.revision_date or iso_date(name.date) or iso_date(facts.approval) or today
    place = given.territory or facts.territory
    subject = of_place(place) if place else f"de {name.owner or name.territory}"
    organisation = given.organisation or _owner(name, place)
    specification = given.specification or facts.specification or _specification(facts.standard)
    released = given.specification_date or published_on(facts.standard)
    identifier = given.file_identifier or sheet_name(name)
    record_day = day[:4] if day[:4] >= _OLDEST_THESAURUS else today[:4]
    return MetadataRecord(
        file_identifier=identifier,
        title=given.title or _title(name, subject),
        abstract=given.abstract or _abstract(name, subject, place),
        identifier=given.identifier or document_address(name),
        organisation=organisation,
        mail=given.mail,
        contact_organisation=given.contact_organisation or organisation,
        contact_mail=given.contact_mail or given.mail,
        date_stamp=given.date_stamp or day,
        creation_date=given.creation_date or day,
        revision_date=day,
        publication_date=given.publication_date or day,
        keywords=(*document_keywords(name, record_day), *(Keyword(word) for word in given.keywords)),
        specifications=_specifications(name, specification, released),
        lineage=given.lineage or _lineage(facts, given, specification, day),
        links=given.links or (Link(document_address(name), name.text),),
        box=given.box or facts.box,
        crs=facts.crs,
        charset=given.charset or facts.charset,
        denominator=given.denominator or DEFAULT_DENOMINATOR,
        licence=given.licence or MetadataRecord.licence,
        access=given.access or MetadataRecord.access,
        format_name=given.format_name or MetadataRecord.format_name,
        format_version=given.format_version or MetadataRecord.format_version,
    )


def _title(name: DocumentName, subject: str) -> str:
    """Kind of document and territory, without acronym nor year (instructions v2017-12, p. 5)."""
    if name.type == "SUP":
        return f"{KINDS['SUP']} {name.category} {subject}"
    if name.type == "MEC":
        return f"{KINDS['MEC']} du plan local d'urbanisme {subject}"
    return f"{KINDS[name.type]} {subject}"


def _abstract(name: DocumentName, subject: str, place: str) -> str:
    kind = in_sentence(name.type)
    made = "numérisées" if name.type == "SUP" else "numérisée" if name.type in ("CC", "MEC") else "numérisé"
    ground = place or f"le territoire {name.owner or name.territory}"
    this = "Ces" if name.type == "SUP" else "Cette" if name.type in ("CC", "MEC") else "Ce"
    are = "sont" if name.type == "SUP" else "est"
    told = f"ce qui limite le droit de propriété ({name.category})" if name.type == "SUP" else "du droit à bâtir"
    verb = "dit" if name.type == "SUP" else "informe"
    return (
        f"{_title(name, subject)}, {made}. Ce lot {verb} {told} sur {ground}. "
        f"{this} {kind} {are} {made} conformément aux prescriptions nationales du CNIG."
    )


def _owner(name: DocumentName, place: str) -> str:
    """Who is competent, as far as the name tells: the commune of a PLU; a SIREN says a body, not its name."""
    if not place:
        return f"Autorité compétente {name.owner or name.manager}"
    in_a_commune = name.type in ("PLU", "POS", "CC", "MEC") and len(name.territory) == len("12202")
    return f"Commune {of_place(place)}" if in_a_commune else place


def _specification(standard: str) -> str:
    return f"CNIG {model_type(standard)} v{model_version(standard)}"


def _specifications(name: DocumentName, title: str, released: str) -> tuple[tuple[str, str], ...]:
    """The official tool wants one of the CNIG for a mise en compatibilité too, and knows none for it."""
    plan = ((f"CNIG PLU v{title[-4:]}", released),) if name.type == "MEC" else ()
    return ((title, released), *plan)


def _lineage(facts: DocumentFacts, given: GivenMetadata, specification: str, day: str) -> str:
    cadastre = given.cadastre_date or iso_date(facts.cadastre_date)
    base = f" Référentiel cadastral du {_french(cadastre)}." if cadastre else ""
    return (
        f"Document {facts.name.text} approuvé le {_french(day)}, numérisé selon le standard {specification} "
        f"d'après les pièces approuvées.{base}"
    )


def _french(date: str) -> str:
    return "/".join(reversed(date[:10].split("-")))
