"""A network session that identifies itself with an authentication configuration of QGIS.

QGIS writes what identifies (Basic, token, key) on the request; no login is ever seen here, written or logged.
"""

from __future__ import annotations

from typing import Callable
from urllib.parse import urlsplit

import requests
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest
from requests.auth import AuthBase

from smica_qgis.core.errors import SmicaError
from smica_qgis.host.network import NetworkError, NetworkSession


class LoginError(SmicaError):
    """An authentication configuration that QGIS does not have, or cannot use here."""


class QgisLogin(AuthBase):
    """What an authentication configuration adds to a request."""

    def __init__(self, authcfg: str) -> None:
        self._authcfg = authcfg
        self.headers: set[str] = set()

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Sign a request. Raises LoginError."""
        qt_request = QNetworkRequest(QUrl(str(request.url)))
        signed, _same = QgsApplication.authManager().updateNetworkRequest(qt_request, self._authcfg)
        if not signed:
            raise LoginError(
                f"L'authentification « {self._authcfg} » n'est pas utilisable : vérifiez-la dans QGIS "
                "(Préférences, Options, Authentification) et le mot de passe principal."
            )
        url = bytes(qt_request.url().toEncoded().data()).decode("ascii")
        names = [bytes(name.data()).decode("latin-1") for name in qt_request.rawHeaderList()]
        if not names and url == str(request.url):
            raise LoginError(
                "Cette authentification (certificat) ne sert pas à lire la liste des couches ; "
                "les couches du profil s'ouvrent avec elle."
            )
        for name in names:
            request.headers[name] = bytes(qt_request.rawHeader(name.encode("latin-1")).data()).decode("latin-1")
        self.headers.update(names)
        request.url = url
        return request


class AuthenticatedSession(NetworkSession):
    """authcfg: identifier in QGIS' authentication database; empty = no login."""

    def __init__(
        self, authcfg: str = "", cancelled: Callable[[], bool] = lambda: False, *, timeout_ms: int = 30_000
    ) -> None:
        super().__init__(cancelled, timeout_ms=timeout_ms)
        self._login = QgisLogin(authcfg) if authcfg else None
        self.auth = self._login

    def rebuild_auth(self, prepared_request: requests.PreparedRequest, response: requests.Response) -> None:
        """After a redirection to another host, nothing that identifies follows."""
        super().rebuild_auth(prepared_request, response)  # type: ignore[no-untyped-call]
        if self._login and urlsplit(str(prepared_request.url)).netloc != urlsplit(str(response.url)).netloc:
            for name in self._login.headers:
                prepared_request.headers.pop(name, None)


def timed_out(error: NetworkError) -> bool:
    """Whether an address did not answer in time, which QGIS itself reports as an empty success."""
    return isinstance(error.__cause__, requests.exceptions.Timeout)
