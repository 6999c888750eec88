"""Completes a sheet that an author wrote: what is there stays, what is missing or would be refused is put in.

Held against what the official tool reads (facts: checks, "Metadata") and the CNIG instructions v2017-12.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from smica_qgis.core.planning.metadata_record import GRID_WORD, INSPIRE_THEME, Link, MetadataRecord
from smica_qgis.core.planning.reference_systems import code_of
from smica_qgis.core.validation.metadata import Contact, Keywords, Metadata
from smica_qgis.core.validation.metadata_codes import CHARACTER_SETS, LANGUAGES, REPRESENTATIONS, TOPICS
from smica_qgis.core.validation.xml_dates import is_xml_date
from smica_qgis.geodata.metadata_xml import NAMESPACES, parse_xml_bytes, read_metadata_tree
from smica_qgis.geodata.planning.metadata_order import put_in_order
from smica_qgis.geodata.planning.metadata_sheet import Element, sheet_tree, xml_bytes

_MAIL = re.compile(r".+@.+\..+")
_IDENTIFIER = re.compile(r"[\w\s.:/\[\]-]+", re.ASCII)
_SPECIFICATION = re.compile(r"CNIG\s(PLU|PLUi|POS|CC|PSMV|SUP|SCoT)\sv\d{4}", re.IGNORECASE | re.ASCII)
_PLACEHOLDER = "non_renseigne@exemple.fr"
_IDENTIFICATION = "gmd:identificationInfo/gmd:MD_DataIdentification"
_CITATION = f"{_IDENTIFICATION}/gmd:citation/gmd:CI_Citation"
_KEYWORD = f"{{{NAMESPACES['gmd']}}}keyword"
_QUALITY = "gmd:dataQualityInfo/gmd:DQ_DataQuality"
_DISTRIBUTION = "gmd:distributionInfo/gmd:MD_Distribution"
Sound = Callable[[Metadata, MetadataRecord], bool]
Chosen = Callable[[Element], bool]


@dataclass(frozen=True)
class CompletedSheet:
    """content: the sheet; changes: what was put in, in French, one line each; empty when nothing had to be."""

    content: bytes
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Part:
    """An element of a sheet. parent: where it stands; sound: whether what the author wrote serves.

    chosen: which of our elements of that tag are put in; replaced: which of the author's leave for them, none when
    several may stand side by side (dates, keywords, specifications).
    """

    label: str
    parent: str
    tag: str
    sound: Sound
    chosen: Chosen = field(default=lambda _element: True)
    replaced: Chosen = field(default=lambda _element: True)


def complete_sheet(sheet: bytes, record: MetadataRecord, *, harvested: bool = False) -> CompletedSheet:
    """The sheet with what it lacked; a sheet that is no ISO 19139 record is written anew.

    harvested: also what the Géoportail reads when it harvests a feed (facts: endpoints, 6.4).
    """
    root = parse_xml_bytes(sheet)
    if root is None or root.tag != f"{{{NAMESPACES['gmd']}}}MD_Metadata":
        said = "La fiche fournie n'est pas une fiche ISO 19139 : elle a été remplacée."
        return CompletedSheet(xml_bytes(sheet_tree(record)), (said,))
    own = sheet_tree(_with_author(record, read_metadata_tree(root)))
    changes = []
    for part in (*_parts(record), *(_harvest_parts(record) if harvested else ())):
        if part.sound(read_metadata_tree(root), record):
            continue
        if _put(root, own, part):
            changes.append(f"{part.label} : complété.")
    return CompletedSheet(xml_bytes(root) if changes else sheet, tuple(changes))


def _with_author(record: MetadataRecord, metadata: Metadata) -> MetadataRecord:
    """The record with what the author gave of contacts and links that are only incomplete."""
    owner, keeper = metadata.contact, metadata.metadata_contact
    links = tuple(
        Link(link.url, link.name or record.links[0].name, link.protocol or record.links[0].protocol)
        for link in metadata.locators
        if link.url
    )
    return replace(
        record,
        organisation=_name(owner) or record.organisation,
        mail=_mail(owner) or record.mail or _mail(keeper),
        contact_organisation=_name(keeper) or record.contact_organisation,
        contact_mail=_mail(keeper) or record.contact_mail or _mail(owner),
        links=links or record.links,
    )


def _name(contact: Contact | None) -> str:
    return (contact.organisation or "").strip() if contact is not None else ""


def _mail(contact: Contact | None) -> str:
    mail = (contact.mail or "") if contact is not None else ""
    return mail if mail != _PLACEHOLDER and _MAIL.search(mail) else ""


def _put(root: Element, own: Element, part: _Part) -> bool:
    """Put our elements of a part in the author's tree; False when we have none (no extent is known)."""
    source = own.find(part.parent, NAMESPACES) if part.parent else own
    ours = [e for e in source.findall(part.tag, NAMESPACES) if part.chosen(e)] if source is not None else []
    if not ours:
        return False
    target = _made(root, part.parent)
    for theirs in target.findall(part.tag, NAMESPACES):
        if part.replaced(theirs):
            target.remove(theirs)
    for element in ours:
        put_in_order(target, element)
    return True


