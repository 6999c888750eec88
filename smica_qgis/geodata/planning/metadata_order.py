"""The order that ISO 19139 gives to the elements of a sheet: an element put elsewhere makes it invalid."""

from __future__ import annotations

from lxml import etree

_ORDERS = {
    "MD_Metadata": (
        "fileIdentifier language characterSet parentIdentifier hierarchyLevel hierarchyLevelName contact dateStamp "
        "metadataStandardName metadataStandardVersion dataSetURI locale spatialRepresentationInfo referenceSystemInfo "
        "metadataExtensionInfo identificationInfo contentInfo distributionInfo dataQualityInfo portrayalCatalogueInfo "
        "metadataConstraints applicationSchemaInfo metadataMaintenance series describes propertyType featureType "
        "featureAttribute"
    ),
    "MD_DataIdentification": (
        "citation abstract purpose credit status pointOfContact resourceMaintenance graphicOverview resourceFormat "
        "descriptiveKeywords resourceSpecificUsage resourceConstraints aggregationInfo spatialRepresentationType "
        "spatialResolution language characterSet topicCategory environmentDescription extent supplementalInformation"
    ),
    "CI_Citation": (
        "title alternateTitle date edition editionDate identifier citedResponsibleParty presentationForm series "
        "otherCitationDetails collectiveTitle ISBN ISSN"
    ),
    "MD_Distribution": "distributionFormat distributor transferOptions",
    "DQ_DataQuality": "scope report lineage",
}


def put_in_order(parent: etree._Element, child: etree._Element) -> None:
    """Put a child after those that come before it in the standard; last when the parent has no order known here."""
    order = _ORDERS.get(_local(parent), "").split()
    name = _local(child)
    if name not in order:
        parent.append(child)
        return
    before = set(order[: order.index(name) + 1])
    place = max((place for place, other in enumerate(parent, 1) if _local(other) in before), default=0)
    parent.insert(place, child)


def _local(element: etree._Element) -> str:
    tag = element.tag
    return etree.QName(element).localname if isinstance(tag, str) else ""
