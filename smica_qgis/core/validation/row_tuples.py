"""Distinct tuples of several columns, with one code per row: rules over several columns look at tuples, not rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from smica_qgis.core.validation.table import Column

Row = tuple[Optional[str], ...]


@dataclass(frozen=True)
class RowTuples:
    """values: the distinct tuples in order of appearance; codes: one per row."""

    values: tuple[Row, ...]
    codes: Sequence[int]

    def at(self, row: int) -> Row:
        """The tuple of a row."""
        return self.values[self.codes[row]]


def distinct_tuples(columns: Sequence[Column | None], row_count: int) -> RowTuples:
    """Encode several columns together; an absent column is null everywhere."""
    present = [column for column in columns if column is not None]
    if not present:
        return RowTuples((tuple(None for _ in columns),) if row_count else (), array("I", bytes(4 * row_count)))
    if len(present) == 1:
        only = present[0]
        if len(set(only.codes)) == len(only.values):
            whole = (only.values if column is only else repeat(None) for column in columns)
            return RowTuples(tuple(zip(*whole)), only.codes)
    index: dict[tuple[int, ...], int] = {}
    codes = array("I", (index.setdefault(key, len(index)) for key in zip(*(c.codes for c in present))))
    values = tuple(_spread([c.values[i] for c, i in zip(present, key)], columns) for key in index)
    return RowTuples(values, codes)


def _spread(values: Iterable[str | None], columns: Sequence[Column | None]) -> Row:
    given = iter(values)
    return tuple(next(given) if column is not None else None for column in columns)


def rows_of_tuples(tuples: RowTuples, bad: Iterable[int]) -> list[int]:
    """Rows whose tuple is one of these, in order."""
    wanted = frozenset(bad)
    return [row for row, code in enumerate(tuples.codes) if code in wanted] if wanted else []
