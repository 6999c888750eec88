"""The standards at hand as one hash: a detected standard is still the right one while they are the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from smica_qgis.core.document_model.bundled_names import STANDARDS_FOLDER
from smica_qgis.core.document_model.fetched import FetchedRegistry
from smica_qgis.core.errors import InvalidModelError


def standards_hash(fetched: str) -> str:
    """SHA-256 of the bundled standards and, when their folder is given, of the fetched ones that are preferred."""
    digest = hashlib.sha256()
    for path in sorted(STANDARDS_FOLDER.rglob("*")):
        if path.is_file():
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(STANDARDS_FOLDER).as_posix()}\t{content}\n".encode())
    registry = FetchedRegistry(Path(fetched)) if fetched else None
    for name in registry.names() if registry is not None else ():
        digest.update(f"{name}\t{_hash_of(registry, name)}\n".encode())
    return digest.hexdigest()


def _hash_of(registry: FetchedRegistry | None, name: str) -> str:
    """Hash of a fetched model, as its manifest says; empty for one that cannot be used."""
    try:
        return registry.manifest(name).sha256 if registry is not None else ""
    except InvalidModelError:
        return ""
