"""What little this version asks of the network, through QGIS' own stack: proxy, certificates, authentication."""

from __future__ import annotations

from qgis.core import QgsBlockingNetworkRequest
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from smica_qgis.core.errors import SmicaError

_MOST_OCTETS = 50 * 1024 * 1024
_TIMEOUT_MS = 30_000


def download(address: str) -> bytes:
    """Bytes at an http(s) address. Raises SmicaError with a French sentence."""
    request = QNetworkRequest(QUrl(address))
    request.setTransferTimeout(_TIMEOUT_MS)
    blocking = QgsBlockingNetworkRequest()
    error = blocking.get(request)
    if error != QgsBlockingNetworkRequest.ErrorCode.NoError:
        message = f"L'adresse {address} ne répond pas comme attendu."
        raise SmicaError(message, blocking.errorMessage())
    content = bytes(blocking.reply().content())
    if len(content) > _MOST_OCTETS:
        message = f"La réponse de {address} est trop grosse ({len(content)} octets)."
        raise SmicaError(message)
    return content
