"""The written pieces of every version, kept as they were delivered: `12202_PLU_20240101/3f2a…/Pieces_ecrites/`.

The folder of a version is named by what all its pieces hold: two versions with the same ones share it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.database.planning.registry import StoredPiece

_CHUNK = 1024 * 1024
_FOLDER_NAME = 12
"""Letters of the hash in the name of a folder: paths are short on Windows."""


def stored_pieces(content: DocumentContent, folder: Path | None, progress: Progress) -> list[StoredPiece]:
    """What the registry is to say of the pieces. folder: where they are kept. Raises SmicaError, CancelledError."""
    found = []
    progress.phase("Empreinte des pièces", len(content.pieces))
    for done, piece in enumerate(content.pieces):
        stop_if_cancelled(progress)
        source = Path(piece.source)
        try:
            digest, octets = _hash(source)
        except OSError as error:
            message = f"La pièce {piece.path} ne peut être lue."
            raise SmicaError(message, str(error)) from error
        found.append(StoredPiece(piece.path, digest, octets))
        progress.advance(done + 1)
    if folder is None:
        return found
    place = folder.absolute() / content.idurba / pieces_hash(b"", found)[:_FOLDER_NAME]
    return [replace(piece, archive=str(place / piece.path)) for piece in found]


def keep_pieces(
    content: DocumentContent, pieces: Iterable[StoredPiece], former: Iterable[StoredPiece], progress: Progress
) -> None:
    """Copy those that are not kept yet: aside, then renamed, so that a kept piece is a whole one.

    former: pieces of the version before; a file that did not change is the same one. Raises SmicaError.
    """
    known = {piece.sha256: piece.archive for piece in former if piece.archive}
    for piece, source in zip(pieces, content.pieces):
        stop_if_cancelled(progress)
        target = Path(piece.archive)
        if not piece.archive or (target.is_file() and target.stat().st_size == piece.octets):
            continue
        aside = target.with_name(f"{target.name}.{os.getpid()}.part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _copy(known.get(piece.sha256), piece.sha256, source.source, aside)
            aside.replace(target)
        except OSError as error:
            message = f"La pièce {piece.path} ne peut être gardée dans {target.parent} : {error.strerror or error}."
            raise SmicaError(message, str(error)) from error


def pieces_hash(metadata: bytes, pieces: Iterable[StoredPiece]) -> str:
    """One hash of the metadata and of the pieces."""
    digest = hashlib.sha256(hashlib.sha256(metadata).digest())
    for piece in sorted(pieces, key=lambda p: p.path):
        digest.update(f"{piece.path}\t{piece.sha256}\n".encode())
    return digest.hexdigest()


def _copy(known: str | None, digest: str, source: str, target: Path) -> None:
    target.unlink(missing_ok=True)
    if known is not None:
        try:
            if _hash(Path(known))[0] == digest:
                os.link(known, target)
        except OSError:  # another disk, a share that knows no links, a file that was moved
            target.unlink(missing_ok=True)
    if not target.exists():
        shutil.copyfile(source, target)


def _hash(path: Path) -> tuple[str, int]:
    digest, octets = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            octets += len(chunk)
    return digest.hexdigest(), octets
