"""The objects of two rounds: which is which, and what changed of it.

An object is recognised, in that order, by all that it holds, by its geometry, by its identity, by its overlap: rows
shuffled, identities renumbered or borders moved by a repair do not make it another one.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

_MOST_COMPARISONS = 40_000


class ObjectFate(enum.Enum):
    """What became of an object. CHANGED: attributes only; MOVED: geometry, and perhaps attributes."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class ComparedTable:
    """A table of one round. columns: names; rows: texts; geometries: a digest of each, None for none.

    identity: name of the first column that the standard wants unique, empty when there is none. Columns that only one
    of the two rounds has are compared with nothing, so that an added empty column changes no object.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str | None, ...]]
    geometries: Sequence[bytes | None]
    identity: str = ""

    def values(self, row: int) -> dict[str, str]:
        """The filled cells of a row."""
        return {name: value for name, value in zip(self.columns, self.rows[row]) if value is not None}


@dataclass(frozen=True)
class ComparedObject:
    """An object and its fate. before, after: rows from 0, None when it is not there; attributes: names that changed."""

    fate: ObjectFate
    before: int | None
    after: int | None
    attributes: tuple[str, ...] = ()


Overlaps = Callable[[Sequence[int], Sequence[int]], Iterable[tuple[int, int]]]
"""Rows of the earlier and of the later table that nothing else paired → pairs of rows that overlap, best first."""


def compare_objects(before: ComparedTable, after: ComparedTable, overlaps: Overlaps) -> list[ComparedObject]:
    """Compare two tables: the objects of the later one in their order, then those removed in theirs."""
    pairing = _Pairing(before, after)
    pairing.by(_content)
    pairing.by_geometry()
    pairing.by(_identity)
    pairing.by_pairs(overlaps(pairing.left_before(), pairing.left_after()))
    earlier = {now: then for then, now in pairing.pairs.items()}
    compared = [_fate(before, after, earlier.get(row), row) for row in range(len(after.rows))]
    compared.extend(ComparedObject(ObjectFate.REMOVED, row, None) for row in pairing.left_before())
    return compared


def moved_rows(compared: Iterable[ComparedObject]) -> dict[int, int]:
    """Row of the earlier table → row of the later one, for every object that is in both."""
    return {one.before: one.after for one in compared if one.before is not None and one.after is not None}


def _fate(before: ComparedTable, after: ComparedTable, then: int | None, now: int) -> ComparedObject:
    if then is None:
        return ComparedObject(ObjectFate.ADDED, None, now)
    old, new = before.values(then), after.values(now)
    attributes = tuple(sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)))
    if before.geometries[then] != after.geometries[now]:
        return ComparedObject(ObjectFate.MOVED, then, now, attributes)
    return ComparedObject(ObjectFate.CHANGED if attributes else ObjectFate.SAME, then, now, attributes)


def _content(table: ComparedTable, row: int) -> Hashable:
    return table.geometries[row], tuple(sorted(table.values(row).items()))


def _identity(table: ComparedTable, row: int) -> Hashable | None:
    return table.values(row).get(table.identity)


class _Pairing:
    """The pairs found so far, row of the earlier table → row of the later one; each row once."""

    def __init__(self, before: ComparedTable, after: ComparedTable) -> None:
        self.before = before
        self.after = after
        self.pairs: dict[int, int] = {}
        self._taken: set[int] = set()

    def left_before(self) -> list[int]:
        """Rows of the earlier table without a pair."""
        return [row for row in range(len(self.before.rows)) if row not in self.pairs]

    def left_after(self) -> list[int]:
        """Rows of the later table without a pair."""
        return [row for row in range(len(self.after.rows)) if row not in self._taken]

    def by(self, trait: Callable[[ComparedTable, int], Hashable | None]) -> None:
        """Pair rows that share a trait, in order when several do."""
        for then, now in self._sharing(trait):
            self.by_pairs(zip(then, now))

    def by_geometry(self) -> None:
        """Pair rows drawn alike; where several are drawn on one place, those that say most of the same go together."""
        for then, now in self._sharing(lambda table, row: table.geometries[row]):
            if len(then) * len(now) > _MOST_COMPARISONS:  # hundreds of objects on one place: their order must do
                self.by_pairs(zip(then, now))
                continue
            alike = [(self._alike(a, b), -abs(i - j), a, b) for i, a in enumerate(then) for j, b in enumerate(now)]
            self.by_pairs((a, b) for _, _, a, b in sorted(alike, key=lambda one: one[:2], reverse=True))

    def by_pairs(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Take pairs, best first, of rows that are still free."""
        for then, now in pairs:
            if then not in self.pairs and now not in self._taken:
                self.pairs[then] = now
                self._taken.add(now)

    def _sharing(self, trait: Callable[[ComparedTable, int], Hashable | None]) -> Iterable[tuple[list[int], list[int]]]:
        now = _grouped(self.after, self.left_after(), trait)
        for shared, rows in _grouped(self.before, self.left_before(), trait).items():
            if shared in now:
                yield rows, now[shared]

    def _alike(self, then: int, now: int) -> int:
        old, new = self.before.values(then), self.after.values(now)
        return sum(1 for name, value in old.items() if new.get(name) == value)


def _grouped(
    table: ComparedTable, rows: Iterable[int], trait: Callable[[ComparedTable, int], Hashable | None]
) -> Mapping[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for row in rows:
        shared = trait(table, row)
        if shared is not None:
            groups[shared].append(row)
    return groups
