"""Defects of the metadata: one element or one attribute changed or taken away."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from smica_qgis.geodata.metadata_xml import NAMESPACES
from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.one_defect.defects import DEFECTS, Defect, defect

RECORD = "/gmd:MD_Metadata"
DATA = f"{RECORD}/gmd:identificationInfo/gmd:MD_DataIdentification"
CITATION = f"{DATA}/gmd:citation/gmd:CI_Citation"
RESOURCE = f"{RECORD}/gmd:distributionInfo//gmd:CI_OnlineResource"
FORMAT = f"{RECORD}/gmd:distributionInfo//gmd:distributionFormat"
REPORT = f"{RECORD}/gmd:dataQualityInfo/gmd:DQ_DataQuality/gmd:report"
EUROPEAN = f"{REPORT}[contains(., '1253/2013')]/gmd:DQ_DomainConsistency/gmd:result/gmd:DQ_ConformanceResult"
OF_EUROPEAN = f"{EUROPEAN}/gmd:specification/gmd:CI_Citation"
MAIL = "//gmd:electronicMailAddress/gco:CharacterString"
SYSTEM = f"{RECORD}/gmd:referenceSystemInfo"
ANCHOR = f"{SYSTEM}//gmx:Anchor"
CODE, HREF = "codeListValue", f"{{{NAMESPACES['xlink']}}}href"
KEYWORDS = f"{DATA}/gmd:descriptiveKeywords[contains(., 'documents d’urbanisme')]"


def element(code: str, xpath: str, text: str | None, count: int = 1, **also: int) -> None:
    """Add a defect: the text of an element is another one, or the element is not there."""

    def spoil(delivery: ConformantDelivery) -> None:
        delivery.edit_metadata(xpath, text)

    _add(code, xpath, spoil, text, count, also)


def attribute(code: str, xpath: str, name: str, value: str | None, count: int = 1, **also: int) -> None:
    """Add a defect: an attribute is another one, or is not there."""

    def spoil(delivery: ConformantDelivery) -> None:
        root = etree.parse(str(delivery.metadata_path)).getroot()
        (node,) = root.xpath(xpath, namespaces=NAMESPACES)
        del node.attrib[name]
        if value is not None:
            node.set(name, value)
        delivery.metadata_path.write_bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))

    _add(code, f"{xpath}/@{etree.QName(name).localname}", spoil, value, count, also)


def _add(code: str, place: str, spoil: object, value: str | None, count: int, also: Mapping[str, int]) -> None:
    what = f"{place.replace(RECORD, '')} {'absent' if value is None else value!r}"
    DEFECTS.append(Defect(code, what, spoil, count, also))  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------------------- the files


@defect("METADATA_IGNORED_FILE", also={"FILE_MISSING_MANDATORY": 1})
def a_record_of_another_kind(delivery: ConformantDelivery) -> None:
    delivery.metadata_path.write_bytes(b"<fiche/>")


@defect("METADATA_MULTIPLE_FILES")
def two_records(delivery: ConformantDelivery) -> None:
    delivery.add_file("fr-autre.xml", delivery.metadata_path.read_bytes())


# ------------------------------------------------------------------------------------------- identification

element("METADATA_FILEIDENTIFIER_NOT_FOUND", f"{RECORD}/gmd:fileIdentifier", None)
element("METADATA_FILEIDENTIFIER_INVALID", f"{RECORD}/gmd:fileIdentifier/gco:CharacterString", "{1234-é}")
element("METADATA_IDENTIFIER_NOT_FOUND", f"{CITATION}/gmd:identifier", None)
element("METADATA_TITLE_NOT_FOUND", f"{CITATION}/gmd:title/gco:CharacterString", "")
element("METADATA_ABSTRACT_NOT_FOUND", f"{DATA}/gmd:abstract", None)
attribute("METADATA_TYPE_NOT_FOUND", f"{RECORD}/gmd:hierarchyLevel/*", CODE, None)
attribute("METADATA_TYPE_INVALID", f"{RECORD}/gmd:hierarchyLevel/*", CODE, "serie")
attribute("CNIG_METADATA_TYPE_INVALID", f"{RECORD}/gmd:hierarchyLevel/*", CODE, "series")
element("METADATA_LANGUAGE_NOT_FOUND", f"{DATA}/gmd:language", None)
attribute("METADATA_LANGUAGE_INVALID", f"{DATA}/gmd:language/*", CODE, "fra")
element("METADATA_TOPICCATEGORY_NOT_FOUND", f"{DATA}/gmd:topicCategory", None)
element("METADATA_TOPICCATEGORY_INVALID", f"{DATA}/gmd:topicCategory/*", "urbanisme")
element("METADATA_EXTENTS_EMPTY", f"{DATA}/gmd:extent", None)
element("METADATA_EXTENT_INVALID", f"{DATA}//gmd:westBoundLongitude/gco:Decimal", "2,5")
attribute("METADATA_CHARACTERSET_NOT_FOUND", f"{DATA}/gmd:characterSet/*", CODE, None)
attribute("METADATA_CHARACTERSET_INVALID", f"{DATA}/gmd:characterSet/*", CODE, "UTF-8")
attribute("METADATA_SPATIALREPRESENTATIONTYPE_NOT_FOUND", f"{DATA}/gmd:spatialRepresentationType/*", CODE, None)
attribute("METADATA_SPATIALREPRESENTATIONTYPE_INVALID", f"{DATA}/gmd:spatialRepresentationType/*", CODE, "vecteur")
element("METADATA_SPATIALRESOLUTIONS_EMPTY", f"{DATA}/gmd:spatialResolution", None)
element("METADATA_SPATIALRESOLUTION_INVALID_DENOMINATOR", f"{DATA}//gmd:denominator/gco:Integer", "1/5000")

# ---------------------------------------------------------------------------------------------------- dates

REVISION = f"{CITATION}/gmd:date[.//@codeListValue = 'revision']"
CREATION = f"{CITATION}/gmd:date[.//@codeListValue = 'creation']"
element("METADATA_DATES_NOT_FOUND", f"{CITATION}/gmd:date", None, CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND=1)
element("CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND", REVISION, None)
element("METADATA_DATEOFLASTREVISION_INVALID", f"{REVISION}//gco:Date", "6/11/2025")
element("METADATA_DATEOFCREATION_INVALID", f"{CREATION}//gco:Date", "2025-02-30")
element("METADATA_METADATADATE_NOT_FOUND", f"{RECORD}/gmd:dateStamp", None)
element("METADATA_METADATADATE_INVALID", f"{RECORD}/gmd:dateStamp/*", "novembre 2025")


@defect("METADATA_DATEOFPUBLICATION_INVALID")
def a_creation_that_is_a_publication_without_a_date(delivery: ConformantDelivery) -> None:
    root = etree.parse(str(delivery.metadata_path)).getroot()
    (creation,) = root.xpath(CREATION, namespaces=NAMESPACES)
    (kind,) = creation.xpath(".//gmd:CI_DateTypeCode", namespaces=NAMESPACES)
    (day,) = creation.xpath(".//gco:Date", namespaces=NAMESPACES)
    kind.set(CODE, "publication")
    day.text = "2025-11-31"
    delivery.metadata_path.write_bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


@defect("METADATA_SPATIALRESOLUTION_INVALID_DISTANCE")
def a_distance_with_its_unit(delivery: ConformantDelivery) -> None:
    root = etree.parse(str(delivery.metadata_path)).getroot()
    (scale,) = root.xpath(f"{DATA}//gmd:equivalentScale", namespaces=NAMESPACES)
    gmd, gco = NAMESPACES["gmd"], NAMESPACES["gco"]
    distance = etree.SubElement(scale.getparent(), f"{{{gmd}}}distance")
    etree.SubElement(distance, f"{{{gco}}}Distance").text = "1 m"
    scale.getparent().remove(scale)
    delivery.metadata_path.write_bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


# ----------------------------------------------------------------------------------- distribution and quality

element("METADATA_LOCATORS_EMPTY", f"{RECORD}/gmd:distributionInfo//gmd:onLine", None)
element("METADATA_LOCATOR_NAME_NOT_FOUND", f"{RESOURCE}/gmd:name", None)
element("METADATA_LOCATOR_PROTOCOL_NOT_FOUND", f"{RESOURCE}/gmd:protocol", None)
element("METADATA_LOCATOR_URL_NOT_FOUND", f"{RESOURCE}/gmd:linkage/gmd:URL", "")
element("METADATA_DISTRIBUTIONFORMATS_EMPTY", FORMAT, None)
element("METADATA_DISTRIBUTIONFORMAT_NAME_NOT_FOUND", f"{FORMAT}/gmd:MD_Format/gmd:name", None)
element("METADATA_LINEAGE_NOT_FOUND", f"{RECORD}/gmd:dataQualityInfo//gmd:lineage", None)
element("METADATA_SPECIFICATIONS_EMPTY", REPORT, None, CNIG_METADATA_SPECIFICATION_NOT_FOUND=1)
element("CNIG_METADATA_SPECIFICATION_NOT_FOUND", f"{REPORT}[contains(., 'CNIG')]", None)
element("METADATA_SPECIFICATION_TITLE_NOT_FOUND", f"{OF_EUROPEAN}/gmd:title", None)
element("METADATA_SPECIFICATION_DATE_NOT_FOUND", f"{OF_EUROPEAN}/gmd:date", None)
element("METADATA_SPECIFICATION_DATE_INVALID", f"{OF_EUROPEAN}/gmd:date//gco:Date", "21/10/2013")
element("METADATA_SPECIFICATION_DEGREE_INVALID", f"{EUROPEAN}/gmd:pass/gco:Boolean", "conforme")

# --------------------------------------------------------------------------------------------------- contacts

element("METADATA_CONTACT_NOT_FOUND", f"{DATA}/gmd:pointOfContact", None)
element("METADATA_CONTACT_MAILINVALID", f"{DATA}/gmd:pointOfContact{MAIL}", "non_renseigne@exemple.fr")
element("METADATA_METADATACONTACT_NOT_FOUND", f"{RECORD}/gmd:contact", None)
element("METADATA_METADATACONTACT_NAMEABSENT", f"{RECORD}/gmd:contact//gmd:organisationName", None)
element("METADATA_METADATACONTACT_MAILINVALID", f"{RECORD}/gmd:contact{MAIL}", "mairie arobase exemple")
element("VALIDATOR_EXCEPTION", f"{RECORD}/gmd:contact//gmd:electronicMailAddress", None)
element("METADATA_METADATALANGUAGE_NOT_FOUND", f"{RECORD}/gmd:language", None)
attribute("METADATA_METADATALANGUAGE_INVALID", f"{RECORD}/gmd:language/*", CODE, "fr")

# --------------------------------------------------------------------------- reference system and keywords

element("CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_NOT_FOUND", SYSTEM, None)
element("CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_NOT_FOUND", ANCHOR, "")
element("CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_INVALID", ANCHOR, "Lambert 93")
attribute("CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_NOT_FOUND", ANCHOR, HREF, None)
attribute(
    "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_UNEXPECTED",
    ANCHOR,
    HREF,
    "https://www.opengis.net/def/crs/EPSG/0/2154",
)
element(
    "CNIG_METADATA_KEYWORD_NOT_FOUND",
    f"{KEYWORDS}//gmd:thesaurusName//gmd:title/gco:CharacterString",
    "Types de documents d'urbanisme",
)
element("CNIG_METADATA_KEYWORD_INVALID", f"{KEYWORDS}//gmd:keyword/gco:CharacterString", "POS")
