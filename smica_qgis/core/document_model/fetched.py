"""Models fetched into a folder of the user, each with a manifest that says from where, when and what.

`<folder>/<name>/` holds the files as they were fetched, byte for byte, and `source.json`. They are read as if from the
place that they came from, so a report says the same whoever fetched them and wherever they are kept.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from smica_qgis.core.document_model.model import DocumentModel, ModelSource
from smica_qgis.core.document_model.model_names import exact_name
from smica_qgis.core.document_model.reader import read_model
from smica_qgis.core.errors import InvalidModelError

GEOPORTAIL = "https://www.geoportail-urbanisme.gouv.fr/standard/{name}.json"
"""Where the Géoportail de l'urbanisme publishes its models (facts: model_format, 1)."""
FETCHED = "fetched"
MANIFEST = "source.json"
FORMER = ".former"
"""Folder, beside the models, where a model waits while its successor takes its place."""
_FORMAT_VERSION = 1
_ATTEMPTS = 4
_PAUSE = 0.03


class Standards(Protocol):
    """Models by their name."""

    def names(self) -> tuple[str, ...]:
        """Names of the models, sorted."""

    def load(self, name: str) -> DocumentModel:
        """The model of that name (ignoring case). Raises InvalidParameterError or InvalidModelError."""


@dataclass(frozen=True)
class FetchedFile:
    """One file of a fetched model. name: path inside its folder; location: what the model calls it."""

    name: str
    location: str
    sha256: str
    last_modified: str = ""


@dataclass(frozen=True)
class Manifest:
    """What `source.json` says of a fetched model.

    location: address of the main file, or its path inside the archive or folder it came from; fetched: when its
    content was first seen there, checked: when it was last found the same (ISO 8601, UTC); sha256: of the whole;
    last_modified: of the main file, as the server said it.
    """

    name: str
    location: str
    fetched: str
    checked: str
    sha256: str
    files: tuple[FetchedFile, ...]
    last_modified: str = ""

    def as_bytes(self) -> bytes:
        """The manifest as it is written."""
        content = {"format_version": _FORMAT_VERSION, **asdict(self)}
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


