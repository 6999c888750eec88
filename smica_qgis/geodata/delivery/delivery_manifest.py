"""Every file of a delivery with its size and SHA-256: what a round is frozen by."""

from __future__ import annotations

import hashlib
from pathlib import Path

from smica_qgis.core.errors import UnreadableDeliveryError, UnreadableFileError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.core.workflow.procedure import Manifest, ManifestFile
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery

_CHUNK = 1024 * 1024
UNREADABLE = "unreadable"
"""Instead of the hash of a file that cannot be read."""


def delivery_manifest(path: str, progress: Progress) -> Manifest:
    """The files of a delivery, in the order of their paths: the same for a zip and for the folder that it holds.

    An archive that cannot be opened is one file. Raises UnreadableDeliveryError when nothing is there, CancelledError.
    """
    try:
        delivery = OpenedDelivery(path)
    except UnreadableDeliveryError:
        archive = Path(path)
        if not archive.is_file():
            raise
        return Manifest((ManifestFile(archive.name, archive.stat().st_size, _sha256(archive, progress)),))
    try:
        files = [entry for entry in delivery.entries if not entry.is_directory]
        progress.phase("Empreinte des fichiers", len(files))
        found = []
        for done, entry in enumerate(sorted(files, key=lambda one: one.path), 1):
            found.append(ManifestFile(entry.path, entry.size, _file_sha256(delivery, entry.path, progress)))
            progress.advance(done)
        return Manifest(tuple(found))
    finally:
        delivery.close()


def _file_sha256(delivery: OpenedDelivery, path: str, progress: Progress) -> str:
    try:
        return _sha256(delivery.at_rest(path), progress)
    except (OSError, UnreadableFileError):
        return UNREADABLE


def _sha256(path: Path, progress: Progress) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            stop_if_cancelled(progress)
            digest.update(chunk)
    return digest.hexdigest()
