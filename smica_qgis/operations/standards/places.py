"""Where document models are fetched from: an address, a folder, a zip. All of it is hostile until it has been read.

A model lies as `<name>.json` beside a folder `<name>` (the Géoportail), or as `<name>/files.json` (its repository).
"""

from __future__ import annotations

import io
import json
import os
import posixpath
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, urlsplit

from smica_qgis.core.document_model.composed_models import MAIN_FILE
from smica_qgis.core.errors import InvalidModelError, InvalidParameterError, SmicaError

if TYPE_CHECKING:
    from smica_qgis.host.network import NetworkSession

MOST_OCTETS_OF_A_FILE = 20 * 1024**2
MOST_OCTETS_OF_A_MODEL = 60 * 1024**2
MOST_ENTRIES = 50_000
DEEPEST = 4
NETWORK = ("http://", "https://")
_NAME = "{name}"
_MODEL_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")


@dataclass(frozen=True)
class Resource:
    """A file as it was fetched. location: how its model calls it; last_modified: ISO 8601 UTC, or empty."""

    location: str
    content: bytes
    last_modified: str = ""


class ModelsPlace(Protocol):
    """Where models are."""

    def names(self) -> tuple[str, ...]:
        """Names of the models found there, sorted; none when the place cannot be listed."""

    def main(self, name: str) -> Resource:
        """The main file of a model. Raises SmicaError."""

    def prepare(self, locations: Sequence[str]) -> None:
        """Get several files ready for `read`, when that is quicker."""

    def read(self, name: str, location: str) -> Resource:
        """A file that a model names. Raises SmicaError."""


def is_model_name(text: str) -> bool:
    """Whether a text can name a model: letters, digits, `_` and `-`, so that it is one step of a path."""
    return _MODEL_NAME.fullmatch(text) is not None


def open_place(source: str, session: Callable[[], NetworkSession]) -> ModelsPlace:
    """The place that a source designates: address, folder or zip. Raises SmicaError."""
    if source.lower().startswith(NETWORK):
        if urlsplit(source).path.lower().endswith(".zip"):
            archive = session().answer(source).content
            return _zip_place(io.BytesIO(archive), source)
        return AddressPlace(source, session())
    path = Path(source)
    if path.is_dir():
        return _folder_place(path)
    if path.is_file() and path.suffix.lower() == ".zip":
        return _zip_place(path, path.name)
    message = (
        f"Les standards ne peuvent être pris à « {source} » : donnez une adresse http(s), un dossier ou une archive "
        "zip qui existe."
    )
    raise InvalidParameterError(message)


class AddressPlace:
    """Models at an address: one with `{name}`, that of one model's JSON, or the folder that holds them all."""

    def __init__(self, address: str, session: NetworkSession) -> None:
        self._session = session
        self._single = ""
        if _NAME in address:
            self._forms = [address]
        elif urlsplit(address).path.lower().endswith(".json"):
            self._forms = [address]
            self._single = _name_of(urlsplit(address).path)
        else:
            base = address.rstrip("/")
            self._forms = [f"{base}/{_NAME}.json", f"{base}/{_NAME}/{MAIN_FILE}"]

    def names(self) -> tuple[str, ...]:
        """The one model of the address of a model; otherwise an address cannot be listed."""
        return (self._single,) if self._single else ()

    def main(self, name: str) -> Resource:
        """The main file, in the first form that answers; that form is tried first from then on."""
        *others, last = self._forms
        for form in others:
            found = self._if_there(form.replace(_NAME, quote(name)))
            if found is not None:
                return found
        found = self._get(last.replace(_NAME, quote(name)))
        self._forms = [last, *others]
        return found

    def prepare(self, locations: Sequence[str]) -> None:
        """Ask for them a few at once."""
        wanted = [location for location in locations if location.startswith(NETWORK)]
        self._session.prefetch(wanted, MOST_OCTETS_OF_A_MODEL)

    def read(self, name: str, location: str) -> Resource:
        """A file that a model names; what is not beside `<name>.json` is looked for in the folder `<name>`."""
        if not location.startswith(NETWORK):
            # what a model of the network names stays on the network: `file:///…` is never read in its name
            message = f"Le modèle « {name} » renvoie à « {location} », qui n'est pas une adresse http(s)."
            raise InvalidModelError(message)
        elsewhere = in_folder_of(name, location)
        found = self._if_there(location) if elsewhere else self._get(location)
        if found is None:
            found = replace(self._get(elsewhere), location=location)
        return found

    def _if_there(self, address: str) -> Resource | None:
        """What is at an address; None when the server has nothing there."""
        try:
            return self._get(address)
        except SmicaError as error:
            if getattr(error, "status", None) not in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
                raise
            return None

    def _get(self, address: str) -> Resource:
        answer = self._session.answer(address)
        return Resource(address, answer.content, answer.last_modified)


