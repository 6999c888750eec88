"""QGIS' network manager as the transport of a `requests` session.

One thread: several requests may be under way at once, all in the event loop of the thread that waits for them.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Callable

import requests
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QByteArray, QEventLoop, QFile, QIODevice, QObject, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers

AT_ONCE = 4
_LOOK_EVERY_MS = 100


class TooLargeError(requests.exceptions.RequestException):
    """More octets than allowed."""


class QgisTransport(BaseAdapter):
    """Sends prepared requests through QGIS. Stays in the thread where it is used."""

    def __init__(self, cancelled: Callable[[], bool], *, timeout_ms: int, most_octets: int) -> None:
        super().__init__()
        self._cancelled = cancelled
        self._timeout_ms = timeout_ms
        self._most_octets = most_octets
        self._ready: dict[str, requests.Response] = {}
        self._network: QgsNetworkAccessManager | None = None

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,  # noqa: ARG002, FBT001, FBT002 - the signature of requests
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,  # noqa: ARG002, FBT001, FBT002
        cert: bytes | str | tuple[bytes | str, bytes | str] | None = None,  # noqa: ARG002
        proxies: Mapping[str, str] | None = None,  # noqa: ARG002
    ) -> requests.Response:
        """Send one request and wait for its answer. Certificates and proxies are those of QGIS.

        Raises requests.Timeout, requests.ConnectionError, TooLargeError.
        """
        ready = self._ready.pop(str(request.url), None) if request.method == "GET" else None
        if ready is not None:
            return ready
        timeout_ms = int(1000 * timeout) if isinstance(timeout, (int, float)) else self._timeout_ms
        exchange = _Exchange(self._opened(), request, timeout_ms, self._most_octets)
        self._wait([exchange])
        return exchange.response()

    def prefetch(self, requests_: Sequence[requests.PreparedRequest], most_octets: int) -> None:
        """Send requests a few at once and keep the answers for `send`. A server that is busy is left in peace."""
        self._ready.clear()
        waiting = list(reversed(requests_))
        under_way: list[_Exchange] = []
        octets = 0
        while (waiting or under_way) and not self._cancelled():
            while waiting and len(under_way) < AT_ONCE:
                under_way.append(_Exchange(self._opened(), waiting.pop(), self._timeout_ms, self._most_octets))
            self._wait(under_way)
            for exchange in [e for e in under_way if e.over]:
                under_way.remove(exchange)
                octets += exchange.octets
                if not self._keep(exchange) or octets > most_octets:
                    waiting.clear()
        for exchange in under_way:
            exchange.abort()

    def close(self) -> None:
        """Forget the answers that nobody asked for, and end the network manager in its own thread."""
        self._ready.clear()
        if self._network is not None:
            sip.delete(self._network)
            self._network = None

    def _opened(self) -> QgsNetworkAccessManager:
        """The network manager, made when it is needed."""
        if self._network is None:
            self._network = _quiet_network()
        return self._network

    def _keep(self, exchange: _Exchange) -> bool:
        """Keep an answer for `send`; says whether the server may be asked more at once."""
        try:
            response = exchange.response()
        except requests.RequestException:
            return False  # `send` asks again, one at a time, and tells
        self._ready[str(exchange.request.url)] = response
        return response.status_code not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)

    def _wait(self, exchanges: Sequence[_Exchange]) -> None:
        """Wait until one is over, aborting all when asked to stop."""
        loop = QEventLoop()
        watch = QTimer()
        watch.setInterval(_LOOK_EVERY_MS)

        def look() -> None:
            if self._cancelled():
                for exchange in exchanges:
                    exchange.abort()

        watch.timeout.connect(look)
        watch.start()
        for exchange in exchanges:
            exchange.ended.connect(loop.quit)
        if not any(exchange.over for exchange in exchanges):
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)  # type: ignore[arg-type]
        watch.stop()
        for exchange in exchanges:
            exchange.ended.disconnect(loop.quit)


class _Exchange(QObject):
    """A request under way and what came of it. `ended` once, when it is over."""

    ended = pyqtSignal()

    def __init__(
        self, network: QgsNetworkAccessManager, request: requests.PreparedRequest, timeout_ms: int, most_octets: int
    ) -> None:
        super().__init__()
        self.request = request
        self.over = False
        self._most_octets = most_octets
        self._content = bytearray()
        self._status: int | None = None
        self._headers: CaseInsensitiveDict[str] = CaseInsensitiveDict()
        self._error: requests.RequestException | None = None
        self._too_large = False
        self._reply: QNetworkReply | None = _sent(network, request, timeout_ms)
        self._reply.readyRead.connect(self._read)
        self._reply.finished.connect(self._finish)
        if self._reply.isFinished():
            self._finish()

    @property
    def octets(self) -> int:
        """How many have come."""
        return len(self._content)

    def abort(self) -> None:
        """Give up; `ended` follows, at once."""
        if self._reply is not None:
            self._reply.abort()

    def response(self) -> requests.Response:
        """The answer, once it is over. Raises requests.RequestException when there is none, or half of one."""
        if self._error is not None:
            raise self._error
        response = requests.Response()
        response.status_code = int(self._status or 0)
        response.headers = self._headers
        response.encoding = get_encoding_from_headers(self._headers)
        response.url = str(self.request.url)
        response.request = self.request
        response.raw = io.BytesIO(bytes(self._content))
        return response

    def _read(self) -> None:
        if self._reply is None:
            return
        self._content += bytes(self._reply.readAll())
        if len(self._content) > self._most_octets:
            self._too_large = True
            self._content.clear()
            self._reply.abort()

    def _finish(self) -> None:
        if self.over or self._reply is None:
            return
        self.over = True
        reply = self._reply
        if reply.isOpen() and not self._too_large:
            self._content += bytes(reply.readAll())
        self._status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        for name, value in reply.rawHeaderPairs():
            self._headers[bytes(name).decode("latin-1")] = bytes(value).decode("latin-1")
        self._error = self._error_of(reply)
        self._reply = None
        reply.deleteLater()
        self.ended.emit()

    def _error_of(self, reply: QNetworkReply) -> requests.RequestException | None:
        """What went wrong, if it did: a status of refusal is an answer, half an answer is none."""
        if self._too_large:
            return TooLargeError(f"> {self._most_octets}", request=self.request)
        kind = reply.error()  # type: ignore[operator]  # the stub has only the signal of that name
        refused = self._status is not None and self._status >= HTTPStatus.MULTIPLE_CHOICES
        if refused or (kind == QNetworkReply.NetworkError.NoError and self._status is not None):
            return None
        text = f"{kind}: {reply.errorString()}"
        if kind in (QNetworkReply.NetworkError.OperationCanceledError, QNetworkReply.NetworkError.TimeoutError):
            return requests.exceptions.Timeout(text, request=self.request)
        return requests.exceptions.ConnectionError(text, request=self.request)


def _quiet_network() -> QgsNetworkAccessManager:
    """A network manager of QGIS for this thread, with its proxies and certificates, that opens no window.

    The one that QGIS has for the thread asks for a login in a modal window when a server answers 401, and stops the
    work until someone answers: here a 401 is an answer.
    """
    network = QgsNetworkAccessManager()
    network.setupDefaultProxyAndCache(Qt.ConnectionType.AutoConnection)
    network.authenticationRequired.disconnect()
    return network


def _sent(network: QgsNetworkAccessManager, request: requests.PreparedRequest, timeout_ms: int) -> QNetworkReply:
    made = _qt_request(request, timeout_ms)
    if request.method == "GET":
        return network.get(made)
    body = request.body or b""
    if isinstance(body, io.BufferedReader):
        return _sent_file(network, made, request, body)
    octets = body.encode("utf-8") if isinstance(body, str) else body
    return network.sendCustomRequest(made, QByteArray(str(request.method).encode("ascii")), QByteArray(octets))


def _sent_file(
    network: QgsNetworkAccessManager, made: QNetworkRequest, request: requests.PreparedRequest, body: io.BufferedReader
) -> QNetworkReply:
    """Send a file without having it whole in memory."""
    device = QFile(body.name)
    if not device.open(QIODevice.OpenModeFlag.ReadOnly):
        raise requests.exceptions.ConnectionError(device.errorString(), request=request)
    reply = network.sendCustomRequest(made, QByteArray(str(request.method).encode("ascii")), device)
    device.setParent(reply)  # it must last as long as what reads it
    return reply


def _qt_request(request: requests.PreparedRequest, timeout_ms: int) -> QNetworkRequest:
    """The request as Qt has it. Redirections are left to requests, nothing is taken from a cache."""
    made = QNetworkRequest(QUrl(str(request.url)))
    made.setTransferTimeout(timeout_ms)
    made.setAttribute(
        QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
    )
    made.setAttribute(
        QNetworkRequest.Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork
    )
    made.setAttribute(QNetworkRequest.Attribute.CacheSaveControlAttribute, False)
    for name, value in request.headers.items():
        # Qt decompresses what it asked to be compressed, and QGIS signs with its own name
        if name.lower() not in ("accept-encoding", "user-agent", "connection", "content-length"):
            made.setRawHeader(QByteArray(name.encode("latin-1")), QByteArray(str(value).encode("latin-1")))
    return made
