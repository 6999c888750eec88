"""Where rules come from, behind one protocol: the store, layers of a project, a delivery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from smica_qgis.core.parcel.rules import LinkedRule, LoadedTable, MissingTable, Theme
from smica_qgis.geodata.parcel.rule_layer import RuleLayer


@dataclass
class RuleReading:
    """What a source gave. loaded: tables that were looked at, even empty here; missing: with the reason.

    records: what names a parcel instead of being drawn; covered: for a theme that is loaded commune by commune, those
    that are.
    """

    layers: list[RuleLayer] = field(default_factory=list)
    loaded: list[LoadedTable] = field(default_factory=list)
    missing: list[MissingTable] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    records: list[LinkedRule] = field(default_factory=list)
    covered: dict[Theme, set[str]] = field(default_factory=dict)


class RuleSource(Protocol):
    """One source of rules."""

    def read(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:
        """The objects that meet a box, in its system. Raises SmicaError."""


def read_sources(sources: Sequence[RuleSource], box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:
    """What all sources give together."""
    whole = RuleReading()
    for source in sources:
        found = source.read(box, crs)
        whole.layers += found.layers
        whole.loaded += found.loaded
        whole.missing += found.missing
        whole.notes += found.notes
        whole.records += found.records
        for theme, communes in found.covered.items():
            whole.covered.setdefault(theme, set()).update(communes)
    return whole
