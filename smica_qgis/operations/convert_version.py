"""Convert a delivery from a version of its standard to a later one: a new delivery, and what could not be decided.

The delivery given is only read.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from smica_qgis.core.document_model.fetched import standards_at_hand
from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.planning.conversion.engine import Conversion, convert_content
from smica_qgis.core.planning.conversion.notes import Answers
from smica_qgis.core.planning.conversion.report import ConversionReport
from smica_qgis.core.planning.conversion.rules import latest
from smica_qgis.core.planning.reference_systems import check_reference_system
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.validation.finding import Level
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.geodata.planning.delivery_folder import (
    CutCell,
    WrittenDelivery,
    write_delivery_folder,
    write_delivery_zip,
)
from smica_qgis.geodata.planning.metadata_specification import with_specification
from smica_qgis.geodata.planning.official_check import official_findings

_MOST_ANSWERS = 1024 * 1024


@dataclass(frozen=True)
class ConversionRequest:
    """path: zip, folder or GeoPackage; standard: its model, empty = detected; target: empty = the last of its kind.

    folder: where the new delivery is made; zipped: as a zip rather than a folder; answers: what somebody decided
    (see `read_answers`); standards_folder: of fetched models to prefer to the bundled ones.
    """

    path: str
    folder: str
    standard: str = ""
    target: str = ""
    crs: str = "EPSG:2154"
    zipped: bool = False
    answers: Answers = field(default_factory=dict)
    standards_folder: str = ""


def convert_version(request: ConversionRequest, progress: Progress | None = None) -> ConversionReport:
    """Convert, write, then look at the result as the official tool would.

    Raises InvalidParameterError for what is asked wrongly, UnreadableDeliveryError, SmicaError, CancelledError.
    """
    progress = progress or SilentProgress()
    check_reference_system(request.crs)
    standards = standards_at_hand(bundled_registry(), request.standards_folder)
    folder = Path(request.folder)
    with content_of_delivery(
        request.path,
        standard=request.standard,
        crs=request.crs,
        progress=progress,
        standards_folder=request.standards_folder,
    ) as content:
        _check_content(content)
        target = standards.load(request.target or latest(content.standard, standards.names()))
        progress.phase(f"Conversion de {content.standard} en {target.name}", 0)
        conversion = convert_content(content, target, standards.names(), request.answers)
        converted = _with_metadata(conversion, target)
        delivery = _write(converted.content, target, folder, request, progress)
        rows = _row_counts(content, converted.content)
        left = content.notes
    progress.phase("Contrôle du résultat", 0)
    found = official_findings(delivery.root, target, request.crs, progress)
    errors = Counter(
        (finding.code, finding.file_model, finding.attribute)
        for finding in found
        if finding.level in (Level.ERROR, Level.FATAL)
    )
    cut = tuple(_cut_sentence(cell) for cell in delivery.cut)
    return ConversionReport(
        request.path, str(delivery.root), conversion.path, conversion.notebook, (*left, *cut), rows, errors
    )


def read_answers(text: str) -> Answers:
    """What somebody decided: JSON text, or the path of a .json file.

    `{"doc_urba.nomproc": "E", "info_lin.stypeinf": {"19": "01"}}`: the key that the report gives, then the value to
    put, the same for all or by value found. Raises InvalidParameterError.
    """
    if not text.strip():
        return {}
    try:
        content = json.loads(_answers_text(text))
    except ValueError as error:
        message = f"Les décisions ne sont pas du JSON : {error}."
        raise InvalidParameterError(message) from error
    if not isinstance(content, dict) or not all(_is_answer(value) for value in content.values()):
        message = (
            'Les décisions s\'écrivent {"table.colonne": "valeur"} ou {"table.colonne": {"ancienne": "nouvelle"}}.'
        )
        raise InvalidParameterError(message)
    return content


def _answers_text(text: str) -> str:
    if not text.strip().lower().endswith(".json"):
        return text
    path = Path(text.strip())
    try:
        if path.stat().st_size > _MOST_ANSWERS:
            message = f"Le fichier de décisions {path.name} est trop gros."
            raise InvalidParameterError(message)
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"Le fichier de décisions {path.name} ne peut être lu."
        raise InvalidParameterError(message, str(error)) from error


def _is_answer(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and all(isinstance(v, str) for v in value.values()))


def _check_content(content: DocumentContent) -> None:
    if not content.tables:
        message = f"La livraison n'a aucune table de {content.standard} : indiquez son standard."
        raise InvalidParameterError(message)
    if not content.name.date:
        message = f"Le dossier {content.name.text} ne dit pas la date d'approbation : ajoutez-la à son nom (_AAAAMMJJ)."
        raise InvalidParameterError(message)


def _with_metadata(conversion: Conversion, target: DocumentModel) -> Conversion:
    content = conversion.content
    sheet = with_specification(content.metadata, target) if content.metadata else None
    return replace(conversion, content=replace(content, metadata=sheet)) if sheet is not None else conversion


def _write(
    content: DocumentContent, target: DocumentModel, folder: Path, request: ConversionRequest, progress: Progress
) -> WrittenDelivery:
    """Write the new delivery, never over anything, and never inside the old one."""
    old = Path(request.path).resolve()
    if folder.resolve() == old or (old.is_dir() and old in folder.resolve().parents):
        message = "Le dossier de sortie est dans la livraison à convertir : choisissez-en un autre."
        raise InvalidParameterError(message)
    archive = folder / f"{content.name.text}.zip"
    if request.zipped and archive.exists():
        message = f"{archive.name} existe déjà dans {folder} : choisissez un autre dossier."
        raise SmicaError(message)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if request.zipped:
            return write_delivery_zip(content, target, archive, progress)
        return write_delivery_folder(content, target, folder, progress)
    except OSError as error:
        message = f"La livraison ne peut pas être écrite dans {folder} : choisissez un autre dossier."
        raise SmicaError(message, str(error)) from error


def _cut_sentence(cell: CutCell) -> str:
    return (
        f"{cell.table}, ligne {cell.row} : le texte de {cell.column.upper()} ({cell.octets} octets) est coupé à 254 "
        "par le Shapefile."
    )


def _row_counts(before: DocumentContent, after: DocumentContent) -> dict[str, tuple[int, int]]:
    names = sorted({*before.tables, *after.tables})
    counts = {
        name: tuple(len(content.tables[name].rows) if name in content.tables else 0 for content in (before, after))
        for name in names
    }
    return {name: (pair[0], pair[1]) for name, pair in counts.items() if any(pair)}
