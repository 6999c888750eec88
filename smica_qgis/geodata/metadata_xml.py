"""ISO 19139 metadata by lxml, without entities nor network (paths: facts, checks, "Metadata")."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.core.validation.metadata import (
    Bounds,
    Contact,
    Keywords,
    Metadata,
    OnlineResource,
    ReferenceSystem,
    Resolution,
    Specification,
    Text,
)
from smica_qgis.geodata.xml_start import xml_start

NAMESPACES = {
    "gmd": "http://www.isotc211.org/2005/gmd",
    "gco": "http://www.isotc211.org/2005/gco",
    "gmx": "http://www.isotc211.org/2005/gmx",
    "xlink": "http://www.w3.org/1999/xlink",
}
_HREF = f"{{{NAMESPACES['xlink']}}}href"
_ROOT = "MD_Metadata"
_LARGEST_RECORD = 50 * 1024 * 1024
_IDENTIFICATION = "gmd:identificationInfo/*/"
_SPECIFICATION = "gmd:dataQualityInfo/*/gmd:report/*/gmd:result/*/gmd:specification"
_ONLINE = "gmd:distributionInfo/*/gmd:transferOptions/*/gmd:onLine/*"


def parser() -> etree.XMLParser:
    """The only XML parser of the plugin: no entity, no DTD, no network, no unbounded tree."""
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)


def read_metadata_file(path: Path) -> Metadata | None:
    """The record of a file, or None when it is not XML or its root is not MD_Metadata.

    Raises UnreadableFileError when it is larger than a record can be.
    """
    start = xml_start(path)
    if start is None or start.name != _ROOT:
        return None
    if path.stat().st_size > _LARGEST_RECORD:
        message = f"Le fichier {path.name} est trop gros pour une fiche de métadonnées : il n'est pas lu."
        raise UnreadableFileError(message)
    root = parse_xml(path)
    return _metadata(root) if root is not None else None


def read_metadata_tree(root: etree._Element) -> Metadata:
    """What the rules read in a record that was parsed already."""
    return _metadata(root)


def parse_xml_bytes(content: bytes) -> etree._Element | None:
    """Root element of an XML text, or None when it is not well-formed."""
    try:
        return etree.fromstring(content, parser())
    except etree.XMLSyntaxError:
        return None


def parse_xml(path: Path) -> etree._Element | None:
    """Root element of an XML file, or None when it is not well-formed."""
    try:
        return etree.parse(str(path), parser()).getroot()
    except (etree.XMLSyntaxError, OSError):
        return None


def _all(node: etree._Element, path: str) -> list[etree._Element]:
    return list(node.findall(path, NAMESPACES))


def _text(node: etree._Element, path: str) -> Text:
    """Normalised text of the first element at a path; None when there is none."""
    found = node.find(path, NAMESPACES)
    return _content(found) if found is not None else None


def _content(node: etree._Element) -> str:
    return " ".join("".join(str(text) for text in node.itertext()).split())


def _attribute(node: etree._Element, path: str, name: str = "codeListValue") -> Text:
    for found in _all(node, path):
        value = found.get(name)
        if value is not None:
            return str(value)
    return None


def _metadata(root: etree._Element) -> Metadata:
    return Metadata(
        file_identifier=_text(root, "gmd:fileIdentifier/*"),
        identifiers=_texts(root, _IDENTIFICATION + "gmd:citation/*/gmd:identifier/*/gmd:code/*"),
        title=_text(root, _IDENTIFICATION + "gmd:citation/*/gmd:title/*"),
        abstract=_text(root, _IDENTIFICATION + "gmd:abstract/*"),
        type=_attribute(root, "gmd:hierarchyLevel/*"),
        locators=tuple(_online(node) for node in _all(root, _ONLINE)),
        language=_language(root, _IDENTIFICATION + "gmd:language"),
        topic_category=_text(root, _IDENTIFICATION + "gmd:topicCategory/*"),
        extents=_extents(root),
        dates=_dates(root),
        character_set=_attribute(root, _IDENTIFICATION + "gmd:characterSet/*"),
        distribution_formats=tuple(
            _text(node, "gmd:MD_Format/gmd:name/gco:CharacterString")
            for node in _all(root, "gmd:distributionInfo/*/gmd:distributionFormat")
        ),
        spatial_representation_type=_attribute(root, _IDENTIFICATION + "gmd:spatialRepresentationType/*"),
        lineage=_text(root, "gmd:dataQualityInfo/*/gmd:lineage/*/gmd:statement/*"),
        resolutions=tuple(_resolution(node) for node in _all(root, _IDENTIFICATION + "gmd:spatialResolution")),
        specifications=tuple(_specification(node) for node in _all(root, _SPECIFICATION)),
        contact=_contact(root.find(_IDENTIFICATION + "gmd:pointOfContact", NAMESPACES)),
        metadata_contact=_contact(root.find("gmd:contact", NAMESPACES)),
        metadata_date=_text(root, "gmd:dateStamp/*"),
        metadata_language=_language(root, "gmd:language"),
        reference_system=_reference_system(root),
        keywords=tuple(_keywords(node) for node in _all(root, _IDENTIFICATION + "gmd:descriptiveKeywords")),
    )


def _texts(root: etree._Element, path: str) -> tuple[Text, ...]:
    return tuple(_content(node) for node in _all(root, path))


def _language(node: etree._Element, path: str) -> Text:
    code = _attribute(node, path + "/*")
    if code is not None:
        return code
    found = node.find(path + "/*", NAMESPACES)
    return _content(found) if found is not None else None


def _online(node: etree._Element) -> OnlineResource:
    return OnlineResource(_text(node, "gmd:name/*"), _text(node, "gmd:protocol/*"), _text(node, "gmd:linkage/gmd:URL"))


def _extents(root: etree._Element) -> tuple[Bounds, ...]:
    """Elements that hold at least one of the four bounds."""
    sides = ("westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude")
    found = []
    for node in _all(root, _IDENTIFICATION + "gmd:extent/*/gmd:geographicElement"):
        texts = [_text(node, f"*/gmd:{side}/*") for side in sides]
        if any(text is not None for text in texts):
            found.append(Bounds(*texts))
    return tuple(found)


def _dates(root: etree._Element) -> tuple[tuple[Text, Text], ...]:
    return tuple(
        (_attribute(node, "*/gmd:dateType/*"), _text(node, "*/gmd:date/*"))
        for node in _all(root, _IDENTIFICATION + "gmd:citation/*/gmd:date")
    )


def _resolution(node: etree._Element) -> Resolution:
    return Resolution(_text(node, "*/gmd:equivalentScale/*/gmd:denominator/*"), _text(node, "*/gmd:distance/*"))


def _specification(node: etree._Element) -> Specification:
    parent = node.getparent()
    return Specification(
        _text(node, "*/gmd:title/*"),
        _text(node, "*/gmd:date/*/gmd:date/*"),
        _attribute(node, "*/gmd:date/*/gmd:dateType/*"),
        _text(parent, "gmd:pass/*") if parent is not None else None,
    )


def _contact(node: etree._Element | None) -> Contact | None:
    if node is None:
        return None
    mail = _text(node, "*/gmd:contactInfo/*/gmd:address/*/gmd:electronicMailAddress/*")
    return Contact(_text(node, "*/gmd:organisationName/*"), mail, mail is not None)


def _reference_system(root: etree._Element) -> ReferenceSystem | None:
    node = root.find("gmd:referenceSystemInfo/*/gmd:referenceSystemIdentifier/*", NAMESPACES)
    if node is None:
        return None
    return ReferenceSystem(_text(node, "gmd:code/*"), _attribute(node, "gmd:code/*", _HREF))


def _keywords(node: etree._Element) -> Keywords:
    return Keywords(_text(node, "*/gmd:thesaurusName/*/gmd:title/*"), _texts(node, "*/gmd:keyword/*"))
