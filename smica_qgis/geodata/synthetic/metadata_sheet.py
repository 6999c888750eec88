"""The metadata of an invented document: ISO 19115 in the XML of ISO 19139.

Elements: CNIG, « Consignes de saisie des métadonnées INSPIRE pour les documents d'urbanisme » v2017-12, with
the keywords of its later editions (thesauri of the type of document and of the territory).
"""

from __future__ import annotations

from typing import Union

from lxml import etree

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.geodata.synthetic.document import Document, Keyword, iso_date

GMD = "http://www.isotc211.org/2005/gmd"
GCO = "http://www.isotc211.org/2005/gco"
GMX = "http://www.isotc211.org/2005/gmx"
XLINK = "http://www.w3.org/1999/xlink"
NAMESPACES = {"gmd": GMD, "gco": GCO, "gmx": GMX, "xlink": XLINK}
_CODES = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#"

_LANGUAGES = "http://www.loc.gov/standards/iso639-2/"
_GPU = "https://www.geoportail-urbanisme.gouv.fr/document/"

Box = tuple[float, float, float, float]
Element = etree._Element  # noqa: SLF001 - lxml gives the class no other name
Child = Union[Element, str]


def metadata_xml(document: Document, box: Box, crs: int = 2154) -> bytes:
    """Return the XML. box: west, south, east, north in degrees (CRS84)."""
    name = document.record.file.rsplit(".", 1)[0]
    root = _el(
        "gmd:MD_Metadata",
        _text("gmd:fileIdentifier", name),
        _language(),
        _code("gmd:characterSet", "MD_CharacterSetCode", "utf8"),
        _code("gmd:hierarchyLevel", "MD_ScopeCode", "dataset"),
        _contact("gmd:contact", document, "pointOfContact"),
        _el("gmd:dateStamp", _el("gco:Date", iso_date(document.date))),
        _text("gmd:metadataStandardName", "ISO 19115"),
        _reference_system(crs),
        _el("gmd:identificationInfo", _identification(document, box)),
        _el("gmd:distributionInfo", _distribution(document)),
        _el("gmd:dataQualityInfo", _quality(document)),
    )
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return content


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


def _contact(name: str, document: Document, role: str) -> Element:
    mail = _el("gmd:CI_Address", _text("gmd:electronicMailAddress", "urbanisme@aubrelle.example.org"))
    party = _el(
        "gmd:CI_ResponsibleParty",
        _text("gmd:organisationName", document.record.owner),
        _el("gmd:contactInfo", _el("gmd:CI_Contact", _el("gmd:address", mail))),
        _code("gmd:role", "CI_RoleCode", role),
    )
    return _el(name, party)


def _reference_system(crs: int) -> Element:
    anchor = _el("gmx:Anchor", f"EPSG:{crs}")
    anchor.set(f"{{{XLINK}}}href", f"http://www.opengis.net/def/crs/EPSG/0/{crs}")
    identifier = _el("gmd:RS_Identifier", _el("gmd:code", anchor))
    system = _el("gmd:MD_ReferenceSystem", _el("gmd:referenceSystemIdentifier", identifier))
    return _el("gmd:referenceSystemInfo", system)


def _identification(document: Document, box: Box) -> Element:
    address = f"{_GPU}{document.folder}"
    citation = _el(
        "gmd:CI_Citation",
        _text("gmd:title", document.record.title),
        _date(iso_date(document.date), "creation"),
        _date(iso_date(document.date), "revision"),
        _el("gmd:identifier", _el("gmd:MD_Identifier", _text("gmd:code", address))),
    )
    abstract = f"{document.record.abstract} Il est numérisé conformément aux prescriptions nationales du CNIG."
    scale = _el("gmd:MD_RepresentativeFraction", _el("gmd:denominator", _el("gco:Integer", "5000")))
    resolution = _el("gmd:MD_Resolution", _el("gmd:equivalentScale", scale))
    return _el(
        "gmd:MD_DataIdentification",
        _el("gmd:citation", citation),
        _text("gmd:abstract", abstract),
        _contact("gmd:pointOfContact", document, "owner"),
        *(_keyword(keyword) for keyword in document.record.keywords),
        _constraints(),
        _code("gmd:spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector"),
        _el("gmd:spatialResolution", resolution),
        _language(),
        _code("gmd:characterSet", "MD_CharacterSetCode", "utf8"),
        _el("gmd:topicCategory", _el("gmd:MD_TopicCategoryCode", "planningCadastre")),
        _extent(box),
    )


def _keyword(keyword: Keyword) -> Element:
    kind = _code("gmd:type", "MD_KeywordTypeCode", "theme")
    words = _el("gmd:MD_Keywords", _text("gmd:keyword", keyword.word), kind)
    if keyword.thesaurus:
        dated = _date(keyword.published, "publication")
        words.append(_el("gmd:thesaurusName", _el("gmd:CI_Citation", _text("gmd:title", keyword.thesaurus), dated)))
    return _el("gmd:descriptiveKeywords", words)


def _constraints() -> Element:
    legal = _el(
        "gmd:MD_LegalConstraints",
        _text("gmd:useLimitation", "Licence ouverte v2.0"),
        _code("gmd:accessConstraints", "MD_RestrictionCode", "otherRestrictions"),
        _text("gmd:otherConstraints", "Pas de restriction d'accès public"),
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


def _distribution(document: Document) -> Element:
    resource = _el(
        "gmd:CI_OnlineResource",
        _el("gmd:linkage", _el("gmd:URL", f"{_GPU}{document.folder}")),
        _text("gmd:protocol", "WWW:LINK-1.0-http--link"),
        _text("gmd:name", document.folder),
    )
    form = _el("gmd:MD_Format", _text("gmd:name", "ESRI Shapefile"), _text("gmd:version", "1.0"))
    return _el(
        "gmd:MD_Distribution",
        _el("gmd:distributionFormat", form),
        _el("gmd:transferOptions", _el("gmd:MD_DigitalTransferOptions", _el("gmd:onLine", resource))),
    )


def _quality(document: Document) -> Element:
    specifications = document.record.specifications
    statement = (
        f"Document fictif, dessiné pour l'exemple selon le standard {specifications[0][0]}, "
        f"sur le cadastre du 1er janvier {document.cadastre_date[:4]}."
    )
    return _el(
        "gmd:DQ_DataQuality",
        _el("gmd:scope", _el("gmd:DQ_Scope", _code("gmd:level", "MD_ScopeCode", "dataset"))),
        *(_conformity(title, published) for title, published in specifications),
        _conformity("Règlement (UE) n° 1253/2013 de la Commission", "2013-10-21"),
        _el("gmd:lineage", _el("gmd:LI_Lineage", _text("gmd:statement", statement))),
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


def edited(metadata: bytes, xpath: str, text: str | None) -> bytes:
    """Return the XML with the text of every element found replaced, or, without text, the elements removed.

    Raises InvalidParameterError when there is none: the edit would do nothing.
    """
    root = etree.fromstring(metadata, etree.XMLParser(resolve_entities=False, no_network=True))
    answer = root.xpath(xpath, namespaces=NAMESPACES)
    found = [node for node in answer if isinstance(node, Element)] if isinstance(answer, list) else []
    if not found:
        message = f"Aucun élément des métadonnées ne répond à {xpath}."
        raise InvalidParameterError(message)
    for element in found:
        if text is not None:
            element.text = text
        elif (parent := element.getparent()) is not None:
            parent.remove(element)
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return content
