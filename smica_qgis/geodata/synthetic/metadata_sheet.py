"""The metadata of an invented document, and how one is altered."""

from __future__ import annotations

from lxml import etree

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.metadata_record import GPU_DOCUMENT, Box, Link, MetadataRecord, iso_date
from smica_qgis.geodata.metadata_xml import NAMESPACES, parser
from smica_qgis.geodata.planning.metadata_sheet import Element, sheet_of, xml_bytes
from smica_qgis.geodata.synthetic.document import Document

_MAIL = "urbanisme@aubrelle.example.org"


def metadata_xml(document: Document, box: Box | None, crs: int = 2154) -> bytes:
    """Return the XML. box: west, south, east, north in degrees (CRS84)."""
    record, day = document.record, iso_date(document.date)
    address = f"{GPU_DOCUMENT}{document.folder}"
    statement = (
        f"Document fictif, dessiné pour l'exemple selon le standard {record.specifications[0][0]}, "
        f"sur le cadastre du 1er janvier {document.cadastre_date[:4]}."
    )
    written = MetadataRecord(
        file_identifier=record.file.rsplit(".", 1)[0],
        title=record.title,
        abstract=f"{record.abstract} Il est numérisé conformément aux prescriptions nationales du CNIG.",
        identifier=address,
        organisation=record.owner,
        mail=_MAIL,
        contact_organisation=record.owner,
        contact_mail=_MAIL,
        date_stamp=day,
        creation_date=day,
        revision_date=day,
        keywords=record.keywords,
        specifications=record.specifications,
        lineage=statement,
        links=(Link(address, document.folder),),
        box=box,
        crs=f"EPSG:{crs}",
    )
    return sheet_of(written)


def edited(metadata: bytes, xpath: str, text: str | None) -> bytes:
    """Return the XML with the text of every element found replaced, or, without text, the elements removed.

    Raises InvalidParameterError when there is none: the edit would do nothing.
    """
    root = etree.fromstring(metadata, parser())
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
    return xml_bytes(root)
