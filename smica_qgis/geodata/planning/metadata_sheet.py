"""Writes a metadata record as XML: ISO 19115 in the form of ISO 19139 (2007)."""

from __future__ import annotations

from typing import Union

from lxml import etree

from smica_qgis.core.planning.metadata_record import INSPIRE_REGULATION, Box, Keyword, Link, MetadataRecord
from smica_qgis.core.planning.reference_systems import uri_of
from smica_qgis.geodata.metadata_xml import NAMESPACES, parse_xml_bytes

_CODES = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#"
_LANGUAGES = "http://www.loc.gov/standards/iso639-2/"

Element = etree._Element  # noqa: SLF001 - lxml gives the class no other name
Child = Union[Element, str]


def sheet_of(record: MetadataRecord) -> bytes:
    """The sheet, UTF-8. Raises InvalidParameterError for a CRS that is not one of the Géoportail's."""
    return xml_bytes(sheet_tree(record))


def xml_bytes(root: Element) -> bytes:
    """An XML tree as it is kept: UTF-8, indented."""
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return content


def sheet_tree(record: MetadataRecord) -> Element:
    """The sheet as a tree. Raises InvalidParameterError for a CRS that is not one of the Géoportail's."""
    return _el(
        "gmd:MD_Metadata",
        _text("gmd:fileIdentifier", record.file_identifier),
        _language(),
        _code("gmd:characterSet", "MD_CharacterSetCode", "utf8"),
        _code("gmd:hierarchyLevel", "MD_ScopeCode", "dataset"),
        _contact("gmd:contact", record.contact_organisation, record.contact_mail, "pointOfContact"),
        _el("gmd:dateStamp", _el("gco:Date", record.date_stamp)),
        _text("gmd:metadataStandardName", "ISO 19115"),
        _reference_system(record.crs),
        _el("gmd:identificationInfo", _identification(record)),
        _el("gmd:distributionInfo", _distribution(record)),
        _el("gmd:dataQualityInfo", _quality(record)),
    )


def _el(name: str, *children: Child, **attributes: str) -> Element:
    prefix, _, local = name.partition(":")
    element = etree.Element(f"{{{NAMESPACES[prefix]}}}{local}", attributes, nsmap=NAMESPACES)
    for child in children:
        if isinstance(child, str):
            element.text = child
        else:
            element.append(child)
    return element


def _text(name: str, text: str) -> Element:
    return _el(name, _el("gco:CharacterString", text))


def _code(name: str, code_list: str, value: str) -> Element:
    return _el(name, _el(f"gmd:{code_list}", codeList=f"{_CODES}{code_list}", codeListValue=value))


def _language() -> Element:
    code = _el("gmd:LanguageCode", "fre", codeList=_LANGUAGES, codeListValue="fre")
    return _el("gmd:language", code)


def _date(day: str, kind: str) -> Element:
    meaning = _code("gmd:dateType", "CI_DateTypeCode", kind)
    return _el("gmd:date", _el("gmd:CI_Date", _el("gmd:date", _el("gco:Date", day)), meaning))


def _contact(name: str, organisation: str, mail: str, role: str) -> Element:
    address = _el("gmd:CI_Address", _text("gmd:electronicMailAddress", mail))
    party = _el(
        "gmd:CI_ResponsibleParty",
        _text("gmd:organisationName", organisation),
        _el("gmd:contactInfo", _el("gmd:CI_Contact", _el("gmd:address", address))),
        _code("gmd:role", "CI_RoleCode", role),
    )
    return _el(name, party)


def _reference_system(crs: str) -> Element:
    anchor = _el("gmx:Anchor", crs)
    anchor.set(f"{{{NAMESPACES['xlink']}}}href", uri_of(crs))
    identifier = _el("gmd:RS_Identifier", _el("gmd:code", anchor))
    system = _el("gmd:MD_ReferenceSystem", _el("gmd:referenceSystemIdentifier", identifier))
    return _el("gmd:referenceSystemInfo", system)


