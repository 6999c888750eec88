"""Which places of the findings are shown: family, level, table, words, map extent, new ones.

A filter is asked kind by kind; only what cannot be decided for the whole kind is asked place by place.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

from smica_qgis.core.validation.finding import Box, Family, Level
from smica_qgis.gui.validation.findings_index import FindingsIndex, Kind, PlaceState, folded

PlaceTest = Callable[[int], bool]


@dataclass(frozen=True)
class FindingsFilter:
    """What the person asked to see. An empty field asks nothing.

    levels: shown levels; states: shown states; extent: box in CRS84 (lon min, lat min, lon max, lat max).
    """

    family: Family | None = None
    levels: tuple[Level, ...] = ()
    table: str = ""
    text: str = ""
    extent: Box | None = None
    only_new: bool = False
    states: tuple[PlaceState, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return self == FindingsFilter()

    def shown(self, kind: Kind, index: FindingsIndex) -> array[int]:
        """Positions of the places of the kind that are shown; the kind's own array when all are."""
        if not self._keeps(kind):
            return array("I")
        tests = self._tests(kind, index)
        if not tests:
            return kind.places
        return array("I", (place for place in kind.places if all(test(place) for test in tests)))

    def _keeps(self, kind: Kind) -> bool:
        return (
            (self.family is None or kind.family is self.family)
            and (not self.levels or kind.level in self.levels)
            and (not self.table or kind.table == self.table)
        )

    def _tests(self, kind: Kind, index: FindingsIndex) -> list[PlaceTest]:
        tests: list[PlaceTest] = []
        if self.only_new:
            tests.append(lambda place: index.states[place] == PlaceState.NEW)
        if self.states:
            tests.append(lambda place: index.states[place] in self.states)
        if self.extent is not None:
            tests.append(_in_extent(self.extent, index))
        words = self._words_left(kind)
        if words:
            tests.append(_has_words(words, index))
        return tests

    def _words_left(self, kind: Kind) -> Sequence[str]:
        """The words that the kind itself does not hold: those that each place must hold."""
        if not self.text.strip():
            return ()
        about_kind = folded(f"{kind.title} {kind.code} {kind.table} {kind.theme}")
        return [word for word in folded(self.text).split() if word not in about_kind]


def _in_extent(extent: Box, index: FindingsIndex) -> PlaceTest:
    west, south, east, north = extent
    findings = index.findings

    def test(place: int) -> bool:
        box = findings[place].feature_bbox
        return box is not None and box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south

    return test


def _has_words(words: Sequence[str], index: FindingsIndex) -> PlaceTest:
    def test(place: int) -> bool:
        text = index.search_text(place)
        return all(word in text for word in words)

    return test
