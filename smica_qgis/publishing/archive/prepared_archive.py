"""A document ready to be written as the archive of the Géoportail: its sheet, its charset, what may go wrong."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from smica_qgis.core.document_model.model import DocumentModel, FileType
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.planning.given_metadata import GivenMetadata
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.geodata.delivery_writer import zip_folder
from smica_qgis.geodata.planning.content_hash import content_hash
from smica_qgis.geodata.planning.delivery_folder import CutCell, write_delivery_folder
from smica_qgis.geodata.planning.document_charset import fitting_charset
from smica_qgis.geodata.planning.document_metadata import document_sheet, read_sheet
from smica_qgis.geodata.planning.metadata_sheet import with_charset

LARGEST_TABLE = 2**31 - 1
"""Octets of the largest .shp or .dbf that every reader takes."""
_MOST_NAMED = 20
_CHUNK = 1024 * 1024
_WRITER = "smica-archive-1"
"""Changes when the same document would be written otherwise."""


@dataclass(frozen=True)
class PreparedArchive:
    """content: with the sheet that will be in the archive; encoding: of its tables; signature: of all that it holds.

    changes: what was put in the sheet; cut: texts that a Shapefile cannot hold: it is not written then.
    """

    content: DocumentContent
    model: DocumentModel
    encoding: str
    signature: str
    changes: tuple[str, ...]
    cut: tuple[CutCell, ...]

    @property
    def name(self) -> str:
        """Name of the file: that of the document's folder (CNIG PLU v2024 rev. 2025-06, p. 60)."""
        return f"{self.content.name.text}.zip"


def prepare_archive(
    content: DocumentContent, given: GivenMetadata, territory: str = "", *, harvested: bool = False
) -> PreparedArchive:
    """Decide how a document will be written; nothing is. territory: its name, when known.

    harvested: the sheet also says what the Géoportail reads when it harvests a feed.

    Raises InvalidParameterError for an unknown standard, and when the sheet lacks what nobody can guess.
    """
    model = bundled_registry().load(content.standard)
    delivered = read_sheet(content.metadata) if content.metadata else None
    said = (delivered.character_set or "") if delivered is not None else ""
    charset = fitting_charset(content, given.charset or said or "utf8")
    written = replace(content, charset=charset.encoding)
    changes: list[str] = []
    if harvested or any(file.type is FileType.METADATA for file in model.files):  # a SCoT of 2013 has no sheet
        sheet = document_sheet(written, model, given, territory, harvested=harvested)
        changes += sheet.changes
        metadata = sheet.content
        if said and charset.code != said:
            metadata = with_charset(metadata, charset.code)
            changes.append(f"Encodage : {said} remplacé par {charset.code}, celui des tables de l'archive.")
        written = replace(written, metadata=metadata)
    return PreparedArchive(written, model, charset.encoding, _signature(written), tuple(changes), charset.cut)


def warnings_of(prepared: PreparedArchive) -> list[str]:
    """What a person should know before the archive is written, in French."""
    warnings = [*prepared.content.notes, *(cut_text(cell) for cell in prepared.cut[:_MOST_NAMED])]
    if len(prepared.cut) > _MOST_NAMED:
        warnings.append(f"… et {len(prepared.cut) - _MOST_NAMED} autres textes trop longs pour un Shapefile.")
    names = {file.name.lower() for file in prepared.model.tables}
    for name, table in prepared.content.tables.items():
        if name not in names:
            warnings.append(f"La table {name.upper()} n'est pas du standard {prepared.model.name} : elle est laissée.")
        octets = sum(len(wkb) for wkb in table.geometries or () if wkb)
        if octets > LARGEST_TABLE:
            warnings.append(f"La table {name.upper()} dépasse 2 Go, la limite d'un Shapefile.")
    return warnings


def cut_text(cell: CutCell) -> str:
    """Where a text is that a Shapefile cannot hold."""
    return (
        f"{cell.table.upper()}, ligne {cell.row}, colonne {cell.column.upper()} : le texte fait {cell.octets} octets, "
        "un Shapefile en garde 254. L'archive ne sera pas écrite : raccourcissez ce texte."
    )


def write_archive(prepared: PreparedArchive, target: Path, progress: Progress) -> None:
    """Write the archive aside, then give it its name. Raises SmicaError, CancelledError.

    The same document gives the same octets; the zip's comment says what it was made from.
    """
    if prepared.cut:
        raise SmicaError(" ".join(cut_text(cell) for cell in prepared.cut[:_MOST_NAMED]))
    try:
        with tempfile.TemporaryDirectory(prefix=".smica_", dir=target.parent) as work:
            written = write_delivery_folder(
                prepared.content, prepared.model, Path(work), progress, encoding=prepared.encoding
            )
            _check_sizes(written.root)
            stop_if_cancelled(progress)
            aside = zip_folder(written.root, Path(work) / prepared.name, prepared.signature.encode())
            aside.replace(target)
    except OSError as error:
        message = f"L'archive {target.name} ne peut pas être écrite dans {target.parent} : {error.strerror or error}."
        raise SmicaError(message, str(error)) from error


def file_hash(path: Path) -> str:
    """SHA-256 of a file. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _check_sizes(root: Path) -> None:
    for path in root.rglob("*"):
        if path.suffix.lower() in (".shp", ".dbf") and path.stat().st_size > LARGEST_TABLE:
            message = f"La table {path.name} dépasse 2 Go, la limite d'un Shapefile : l'archive n'est pas écrite."
            raise SmicaError(message)


def _signature(content: DocumentContent) -> str:
    digest = hashlib.sha256(f"{_WRITER}\n{content_hash(content)}\n{content.charset}\n".encode())
    digest.update(hashlib.sha256(content.metadata).digest())
    for piece in sorted(content.pieces, key=lambda piece: piece.path):
        digest.update(f"{piece.path}\t{file_hash(Path(piece.source))}\n".encode())
    return digest.hexdigest()
