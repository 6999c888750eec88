"""The metadata sheet of a document: the delivered one completed, or one made from what the document says of itself."""

from __future__ import annotations

import datetime as dt

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.derived_metadata import DocumentFacts, metadata_record
from smica_qgis.core.planning.given_metadata import GivenMetadata
from smica_qgis.core.planning.metadata_record import MetadataRecord
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.validation.metadata import Metadata
from smica_qgis.core.validation.metadata_codes import JAVA_CHARSETS
from smica_qgis.geodata.geometry.geographic_box import bounds_of, geographic_box
from smica_qgis.geodata.metadata_xml import parse_xml_bytes, read_metadata_tree
from smica_qgis.geodata.planning.metadata_completion import CompletedSheet, complete_sheet
from smica_qgis.geodata.planning.metadata_sheet import sheet_of

_DOCUMENT_TABLES = ("doc_urba", "scot")


def document_record(
    content: DocumentContent, model: DocumentModel, given: GivenMetadata, territory: str = ""
) -> MetadataRecord:
    """The record of a document. territory: its name, when known; given: wins over all that is derived."""
    facts = DocumentFacts(
        name=content.name,
        standard=content.standard,
        specification=model.metadata_specification or "",
        crs=content.crs,
        charset=charset_code(content.charset),
        box=_box(content),
        approval=_cell(content, "datappro"),
        cadastre_date=_cell(content, "dateref"),
        territory=territory,
    )
    return metadata_record(facts, given, _today())


def document_sheet(
    content: DocumentContent,
    model: DocumentModel,
    given: GivenMetadata,
    territory: str = "",
    *,
    harvested: bool = False,
) -> CompletedSheet:
    """The sheet of a document: as delivered with what it lacked, or made.

    harvested: also with what the Géoportail reads when it harvests a feed.

    Raises InvalidParameterError when what nobody can guess is missing: the mail of the authority.
    """
    record = document_record(content, model, given, territory)
    if content.metadata:
        sheet = complete_sheet(content.metadata, record, harvested=harvested)
    else:
        sheet = CompletedSheet(sheet_of(record), ("Fiche de métadonnées : écrite d'après le document.",))
    _check_mails(read_sheet(sheet.content))
    return sheet


def read_sheet(sheet: bytes) -> Metadata | None:
    """What the rules read in a sheet, None when it is no XML."""
    root = parse_xml_bytes(sheet)
    return read_metadata_tree(root) if root is not None else None


def charset_code(charset: str) -> str:
    """The ISO 19139 code of a charset: UTF-8 → utf8."""
    return next((code for code, name in JAVA_CHARSETS.items() if name.upper() == charset.upper()), "utf8")


def _check_mails(metadata: Metadata | None) -> None:
    contacts = (metadata.contact, metadata.metadata_contact) if metadata is not None else ()
    if all(contact is not None and contact.mail for contact in contacts):
        return
    message = (
        "La fiche de métadonnées doit donner une adresse électronique générique de l'autorité compétente, que rien "
        "dans le document ne dit : donnez-la (« mail » des métadonnées)."
    )
    raise InvalidParameterError(message)


def _today() -> str:
    return dt.datetime.now(dt.timezone.utc).date().isoformat()


def _cell(content: DocumentContent, column: str) -> str:
    """The first filled cell of a column of the table that describes the document."""
    for name in _DOCUMENT_TABLES:
        table = content.tables.get(name)
        for value in table.column(column) if table is not None else ():
            if value:
                return value
    return ""


def _box(content: DocumentContent) -> tuple[float, float, float, float] | None:
    geometries = (wkb for table in content.tables.values() for wkb in table.geometries or ())
    bounds = bounds_of(geometries)
    return geographic_box(bounds, content.crs) if bounds is not None else None
