"""What is wrong with the layers of a project, seen from the profile: pure comparison, no network.

A layer is matched with the source that it came from; what differs is a cause; the repair is to open the source anew.
"""

from __future__ import annotations

import enum
import ntpath
import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from smica_qgis.core.source_profile.profile import Connection, Source, SourceKind, SourceProfile

_PROTOCOL = frozenset({"service", "version", "request", "acceptversions"})


class Cause(enum.Enum):
    """Why a layer is sick."""

    MOVED_SERVICE = "moved_service"
    RENAMED_LAYER = "renamed_layer"
    INSECURE_ADDRESS = "insecure_address"
    MOVED_DATABASE = "moved_database"
    MISSING_LOGIN = "missing_login"
    PASSWORD_IN_PROJECT = "password_in_project"  # noqa: S105 # nosec B105 - a kind of trouble, not one
    WRONG_CRS = "wrong_crs"
    MISSING_FILE = "missing_file"
    DEAD_ADDRESS = "dead_address"


@dataclass(frozen=True)
class LayerFacts:
    """A layer as the project has it. kind: None for what the catalogue does not know; source_id: what it was made from.

    url: without login; crs: of the layer; has_password: whether the project holds one in clear; file_exists: of a file.
    """

    id: str
    name: str
    kind: SourceKind | None
    url: str = ""
    layer: str = ""
    tile_matrix_set: str = ""
    crs: str = ""
    authcfg: str = ""
    connection: Connection | None = None
    table: str = ""
    path: str = ""
    valid: bool = True
    has_password: bool = False
    file_exists: bool = True
    source_id: str = ""


@dataclass(frozen=True)
class Diagnosis:
    """What one layer suffers from. causes: with a French sentence each; source: what to open in its place, or None."""

    layer_id: str
    layer_name: str
    causes: tuple[tuple[Cause, str], ...]
    source: Source | None = None

    @property
    def repairable(self) -> bool:
        """Whether the profile says what to put in its place."""
        return self.source is not None


def examine(
    layers: Iterable[LayerFacts], profile: SourceProfile, authcfg_of: Callable[[Source], str]
) -> tuple[Diagnosis, ...]:
    """Sick layers only, in the order given. authcfg_of: the configuration bound to the login of a source, or empty."""
    found = []
    for layer in layers:
        source = source_of(layer, profile)
        causes = tuple(_causes(layer, source, authcfg_of))
        if causes:
            found.append(Diagnosis(layer.id, layer.name, causes, source))
    return tuple(found)


def source_of(layer: LayerFacts, profile: SourceProfile) -> Source | None:
    """The source that a layer is: by what it remembers, then by its address, then by its former one."""
    made_from = profile.sources.get(layer.source_id)
    if made_from is not None and made_from.kind is layer.kind:
        return made_from
    candidates = [source for source in profile.sources.values() if source.kind is layer.kind and not source.is_service]
    for test in (_same, _formerly):
        matching = [source for source in candidates if test(layer, source)]
        if matching:
            return _nearest(layer, matching)
    return None


def bare_address(url: str) -> str:
    """An address without its scheme, its protocol parameters and its last slash: what makes two addresses one."""
    try:
        parts = urlsplit(service_address(url))
    except ValueError:
        return url
    host = parts.netloc.rpartition("@")[2].lower()
    return f"{host}{parts.path.rstrip('/')}{f'?{parts.query}' if parts.query else ''}"


def service_address(url: str) -> str:
    """An address without the parameters of the protocol: QGIS writes those of WMTS in its projects."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = "&".join(
        item for item in parts.query.split("&") if item and item.partition("=")[0].lower() not in _PROTOCOL
    )
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _nearest(layer: LayerFacts, sources: list[Source]) -> Source:
    """Among tiles of the same layer, those of the same projection."""
    return next((source for source in sources if source.crs == layer.crs), sources[0])


def _same(layer: LayerFacts, source: Source) -> bool:
    if layer.kind is SourceKind.POSTGIS:
        return layer.table == source.table
    if layer.path:
        return _basename(layer.path) == _basename(source.path) and layer.layer == source.layer
    if bare_address(layer.url) != bare_address(source.url):
        return False
    return layer.layer == source.layer


def _formerly(layer: LayerFacts, source: Source) -> bool:
    if layer.kind is SourceKind.POSTGIS or layer.path:
        return layer.table in source.former_layers or layer.path in source.former_urls
    addresses = {bare_address(url) for url in (source.url, *source.former_urls)}
    return bare_address(layer.url) in addresses and layer.layer in (source.layer, *source.former_layers)


def _causes(
    layer: LayerFacts, source: Source | None, authcfg_of: Callable[[Source], str]
) -> Iterable[tuple[Cause, str]]:
    if layer.has_password:
        yield Cause.PASSWORD_IN_PROJECT, "Le projet contient un mot de passe en clair : il se lit dans le fichier."
    if layer.path and not layer.file_exists:
        yield Cause.MISSING_FILE, f"Le fichier {layer.path} n'existe pas ou n'est pas accessible."
    if source is None:
        return
    if layer.connection is not None and source.connection is not None:
        yield from _database(layer.connection, source.connection)
    if layer.url:
        yield from _address(layer, source)
    if source.login and authcfg_of(source) and layer.authcfg != authcfg_of(source):
        yield Cause.MISSING_LOGIN, "La couche demande de s'identifier et le projet ne dit pas avec quel compte."
    if layer.crs and source.crs and layer.crs != source.crs and layer.kind is not SourceKind.VECTOR_TILES:
        yield Cause.WRONG_CRS, f"La couche est lue en {layer.crs} ; le profil dit {source.crs}."


def _database(old: Connection, new: Connection) -> Iterable[tuple[Cause, str]]:
    where = (new.service or new.host, "" if new.service else new.database)
    was = (old.service or old.host, "" if old.service else old.database)
    if was != where:
        yield (
            Cause.MOVED_DATABASE,
            f"La base a changé : {'/'.join(filter(None, was))} → {'/'.join(filter(None, where))}.",
        )


def _address(layer: LayerFacts, source: Source) -> Iterable[tuple[Cause, str]]:
    if bare_address(layer.url) != bare_address(source.url):
        yield (
            Cause.MOVED_SERVICE,
            f"Le service a déménagé : {urlsplit(layer.url).netloc} → {urlsplit(source.url).netloc}.",
        )
    elif layer.url.lower().startswith("http://") and source.url.lower().startswith("https://"):
        yield (
            Cause.INSECURE_ADDRESS,
            "L'adresse est en http : le service est en https, et http sera fermé ou l'est déjà.",
        )
    if layer.layer != source.layer:
        yield Cause.RENAMED_LAYER, f"La couche a changé de nom : {layer.layer} → {source.layer}."


def _basename(path: str) -> str:
    return posixpath.basename(ntpath.basename(path)).lower()
