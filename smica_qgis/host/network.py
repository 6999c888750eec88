"""The network, through QGIS' own stack: proxy, certificates and authentication are those of QGIS.

`NetworkSession` is a `requests.Session` whose transport is QGIS' network manager: whatever speaks `requests` speaks
QGIS' network through it. It adds bounds, time limits, cancellation and the patience that a busy server asks for.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any, Callable

import requests

from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.host.network_transport import QgisTransport, TooLargeError

Response = requests.Response
"""For rooms that may read an answer, and not make requests of their own."""
_TIMEOUT_MS = 30_000
_MOST_OCTETS = 50 * 1024 * 1024
_MOST_REDIRECTIONS = 5
_TRIES = 4
_LONGEST_WAIT = 120.0
_LOOK_EVERY = 0.1
_BUSY = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)
_SAFE_TWICE = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
_FOLLOWED = frozenset({"GET", "HEAD"})
_REFUSED_UNDONE = frozenset({HTTPStatus.TOO_MANY_REQUESTS})
"""A request that changes something is sent again only when the server says that it did not look at it."""
_REASONS = {
    HTTPStatus.UNAUTHORIZED: "demande de s'identifier",
    HTTPStatus.FORBIDDEN: "refuse l'accès",
    HTTPStatus.NOT_FOUND: "n'existe pas",
    HTTPStatus.GONE: "n'existe plus",
    HTTPStatus.TOO_MANY_REQUESTS: "a trop de demandes",
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: "demande de s'identifier au serveur mandataire",
}


class NetworkError(SmicaError):
    """An address that did not give what was asked. status: of HTTP, None when no server answered."""

    def __init__(self, message: str, details: str = "", status: int | None = None) -> None:
        super().__init__(message, details)
        self.status = status


@dataclass(frozen=True)
class Answer:
    """What an address gave. last_modified: as the server says it, ISO 8601 UTC, or empty."""

    content: bytes
    last_modified: str = ""


class NetworkSession(requests.Session):
    """Speaks http and https through QGIS, and nothing else: a redirection to `file:` is an error.

    cancelled: asked every tenth of a second while it waits. timeout_ms: silence after which a server is given up.
    most_octets: of one answer.
    """

    def __init__(
        self,
        cancelled: Callable[[], bool] = lambda: False,
        *,
        timeout_ms: int = _TIMEOUT_MS,
        most_octets: int = _MOST_OCTETS,
    ) -> None:
        super().__init__()
        self.trust_env = False  # neither the proxies nor the passwords of the environment: those of QGIS
        self.max_redirects = _MOST_REDIRECTIONS
        self._cancelled = cancelled
        self._transport = QgisTransport(cancelled, timeout_ms=timeout_ms, most_octets=most_octets)
        self.adapters.clear()
        self.mount("http://", self._transport)
        self.mount("https://", self._transport)

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Where an answer sends; never from https to http."""
        target: str | None = super().get_redirect_target(resp)
        if target and str(resp.url).startswith("https://") and target.lower().startswith("http://"):
            message = f"{resp.url} → {target}"
            raise requests.exceptions.InvalidSchema(message)
        return target

    def prefetch(self, addresses: Sequence[str], most_octets: int = _MOST_OCTETS) -> None:
        """Ask for several addresses, a few at once, so that `answer` has them ready; errors are said by `answer`.

        most_octets: of all together, beyond which the rest is left to `answer`. Raises CancelledError.
        """
        self._transport.prefetch([self.prepare_request(requests.Request("GET", a)) for a in addresses], most_octets)
        self._stop_if_cancelled()

    def answer(self, address: str) -> Answer:
        """What is at an address. A busy server is asked again when it says, or after a while.

        Raises NetworkError, in French, and CancelledError.
        """
        response = self.ask(address)
        if response.status_code != HTTPStatus.OK:
            raise refusal(address, response)
        return Answer(response.content, iso_moment(response.headers.get("Last-Modified", "")))

    def ask(
        self,
        address: str,
        headers: Mapping[str, str] | None = None,
        *,
        method: str = "GET",
        body: bytes | Path | None = None,
    ) -> requests.Response:
        """What is answered, whatever its status; a busy server is asked again, unless that might do a thing twice.

        body: octets, or a file that is sent as it is read; only what reads follows a redirection.
        Raises NetworkError when nothing is answered, CancelledError.
        """
        waited = 0.0
        for attempt in range(_TRIES):
            self._stop_if_cancelled()
            response = self._once(address, headers, method, body)
            pause = _pause(response, attempt)
            again = response.status_code in (_BUSY if method in _SAFE_TWICE else _REFUSED_UNDONE)
            if not again or attempt == _TRIES - 1 or waited + pause > _LONGEST_WAIT:
                break
            self._wait(pause)
            waited += pause
        return response

    def _once(
        self, address: str, headers: Mapping[str, str] | None, method: str, body: bytes | Path | None
    ) -> requests.Response:
        try:
            if isinstance(body, Path):
                with body.open("rb") as stream:
                    return self.request(method, address, data=stream, headers=headers, allow_redirects=False)
            # sent elsewhere, what writes would become a GET that seems to succeed
            return self.request(method, address, data=body, headers=headers, allow_redirects=method in _FOLLOWED)
        except requests.RequestException as error:
            self._stop_if_cancelled()
            raise _unanswered(address, error) from error

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._stop_if_cancelled()
            time.sleep(min(_LOOK_EVERY, left))

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise CancelledError

    def __reduce__(self) -> str | tuple[Any, ...]:
        """Refused: a session holds what belongs to its thread."""
        message = "a NetworkSession stays in its thread"
        raise TypeError(message)


