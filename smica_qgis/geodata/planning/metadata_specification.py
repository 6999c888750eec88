"""The specification that a metadata sheet declares: it is what tells the Géoportail which model a delivery follows."""

from __future__ import annotations

import re

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.planning.metadata_record import published_on
from smica_qgis.geodata.metadata_xml import NAMESPACES, parse_xml_bytes
from smica_qgis.geodata.planning.metadata_sheet import xml_bytes

_SPECIFICATIONS = "gmd:dataQualityInfo/*/gmd:report/*/gmd:result/*/gmd:specification/*"
_OF_CNIG = re.compile(r"\s*(?:CNIG|GPU)\s+\w+.*", re.IGNORECASE | re.DOTALL)
_TITLE, _DATE = "gmd:title/*", "gmd:date/*/gmd:date/*"


def with_specification(sheet: bytes, model: DocumentModel) -> bytes | None:
    """The sheet, declaring the specification of a model and the day it was published; None when it declares none.

    Every declaration of the CNIG is replaced (CNIG metadata instructions: one conformity report for the standard).
    """
    root = parse_xml_bytes(sheet)
    title = model.metadata_specification
    if root is None or not title:
        return None
    replaced = False
    for citation in root.iterfind(_SPECIFICATIONS, NAMESPACES):
        name, day = citation.find(_TITLE, NAMESPACES), citation.find(_DATE, NAMESPACES)
        if name is None or not _OF_CNIG.fullmatch("".join(map(str, name.itertext()))):
            continue
        name.text, replaced = title, True
        if day is not None:
            day.text = published_on(model.name)
    return xml_bytes(root) if replaced else None