def _made(root: Element, path: str) -> Element:
    """The element at a path, made where it is missing."""
    current = root
    for step in path.split("/") if path else ():
        prefix, _, local = step.partition(":")
        found = current.find(step, NAMESPACES)
        if found is None and "_" in local:  # a class of the standard: another one in its place serves
            found = next(iter(current.iterchildren("{*}*")), None)
        if found is None:
            found = current.makeelement(f"{{{NAMESPACES[prefix]}}}{local}")
            put_in_order(current, found)
        current = found
    return current


# ------------------------------------------------------------------------------------------------ what serves


def _good_contact(contact: Contact | None) -> bool:
    return bool(_name(contact) and _mail(contact))


def _good_system(metadata: Metadata, _record: MetadataRecord) -> bool:
    system = metadata.reference_system
    return system is not None and bool(system.uri) and code_of(system.uri or "") == system.code


def _good_links(metadata: Metadata, _record: MetadataRecord) -> bool:
    return bool(metadata.locators) and all(link.url and link.name and link.protocol for link in metadata.locators)


def _good_resolution(metadata: Metadata, _record: MetadataRecord) -> bool:
    scales = [resolution.denominator for resolution in metadata.resolutions]
    distances = [resolution.distance for resolution in metadata.resolutions]
    return any(text and text.strip().isdecimal() for text in scales) or any(distances)


def _good_extent(metadata: Metadata, _record: MetadataRecord) -> bool:
    return bool(metadata.extents) and all(_is_number(text) for box in metadata.extents for text in box.texts)


def _is_number(text: str | None) -> bool:
    try:
        return text is not None and float(text) == float(text)
    except ValueError:
        return False


def _good_specification(metadata: Metadata, _record: MetadataRecord) -> bool:
    declared = (s for s in metadata.specifications if s.date_type == "publication" and s.title)
    return any(_SPECIFICATION.fullmatch(s.title or "") for s in declared)


def _revised(metadata: Metadata, _record: MetadataRecord) -> bool:
    return is_xml_date(metadata.date("revision") or "")


def _under(metadata: Metadata, thesaurus: str) -> Keywords | None:
    return next((block for block in metadata.keywords if (block.thesaurus or "").upper() == thesaurus.upper()), None)


def _parts(record: MetadataRecord) -> tuple[_Part, ...]:
    """All parts, in the order of the sheet. Keywords: one part for each thesaurus that a document must have."""
    return (*_HEAD, *_keyword_parts(record), *_REST)


def _keyword_parts(record: MetadataRecord) -> list[_Part]:
    parts = []
    for keyword in record.keywords:
        if not keyword.thesaurus:
            continue
        # a concept of GEMET is only recommended: any word under its thesaurus is the author's choice
        free = keyword.thesaurus.startswith("GEMET") and keyword != INSPIRE_THEME
        word = "" if free else keyword.word

        def sound(metadata: Metadata, _r: MetadataRecord, name: str = keyword.thesaurus, word: str = word) -> bool:
            block = _under(metadata, name)
            first = (block.values[0] or "") if block is not None and block.values else ""
            return block is not None and bool(first) and (not word or first.upper() == word.upper())

        def same(element: Element, name: str = keyword.thesaurus) -> bool:
            title = element.find("*/gmd:thesaurusName/*/gmd:title/*", NAMESPACES)
            return title is not None and "".join(map(str, title.itertext())).strip().upper() == name.upper()

        label = f"Mot-clé « {keyword.word} » ({keyword.thesaurus})"
        parts.append(_Part(label, _IDENTIFICATION, "gmd:descriptiveKeywords", sound, same, same))
    return parts


