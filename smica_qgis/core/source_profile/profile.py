"""A source profile: which shared data a member sees, where they are and how they are shown.

Not a rule profile (which rules are run) nor a checklist (what a person looks at). A profile holds no secret: a source
that wants a login names it, and each member binds that name to an authentication configuration of QGIS.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

FORMAT = "smica-source-profile"
VERSION = 1

THEMES: Mapping[str, str] = {
    "fonds_de_plan": "Fonds de plan",
    "cadastre": "Cadastre",
    "urbanisme": "Urbanisme",
    "assainissement": "Assainissement",
    "droit_des_sols": "Droit des sols",
    "risques": "Risques",
    "reseaux": "Réseaux",
    "voirie": "Voirie",
    "limites": "Limites",
    "adresses": "Adresses et bâtiments",
    "catalogues": "Catalogues",
    "autres": "Autres données",
}
"""Themes of the tree, in their order; a profile may add its own."""

DOWNLOADS: Mapping[str, tuple[str, ...]] = {
    "cadastre_etalab": ("{code}", "{couche}"),
    "cadastre_edigeo": ("{code}",),
}
"""Files that a profile may say where to fetch, and what their address must hold in place of what varies."""


class SourceKind(enum.Enum):
    """What is asked, and how."""

    WMTS = "wmts"
    WMS = "wms"
    WFS = "wfs"
    OGC_API_FEATURES = "ogc_api_features"
    VECTOR_TILES = "vector_tiles"
    POSTGIS = "postgis"
    GEOPACKAGE = "geopackage"
    QGIS_PROJECT = "qgis_project"
    FILE = "file"
    CSW = "csw"


SERVICES = frozenset({SourceKind.WMTS, SourceKind.WMS, SourceKind.WFS, SourceKind.OGC_API_FEATURES, SourceKind.CSW})
"""Kinds that can say what they hold."""


class ProfileLevel(enum.Enum):
    """Who wrote a profile; a later one is laid over the earlier ones."""

    NATIONAL = "national"
    REGION = "region"
    SYNDICATE = "syndicate"
    COMMUNE = "commune"


class Confidence(enum.Enum):
    """How sure one is of an address or a name of layer."""

    DOCUMENTED = "documented"
    THIRD_PARTY = "third_party"
    EXAMPLE = "example"


@dataclass(frozen=True)
class Login:
    """An account that sources ask for. authcfg: the identifier that the syndicate's installations share, or empty."""

    id: str
    title: str
    authcfg: str = ""


@dataclass(frozen=True)
class Group:
    """Where sources go in the project. parent: id of another group, or empty."""

    id: str
    title: str
    theme: str
    parent: str = ""


@dataclass(frozen=True)
class Connection:
    """A PostgreSQL database: a service of pg_service.conf, or a host, a port and a name. No user, no password."""

    service: str = ""
    host: str = ""
    port: int = 5432
    database: str = ""
    sslmode: str = ""


@dataclass(frozen=True)
class Scale:
    """Denominators between which the layer is shown; 0 = no limit. most_detailed <= least_detailed."""

    most_detailed: int = 0
    least_detailed: int = 0


@dataclass(frozen=True)
class Source:
    """One layer, or one service whose layers are listed when asked (a service without `layer`).

    crs: authority code (EPSG:2154); territory: see territories; login: id of a Login, or empty; former_urls and
    former_layers: what old projects still hold in place of `url` and `layer`; path: of a file, absolute or resolved
    against the folder of the profile; profile: id of the profile that said it.
    """

    id: str
    title: str
    kind: SourceKind
    group: str
    theme: str
    url: str = ""
    layer: str = ""
    version: str = ""
    crs: str = ""
    tile_matrix_set: str = ""
    image_format: str = ""
    style: str = ""
    style_file: str = ""
    style_url: str = ""
    connection: Connection | None = None
    table: str = ""
    geometry: str = ""
    key: str = ""
    filter: str = ""
    path: str = ""
    zoom_min: int = 0
    zoom_max: int = 0
    page_size: int = 0
    login: str = ""
    licence: str = ""
    attribution: str = ""
    metadata: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    scale: Scale = field(default_factory=Scale)
    territory: tuple[str, ...] = ()
    badge: str = ""
    confidence: Confidence = Confidence.DOCUMENTED
    former_urls: tuple[str, ...] = ()
    former_layers: tuple[str, ...] = ()
    profile: str = ""
    line: int = 0

    @property
    def is_service(self) -> bool:
        """Whether it is a whole service, to be listed, rather than one layer."""
        return self.kind in SERVICES and not self.layer


@dataclass(frozen=True)
class SourceProfile:
    """One document, or several laid over one another.

    downloads: see DOWNLOADS, name → address; remove: ids of sources and groups of the profiles below.
    """

    id: str
    title: str
    level: ProfileLevel
    updated: str = ""
    publisher: str = ""
    themes: Mapping[str, str] = field(default_factory=lambda: dict(THEMES))
    logins: Mapping[str, Login] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    downloads: Mapping[str, str] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    location: str = ""

    def theme_title(self, theme: str) -> str:
        """Name of a theme for people."""
        return self.themes.get(theme, theme)

    def group_path(self, source: Source) -> tuple[str, ...]:
        """Titles of the groups that a layer goes into, from the outermost."""
        titles: list[str] = []
        for group in self._upwards(source.group):
            titles.insert(0, group.title)
        return tuple(titles)

    def sources_of(self, theme: str) -> tuple[Source, ...]:
        """Sources of a theme, in the order of the profile."""
        return tuple(source for source in self.sources.values() if source.theme == theme)

    def _upwards(self, group_id: str) -> Iterator[Group]:
        seen: set[str] = set()
        while group_id in self.groups and group_id not in seen:
            seen.add(group_id)
            yield self.groups[group_id]
            group_id = self.groups[group_id].parent
