"""Which standards are at hand, and how to get one by its name, its path or its address."""

from __future__ import annotations

import datetime as dt
import zipfile
import zlib
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Callable

from smica_qgis.core.document_model.bundled_names import STANDARDS_FOLDER
from smica_qgis.core.document_model.composed_models import MAIN_FILE, composed_models
from smica_qgis.core.document_model.fetched import MANIFEST, load_fetched
from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.document_model.model_names import exact_name
from smica_qgis.core.document_model.reader import Read, read_model
from smica_qgis.core.errors import InvalidModelError


class Registry:
    """The models of a folder of standards.

    A folder there holds one model (`cnig_PLU_2025/files.json`), or several that differ little (composed_models). It is
    part of the plugin: it does not change while this lives.
    """

    def __init__(self, folder: Path, origin: str = "bundled") -> None:
        self.folder = folder
        self.origin = origin
        self._loaded: dict[str, DocumentModel] = {}

    def names(self) -> tuple[str, ...]:
        """Names of the models, sorted."""
        return tuple(self._readers)

    def load(self, name: str) -> DocumentModel:
        """The model of that name (ignoring case). Raises InvalidParameterError when there is none."""
        exact = exact_name(name, self.names())
        if exact not in self._loaded:
            read = self._readers[exact]
            # Named from the folder of standards: a report does not tell where the plugin is installed.
            location = f"{exact}/{MAIN_FILE}"
            self._loaded[exact] = read_model(location, lambda p: read(p[len(exact) + 1 :]), origin=self.origin)
        return self._loaded[exact]

    @cached_property
    def _readers(self) -> dict[str, Read]:
        """Name of each model, sorted → what gives the bytes of its resources. Nothing is read yet.

        The folder is looked at once: it takes a fifth of the time of a small delivery.
        """
        composed = {model.name: model.read for model in composed_models(self.folder)}
        folders = [main.parent for main in self.folder.glob(f"*/{MAIN_FILE}")]
        readers = {**composed, **{folder.name: _reader_in(folder) for folder in folders}}
        return {name: readers[name] for name in sorted(readers)}


def _reader_in(folder: Path) -> Read:
    return lambda resource: (folder / resource).read_bytes()


@lru_cache(maxsize=1)
def bundled_registry() -> Registry:
    """The models that come with the plugin."""
    return Registry(STANDARDS_FOLDER)


def read_path(path: str) -> bytes:
    """Bytes of a file of this machine. Raises OSError."""
    return Path(path).read_bytes()


def load_model(location: str, download: Callable[[str], bytes] | None = None) -> DocumentModel:
    """The model at a place: files.json, a folder, a zip or an http(s) address.

    download: address → bytes, from the floor that may use the network. Raises InvalidModelError.
    """
    if location.startswith(("http://", "https://")):
        return _load_address(location, download)
    path = Path(location)
    if path.is_dir():
        path = path / MAIN_FILE
    if path.name == MAIN_FILE and (path.parent / MANIFEST).is_file():
        return load_fetched(path.parent)  # read as from where it came: its manifest says so
    if path.suffix.lower() == ".zip":
        return _load_zip(path)
    if path.suffix.lower() == ".xml":
        message = f"Le modèle {location} est au format XML, qui n'est plus admis : donnez le files.json."
        raise InvalidModelError(message)
    return read_model(path.as_posix(), read_path, date=_date_of(path))


def _date_of(path: Path) -> str:
    """Day of a file's last change, ISO 8601; empty for one that is not there."""
    try:
        changed = path.stat().st_mtime
    except OSError:
        return ""
    return dt.datetime.fromtimestamp(changed, dt.timezone.utc).date().isoformat()


def _load_address(address: str, download: Callable[[str], bytes] | None) -> DocumentModel:
    if download is None:
        message = f"Le modèle {address} est à une adresse réseau, qui n'est pas permise ici."
        raise InvalidModelError(message)
    if address.lower().split("?")[0].endswith(".xml"):
        message = f"Le modèle {address} est au format XML, qui n'est plus admis : donnez le JSON."
        raise InvalidModelError(message)

    def read(resource: str) -> bytes:
        # what a model of the network names stays on the network: `file:///…` is never read in its name
        if not resource.startswith(("http://", "https://")):
            message = f"Le modèle {address} renvoie à « {resource} », qui n'est pas une adresse http(s)."
            raise InvalidModelError(message)
        return download(resource)

    today = dt.datetime.now(dt.timezone.utc).date().isoformat()
    return read_model(address, read, date=today)


def _load_zip(path: Path) -> DocumentModel:
    """A zip that holds one model. Several: say which, one cannot choose in the person's place."""
    try:
        with zipfile.ZipFile(path) as archive:
            mains = [n for n in archive.namelist() if n.rsplit("/", 1)[-1] == MAIN_FILE]
            if len(mains) != 1:
                message = f"L'archive {path.name} contient {len(mains)} modèles ; il en faut un seul."
                raise InvalidModelError(message)
            return read_model(mains[0], archive.read, origin=path.name, date=_date_of(path))
    except (OSError, zipfile.BadZipFile, RuntimeError, zlib.error) as error:  # RuntimeError: encrypted
        message = f"L'archive {path.name} ne peut être lue."
        raise InvalidModelError(message, str(error)) from error