def _harvest_parts(record: MetadataRecord) -> tuple[_Part, ...]:
    """The date of publication, for DATAPPRO; the document's name at the end of the identifier of the resource."""

    def named(metadata: Metadata, _record: MetadataRecord) -> bool:
        name = record.identifier.rpartition("/")[2]
        return any((identifier or "").upper().endswith(name.upper()) for identifier in metadata.identifiers)

    return (
        _Part(
            "Date de publication",
            _CITATION,
            "gmd:date",
            lambda m, _: is_xml_date(m.date("publication") or ""),
            lambda e: _has_date(e, "publication"),
            lambda e: _has_date(e, "publication"),
        ),
        _Part("Identifiant de la ressource", _CITATION, "gmd:identifier", named),
        *_word_parts(record),
    )


def _word_parts(record: MetadataRecord) -> list[_Part]:
    """Free keywords that the harvest reads: `EMPRISE=…` of the easements of 2016."""
    parts = []
    for keyword in record.keywords:
        if keyword.word.startswith(GRID_WORD):

            def said(metadata: Metadata, _r: MetadataRecord, word: str = keyword.word) -> bool:
                return any(word in block.values for block in metadata.keywords)

            def same(element: Element, word: str = keyword.word) -> bool:
                return any(word == "".join(map(str, e.itertext())).strip() for e in element.iter(_KEYWORD))

            parts.append(_Part(keyword.word, _IDENTIFICATION, "gmd:descriptiveKeywords", said, same, _never))
    return parts


def _has_date(element: Element, kind: str) -> bool:
    code = element.find("*/gmd:dateType/*", NAMESPACES)
    return code is not None and code.get("codeListValue") == kind


def _is_cnig(element: Element) -> bool:
    title = element.find("*/gmd:result/*/gmd:specification/*/gmd:title/*", NAMESPACES)
    return title is not None and _SPECIFICATION.fullmatch("".join(map(str, title.itertext())).strip()) is not None


def _never(_element: Element) -> bool:
    return False


_HEAD = (
    _Part(
        "Identifiant de la fiche",
        "",
        "gmd:fileIdentifier",
        lambda m, _: _IDENTIFIER.fullmatch(m.file_identifier or "") is not None,
    ),
    _Part("Langue de la fiche", "", "gmd:language", lambda m, _: m.metadata_language in LANGUAGES),
    _Part("Type de ressource", "", "gmd:hierarchyLevel", lambda m, _: m.type == "dataset"),
    _Part("Contact de la fiche", "", "gmd:contact", lambda m, _: _good_contact(m.metadata_contact)),
    _Part("Date de la fiche", "", "gmd:dateStamp", lambda m, _: is_xml_date(m.metadata_date or "")),
    _Part("Système de coordonnées", "", "gmd:referenceSystemInfo", _good_system),
    _Part("Intitulé", _CITATION, "gmd:title", lambda m, _: bool(m.title)),
    _Part(
        "Date de révision",
        _CITATION,
        "gmd:date",
        _revised,
        lambda e: _has_date(e, "revision"),
        lambda e: _has_date(e, "revision"),
    ),
    _Part("Identifiant de la ressource", _CITATION, "gmd:identifier", lambda m, _: any(m.identifiers)),
    _Part("Résumé", _IDENTIFICATION, "gmd:abstract", lambda m, _: bool(m.abstract)),
    _Part("Autorité compétente", _IDENTIFICATION, "gmd:pointOfContact", lambda m, _: _good_contact(m.contact)),
)
_REST = (
    _Part(
        "Type de représentation",
        _IDENTIFICATION,
        "gmd:spatialRepresentationType",
        lambda m, _: m.spatial_representation_type in REPRESENTATIONS,
    ),
    _Part("Échelle", _IDENTIFICATION, "gmd:spatialResolution", _good_resolution),
    _Part("Langue de la ressource", _IDENTIFICATION, "gmd:language", lambda m, _: m.language in LANGUAGES),
    _Part("Encodage", _IDENTIFICATION, "gmd:characterSet", lambda m, _: m.character_set in CHARACTER_SETS),
    _Part("Thème ISO", _IDENTIFICATION, "gmd:topicCategory", lambda m, _: m.topic_category in TOPICS),
    _Part("Emprise", _IDENTIFICATION, "gmd:extent", _good_extent),
    _Part(
        "Format de distribution",
        _DISTRIBUTION,
        "gmd:distributionFormat",
        lambda m, _: bool(m.distribution_formats) and all(m.distribution_formats),
    ),
    _Part("Accès en ligne", _DISTRIBUTION, "gmd:transferOptions", _good_links),
    _Part("Standard suivi", _QUALITY, "gmd:report", _good_specification, _is_cnig, _never),
    _Part("Généalogie", _QUALITY, "gmd:lineage", lambda m, _: bool(m.lineage)),
)
