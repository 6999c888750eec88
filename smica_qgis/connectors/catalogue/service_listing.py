"""What a service says that it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from smica_qgis.core.source_profile.profile import Source, SourceKind

LEGAL_CRS = "EPSG:2154"
_PREFERRED = (LEGAL_CRS, "EPSG:3857", "EPSG:900913", "EPSG:4326", "CRS:84")
_IMAGES = ("image/png", "image/jpeg")
_KIND_OF_LINK = {
    "OGC:WMS": SourceKind.WMS,
    "OGC:WFS": SourceKind.WFS,
    "OGC:WMTS": SourceKind.WMTS,
    "OGC:OAFEAT": SourceKind.OGC_API_FEATURES,
}


@dataclass(frozen=True)
class ListedLayer:
    """A layer of a service, or a record of a catalogue (links: protocol → address; record_url: its sheet)."""

    name: str
    title: str
    abstract: str = ""
    crs: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    tile_matrix_sets: Mapping[str, str] = field(default_factory=dict)
    record_url: str = ""
    links: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class ServiceListing:
    """version: of the protocol, as answered; formats: of WFS' GetFeature."""

    title: str
    version: str
    layers: tuple[ListedLayer, ...]
    formats: tuple[str, ...] = ()

    def layer(self, name: str) -> ListedLayer | None:
        """A layer by its name."""
        return next((layer for layer in self.layers if layer.name == name), None)


def source_of_layer(service: Source, layer: ListedLayer, version: str = "") -> Source | None:
    """The source that a layer of a service is, or None when a record leads to no service."""
    if service.kind is SourceKind.CSW:
        return _source_of_record(service, layer)
    tile_set, crs = _tile_set(layer) if service.kind is SourceKind.WMTS else ("", _crs(layer))
    return replace(
        service,
        id=f"{service.id}/{layer.name}",
        title=layer.title or layer.name,
        layer=layer.name,
        abstract=layer.abstract,
        version=version or service.version,
        tile_matrix_set=tile_set,
        crs=crs,
        style=layer.styles[0] if layer.styles else "",
        image_format=next((name for name in _IMAGES if name in layer.formats), "image/png"),
    )


def _source_of_record(service: Source, record: ListedLayer) -> Source | None:
    for protocol, address, name in record.links:
        for prefix, kind in _KIND_OF_LINK.items():
            if protocol.upper().startswith(prefix):
                return replace(
                    service,
                    id=f"{service.id}/{record.name}",
                    title=record.title,
                    kind=kind,
                    url=address.partition("?")[0] if "map=" not in address.lower() else address,
                    layer=name,
                    crs=LEGAL_CRS,
                    version="",
                    metadata=record.record_url,
                    abstract=record.abstract,
                )
    return None


def _crs(layer: ListedLayer) -> str:
    known = {code.upper() for code in layer.crs}
    return next((code for code in _PREFERRED if code in known), layer.crs[0] if layer.crs else LEGAL_CRS)


def _tile_set(layer: ListedLayer) -> tuple[str, str]:
    for wanted in _PREFERRED:
        for name, crs in layer.tile_matrix_sets.items():
            if crs == wanted:
                return name, crs
    return next(iter(layer.tile_matrix_sets.items()), ("", ""))
