"""Which file of a delivery answers to which file model (facts: pipeline §3)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import DocumentModel, FileModel, FileType
from smica_qgis.core.errors import InvalidModelError
from smica_qgis.core.validation.document import Document, MatchedFile

if TYPE_CHECKING:
    from smica_qgis.core.validation.delivery import Entry

LISTED = ("dbf", "tab", "pdf", "xml", "gml", "csv", "gpkg")
_SUFFIXES = {
    FileType.TABLE: r"\.(dbf|tab|gml|csv|gpkg)",
    FileType.MULTI_TABLE: r"\.(gml|gpkg)",
    FileType.PDF: r"\.pdf",
    FileType.METADATA: r"\.xml",
    FileType.DIRECTORY: "/",
}
_EXTENSIONS = {
    FileType.TABLE: ("dbf", "tab", "gml", "csv", "gpkg"),
    FileType.MULTI_TABLE: ("gml", "gpkg"),
    FileType.PDF: ("pdf",),
    FileType.METADATA: ("xml",),
}
_ENCODED = re.compile(r"[\x00-\x20\"#%<>?\[\]\\^`{|}\x7f]")


def is_listed(entry: Entry) -> bool:
    """Whether the official tool sees a file: its extension is a known one, all in lower or all in upper case."""
    extension = entry.extension
    return entry.is_directory or extension in LISTED or extension in tuple(e.upper() for e in LISTED)


def match_files(document: Document) -> None:
    """Fill files, misplaced and unexpected of a document."""
    placed: list[MatchedFile] = []
    by_name: list[MatchedFile] = []
    for entry in document.entries:
        if not is_listed(entry):
            continue
        model = by_path(document.model, document.name, entry)
        if model is not None:
            placed.append(MatchedFile(entry, model))
            continue
        model = None if entry.is_directory else by_bare_name(document.model, entry)
        if model is None:
            document.unexpected.append(entry)
        else:
            by_name.append(MatchedFile(entry, model))
    # Well placed files come first; the others only count in the flat layout.
    document.files = placed + by_name if document.options.flat else placed
    document.misplaced = [] if document.options.flat else by_name


def by_path(model: DocumentModel, delivery: str, entry: Entry) -> FileModel | None:
    """The file model whose path matches: the longest expression wins, the first one on ties."""
    address = file_uri(delivery, entry)
    best: FileModel | None = None
    for candidate in _candidates(model, entry):
        if best is not None and len(candidate.path) <= len(best.path):
            continue
        if _path_pattern(candidate.path, candidate.type).fullmatch(address):
            best = candidate
    return best


def by_bare_name(model: DocumentModel, entry: Entry) -> FileModel | None:
    """The file model whose file name begins the bare name, when no path matched."""
    best: FileModel | None = None
    for candidate in _candidates(model, entry):
        if best is not None and len(candidate.path) <= len(best.path):
            continue
        if _name_pattern(candidate.path, candidate.name, candidate.type).fullmatch(entry.name):
            best = candidate
    return best


def by_layer_name(model: DocumentModel, layer: str) -> FileModel | None:
    """The table that a layer of a lone GeoPackage is: its bare name, or the name that its file would have."""
    for candidate in model.tables:
        if candidate.name.upper() == layer.upper():
            return candidate
    return next((c for c in model.tables if _layer_pattern(c.path, c.name).fullmatch(layer)), None)


@lru_cache(maxsize=4096)
def _layer_pattern(path: str, name: str) -> re.Pattern[str]:
    try:
        return compile_java(path.rsplit("/", maxsplit=1)[-1], ignore_case=True)
    except InvalidModelError:
        return compile_java(name, ignore_case=True)


def file_uri(delivery: str, entry: Entry) -> str:
    """The end of the file's address as Java writes it: blanks and brackets encoded, accents not."""
    end = "/" if entry.is_directory else ""
    return _ENCODED.sub(lambda m: f"%{ord(m.group()):02X}", f"/{delivery}/{entry.path}") + end


def _candidates(model: DocumentModel, entry: Entry) -> list[FileModel]:
    if entry.is_directory:
        return [f for f in model.files if f.type is FileType.DIRECTORY]
    extension = entry.extension.lower()
    return [f for f in model.files if extension in _EXTENSIONS.get(f.type, ())]


@lru_cache(maxsize=4096)
def _path_pattern(path: str, kind: FileType) -> re.Pattern[str]:
    return compile_java(f".*/{path}{_SUFFIXES[kind]}", ignore_case=True)


@lru_cache(maxsize=4096)
def _name_pattern(path: str, name: str, kind: FileType) -> re.Pattern[str]:
    last = path.rsplit("/", maxsplit=1)[-1]
    try:
        return compile_java(f"{last}.*{_SUFFIXES[kind]}", ignore_case=True)
    except InvalidModelError:
        # A path such as `x/[^/]*` is cut inside its class: the model's name stands in, as officially.
        return compile_java(f"{name}.*{_SUFFIXES[kind]}", ignore_case=True)
