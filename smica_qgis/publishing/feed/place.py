"""Where the files of a feed are: a folder here, or one behind WebDAV. One publisher at a time changes the feed."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.host.file_lock import FileLock

LONGEST_WAIT = 60.0
"""Seconds for which a publisher waits for another one: each holds the feed for a moment only."""
_LOOK_EVERY = 0.1
_LOCK = "feed.lock"
_PART = ".part"


class FeedConflictError(SmicaError):
    """Somebody changed the feed between our reading and our writing: it must be read again."""


@dataclass(frozen=True)
class KeptFile:
    """A file as read. version: what tells it from another version of it, empty when the place cannot tell."""

    content: bytes
    version: str = ""


class FeedPlace(Protocol):
    """Files by their path in the place, with `/`. Everything raises SmicaError when the place cannot be used."""

    address: str
    """For people, without any secret."""

    def read(self, path: str) -> KeptFile | None:
        """A small file, None when there is none."""

    def write(self, path: str, content: bytes, replaced: KeptFile | None = None) -> None:
        """Write a small file whole. replaced: what was read there. Raises FeedConflictError when it is another now."""

    def upload(self, path: str, source: Path) -> None:
        """Put a large file, seen only once it is whole."""

    def fetch(self, path: str, target: Path) -> bool:
        """Copy a large file here; whether there is one."""

    def exists(self, path: str) -> bool:
        """Whether there is a file, however large."""

    def delete(self, path: str) -> None:
        """Remove a file, if it is there."""

    def alone(self, progress: Progress) -> AbstractContextManager[None]:
        """Nobody else changes the feed meanwhile. Raises CancelledError."""


class FolderPlace:
    """A folder of this machine or of a network disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = str(folder)

    def read(self, path: str) -> KeptFile | None:
        """See FeedPlace."""
        try:
            return KeptFile((self._folder / path).read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unusable(error) from error

    def write(self, path: str, content: bytes, replaced: KeptFile | None = None) -> None:  # noqa: ARG002 - locked
        """See FeedPlace: under the lock nobody else writes."""
        try:
            target = self._made(path)
            aside = target.with_name(target.name + _PART)
            aside.write_bytes(content)
            os.replace(aside, target)  # noqa: PTH105 - said so: it replaces
        except OSError as error:
            raise self._unusable(error) from error

    def upload(self, path: str, source: Path) -> None:
        """See FeedPlace."""
        try:
            target = self._made(path)
            aside = target.with_name(target.name + _PART)
            shutil.copyfile(source, aside)
            os.replace(aside, target)  # noqa: PTH105
        except OSError as error:
            raise self._unusable(error) from error

    def fetch(self, path: str, target: Path) -> bool:
        """See FeedPlace."""
        try:
            shutil.copyfile(self._folder / path, target)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._unusable(error) from error
        return True

    def exists(self, path: str) -> bool:
        """See FeedPlace."""
        return (self._folder / path).is_file()

    def delete(self, path: str) -> None:
        """See FeedPlace."""
        try:
            (self._folder / path).unlink(missing_ok=True)
        except OSError as error:
            raise self._unusable(error) from error

    @contextmanager
    def alone(self, progress: Progress) -> Iterator[None]:
        """See FeedPlace: a lock that dies with its process."""
        end = time.monotonic() + LONGEST_WAIT
        try:
            lock = FileLock(self._made(_LOCK))
            while (holder := lock.acquire(f"{os.getpid()}")) is not None:
                stop_if_cancelled(progress)
                if time.monotonic() > end:
                    raise busy(f"processus {holder}")
                time.sleep(_LOOK_EVERY)
        except OSError as error:
            raise self._unusable(error) from error
        try:
            yield
        finally:
            lock.release()

    def _made(self, path: str) -> Path:
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def _unusable(self, error: OSError) -> SmicaError:
        message = f"Le dossier du flux {self._folder} ne peut pas être lu ou écrit : {error.strerror or error}."
        return SmicaError(message, str(error))


def busy(holder: str) -> SmicaError:
    """Another publisher has held the feed for too long."""
    return SmicaError(f"Une autre publication tient le flux depuis trop longtemps ({holder}) : réessayez plus tard.")
