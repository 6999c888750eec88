"""The Validation API of the Géoplateforme: upload an archive, say how, wait, fetch what the official tool says.

Facts: endpoints §7.1. « success » says that the tool ran to its end, not that it found nothing.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.core.validation.official_comparison import FindingKey
from smica_qgis.host.network import NetworkError, NetworkSession, Response, refusal

SUCCESS, FAILURE = "success", "failure"
_OVER = (SUCCESS, FAILURE, "deleted")
_IDENTIFIERS = ("id", "_id", "uid")
_MOST_ERRORS = 100_000
_LOOK_EVERY = 0.2
_JSON = {"Content-Type": "application/json", "Accept": "application/json"}
_ROW_NAMES = {
    "code": "code",
    "level": "level",
    "fileModel": "file_model",
    "file_model": "file_model",
    "attribute": "attribute",
    "file": "file",
    "id": "id",
}
"""Columns of results.csv (facts: report_format §3) → fields of a key; the first two are needed to read it."""


class ValidationServiceError(SmicaError):
    """A service of validation that did not do what was asked."""


class ValidationClient:
    """One account on one service."""

    def __init__(self, session: NetworkSession, url: str) -> None:
        self._session = session
        self._url = url

    def address(self, identifier: str) -> str:
        """Where a validation can be seen."""
        return f"{self._url}/validations/{identifier}"

    def upload(self, archive: Path, retention: int) -> str:
        """Send an archive; returns the identifier of its validation. retention: days."""
        address = f"{self._url}/validations?retention={retention}"
        with _multipart(archive) as (body, kind):
            response = self._session.ask(
                address, {"Content-Type": kind, "Accept": "application/json"}, method="POST", body=body
            )
        said = self._json(address, response)
        identifier = next((str(said[name]) for name in _IDENTIFIERS if said.get(name)), "")
        if not identifier:
            message = f"Le service {self._url} n'a pas donné d'identifiant à la validation : a-t-il changé ?"
            raise ValidationServiceError(message, json.dumps(said)[:500])
        return identifier

    def configure(self, identifier: str, model: str, crs: str) -> None:
        """Say how to validate, which starts it. model: address of its files.json."""
        arguments = {
            "model": model,
            "srs": crs,
            "max-errors": _MOST_ERRORS,
            "normalize": False,
            "plugins": "CNIG",
        }
        address = self.address(identifier)
        body = json.dumps(arguments).encode()
        self._checked(address, self._session.ask(address, _JSON, method="PATCH", body=body))

    def wait(self, identifier: str, seconds: float, every: float, progress: Progress) -> str:
        """Wait for the end of a validation; returns its state. One that is given up is stopped there too.

        Raises CancelledError, ValidationServiceError when it takes too long.
        """
        end = time.monotonic() + seconds
        try:
            while True:
                stop_if_cancelled(progress)
                state = self._state(identifier)
                if state in _OVER:
                    return state
                if time.monotonic() >= end:
                    break
                _pause(min(every, max(0.0, end - time.monotonic())), progress)
        except CancelledError:
            self._abort(identifier)
            raise
        self._abort(identifier)
        message = (
            f"Le contrôle officiel n'était pas fini après {seconds:.0f} secondes : réessayez plus tard, ou augmentez "
            "« wait_seconds »."
        )
        raise ValidationServiceError(message, identifier)

    def results(self, identifier: str) -> list[FindingKey] | None:
        """What the official tool found; None when the report is not one that is known here."""
        return read_results(self._text(f"{self.address(identifier)}/results.csv"))

    def logs(self, identifier: str) -> str:
        """What the service says of the run; empty when it says nothing."""
        try:
            return self._text(f"{self.address(identifier)}/logs")
        except NetworkError:
            return ""

    def _state(self, identifier: str) -> str:
        address = self.address(identifier)
        said = self._json(address, self._session.ask(address, {"Accept": "application/json"}))
        return str(said.get("status", said.get("state", ""))).lower()

    def _abort(self, identifier: str) -> None:
        """Stop a validation that nobody waits for; where that is refused it ends by itself."""
        address = f"{self.address(identifier)}/abort"
        with NetworkSession(timeout_ms=5000) as session:
            session.auth = self._session.auth
            try:
                session.ask(address, _JSON, method="POST", body=b"")
            except NetworkError:
                return

    def _text(self, address: str) -> str:
        response = self._checked(address, self._session.ask(address))
        return response.content.decode("utf-8-sig", "replace")

    def _json(self, address: str, response: Response) -> dict[str, Any]:
        self._checked(address, response)
        try:
            said = json.loads(response.content)
        except ValueError as error:
            message = f"{address} a répondu autre chose que du JSON : page de connexion, portail ou adresse changée."
            raise ValidationServiceError(message, response.content[:200].decode("utf-8", "replace")) from error
        return said if isinstance(said, dict) else {}

    def _checked(self, address: str, response: Response) -> Response:
        if not HTTPStatus.OK <= response.status_code < HTTPStatus.MULTIPLE_CHOICES:
            error = refusal(address, response)
            error.details += f" {response.content[:500].decode('utf-8', 'replace')}"
            raise error
        return response


def read_results(text: str) -> list[FindingKey] | None:
    """The findings of results.csv (comma or semicolon), or None when its header is not known."""
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    fields = [_ROW_NAMES.get(name.strip(), "") for name in next(rows, [])]
    if not {"code", "level"} <= set(fields):
        return None
    return [
        FindingKey(**{field: _cell(field, value) for field, value in zip(fields, row) if field}) for row in rows if row
    ]


def _cell(field: str, value: str) -> str:
    text = value.strip()
    return text.upper() if field == "level" else text


def _pause(seconds: float, progress: Progress) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        stop_if_cancelled(progress)
        time.sleep(min(_LOOK_EVERY, left))


@contextmanager
def _multipart(archive: Path, boundary: Callable[[], str] = lambda: uuid.uuid4().hex) -> Iterator[tuple[Path, str]]:
    """A file that holds the form with the archive, and its type: large archives are not put in memory."""
    mark = boundary()
    with tempfile.TemporaryDirectory(prefix="smica_upload_") as work:
        body = Path(work) / "form"
        with body.open("wb") as form, archive.open("rb") as source:
            form.write(
                f'--{mark}\r\nContent-Disposition: form-data; name="archive"; filename="{archive.name}"\r\n'
                "Content-Type: application/zip\r\n\r\n".encode()
            )
            shutil.copyfileobj(source, form)
            form.write(f"\r\n--{mark}--\r\n".encode())
        yield body, f"multipart/form-data; boundary={mark}"
