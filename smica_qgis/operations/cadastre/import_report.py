"""What an import of the cadastre did, input by input: for people, for JSON and for CSV."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from smica_qgis.core.cadastre.objects import Anomaly


class InputState(Enum):
    """How an input ended."""

    IMPORTED = "importé"
    KNOWN = "déjà connu"
    REFUSED = "refusé"
    IGNORED = "ignoré"


@dataclass
class InputResult:
    """One input. content: sheet or Etalab layer; objects: rows written by table; message: why it was refused."""

    name: str
    state: InputState
    content: str = ""
    objects: Counter[str] = field(default_factory=Counter)
    anomalies: list[Anomaly] = field(default_factory=list)
    message: str = ""
    details: str = ""


@dataclass(frozen=True)
class ChangedParcels:
    """Identifiers that a commune gained and lost, in order."""

    created: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass
class ImportReport:
    """The whole import.

    removed: sheets that a replacement took away; replaced_sources: communes whose other source
    was; seconds: by phase; linked: buildings that have a parcel, of all those looked at; changes: INSEE code → parcels,
    of the communes that the store already had.
    """

    store: str
    mode: str
    millesime: str
    started: str
    ended: str = ""
    results: list[InputResult] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    replaced_sources: list[str] = field(default_factory=list)
    buildings: int = 0
    linked: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    changes: dict[str, ChangedParcels] = field(default_factory=dict)

    def count(self, state: InputState) -> int:
        """Number of inputs that ended so."""
        return sum(result.state is state for result in self.results)

    def objects(self) -> Counter[str]:
        """Rows written by table."""
        total: Counter[str] = Counter()
        for result in self.results:
            total.update(result.objects)
        return total

    def anomalies(self) -> Counter[str]:
        """Anomalies by code."""
        return Counter(anomaly.code for result in self.results for anomaly in result.anomalies)


def changes_as_json(report: ImportReport) -> dict[str, dict[str, tuple[str, ...]]]:
    """Parcels made and gone, as the reports and the history of the store write them."""
    return {
        insee: {"creees": changed.created, "supprimees": changed.removed} for insee, changed in report.changes.items()
    }
