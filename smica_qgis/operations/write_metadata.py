"""Write the ISO 19139 sheet of a document: made from it, or the author's own with what it lacked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.planning.given_metadata import GivenMetadata, read_given_metadata
from smica_qgis.core.planning.reference_systems import check_reference_system
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.validation.rule_texts import rule_catalogue
from smica_qgis.core.validation.sheet_check import sheet_findings
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.geodata.planning.delivery_folder import metadata_name
from smica_qgis.geodata.planning.document_metadata import document_sheet, read_sheet

_LARGEST_SHEET = 50 * 1024 * 1024


@dataclass(frozen=True)
class MetadataRequest:
    """What is asked. delivery: zip, folder or GeoPackage; or document: an IDURBA of the store at address `store`.

    metadata: values that a person gives (see core.planning.given_metadata), as JSON, the path of a .json file or a
    mapping; sheet: path of a sheet to complete instead of the delivered one; output: file to write, or a folder where
    it takes the recommended name; standard: empty = detected. from_scratch: the delivered sheet is not looked at.
    """

    output: str
    delivery: str = ""
    document: str = ""
    store: str = ""
    metadata: str | Mapping[str, object] = field(default="")
    sheet: str = ""
    standard: str = ""
    crs: str = "EPSG:2154"
    from_scratch: bool = False


@dataclass(frozen=True)
class WrittenMetadata:
    """path: of the sheet; changes: what was put in, French; faults: what the Géoportail would still say of it."""

    path: str
    changes: tuple[str, ...]
    faults: tuple[str, ...]


def write_metadata(request: MetadataRequest, progress: Progress | None = None) -> WrittenMetadata:
    """Write the sheet of a document. Raises SmicaError (what is asked wrongly, before anything is read)."""
    progress = progress or SilentProgress()
    if bool(request.delivery) == bool(request.document):
        message = "Donnez soit une livraison, soit un document de la base commune, dont écrire les métadonnées."
        raise InvalidParameterError(message)
    if not request.output:
        message = "Dites où écrire la fiche de métadonnées : un fichier .xml ou un dossier."
        raise InvalidParameterError(message)
    check_reference_system(request.crs)
    given = _given(request.metadata)
    with ExitStack() as opened:
        content, territory = _content(request, opened, progress)
        model = bundled_registry().load(content.standard)
        content = _with_sheet(content, request)
        progress.phase("Écriture de la fiche de métadonnées", 0)
        sheet = document_sheet(content, model, given, territory)
        path = _written(sheet.content, content, request.output)
        return WrittenMetadata(str(path), sheet.changes, tuple(_faults(sheet.content, content, model)))


def _given(metadata: str | Mapping[str, object]) -> GivenMetadata:
    """The values given, from a mapping, a JSON text or a file. Raises InvalidParameterError."""
    if not isinstance(metadata, str):
        return read_given_metadata(metadata)
    text = metadata.strip()
    if not text:
        return GivenMetadata()
    try:
        if not text.startswith("{"):
            text = Path(text).read_text("utf-8-sig")
        values = json.loads(text)
    except (OSError, ValueError) as error:
        message = "Les valeurs des métadonnées ne sont ni un objet JSON, ni le chemin d'un fichier qui en contient un."
        raise InvalidParameterError(message, str(error)) from error
    return read_given_metadata(values)


def _content(request: MetadataRequest, opened: ExitStack, progress: Progress) -> tuple[DocumentContent, str]:
    """The document, and the name of its territory when the store knows it."""
    if request.delivery:
        reading: AbstractContextManager[DocumentContent] = content_of_delivery(
            request.delivery, standard=request.standard, crs=request.crs, progress=progress
        )
        return opened.enter_context(reading), ""
    # the store is opened only for who asks for it
    from smica_qgis.database.open_store import open_store
    from smica_qgis.database.planning.stored_content import stored_content
    from smica_qgis.publishing.territory_name import territory_name

    store = opened.enter_context(open_store(request.store, read_only=True))
    content = stored_content(store, request.document)
    return content, territory_name(store, content)


def _with_sheet(content: DocumentContent, request: MetadataRequest) -> DocumentContent:
    """The content with the sheet that is to be completed, none for a sheet that is made anew."""
    if request.from_scratch:
        return replace(content, metadata=b"")
    if not request.sheet:
        return content
    path = Path(request.sheet)
    try:
        if path.stat().st_size > _LARGEST_SHEET:
            message = f"Le fichier {path.name} est trop gros pour une fiche de métadonnées."
            raise InvalidParameterError(message)
        return replace(content, metadata=path.read_bytes())
    except OSError as error:
        message = f"La fiche {path} ne peut pas être lue : {error.strerror or error}."
        raise InvalidParameterError(message, str(error)) from error


def _written(sheet: bytes, content: DocumentContent, output: str) -> Path:
    """Write aside, then rename: a sheet that was there is replaced whole, or not at all."""
    path = Path(output)
    if path.is_dir():
        path = path / metadata_name(content.name)
    aside = path.with_name(f".{path.name}.part")
    try:
        aside.write_bytes(sheet)
        aside.replace(path)
    except OSError as error:
        message = f"La fiche {path} ne peut pas être écrite : {error.strerror or error}."
        raise SmicaError(message, str(error)) from error
    return path


def _faults(sheet: bytes, content: DocumentContent, model: DocumentModel) -> list[str]:
    metadata = read_sheet(sheet)
    if metadata is None:
        return []
    catalogue = rule_catalogue()
    found = sheet_findings(metadata, content.name.text, model, content.crs)
    return [f"{finding.level.value} {catalogue.message(finding)}" for finding in found]
