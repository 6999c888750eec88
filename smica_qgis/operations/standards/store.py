"""Where fetched models are kept: each replaced whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from smica_qgis.core.document_model.fetched import FORMER, MANIFEST, FetchedRegistry, Manifest
from smica_qgis.core.errors import InvalidModelError, SmicaError

_ASIDE = ".aside"
_LOCK = ".lock"


class StandardsStore:
    """The folder of the fetched models, held by one update at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.registry = FetchedRegistry(folder)

    def keep(self, manifest: Manifest, contents: Mapping[str, bytes]) -> bool:
        """Keep a model that was read and checked; says whether it differs from the one that was there.

        Raises SmicaError when it cannot be written: the former one is still there.
        """
        known = self._usable_manifest(manifest.name)
        try:
            if known is not None and (known.sha256, known.location) == (manifest.sha256, manifest.location):
                self._note(replace(known, checked=manifest.checked, last_modified=manifest.last_modified))
                return False
            self._replace(manifest, contents)
        except OSError as error:
            message = f"Le modèle « {manifest.name} » ne peut être écrit dans {self.folder}."
            raise SmicaError(message, str(error)) from error
        return True

    def _usable_manifest(self, name: str) -> Manifest | None:
        """The manifest of the model that is there, if it can be used: otherwise it is replaced."""
        if name not in self.registry.names():
            return None
        try:
            self.registry.load(name)
            return self.registry.manifest(name)
        except InvalidModelError:
            return None

    def _note(self, manifest: Manifest) -> None:
        """Write that a model was found the same."""
        target = self.folder / manifest.name / MANIFEST
        aside = self.folder / _ASIDE / f"{secrets.token_hex(6)}.json"
        aside.parent.mkdir(exist_ok=True)
        aside.write_bytes(manifest.as_bytes())
        os.replace(aside, target)  # noqa: PTH105 - the call that is atomic on every system

    def _replace(self, manifest: Manifest, contents: Mapping[str, bytes]) -> None:
        """Write the new one aside, then swap. Killed between two renamings, the former is found in its place aside."""
        aside = self.folder / _ASIDE / secrets.token_hex(6)
        for name, content in {**contents, MANIFEST: manifest.as_bytes()}.items():
            path = aside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        target, former = self.folder / manifest.name, self.folder / FORMER / manifest.name
        former.parent.mkdir(exist_ok=True)
        if target.exists():
            target.rename(former)
        try:
            aside.rename(target)
        except OSError:
            if former.exists():
                former.rename(target)
            raise
        _remove(former)

    def tidy(self) -> None:
        """Put back what a killed update left half way."""
        former = self.folder / FORMER
        for place in list(former.iterdir()) if former.is_dir() else []:
            target = self.folder / place.name
            if target.exists():
                _remove(place)
            else:
                place.rename(target)
        _remove(former)
        _remove(self.folder / _ASIDE)


@contextmanager
def held(folder: Path) -> Iterator[StandardsStore]:
    """Hold the folder for one update. Raises SmicaError when it cannot be written, or another update holds it."""
    store = StandardsStore(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(str(folder / _LOCK))
        lock.setStaleLockTime(0)  # held as long as its process lives, however long that is
        if not lock.tryLock(0):
            raise _held(folder, lock)
        try:
            store.tidy()
            yield store
            store.tidy()
        finally:
            lock.unlock()
    except OSError as error:
        raise _not_written(folder, str(error)) from error


def _held(folder: Path, lock: QLockFile) -> SmicaError:
    if lock.error() == QLockFile.LockError.LockFailedError:
        return SmicaError(f"Une mise à jour des standards est déjà en cours dans {folder} : attendez qu'elle finisse.")
    return _not_written(folder)


def _not_written(folder: Path, details: str = "") -> SmicaError:
    message = f"Le dossier des standards {folder} ne peut être écrit : vérifiez ses droits, ou donnez-en un autre."
    return SmicaError(message, details)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
