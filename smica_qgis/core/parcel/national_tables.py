"""The tables of rules of the Géoportail's WFS, and where a profile says they are.

Names of the types: Géoplateforme, service `wfs`, prefixes `wfs_du` and `wfs_sup` (schema of 8 September 2026).
"""

from __future__ import annotations

from typing import NamedTuple

from smica_qgis.core.parcel.rules import Shape, Theme
from smica_qgis.core.source_profile.profile import Source, SourceKind, SourceProfile


class NationalTable(NamedTuple):
    """name: of the type, without its prefix."""

    name: str
    prefix: str
    theme: Theme
    shape: Shape


_SHAPES = {"surf": Shape.SURFACE, "lin": Shape.LINE, "pct": Shape.POINT}
NATIONAL_TABLES: tuple[NationalTable, ...] = (
    NationalTable("zone_urba", "wfs_du", Theme.ZONING, Shape.SURFACE),
    NationalTable("secteur_cc", "wfs_du", Theme.ZONING, Shape.SURFACE),
    *(NationalTable(f"prescription_{name}", "wfs_du", Theme.PRESCRIPTION, shape) for name, shape in _SHAPES.items()),
    *(NationalTable(f"info_{name}", "wfs_du", Theme.INFORMATION, shape) for name, shape in _SHAPES.items()),
    *(NationalTable(f"assiette_sup_{name[0]}", "wfs_sup", Theme.EASEMENT, shape) for name, shape in _SHAPES.items()),
)
MUNICIPALITY = "municipality"
"""Type that says whether a commune is under the règlement national d'urbanisme (`is_rnu`)."""


def national_source(profile: SourceProfile, name: str, prefix: str = "wfs_du") -> Source | None:
    """Where a profile says that a type is: the source of that identity, else of that layer; None without one.

    A member's profile may put its own service in place of the national one by keeping the identity `gpu.wfs.{name}`.
    """
    own = profile.sources.get(f"gpu.wfs.{name}")
    if own is not None and own.kind is SourceKind.WFS and own.layer:
        return own
    layer = f"{prefix}:{name}"
    found = (source for source in profile.sources.values() if source.kind is SourceKind.WFS and source.layer == layer)
    return next(found, None)
