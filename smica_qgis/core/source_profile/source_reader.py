"""Reads one source of a profile: what its kind needs, what it may have, and no secret anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import PurePosixPath, PureWindowsPath

from smica_qgis.core.source_profile.hidden_secrets import secret_in_address
from smica_qgis.core.source_profile.members import Members
from smica_qgis.core.source_profile.profile import (
    Confidence,
    Connection,
    Group,
    Scale,
    Source,
    SourceKind,
)
from smica_qgis.core.source_profile.territories import is_territory

_CRS = re.compile(r"(EPSG|IGNF|OGC):[0-9A-Za-z]+")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_COMMON = (
    "id", "title", "kind", "group", "theme", "style_file", "login", "licence", "attribution", "metadata", "abstract",
    "keywords", "date", "scale", "territory", "badge", "confidence", "former_urls", "former_layers",
)  # fmt: skip
_REQUIRED: Mapping[SourceKind, tuple[str, ...]] = {
    SourceKind.WMTS: ("url",),
    SourceKind.WMS: ("url",),
    SourceKind.WFS: ("url",),
    SourceKind.OGC_API_FEATURES: ("url",),
    SourceKind.VECTOR_TILES: ("url",),
    SourceKind.POSTGIS: ("connection", "table"),
    SourceKind.GEOPACKAGE: ("path", "layer"),
    SourceKind.QGIS_PROJECT: ("path",),
    SourceKind.FILE: ("path",),
    SourceKind.CSW: ("url",),
}
_ALLOWED: Mapping[SourceKind, tuple[str, ...]] = {
    SourceKind.WMTS: ("layer", "tile_matrix_set", "crs", "style", "image_format"),
    SourceKind.WMS: ("layer", "crs", "style", "image_format", "version"),
    SourceKind.WFS: ("layer", "crs", "version", "key", "geometry", "filter", "page_size"),
    SourceKind.OGC_API_FEATURES: ("layer", "crs", "page_size"),
    SourceKind.VECTOR_TILES: ("style_url", "zoom_min", "zoom_max", "crs"),
    SourceKind.POSTGIS: ("geometry", "key", "filter", "crs"),
    SourceKind.GEOPACKAGE: ("crs", "filter"),
    SourceKind.QGIS_PROJECT: ("layer",),
    SourceKind.FILE: ("layer", "crs"),
    SourceKind.CSW: ("version",),
}
_WITH_A_LAYER: Mapping[SourceKind, tuple[str, ...]] = {
    SourceKind.WMTS: ("tile_matrix_set", "crs"),
    SourceKind.WMS: ("crs",),
}
"""What a kind needs as soon as one layer is named: without it QGIS would have to guess."""


def read_source(
    members: Members, themes: Mapping[str, str], groups: Mapping[str, Group], profile_id: str, location: str
) -> Source:
    """Read a source; faults go to the members."""
    kind = members.choice("kind", SourceKind)
    if kind is not None:
        _check_keys(members, kind)
    group = members.text("group")
    if group and group not in groups:
        members.fault("group", f"le groupe « {group} » n'est pas dans « groups »")
    theme = members.text("theme") or (groups[group].theme if group in groups else "autres")
    if theme not in themes:
        members.fault("theme", f"le thème « {theme} » n'est pas connu ({', '.join(themes)})")
    texts = {name: members.text(name) for name in _PLAIN_TEXTS}
    return Source(
        **texts,
        id=members.checked("id", _wrong_id) or _missing_id(members),
        title=members.text("title", required=True),
        kind=kind or SourceKind.FILE,
        group=group,
        theme=theme,
        url=members.checked("url", wrong_address),
        style_url=members.checked("style_url", wrong_address),
        metadata=members.checked("metadata", wrong_address),
        crs=members.checked("crs", _wrong_crs),
        date=members.checked("date", _wrong_date),
        path=_resolved(members.text("path"), location),
        style_file=_resolved(members.text("style_file"), location),
        connection=_connection(members),
        zoom_min=members.number("zoom_min"),
        zoom_max=members.number("zoom_max"),
        page_size=members.number("page_size"),
        keywords=members.texts("keywords"),
        scale=_scale(members),
        territory=_territory(members),
        confidence=members.choice("confidence", Confidence, Confidence.DOCUMENTED) or Confidence.DOCUMENTED,
        former_urls=members.texts("former_urls"),
        former_layers=members.texts("former_layers"),
        profile=profile_id,
        line=members.line,
    )


_PLAIN_TEXTS = (
    "layer", "version", "tile_matrix_set", "image_format", "style", "table", "geometry", "key", "filter", "login",
    "licence", "attribution", "abstract", "badge",
)  # fmt: skip
KEYS = tuple(item.name for item in fields(Source) if item.name not in ("profile", "line"))
"""Every key that a source may have, of any kind."""


def allowed_keys(kind: SourceKind) -> tuple[str, ...]:
    """Keys that a source of a kind may have."""
    return (*_COMMON, *_REQUIRED[kind], *_ALLOWED[kind])


def _check_keys(members: Members, kind: SourceKind) -> None:
    members.only(allowed_keys(kind))
    for key in _REQUIRED[kind]:
        if key not in members:
            members.fault("", f"la clé « {key} » manque : une source « {kind.value} » en a besoin")
    for key in _WITH_A_LAYER.get(kind, ()):
        if "layer" in members and key not in members:
            members.fault("layer", f"la clé « {key} » manque : une couche « {kind.value} » en a besoin")


def _missing_id(members: Members) -> str:
    if "id" not in members:
        members.fault("", "la clé « id » manque")
    return ""


def _connection(members: Members) -> Connection | None:
    given = members.member("connection")
    if given is None:
        return None
    given.only(("service", "host", "port", "database", "sslmode"))
    connection = Connection(
        given.text("service"),
        given.text("host"),
        given.number("port", 5432),
        given.text("database"),
        given.text("sslmode"),
    )
    if not connection.service and not (connection.host and connection.database):
        given.fault("", "un « service », ou « host » et « database », sont attendus")
    return connection


def _scale(members: Members) -> Scale:
    given = members.member("scale")
    if given is None:
        return Scale()
    given.only(("most_detailed", "least_detailed"))
    scale = Scale(given.number("most_detailed"), given.number("least_detailed"))
    if scale.least_detailed and scale.most_detailed > scale.least_detailed:
        given.fault("most_detailed", "l'échelle la plus détaillée a le plus petit dénominateur (500 pour 1:500)")
    return scale


def _territory(members: Members) -> tuple[str, ...]:
    codes = members.texts("territory")
    for code in codes:
        if not is_territory(code):
            members.fault("territory", f"« {code} » n'est pas un territoire (FR, FR-OCC, FR-12, INSEE ou SIREN)")
    return codes


def _wrong_id(text: str) -> str:
    return "" if _ID.fullmatch(text) else "un identifiant s'écrit en minuscules sans accent, chiffres, points et tirets"


def _wrong_crs(text: str) -> str:
    return "" if _CRS.fullmatch(text) else f"« {text} » n'est pas un code de projection (EPSG:2154)"


def _wrong_date(text: str) -> str:
    return "" if _DATE.fullmatch(text) else f"« {text} » n'est pas une date (2026-03-01, 2026-03 ou 2026)"


def wrong_address(text: str) -> str:
    """What is wrong with an address, empty when nothing is."""
    if not text.lower().startswith(("http://", "https://")):
        return "une adresse http(s) est attendue"
    secret = secret_in_address(text)
    if secret:
        return f"l'adresse contient un secret ({secret}) : il va dans l'authentification de QGIS, par « login »"
    return ""


def _resolved(path: str, location: str) -> str:
    """A path beside the profile that names it; addresses and absolute paths of either system stay."""
    absolute = PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()
    if not path or absolute or "://" in path:
        return path
    if location.lower().startswith(("http://", "https://")):
        return f"{location.rpartition('/')[0]}/{path}"
    if not location:
        return path
    windows = "\\" in location
    kind = PureWindowsPath if windows else PurePosixPath
    return str(kind(location).parent / path)
