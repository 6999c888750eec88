"""The source profile of the service: what members add to their catalogue to find what is in force."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from smica_qgis.core.source_profile.errors import SourceProfileError
from smica_qgis.core.source_profile.profile import FORMAT, VERSION, ProfileLevel, SourceKind
from smica_qgis.core.source_profile.reader import read_profile
from smica_qgis.publishing.service.layers import GROUPS, ServiceLayer
from smica_qgis.publishing.service.settings import ServiceSettings
from smica_qgis.reports.written_aside import written_aside

_ID = "service.urbanisme"
_KINDS = {SourceKind.WMS: "image", SourceKind.WFS: "objets"}


def profile_text(settings: ServiceSettings, layers: Sequence[ServiceLayer], srid: int) -> str:
    """The profile as a file: two sources for a layer, its picture and its objects."""
    login = {"logins": [{"id": _ID, "title": f"Compte de {settings.title}"}]} if settings.authcfg else {}
    profile = {
        "format": FORMAT,
        "version": VERSION,
        "id": _ID,
        "title": settings.title,
        "level": ProfileLevel.SYNDICATE.value,
        **({"publisher": settings.organisation} if settings.organisation else {}),
        **login,
        "groups": [{"id": f"{_ID}.{_word(GROUPS[name])}", "title": name, "theme": "urbanisme"} for name in GROUPS],
        "sources": [
            {
                "id": f"{_ID}.{kind.value}.{_word(layer.name)}",
                "title": f"{layer.title}, en vigueur ({shown})",
                "kind": kind.value,
                "group": f"{_ID}.{_word(GROUPS[layer.group])}",
                "url": settings.url,
                "layer": layer.name,
                "crs": f"EPSG:{srid}",
                **({"key": "fid"} if kind is SourceKind.WFS else {"image_format": "image/png"}),
                **({"login": _ID} if login else {}),
                **({"licence": settings.licence} if settings.licence else {}),
            }
            for layer in layers
            for kind, shown in _KINDS.items()
        ],
    }
    return json.dumps(profile, ensure_ascii=False, indent=1) + "\n"


def is_written(path: Path, text: str) -> bool:
    """Whether a profile is already what it should be."""
    try:
        return path.read_text(encoding="utf-8") == text
    except (OSError, UnicodeDecodeError):
        return False


def write_profile(path: Path, text: str) -> None:
    """Write the profile aside, then put it in place. Raises SmicaError."""
    with written_aside(path, "profil") as aside:
        aside.write_text(text, encoding="utf-8")


def listed_layers(path: Path) -> list[str]:
    """Names of the layers that a profile lists, read as the catalogue reads it; nothing when it cannot be."""
    try:
        profile = read_profile(path.read_bytes(), str(path))
    except (OSError, SourceProfileError):
        return []
    return list(dict.fromkeys(source.layer for source in profile.sources.values()))


def _word(name: str) -> str:
    return name.replace("_", "-")
