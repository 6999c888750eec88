"""How to reach a PostGIS store without ever writing a password: QGIS' connections, authentications and services."""

from __future__ import annotations

import re

from qgis.core import QgsApplication, QgsDataSourceUri, QgsProviderRegistry

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.store import StoreError

NAMED = "postgis:"
DEFAULT_SCHEMA = "smica"
_SCHEMA = re.compile(r"(?:^|[\s|])schema=(?:'([^']*)'|\"([^\"]*)\"|([^\s|]+))")
_KEYS = re.compile(r"(?:^|\s)(?:service|dbname|host)=")
_WORD = re.compile(r"(?:^|(?<=\s))\w+=(?:'(?:[^'\\]|\\.)*'|\"[^\"]*\"|[^\s'\"]*)(?=\s|$)")
_PASSWORD = re.compile(r"(?:^|\s)password=|://[^/\s]*:[^/\s]*@", re.IGNORECASE)


def is_postgis_address(text: str) -> bool:
    """Whether an address is one of PostGIS: `postgis:CONNECTION`, or `service=… authcfg=…`."""
    return text.startswith((NAMED, "postgres://", "postgresql://")) or _KEYS.search(text) is not None


def read_address(text: str, default_schema: str = DEFAULT_SCHEMA) -> tuple[QgsDataSourceUri, str, str]:
    """The connection that an address names, its schema, and how to call it for people.

    text: `postgis:NAME OF A QGIS CONNECTION|schema=S`, or `service=… dbname=… host=… authcfg=… schema=S`. Raises
    InvalidParameterError for an address with a password, StoreError for a connection that QGIS does not know.
    """
    if _PASSWORD.search(text):
        message = (
            "Un mot de passe ne s'écrit pas dans l'adresse d'une base : utilisez une connexion de QGIS, une "
            "configuration d'authentification (authcfg=…) ou un service PostgreSQL (service=…)."
        )
        raise InvalidParameterError(message)
    found = _SCHEMA.search(text)
    schema = next((part for part in found.groups() if part), default_schema) if found else default_schema
    rest = _SCHEMA.sub("", text).strip()
    if rest.startswith(NAMED):
        name = rest[len(NAMED) :].strip()
        return _named(name), schema, f"{name} ({schema})"
    _check_words(rest)
    uri = QgsDataSourceUri(rest)
    name = uri.service() or uri.database() or uri.host()
    if not name:
        message = "L'adresse de la base PostGIS ne dit ni service, ni base : écrivez par exemple service=smica."
        raise InvalidParameterError(message)
    return uri, schema, f"{name} ({schema})"


def _check_words(address: str) -> None:
    """QGIS forgets a word that has no name: the half of a schema with a space would be another schema."""
    stray = _WORD.sub("", address.replace("|", " ")).split()
    if stray:
        message = (
            f"« {stray[0]} » n'est pas compris dans l'adresse de la base : écrivez nom=valeur, et une valeur qui "
            "contient un espace entre apostrophes (schema='mes données')."
        )
        raise InvalidParameterError(message)


def connection_text(uri: QgsDataSourceUri, name: str) -> str:
    """What libpq is given, with the login that QGIS keeps: never to be shown, logged or kept.

    Raises StoreError when the authentication asked for is not there.
    """
    authcfg = uri.authConfigId()
    if authcfg and authcfg not in QgsApplication.authManager().configIds():
        message = (
            f"La base {name} demande l'authentification « {authcfg} », que ce QGIS ne connaît pas : créez-la dans "
            "Préférences > Options > Authentification."
        )
        raise StoreError(message)
    return str(uri.connectionInfo(True))


def _named(name: str) -> QgsDataSourceUri:
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    connections = metadata.connections() if metadata is not None else {}
    if name not in connections:
        known = ", ".join(sorted(connections)) or "aucune"
        message = f"QGIS n'a pas de connexion PostgreSQL « {name} » (connues : {known})."
        raise StoreError(message)
    return QgsDataSourceUri(connections[name].uri())
