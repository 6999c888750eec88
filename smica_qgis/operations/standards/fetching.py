"""One model, fetched and read whole before anyone is given it."""

from __future__ import annotations

import hashlib
import posixpath
import re
from dataclasses import replace

from smica_qgis.core.document_model.composed_models import MAIN_FILE
from smica_qgis.core.document_model.fetched import FetchedFile, Manifest, read_fetched
from smica_qgis.core.document_model.model import CodeList, DocumentModel
from smica_qgis.core.document_model.reader import read_model
from smica_qgis.core.errors import InvalidModelError
from smica_qgis.operations.standards.places import MOST_OCTETS_OF_A_MODEL, ModelsPlace, Resource

MOST_FILES = 500
_FOLDERS = {".json": "types", ".csv": "codes"}
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")


def fetch_model(place: ModelsPlace, name: str, now: str) -> tuple[Manifest, dict[str, bytes]]:
    """Fetch a model and all that it names: its manifest, and its files by their name in its folder.

    now: moment of the fetch, ISO 8601 UTC. Raises SmicaError: the model is read and checked, and unfit is refused.
    """
    main = place.main(name)
    named = named_by(main)
    if len(named) >= MOST_FILES:
        message = f"Le modèle « {name} » renvoie à trop de fichiers (au plus {MOST_FILES})."
        raise InvalidModelError(message)
    place.prepare(named)
    resources = [main]
    octets = len(main.content)
    for location in named:
        resources.append(place.read(name, location))
        octets += len(resources[-1].content)
        if octets > MOST_OCTETS_OF_A_MODEL:
            message = f"Le modèle « {name} » est trop gros (au plus {MOST_OCTETS_OF_A_MODEL // 1024**2} Mo)."
            raise InvalidModelError(message)
    files, contents = _files(resources)
    manifest = Manifest(name, main.location, now, now, "", files, main.last_modified)
    model = read_fetched(manifest, {resource.location: resource.content for resource in resources})
    _check(model)
    return replace(manifest, sha256=model.source.sha256), contents


def named_by(main: Resource) -> list[str]:
    """Where the types and the code lists are that a main file names, by reading it with empty ones."""
    named: dict[str, None] = {}

    def read(location: str) -> bytes:
        if location == main.location:
            return main.content
        named[location] = None
        return b"{}"

    read_model(main.location, read)
    return list(named)


def _files(resources: list[Resource]) -> tuple[tuple[FetchedFile, ...], dict[str, bytes]]:
    """Give each file a name of ours in the folder of the model: files.json, types/*.json, codes/*.csv."""
    files: list[FetchedFile] = []
    contents: dict[str, bytes] = {}
    for number, resource in enumerate(resources):
        name = MAIN_FILE if number == 0 else _own_name(resource.location, contents)
        contents[name] = resource.content
        digest = hashlib.sha256(resource.content).hexdigest()
        files.append(FetchedFile(name, resource.location, digest, resource.last_modified))
    return tuple(files), contents


def _own_name(location: str, taken: dict[str, bytes]) -> str:
    base = posixpath.basename(location.partition("?")[0])
    stem, suffix = posixpath.splitext(_UNSAFE.sub("_", base)[-100:])
    folder = _FOLDERS.get(suffix.lower(), "types")
    known = {name.lower() for name in taken}
    name, rank = f"{folder}/{stem or 'x'}{suffix}", 2
    while name.lower() in known:
        name, rank = f"{folder}/{stem}_{rank}{suffix}", rank + 1
    return name


def _check(model: DocumentModel) -> None:
    """Refuse what reads as a model and cannot be one: a page of error in the place of a code list."""
    lists = {codes.name.upper(): codes for codes in model.code_lists}
    for codes in model.code_lists:
        if codes.header and codes.header[0].lstrip().startswith("<"):
            message = f"La liste de codes « {codes.name} » n'est pas un fichier CSV mais une page."
            raise InvalidModelError(message)
    if not model.files:
        message = f"Le modèle « {model.name} » ne décrit aucun fichier."
        raise InvalidModelError(message)
    for file in model.files:
        for key in file.table.foreign_keys if file.table else ():
            if key.table.upper() in lists:
                _check_key(lists[key.table.upper()], key.target_columns)


def _check_key(codes: CodeList, columns: tuple[str, ...]) -> None:
    header = {name.upper() for name in codes.header}
    missing = [name for name in columns if name.upper() not in header]
    if missing:
        message = f"La liste de codes « {codes.name} » n'a pas de colonne {', '.join(missing)}."
        raise InvalidModelError(message)