class FilesPlace:
    """Models among files of a folder or of an archive, named from its label: the path of nobody's disk is kept.

    Raises InvalidModelError when it holds none.
    """

    def __init__(self, label: str, files: Mapping[str, Callable[[], bytes]]) -> None:
        self._label = label
        self._files = files
        self._mains = self._found()
        if not self._mains:
            raise InvalidModelError(f"« {label} » ne contient aucun modèle de document (<nom>/files.json).")

    def names(self) -> tuple[str, ...]:
        """Names of the models found."""
        return tuple(sorted(self._mains))

    def main(self, name: str) -> Resource:
        """The main file; a model that is there twice is none: one cannot choose in the person's place."""
        paths = self._mains.get(name, [])
        if len(paths) != 1:
            many = "s'y trouve plusieurs fois" if paths else "n'y est pas"
            message = f"« {self._label} » : le modèle « {name} » {many}."
            raise InvalidModelError(message)
        return Resource(f"{self._label}/{paths[0]}", self._files[paths[0]]())

    def prepare(self, locations: Sequence[str]) -> None:
        """Nothing to do: all is at hand."""

    def read(self, name: str, location: str) -> Resource:
        """A file of the same folder or archive, nothing else."""
        for candidate in (location, in_folder_of(name, location)):
            path = posixpath.normpath(candidate[len(self._label) + 1 :])
            if candidate.startswith(f"{self._label}/") and path in self._files:
                return Resource(location, self._files[path]())
        message = f"« {self._label} » : le modèle « {name} » renvoie à « {location} », qui n'y est pas."
        raise InvalidModelError(message)

    def _found(self) -> dict[str, list[str]]:
        """Paths of the main files, by model."""
        folders = {posixpath.dirname(posixpath.dirname(path)) for path in self._files}
        mains: dict[str, list[str]] = {}
        for path in self._files:
            folder, file = posixpath.split(path)
            if file == MAIN_FILE:
                name = posixpath.basename(folder) or self._said_name(path)
            elif file.endswith(".json") and path[: -len(".json")] in folders:
                name = file[: -len(".json")]
            else:
                continue
            if is_model_name(name):
                mains.setdefault(name, []).append(path)
        return mains

    def _said_name(self, path: str) -> str:
        """The name that a lone model gives itself."""
        try:
            return str(json.loads(self._files[path]()).get("name", ""))
        except (ValueError, AttributeError, RecursionError, SmicaError):
            return ""


def in_folder_of(name: str, location: str) -> str:
    """`…/types/X.json` as `…/<name>/types/X.json`: where the Géoportail keeps what `<name>.json` names; else empty."""
    parts = location.rsplit("/", 2)
    return "" if len(parts) < 3 or parts[0].endswith(f"/{name}") else "/".join((parts[0], name, *parts[1:]))  # noqa: PLR2004


def _name_of(path: str) -> str:
    """The model that the path of a main file is of."""
    folder, file = posixpath.split(path)
    return posixpath.basename(folder) if file == MAIN_FILE else file[: -len(".json")]


def _zip_place(archive: Path | io.BytesIO, label: str) -> FilesPlace:
    """The JSON and CSV files of a zip; links are not files."""
    try:
        opened = zipfile.ZipFile(archive)
    except (OSError, zipfile.BadZipFile) as error:
        message = f"L'archive {label} ne peut être lue."
        raise SmicaError(message, str(error)) from error
    entries = opened.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _too_many(label)
    files = {
        posixpath.normpath(entry.filename): _member_reader(opened, entry, label)
        for entry in entries
        if _is_wanted(entry.filename) and not stat.S_ISLNK(entry.external_attr >> 16)
    }
    return FilesPlace(label, files)


def _member_reader(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, label: str) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with archive.open(entry) as stream:
                return _bounded(stream.read(MOST_OCTETS_OF_A_FILE + 1), entry.filename)
        except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
            message = f"L'archive {label} : {entry.filename} ne peut être lu."
            raise SmicaError(message, str(error)) from error

    return read


def _folder_place(folder: Path) -> FilesPlace:
    """The JSON and CSV files of a folder, not too deep; links are not followed."""
    files: dict[str, Callable[[], bytes]] = {}
    seen = 0
    for root, folders, names in os.walk(folder):
        parts = Path(root).relative_to(folder).parts
        folders[:] = sorted(folders) if len(parts) < DEEPEST else []
        seen += len(names)
        if seen > MOST_ENTRIES:
            raise _too_many(folder.name)
        for name in sorted(names):
            path = Path(root) / name
            if _is_wanted(name) and not path.is_symlink():
                files[posixpath.join(*parts, name)] = _file_reader(path)
    return FilesPlace(folder.resolve().name, files)


def _file_reader(path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with path.open("rb") as stream:
                return _bounded(stream.read(MOST_OCTETS_OF_A_FILE + 1), path.name)
        except OSError as error:
            message = f"Le fichier {path.name} ne peut être lu."
            raise SmicaError(message, str(error)) from error

    return read


def _is_wanted(name: str) -> bool:
    return name.lower().endswith((".json", ".csv"))


def _bounded(content: bytes, name: str) -> bytes:
    if len(content) > MOST_OCTETS_OF_A_FILE:
        message = f"{name} est trop gros pour le fichier d'un modèle."
        raise InvalidModelError(message)
    return content


def _too_many(label: str) -> SmicaError:
    return SmicaError(f"« {label} » contient trop de fichiers (au plus {MOST_ENTRIES}) : est-ce bien des modèles ?")