def download(address: str) -> bytes:
    """Bytes at an http(s) address. Raises NetworkError with a French sentence."""
    with NetworkSession() as session:
        return session.answer(address).content


def _pause(response: requests.Response, attempt: int) -> float:
    """Seconds before the next try: what the server asks (Retry-After, a number or a date), else 1, 2, 4."""
    asked = response.headers.get("Retry-After", "").strip()
    if asked.isdecimal():
        return float(asked)
    try:
        moment = parsedate_to_datetime(asked)
    except (TypeError, ValueError, IndexError):
        return float(2**attempt)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.timezone.utc)
    return max(0.0, (moment - dt.datetime.now(dt.timezone.utc)).total_seconds())


def iso_moment(text: str) -> str:
    """A date of HTTP as ISO 8601 UTC; empty when there is none or it makes no sense."""
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return ""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.timezone.utc)
    return moment.astimezone(dt.timezone.utc).isoformat(timespec="seconds")


def refusal(address: str, response: requests.Response) -> NetworkError:
    """Why an answer is none, in French."""
    status = response.status_code
    reason = _REASONS.get(HTTPStatus(status) if status in _STATUSES else HTTPStatus.OK, "ne répond pas comme attendu")
    asked = response.headers.get("Retry-After", "").strip()
    later = f" ; réessayez dans {asked} secondes" if asked.isdecimal() else ""
    message = f"L'adresse {address} {reason} (réponse {status}){later}."
    return NetworkError(message, f"HTTP {status} {response.url}", status)


_STATUSES = frozenset(int(status) for status in HTTPStatus)


def _unanswered(address: str, error: requests.RequestException) -> NetworkError:
    details = str(error)
    if isinstance(error, TooLargeError):
        return NetworkError(f"La réponse de {address} est trop grosse.", details, int(HTTPStatus.OK))
    if isinstance(error, (requests.exceptions.TooManyRedirects, requests.exceptions.InvalidSchema)):
        return NetworkError(f"L'adresse {address} renvoie à une adresse qui n'est pas suivie.", details, 300)
    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.MissingSchema)):
        return NetworkError(f"L'adresse {address} n'est pas une adresse http(s).", details, 300)
    if isinstance(error, requests.exceptions.Timeout):
        return NetworkError(f"L'adresse {address} ne répond pas dans le délai.", details)
    message = f"L'adresse {address} ne peut être jointe : vérifiez-la, ainsi que la connexion et le proxy de QGIS."
    return NetworkError(message, details)
