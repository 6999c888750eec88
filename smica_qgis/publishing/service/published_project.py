"""What a project of QGIS Server that we wrote says of itself: what it serves, drawn how, and from what it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from lxml import etree

from smica_qgis.database.store import Box
from smica_qgis.publishing.service.layers import ServiceLayer
from smica_qgis.publishing.service.settings import ServiceSettings

SCOPE, KEY = "smica", "service"
"""Where the project keeps it, among its properties."""
_FORMAT = 1
# what a person or a server reads in the service; the rest of the settings is where and how we reach it
_SAID = ("title", "abstract", "organisation", "contact", "mail", "licence", "systems")


@dataclass(frozen=True)
class ServedLayer:
    """source, style: digests of what it is opened by and drawn with."""

    source: str
    style: str


@dataclass(frozen=True)
class PublishedProject:
    """signature: of what the service says of itself; extent: what it announces, None for a service without object."""

    signature: str
    layers: Mapping[str, ServedLayer]
    extent: Box | None

    def to_text(self) -> str:
        """As the project keeps it."""
        layers = {name: asdict(layer) for name, layer in self.layers.items()}
        kept = {"format": _FORMAT, "signature": self.signature, "layers": layers, "extent": self.extent}
        return json.dumps(kept, separators=(",", ":"))


def project_for(settings: ServiceSettings, layers: Sequence[ServiceLayer], extent: Box | None) -> PublishedProject:
    """What is to be written."""
    said = {name: getattr(settings, name) for name in _SAID}
    served = {layer.name: ServedLayer(_digest(_opening(layer)), _style_digest(layer)) for layer in layers}
    titles = [(layer.name, layer.title, layer.group) for layer in layers]
    return PublishedProject(_digest(json.dumps([said, titles])), served, extent)


def read_project(path: Path) -> PublishedProject | None:
    """What a file says of itself; None when there is none, or it is not one that we wrote."""
    try:
        root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    except (OSError, etree.XMLSyntaxError):
        return None
    text = root.findtext(f"properties/{SCOPE}/{KEY}")
    if not text:
        return None
    try:
        kept = json.loads(text)
        layers = {str(name): ServedLayer(**layer) for name, layer in kept["layers"].items()}
        extent = kept["extent"]
        box = None if extent is None else (extent[0], extent[1], extent[2], extent[3])
        known = kept["format"] == _FORMAT
        project = PublishedProject(str(kept["signature"]), layers, box)
    except (ValueError, KeyError, TypeError, IndexError):
        return None
    return project if known and set(layers) <= _names(root) else None


def _names(root: etree._Element) -> set[str]:
    """Short names of the layers that are really there: somebody may have removed one."""
    return {text for layer in root.iterfind("projectlayers/maplayer") if (text := layer.findtext("shortname"))}


def _opening(layer: ServiceLayer) -> str:
    return f"{layer.provider} {layer.source}"


def _style_digest(layer: ServiceLayer) -> str:
    return _digest(layer.style.read_text(encoding="utf-8")) if layer.style is not None else ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
