"""A large file fetched to the disk by pieces: taken up where it stopped, not fetched again when it did not change.

Beside a file lies what the server said of it (ETag, date, size); beside a part, what it said of the whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from http import HTTPStatus
from pathlib import Path

import requests

from smica_qgis.core.errors import SmicaError
from smica_qgis.host.network import NetworkError, NetworkSession, iso_moment, refusal

PIECE = 8 * 1024 * 1024
_MOST_STARTS = 3
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


@dataclass(frozen=True)
class FetchedFile:
    """A file once it is whole. unchanged: it was there already; last_modified: ISO 8601 UTC, or empty."""

    path: Path
    unchanged: bool
    last_modified: str


@dataclass(frozen=True)
class _Said:
    """What a server said of a file. octets: of the whole, 0 when it did not say."""

    address: str
    etag: str = ""
    last_modified: str = ""
    octets: int = 0

    @property
    def validator(self) -> str:
        """What tells one version from another; a weak ETag does not, octet by octet."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified


def _nobody(octets: int) -> None:
    del octets


def fetch_file(
    session: NetworkSession,
    address: str,
    path: Path,
    most_octets: int,
    advanced: Callable[[int], None] = _nobody,
    piece: int = PIECE,
) -> FetchedFile:
    """Fetch an address to a path. advanced: told how many octets are there; piece: octets of one request.

    Raises NetworkError, CancelledError (what came stays, for the next time), SmicaError when the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _Fetch(session, address, path, most_octets, piece).run(advanced)
    except OSError as error:
        message = f"{path.name} ne peut être écrit : vérifiez la place sur le disque."
        raise SmicaError(message, str(error)) from error


class _Fetch:
    def __init__(self, session: NetworkSession, address: str, path: Path, most_octets: int, piece: int) -> None:
        self._session = session
        self._address = address
        self._path = path
        self._part = path.with_name(f"{path.name}.part")
        self._most_octets = most_octets
        self._piece = piece
        self._by_pieces = True

    def run(self, advanced: Callable[[int], None]) -> FetchedFile:
        whole = self._said_of(self._path)
        if whole is not None and whole.octets != self._path.stat().st_size:
            whole = None
        starts = 0
        while starts < _MOST_STARTS:
            part = self._said_of(self._part)
            if part is None or not part.validator:
                part = None
                starts += 1
            response = self._session.ask(self._address, self._headers(whole, part))
            if response.status_code == HTTPStatus.NOT_MODIFIED and whole is not None:
                return FetchedFile(self._path, unchanged=True, last_modified=iso_moment(whole.last_modified))
            if self._take(response, part):
                return self._finished()
            if self._part.exists():
                advanced(self._part.stat().st_size)
        message = f"Le fichier {self._address} change pendant qu'il est téléchargé : réessayez plus tard."
        raise NetworkError(message, status=int(HTTPStatus.OK))

    def _headers(self, whole: _Said | None, part: _Said | None) -> dict[str, str]:
        have = 0 if part is None else self._part.stat().st_size
        headers = {"Range": f"bytes={have}-{have + self._piece - 1}"} if self._by_pieces else {}
        if part is not None:
            headers["If-Range"] = part.validator
        elif whole is not None and whole.etag:
            headers["If-None-Match"] = whole.etag
        elif whole is not None and whole.last_modified:
            headers["If-Modified-Since"] = whole.last_modified
        return headers

    def _take(self, response: requests.Response, part: _Said | None) -> bool:
        """Keep what came; whether the file is whole."""
        if response.status_code == HTTPStatus.OK:
            self._write(response.content, self._said_by(response, len(response.content)), anew=True)
            return True
        if response.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and part is not None:
            self._forget_part()
            return False
        if response.status_code != HTTPStatus.PARTIAL_CONTENT:
            raise refusal(self._address, response)
        found = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
        start, total = (int(found[1]), found[2]) if found else (-1, "*")
        said = self._said_by(response, 0 if total == "*" else int(total))
        have = 0 if part is None else self._part.stat().st_size
        if start != have or (part is not None and said.validator != part.validator):
            self._forget_part()  # not the piece that was asked for, or of another version
            return False
        have += len(response.content)
        ended = have >= said.octets if said.octets else len(response.content) < self._piece
        if not ended and not said.validator:
            self._by_pieces = False  # nothing would tell that the next piece is of the same version
            return False
        self._write(response.content, said, anew=part is None)
        return ended

    def _said_by(self, response: requests.Response, octets: int) -> _Said:
        headers = response.headers
        return _Said(self._address, headers.get("ETag", ""), headers.get("Last-Modified", ""), octets)

    def _write(self, content: bytes, said: _Said, *, anew: bool) -> None:
        size = len(content) + (0 if anew else self._part.stat().st_size)
        if max(size, said.octets) > self._most_octets:
            self._forget_part()
            message = f"La réponse de {self._address} est trop grosse."
            raise NetworkError(message, f"> {self._most_octets}", int(HTTPStatus.OK))
        with self._part.open("wb" if anew else "ab") as stream:
            stream.write(content)
        _beside(self._part).write_text(json.dumps(asdict(said)), encoding="utf-8")

    def _finished(self) -> FetchedFile:
        said = self._said_of(self._part) or _Said(self._address)
        size = self._part.stat().st_size
        _beside(self._path).unlink(missing_ok=True)
        self._part.replace(self._path)
        content = json.dumps({**asdict(said), "octets": size})
        _beside(self._path).write_text(content, encoding="utf-8")
        _beside(self._part).unlink(missing_ok=True)
        return FetchedFile(self._path, unchanged=False, last_modified=iso_moment(said.last_modified))

    def _said_of(self, path: Path) -> _Said | None:
        """What was said of a file that is there; None for another address, or when it cannot be read."""
        try:
            said = _Said(**json.loads(_beside(path).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return said if said.address == self._address and path.is_file() else None

    def _forget_part(self) -> None:
        self._part.unlink(missing_ok=True)
        _beside(self._part).unlink(missing_ok=True)


def forget_file(path: Path) -> None:
    """Remove a fetched file, so that it is fetched again."""
    for item in (path, _beside(path)):
        item.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")
