"""What can go wrong with a service, in words that say what to do.

The same kinds serve the catalogue, the doctor and the network page.
"""

from __future__ import annotations

import enum
import re
from http import HTTPStatus
from urllib.parse import urlsplit

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.source_profile.hidden_secrets import without_secrets
from smica_qgis.host.authenticated_session import LoginError, timed_out
from smica_qgis.host.network import NetworkError


class Trouble(enum.Enum):
    """Kinds of trouble."""

    DOWN = "down"
    UNKNOWN_HOST = "unknown_host"
    PROXY = "proxy"
    BAD_CERTIFICATE = "bad_certificate"
    SLOW = "slow"
    LOGIN_WANTED = "login_wanted"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    BUSY = "busy"
    SERVER_ERROR = "server_error"
    NOT_A_SERVICE = "not_a_service"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


_SENTENCES = {
    Trouble.DOWN: "Le serveur {host} ne répond pas : il est arrêté, ou le réseau le bloque",
    Trouble.UNKNOWN_HOST: "Le nom {host} est inconnu du réseau : vérifiez l'adresse, le DNS et le proxy de QGIS",
    Trouble.PROXY: "Le proxy refuse de joindre {host} : vérifiez-le dans les options de QGIS (Réseau)",
    Trouble.BAD_CERTIFICATE: (
        "Le certificat de {host} n'est pas accepté : il est périmé, à un autre nom, ou signé par une autorité que QGIS "
        "ne connaît pas (proxy qui inspecte ?). Faites ajouter l'autorité dans QGIS, ne contournez pas l'alerte"
    ),
    Trouble.SLOW: (
        "Le serveur {host} n'a pas répondu dans le délai : rien n'a été lu, ce n'est pas une liste vide. Réessayez"
    ),
    Trouble.LOGIN_WANTED: (
        "Le serveur {host} demande de s'identifier : choisissez une authentification de QGIS pour ce compte"
    ),
    Trouble.FORBIDDEN: "Le serveur {host} refuse l'accès à ce compte : demandez le droit à qui publie la donnée",
    Trouble.NOT_FOUND: "L'adresse n'existe pas (plus) sur {host} : le service a été déplacé ou retiré",
    Trouble.BUSY: "Le serveur {host} a reçu trop de demandes de votre réseau : attendez un peu, puis réessayez",
    Trouble.SERVER_ERROR: "Le serveur {host} est en panne : prévenez qui publie la donnée",
    Trouble.NOT_A_SERVICE: (
        "{host} a répondu une page web au lieu du service : page de connexion, portail du réseau ou adresse changée"
    ),
    Trouble.REFUSED: "Le service {host} refuse la demande",
    Trouble.UNREADABLE: "La réponse de {host} ne peut être lue",
}
_BY_STATUS = {
    HTTPStatus.UNAUTHORIZED: Trouble.LOGIN_WANTED,
    HTTPStatus.FORBIDDEN: Trouble.FORBIDDEN,
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: Trouble.PROXY,
    HTTPStatus.NOT_FOUND: Trouble.NOT_FOUND,
    HTTPStatus.GONE: Trouble.NOT_FOUND,
    HTTPStatus.TOO_MANY_REQUESTS: Trouble.BUSY,
}
# QNetworkReply.NetworkError, by the number that Qt 5 writes and the name that Qt 6 writes
_BY_QT_ERROR = {
    "3": Trouble.UNKNOWN_HOST,
    "HostNotFoundError": Trouble.UNKNOWN_HOST,
    "6": Trouble.BAD_CERTIFICATE,
    "SslHandshakeFailedError": Trouble.BAD_CERTIFICATE,
    **dict.fromkeys(("101", "102", "103", "104", "105"), Trouble.PROXY),
    **dict.fromkeys(
        (
            "ProxyConnectionRefusedError",
            "ProxyConnectionClosedError",
            "ProxyNotFoundError",
            "ProxyTimeoutError",
            "ProxyAuthenticationRequiredError",
        ),
        Trouble.PROXY,
    ),
}
_QT_ERROR = re.compile(r"(?:\w+\.)*(\w+):")


class ServiceError(SmicaError):
    """A service that did not give what was asked. trouble: its kind; host: which server."""

    def __init__(self, trouble: Trouble, address: str, more: str = "", details: str = "") -> None:
        self.trouble = trouble
        self.host = host_of(address)
        sentence = _SENTENCES[trouble].format(host=self.host or without_secrets(address))
        super().__init__(f"{sentence}{f' ({more})' if more else ''}.", without_secrets(details))


def host_of(address: str) -> str:
    """The server of an address, with its port."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.netloc.rpartition("@")[2]


def service_error(error: SmicaError, address: str) -> ServiceError:
    """What an error of the network means for the one who asked a service."""
    if isinstance(error, ServiceError):
        return error
    if isinstance(error, LoginError):
        return ServiceError(Trouble.LOGIN_WANTED, address, error.message.rstrip("."))
    if not isinstance(error, NetworkError):
        return ServiceError(Trouble.UNREADABLE, address, "", error.message)
    if error.status is None:
        return ServiceError(_unanswered(error), address, "", error.details)
    trouble = _by_status(error.status)
    return ServiceError(trouble, address, f"réponse {error.status}", error.details)


def _by_status(status: int) -> Trouble:
    if status in _BY_STATUS:
        return _BY_STATUS[HTTPStatus(status)]
    if status == HTTPStatus.OK:
        return Trouble.UNREADABLE  # too large
    return Trouble.SERVER_ERROR if status >= HTTPStatus.INTERNAL_SERVER_ERROR else Trouble.REFUSED


def _unanswered(error: NetworkError) -> Trouble:
    if timed_out(error):
        return Trouble.SLOW
    found = _QT_ERROR.match(error.details)
    return _BY_QT_ERROR.get(found.group(1), Trouble.DOWN) if found else Trouble.DOWN
