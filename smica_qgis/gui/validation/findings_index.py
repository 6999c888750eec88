"""The findings of a run, grouped by kind once, kept as arrays of numbers: quick with hundreds of thousands.

No Qt here: the item model and the dock only read this.
"""

from __future__ import annotations

import enum
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Callable

from smica_qgis.core.validation.catalogue import RuleCatalogue
from smica_qgis.core.validation.finding import Family, Finding, Level
from smica_qgis.core.validation.report import Report

KindKey = tuple[Family, str, str]
FAMILIES = tuple(Family)
LEVELS = tuple(Level)
_SEVERITY = {level: rank for rank, level in enumerate(LEVELS)}


class PlaceState(enum.IntEnum):
    """What became of a place since the run before; in a round, also what was said of it."""

    PRESENT = 0
    NEW = 1
    FIXED = 2
    EXCEPTION = 3
    QUESTION = 4


@dataclass(eq=False)
class Kind:
    """All the places of one code in one table. places: positions in `FindingsIndex.findings`."""

    family: Family
    code: str
    table: str
    level: Level
    theme: str
    title: str
    places: array[int] = field(default_factory=lambda: array("I"), repr=False)

    @property
    def key(self) -> KindKey:
        """What designates the kind from one run to the next."""
        return (self.family, self.code, self.table)


class FindingsIndex:
    """Findings in their order, their states, and the kinds they make.

    Findings are only ever added; those of the run before that are gone now are added as fixed.
    """

    def __init__(self, catalogue: RuleCatalogue) -> None:
        self.catalogue = catalogue
        self.findings: list[Finding] = []
        self.states = bytearray()
        self.compared = False
        self._kinds: dict[KindKey, Kind] = {}
        self._texts: list[str] = []
        self._themes = {theme: rank for rank, theme in enumerate(dict.fromkeys(r.theme for r in catalogue))}

    def add(self, findings: Iterable[Finding], state: PlaceState = PlaceState.PRESENT) -> None:
        """Add findings, all in the same state."""
        kinds, kept, states = self._kinds, self.findings, self.states
        for finding in findings:
            table = finding.file_model or finding.file
            kind = kinds.get((finding.family, finding.code, table))
            if kind is None:
                kind = self._new_kind(finding, table)
            kind.places.append(len(kept))
            kept.append(finding)
            states.append(state)

    def compare_with(self, before: Sequence[Finding]) -> None:
        """Mark as new what the run before had not, and add as fixed what only it had (by `Finding.key`)."""
        known = {_identity(f) for f in before}
        now = set()
        for position, finding in enumerate(self.findings):
            identity = _identity(finding)
            now.add(identity)
            if identity not in known:
                self.states[position] = PlaceState.NEW
        self.add((f for f in before if _identity(f) not in now), PlaceState.FIXED)
        self.compared = True

    def kinds(self) -> list[Kind]:
        """All kinds: by family, theme (order of the catalogue), seriousness, then first appearance."""
        return sorted(
            self._kinds.values(),
            key=lambda k: (
                FAMILIES.index(k.family),
                self._themes.get(k.theme, len(self._themes)),
                _SEVERITY[k.level],
                k.places[0],
            ),
        )

    def tables(self) -> list[str]:
        """Names of the tables that have findings, sorted."""
        return sorted({kind.table for kind in self._kinds.values() if kind.table})

    def counts(self, family: Family) -> dict[Level, int]:
        """How many findings of the present run a family has, by level."""
        counts = dict.fromkeys(LEVELS, 0)
        for kind in self._kinds.values():
            if kind.family is family:
                counts[kind.level] += len(kind.places) - self.count_state(kind.places, PlaceState.FIXED)
        return counts

    def mark(self, state: PlaceState, wanted: Callable[[Finding], bool]) -> None:
        """Give a state to the findings of the present run that are wanted."""
        for position, finding in enumerate(self.findings):
            if self.states[position] != PlaceState.FIXED and wanted(finding):
                self.states[position] = state

    def count_state(self, places: Iterable[int], state: PlaceState) -> int:
        """How many of these places are in that state."""
        if not self.compared and state is not PlaceState.PRESENT:
            return 0
        states = self.states
        return sum(1 for place in places if states[place] == state)

    def total(self, state: PlaceState) -> int:
        """How many findings are in that state."""
        return self.states.count(state)

    def search_text(self, place: int) -> str:
        """What a text filter reads of a place, folded; prepared for all places the first time it is asked."""
        if len(self._texts) < len(self.findings):
            self._prepare_texts()
        return self._texts[place]

    def _prepare_texts(self) -> None:
        """One folding for all the missing texts: a thousand times fewer calls than one per finding."""
        missing = self.findings[len(self._texts) :]
        lines = "\n".join(_plain(f) for f in missing)
        self._texts.extend(folded(lines).split("\n"))

    def _new_kind(self, finding: Finding, table: str) -> Kind:
        known = finding.code in self.catalogue
        kind = Kind(
            family=finding.family,
            code=finding.code,
            table="" if table.endswith("/") else table,
            level=finding.level,
            theme=self.catalogue[finding.code].theme if known else "",
            title=self.catalogue[finding.code].title if known else finding.code,
        )
        self._kinds[(finding.family, finding.code, table)] = kind
        return kind


def folded(text: str) -> str:
    """The text without accents nor capitals: what people type is what people find."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def comparable(before: Report | None, now: Report) -> bool:
    """Whether the two runs are of the same delivery, by the same standard and families, each to its end."""
    if before is None or before.header.partial or now.header.partial:
        return False
    return (
        before.header.delivery == now.header.delivery
        and before.header.detection.model == now.header.detection.model
        and set(before.header.families) == set(now.header.families)
    )


def _identity(finding: Finding) -> tuple[str, str, str]:
    return (finding.family.value, finding.code, finding.key)


def _plain(finding: Finding) -> str:
    values = " ".join(finding.values.values())
    text = f"{finding.attribute} {finding.file} {finding.id or ''} {finding.feature_id or ''} {values}"
    return text.replace("\n", " ")