class FetchedRegistry:
    """The fetched models of a folder, read anew when they change. A folder that does not exist holds none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> tuple[str, ...]:
        """Names of the fetched models, sorted: also of those that can no longer be read, which is to be said."""
        # the folder twice: one that leaves the folder of the former ones meanwhile has come back to it
        found = {name for parent in (self.folder, self.folder / FORMER, self.folder) for name in _folders_in(parent)}
        return tuple(sorted(found))

    def load(self, name: str) -> DocumentModel:
        """The model of that name (ignoring case). Raises InvalidParameterError, InvalidModelError."""
        exact = exact_name(name, self.names())
        model = _patiently(lambda: _read_kept(self.place(exact), exact))
        if model.name != exact:
            raise _unusable(exact, f"son dossier contient le modèle « {model.name} »")
        return model

    def manifest(self, name: str) -> Manifest:
        """The manifest of a model, by its exact name. Raises InvalidModelError."""
        return read_manifest(self.place(name), name)

    def last_checked(self) -> str:
        """When a model was last fetched or found the same, ISO 8601 UTC; empty when none can tell."""
        return max((self._checked(name) for name in self.names()), default="")

    def _checked(self, name: str) -> str:
        try:
            return self.manifest(name).checked
        except InvalidModelError:  # said where the model is used
            return ""

    def place(self, name: str) -> Path:
        """Folder of a model: where it belongs or, when an update was killed in the act, where it was put aside."""
        usual, former = self.folder / name, self.folder / FORMER / name
        return former if not usual.is_dir() and former.is_dir() else usual


class LayeredStandards:
    """Fetched models over those that come with the plugin: names merged, the fetched one wins."""

    def __init__(self, bundled: Standards, fetched: FetchedRegistry) -> None:
        self.bundled = bundled
        self.fetched = fetched

    def names(self) -> tuple[str, ...]:
        """Names of the models, sorted."""
        return tuple(sorted({*self.bundled.names(), *self.fetched.names()}))

    def load(self, name: str) -> DocumentModel:
        """The fetched model of that name, else the bundled one.

        A fetched model that cannot be read is an error, never replaced in silence by the bundled one.
        Raises InvalidParameterError, InvalidModelError.
        """
        exact = exact_name(name, self.names())
        return self.fetched.load(exact) if exact in self.fetched.names() else self.bundled.load(exact)


def standards_at_hand(bundled: Standards, folder: str) -> Standards:
    """The standards to choose from. folder: of the fetched models to prefer; empty: bundled ones only."""
    return LayeredStandards(bundled, FetchedRegistry(Path(folder))) if folder else bundled


def read_manifest(place: Path, name: str) -> Manifest:
    """The manifest in the folder of a fetched model. Raises InvalidModelError."""
    return _parsed(_manifest_bytes(place, name), name)


def load_fetched(place: Path) -> DocumentModel:
    """The fetched model in a folder, its files being those of its manifest, byte for byte.

    Raises InvalidModelError.
    """
    return _patiently(lambda: _read_kept(place, place.name))


def _patiently(read: Callable[[], DocumentModel], attempts: int = _ATTEMPTS) -> DocumentModel:
    """Read a model again when it cannot be: an update may just be putting another in its place."""
    try:
        return read()
    except InvalidModelError:
        if attempts == 1:
            raise
    time.sleep(_PAUSE)
    return _patiently(read, attempts - 1)


def _read_kept(place: Path, name: str) -> DocumentModel:
    return _load(str(place), name, _manifest_bytes(place, name))


def read_fetched(manifest: Manifest, contents: Mapping[str, bytes]) -> DocumentModel:
    """Read a model from the contents of its files, by their location. Raises InvalidModelError."""
    model = read_model(manifest.location, contents.__getitem__, origin=FETCHED)
    if model.name != manifest.name:
        message = f"Le modèle « {manifest.name} » se nomme en fait « {model.name} »."
        raise InvalidModelError(message)
    source = ModelSource(manifest.location, FETCHED, model.source.sha256, manifest.fetched)
    return replace(model, source=source)


@lru_cache(maxsize=256)
def _load(place: str, name: str, manifest_bytes: bytes) -> DocumentModel:
    """Cached by the manifest, which holds the hash of all the rest."""
    manifest = _parsed(manifest_bytes, name)
    contents = {file.location: _verified(Path(place), file, name) for file in manifest.files}
    try:
        return read_fetched(manifest, contents)
    except InvalidModelError as error:
        raise _unusable(name, error.message.rstrip("."), error.details) from error


def _verified(place: Path, file: FetchedFile, name: str) -> bytes:
    """Bytes of a file, if they are those that were fetched."""
    try:
        content = (place / file.name).read_bytes()
    except OSError as error:
        raise _unusable(name, f"son fichier {file.name} ne peut être lu", str(error)) from error
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise _unusable(name, f"son fichier {file.name} n'est plus celui qui a été récupéré")
    return content


def _folders_in(parent: Path) -> list[str]:
    """Names of the folders in a folder, hidden ones apart; none when it is not there."""
    try:
        return [path.name for path in parent.iterdir() if path.is_dir() and not path.name.startswith(".")]
    except OSError:
        return []


def _manifest_bytes(place: Path, name: str) -> bytes:
    try:
        return (place / MANIFEST).read_bytes()
    except OSError as error:
        raise _unusable(name, f"son fichier {MANIFEST} manque", str(error)) from error


def _parsed(content: bytes, name: str) -> Manifest:
    try:
        manifest = _manifest(json.loads(content.decode("utf-8")))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unusable(name, f"son fichier {MANIFEST} est illisible", str(error)) from error
    return manifest


def _manifest(content: Mapping[str, Any]) -> Manifest:
    files = tuple(FetchedFile(*(_text(file, key) for key in _FILE_KEYS)) for file in content["files"])
    if not all(_is_inside(file.name) for file in files):
        message = "files"
        raise ValueError(message)
    texts = {key: _text(content, key) for key in _MANIFEST_KEYS}
    return Manifest(files=files, **texts)


_FILE_KEYS = ("name", "location", "sha256", "last_modified")
_MANIFEST_KEYS = ("name", "location", "fetched", "checked", "sha256", "last_modified")


def _text(content: Mapping[str, Any], key: str) -> str:
    value = content[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _is_inside(name: str) -> bool:
    """Whether a path of a manifest stays in the folder of its model."""
    parts = name.split("/")
    return bool(name) and "\\" not in name and ":" not in name and not any(part in ("", ".", "..") for part in parts)


def _unusable(name: str, reason: str, details: str = "") -> InvalidModelError:
    message = (
        f"Le modèle récupéré « {name} » ne peut être utilisé : {reason}. Mettez les standards à jour, ou préférez les "
        "modèles fournis avec SMICA QGIS (options de QGIS, page SMICA)."
    )
    return InvalidModelError(message, details)
