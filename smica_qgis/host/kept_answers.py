"""QGIS' cache of the answers of servers, as the only thing that is asked for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkRequest


@contextmanager
def only_kept_answers(server: str) -> Iterator[None]:
    """Requests to a server are served from QGIS' cache, or fail at once: the window's thread does not wait.

    server: name and port, as in an address; empty = nothing changes. It holds for every thread: QGIS sends in another
    one what it then waits for.
    """

    def from_cache(request: QNetworkRequest) -> None:
        if request.url().authority() == server:
            only = QNetworkRequest.CacheLoadControl.AlwaysCache
            request.setAttribute(QNetworkRequest.Attribute.CacheLoadControlAttribute, only)

    if not server:
        yield
        return
    identifier = QgsNetworkAccessManager.setRequestPreprocessor(from_cache)
    try:
        yield
    finally:
        QgsNetworkAccessManager.removeRequestPreprocessor(identifier)
