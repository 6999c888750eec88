"""A folder behind WebDAV (RFC 4918): GET, PUT, DELETE, MKCOL, MOVE are enough, locks of class 2 are not needed.

MKCOL either makes a collection or fails: it is the lock that every server has. A server that knows If-Match refuses
by itself a feed that changed meanwhile; both are used.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.host.network import NetworkError, NetworkSession, Response, refusal
from smica_qgis.host.network_file import fetch_file
from smica_qgis.publishing.feed.place import LONGEST_WAIT, FeedConflictError, KeptFile, busy

_LOCK = "feed.lock/"
_HOLDER = f"{_LOCK}holder.txt"
_ABANDONED = 30.0
"""Seconds after which a lock that does not move belongs to nobody: its publisher was killed."""
_LOOK_EVERY = 0.3
_MOST_OCTETS = 16 * 1024**3
_WRITTEN = (HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.NO_CONTENT)
_GONE = (*_WRITTEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_ABSENT = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_NO_MOVE = (HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.FORBIDDEN)


class WebDavPlace:
    """See FeedPlace."""

    def __init__(self, url: str, session: NetworkSession, clock: Callable[[], float] = time.monotonic) -> None:
        self.address = f"{url}/"
        self._session = session
        self._clock = clock
        self._made: set[str] = set()

    def read(self, path: str) -> KeptFile | None:
        """See FeedPlace."""
        address = self._at(path)
        response = self._session.ask(address)
        if response.status_code in _ABSENT:
            return None
        if response.status_code != HTTPStatus.OK:
            raise refusal(address, response)
        return KeptFile(response.content, response.headers.get("ETag", ""))

    def write(self, path: str, content: bytes, replaced: KeptFile | None = None) -> None:
        """See FeedPlace."""
        self._make_parents(path)
        headers = {"If-Match": replaced.version} if replaced is not None and replaced.version else {}
        response = self._send("PUT", path, headers, content)
        if response.status_code == HTTPStatus.PRECONDITION_FAILED:
            message = f"Le flux {self.address} a été changé par quelqu'un d'autre : recommencez."
            raise FeedConflictError(message)
        self._check(response, path, _WRITTEN)

    def upload(self, path: str, source: Path) -> None:
        """See FeedPlace: under another name first, where the server can rename."""
        self._make_parents(path)
        aside = f"{path}.part"
        self._check(self._send("PUT", aside, {}, source), aside, _WRITTEN)
        headers = {"Destination": self._at(path), "Overwrite": "T"}
        moved = self._send("MOVE", aside, headers)
        if moved.status_code in _NO_MOVE:
            self._check(self._send("PUT", path, {}, source), path, _WRITTEN)
            self.delete(aside)
            return
        self._check(moved, path, _WRITTEN)

    def fetch(self, path: str, target: Path) -> bool:
        """See FeedPlace."""
        try:
            fetch_file(self._session, self._at(path), target, _MOST_OCTETS)
        except NetworkError as error:
            if error.status in _ABSENT:
                return False
            raise
        return True

    def exists(self, path: str) -> bool:
        """See FeedPlace: one octet is asked for."""
        response = self._session.ask(self._at(path), {"Range": "bytes=0-0"})
        if response.status_code in _ABSENT:
            return False
        there = (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        self._check(response, path, there)
        return True

    def delete(self, path: str) -> None:
        """See FeedPlace."""
        self._check(self._send("DELETE", path), path, _GONE)

    @contextmanager
    def alone(self, progress: Progress) -> Iterator[None]:
        """See FeedPlace. What a killed publisher left is taken away once it has not moved for a while."""
        self._make_parents(_LOCK)
        started = since = self._clock()
        seen: KeptFile | None = None
        while not self._lock():
            stop_if_cancelled(progress)
            now = self._clock()
            holder = self.read(_HOLDER)
            if holder != seen:
                seen, since = holder, now
            if now - since > _ABANDONED:
                self.delete(_LOCK)
                since = now
            elif now - started > LONGEST_WAIT + _ABANDONED:
                raise busy(self._at(_LOCK))
            else:
                time.sleep(_LOOK_EVERY)
        try:
            yield
        finally:
            self.delete(_LOCK)

    def _lock(self) -> bool:
        """Take the lock, and say who has it: those who wait see it change hands."""
        response = self._send("MKCOL", _LOCK)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:  # it is there already
            return False
        self._check(response, _LOCK, _WRITTEN)
        self._check(self._send("PUT", _HOLDER, {}, uuid.uuid4().hex.encode()), _HOLDER, _WRITTEN)
        return True

    def _make_parents(self, path: str) -> None:
        """Make the collections that hold a path; one that is there answers that it may not be made."""
        parents = ["", *(path[: place + 1] for place, char in enumerate(path[:-1]) if char == "/")]
        for parent in parents:
            if parent in self._made:
                continue
            # the root of a share may refuse to be made: what is written next says whether it is there
            refused = () if parent else (HTTPStatus.FORBIDDEN,)
            response = self._send("MKCOL", parent)
            if response.status_code == HTTPStatus.CONFLICT:
                message = f"Le dossier WebDAV qui doit contenir {self._at(parent)} n'existe pas : créez-le d'abord."
                raise SmicaError(message)
            self._check(response, parent, (*_WRITTEN, HTTPStatus.METHOD_NOT_ALLOWED, *refused))
            self._made.add(parent)

    def _send(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes | Path | None = None
    ) -> Response:
        try:
            return self._session.ask(self._at(path), headers, method=method, body=body)
        except OSError as error:
            message = f"Le fichier à envoyer vers {self._at(path)} ne peut pas être lu."
            raise SmicaError(message, str(error)) from error

    def _at(self, path: str) -> str:
        return self.address + quote(path)

    def _check(self, response: Response, path: str, expected: tuple[HTTPStatus, ...]) -> None:
        if response.status_code not in expected:
            raise refusal(self._at(path), response)
