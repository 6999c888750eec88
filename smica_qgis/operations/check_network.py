"""The network page: each server that the catalogue needs, tried as QGIS goes there, and a report of it."""

from __future__ import annotations

import datetime as dt
import platform
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from qgis.core import (
    Qgis,
    QgsDataSourceUri,
    QgsSettings,
)

from smica_qgis.connectors.catalogue.layer_address import set_connection
from smica_qgis.connectors.catalogue.service_reader import listing_address
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble, host_of, service_error
from smica_qgis.core.cadastre.download_formats import FORMATS
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.source_profile.hidden_secrets import without_secrets
from smica_qgis.core.source_profile.profile import SERVICES, Connection, Source, SourceKind
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.operations.cadastre.download_addresses import template_of
from smica_qgis.operations.open_catalogue import Catalogue

_REACHED = frozenset({Trouble.NOT_FOUND, Trouble.REFUSED, Trouble.LOGIN_WANTED, Trouble.FORBIDDEN, Trouble.BUSY})
"""The server answered: the network let the question through, whatever the answer."""
_OPEN_TIMEOUT = 5


@dataclass(frozen=True)
class HostCheck:
    """sources: how many need this host; reached: the network lets through; message: French, empty when all is well."""

    host: str
    address: str
    sources: int
    reached: bool
    milliseconds: int
    message: str = ""
    trouble: Trouble | None = None


def check_network(
    catalogue: Catalogue, locations: Sequence[str] = (), progress: Progress | None = None
) -> tuple[HostCheck, ...]:
    """Try each server once. locations: other addresses, tried too. Raises CancelledError."""
    progress = progress or SilentProgress()
    wanted = _addresses(catalogue, locations)
    databases = _databases(catalogue)
    progress.phase("Essai des serveurs", len(wanted) + len(databases))
    checks = []
    for host, (address, source, count) in wanted.items():
        stop_if_cancelled(progress)
        checks.append(_try_host(host, address, count, catalogue, source, progress))
        progress.advance(len(checks))
    for connection, (source, count) in databases.items():
        stop_if_cancelled(progress)
        checks.append(try_database(connection, catalogue.authcfg(source), count))
        progress.advance(len(checks))
    return tuple(checks)


def other_locations(catalogue: Catalogue) -> tuple[str, ...]:
    """Addresses that the plugin needs beside those of the sources: of the profiles, of the cadastre to download."""
    templates = [template_of(format_, catalogue.profile.downloads) for format_ in FORMATS]
    return (*(state.location for state in catalogue.loaded.states), *(one.partition("{")[0] for one in templates))


def network_report(checks: Iterable[HostCheck]) -> str:
    """A text to be sent to who runs the network: what was tried, from what, and what is asked for."""
    now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    lines = [
        f"Essai des serveurs de données partagées, {now}",
        f"QGIS {Qgis.version()}, {platform.system()} {platform.release()}",
        f"Proxy de QGIS : {_proxy()}",
        "",
    ]
    asked = []
    for check in checks:
        state = "OK    " if check.reached else "ÉCHEC "
        lines.append(
            f"{state} {check.host}  {check.milliseconds} ms  ({check.sources} source(s)) {check.message}".rstrip()
        )
        if not check.reached:
            asked.append(f"- {check.host} ({_advice(check)})")
    if asked:
        lines += ["", "À ouvrir ou à corriger :", *asked]
    return "\n".join(lines) + "\n"


def _addresses(catalogue: Catalogue, locations: Sequence[str]) -> dict[str, tuple[str, Source | None, int]]:
    """By scheme and host: an address to try, the source whose login serves, how many sources need it."""
    found: dict[str, tuple[str, Source | None, int]] = {}
    for source in catalogue.profile.sources.values():
        if not source.url:
            continue
        address = listing_address(source) if source.kind in SERVICES else source.url.partition("{")[0]
        known = found.get(_origin(source.url))
        found[_origin(source.url)] = (known[0], known[1], known[2] + 1) if known else (address, source, 1)
    for location in locations:
        if location.lower().startswith(("http://", "https://")):
            found.setdefault(_origin(location), (location, None, 1))
    return found


def _databases(catalogue: Catalogue) -> dict[Connection, tuple[Source, int]]:
    found: dict[Connection, tuple[Source, int]] = {}
    for source in catalogue.profile.sources.values():
        if source.kind is SourceKind.POSTGIS and source.connection is not None:
            first, count = found.get(source.connection, (source, 0))
            found[source.connection] = (first, count + 1)
    return found


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme.lower()}://{host_of(address)}"


def _try_host(
    host: str, address: str, count: int, catalogue: Catalogue, source: Source | None, progress: Progress
) -> HostCheck:
    authcfg = catalogue.authcfg(source) if source else ""
    begun = time.monotonic()
    error: ServiceError | None = None
    with AuthenticatedSession(authcfg, progress.cancelled, timeout_ms=catalogue.timeout_ms) as session:
        try:
            session.answer(address)
        except CancelledError:
            raise
        except SmicaError as raised:
            error = service_error(raised, address)
    spent = int(1000 * (time.monotonic() - begun))
    if error is None:
        return HostCheck(host, address, count, reached=True, milliseconds=spent)
    reached = error.trouble in _REACHED or error.trouble is Trouble.UNREADABLE
    return HostCheck(host, address, count, reached, spent, error.message, error.trouble)


def try_database(connection: Connection, authcfg: str, count: int) -> HostCheck:
    """Try a database. count: how many sources need it."""
    import psycopg2

    uri = QgsDataSourceUri()
    set_connection(uri, connection, authcfg)
    name = connection.service or f"{connection.host}:{connection.port}/{connection.database}"
    begun = time.monotonic()
    message = ""
    try:
        # the driver itself: QGIS' own connection would ask for a password in a window
        psycopg2.connect(uri.connectionInfo(True), connect_timeout=_OPEN_TIMEOUT).close()
    except psycopg2.Error as error:
        said = " ".join(str(error).split())
        message = f"La base {name} ne s'ouvre pas : {without_secrets(said)}"
    spent = int(1000 * (time.monotonic() - begun))
    trouble = Trouble.DOWN if message else None
    return HostCheck(f"postgresql://{name}", name, count, not message, spent, message, trouble)


def _proxy() -> str:
    """What is set in QGIS, without login."""
    settings = QgsSettings()
    if not settings.value("proxy/proxyEnabled", False, type=bool):
        return "aucun"
    kind = settings.value("proxy/proxyType", "")
    host = settings.value("proxy/proxyHost", "")
    port = settings.value("proxy/proxyPort", "")
    return f"{kind} {host}:{port}".replace(" :", "").strip()


def _advice(check: HostCheck) -> str:
    parts = urlsplit(check.host)
    port = parts.port or {"https": 443, "http": 80, "postgresql": 5432}.get(parts.scheme, 0)
    if check.trouble is Trouble.BAD_CERTIFICATE:
        return "certificat refusé : faire connaître à QGIS l'autorité du proxy, ou ne pas inspecter ce nom"
    if check.trouble is Trouble.PROXY:
        return "le proxy refuse : autoriser ce nom"
    if check.trouble is Trouble.UNKNOWN_HOST:
        return "nom inconnu : vérifier le DNS"
    if check.trouble is Trouble.NOT_A_SERVICE:
        return "une page web répond à la place du service : portail ou filtrage"
    if check.trouble is Trouble.SERVER_ERROR:
        return "le serveur répond par une panne : prévenir qui le publie"
    return f"sortie TCP {port} vers ce nom"
