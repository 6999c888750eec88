"""What a delivery holds, as one hash: to know, without validating it again, that it did not change."""

from __future__ import annotations

import hashlib
from pathlib import Path

from smica_qgis.core.errors import UnreadableDeliveryError
from smica_qgis.geodata.delivery.bounds import Bounds
from smica_qgis.geodata.delivery.sources import FolderSource

ABSENT = "absent"
_CHUNK = 1024 * 1024


def content_hash(path: Path) -> str:
    """SHA-256 of a file (with the journal of a GeoPackage in use) or of all that a folder holds.

    `absent` for what is not there; empty when it cannot be known (unreadable, beyond the bounds of a delivery): two
    empty ones are not the same content. Stricter than the manifest of the report, which trusts a zip's own checksums.
    """
    try:
        if path.is_dir():
            return _folder_hash(path)
        if not path.is_file():
            return "" if path.exists() else ABSENT
        journal = path.with_name(f"{path.name}-wal")
        if path.suffix.lower() == ".gpkg" and journal.is_file():
            return f"{_file_hash(path)}+{_file_hash(journal)}"
        return _file_hash(path)
    except (OSError, UnreadableDeliveryError):
        return ""


def _folder_hash(path: Path) -> str:
    source = FolderSource(path, Bounds())
    digest = hashlib.sha256(source.manifest().encode())
    for refused in source.refused:
        digest.update(f"{refused.path}\t{refused.reason}\n".encode())
    return digest.hexdigest()


def _file_hash(path: Path) -> str:
    if path.stat().st_size > Bounds().octets:
        message = f"Le fichier {path.name} est trop gros pour être une livraison."
        raise UnreadableDeliveryError(message)
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