def _identification(record: MetadataRecord) -> Element:
    days = {"creation": record.creation_date, "publication": record.publication_date, "revision": record.revision_date}
    citation = _el(
        "gmd:CI_Citation",
        _text("gmd:title", record.title),
        *(_date(day, kind) for kind, day in days.items() if day),
        _el("gmd:identifier", _el("gmd:MD_Identifier", _text("gmd:code", record.identifier))),
    )
    scale = _el("gmd:MD_RepresentativeFraction", _el("gmd:denominator", _el("gco:Integer", str(record.denominator))))
    resolution = _el("gmd:MD_Resolution", _el("gmd:equivalentScale", scale))
    extent = [_extent(record.box)] if record.box is not None else []
    return _el(
        "gmd:MD_DataIdentification",
        _el("gmd:citation", citation),
        _text("gmd:abstract", record.abstract),
        _contact("gmd:pointOfContact", record.organisation, record.mail, "owner"),
        *(_keyword(keyword) for keyword in record.keywords),
        _constraints(record),
        _code("gmd:spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector"),
        _el("gmd:spatialResolution", resolution),
        _language(),
        _code("gmd:characterSet", "MD_CharacterSetCode", record.charset),
        _el("gmd:topicCategory", _el("gmd:MD_TopicCategoryCode", "planningCadastre")),
        *extent,
    )


def _keyword(keyword: Keyword) -> Element:
    kind = _code("gmd:type", "MD_KeywordTypeCode", "theme")
    words = _el("gmd:MD_Keywords", _text("gmd:keyword", keyword.word), kind)
    if keyword.thesaurus:
        dated = _date(keyword.published, "publication")
        words.append(_el("gmd:thesaurusName", _el("gmd:CI_Citation", _text("gmd:title", keyword.thesaurus), dated)))
    return _el("gmd:descriptiveKeywords", words)


def _constraints(record: MetadataRecord) -> Element:
    legal = _el(
        "gmd:MD_LegalConstraints",
        _text("gmd:useLimitation", record.licence),
        _code("gmd:accessConstraints", "MD_RestrictionCode", "otherRestrictions"),
        _text("gmd:otherConstraints", record.access),
    )
    return _el("gmd:resourceConstraints", legal)


def _extent(box: Box) -> Element:
    west, south, east, north = (f"{degrees:.4f}" for degrees in box)
    bounds = _el(
        "gmd:EX_GeographicBoundingBox",
        _el("gmd:westBoundLongitude", _el("gco:Decimal", west)),
        _el("gmd:eastBoundLongitude", _el("gco:Decimal", east)),
        _el("gmd:southBoundLatitude", _el("gco:Decimal", south)),
        _el("gmd:northBoundLatitude", _el("gco:Decimal", north)),
    )
    return _el("gmd:extent", _el("gmd:EX_Extent", _el("gmd:geographicElement", bounds)))


def _distribution(record: MetadataRecord) -> Element:
    form = _el("gmd:MD_Format", _text("gmd:name", record.format_name), _text("gmd:version", record.format_version))
    options = _el("gmd:MD_DigitalTransferOptions", *(_online(link) for link in record.links))
    return _el(
        "gmd:MD_Distribution",
        _el("gmd:distributionFormat", form),
        _el("gmd:transferOptions", options),
    )


def _online(link: Link) -> Element:
    resource = _el(
        "gmd:CI_OnlineResource",
        _el("gmd:linkage", _el("gmd:URL", link.url)),
        _text("gmd:protocol", link.protocol),
        _text("gmd:name", link.name),
    )
    return _el("gmd:onLine", resource)


def _quality(record: MetadataRecord) -> Element:
    return _el(
        "gmd:DQ_DataQuality",
        _el("gmd:scope", _el("gmd:DQ_Scope", _code("gmd:level", "MD_ScopeCode", "dataset"))),
        *(_conformity(title, published) for title, published in record.specifications),
        _conformity(*INSPIRE_REGULATION),
        _el("gmd:lineage", _el("gmd:LI_Lineage", _text("gmd:statement", record.lineage))),
    )


def _conformity(title: str, published: str) -> Element:
    citation = _el("gmd:CI_Citation", _text("gmd:title", title), _date(published, "publication"))
    result = _el(
        "gmd:DQ_ConformanceResult",
        _el("gmd:specification", citation),
        _text("gmd:explanation", "Déclaré par le producteur"),
        _el("gmd:pass", _el("gco:Boolean", "true")),
    )
    return _el("gmd:report", _el("gmd:DQ_DomainConsistency", _el("gmd:result", result)))


def with_charset(sheet: bytes, code: str) -> bytes:
    """The sheet that says another charset of the tables. code: of ISO 19139; the sheet must say one already."""
    root = parse_xml_bytes(sheet)
    said = root.find("gmd:identificationInfo/*/gmd:characterSet/*", NAMESPACES) if root is not None else None
    if root is None or said is None:
        return sheet
    said.set("codeListValue", code)
    said.text = None
    return xml_bytes(root)
