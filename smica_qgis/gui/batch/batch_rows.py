"""The deliveries of a batch as the table shows them: planned, then each with its line. No Qt here."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from smica_qgis.gui.validation.findings_index import folded

if TYPE_CHECKING:
    from smica_qgis.operations.validate_batch import BatchItem, BatchLine

OFFICIAL = "official"


class State(enum.Enum):
    """What is known of a delivery; the values are the verdicts of the batch, the gravest first."""

    FAILED = "failed"
    UNREADABLE = "unreadable"
    INVALID = "invalid"
    VALID = "valid"
    UNASKED = "unasked"
    WAITING = "waiting"


STATES = tuple(State)


@dataclass
class Row:
    """One delivery. line: None as long as it is not done."""

    item: BatchItem
    line: BatchLine | None = None
    state: State = State.WAITING
    text: str = ""

    @property
    def has_counts(self) -> bool:
        """Whether its findings were counted: there was something to look at."""
        return self.state not in (State.FAILED, State.UNREADABLE, State.WAITING)

    @property
    def has_report(self) -> bool:
        """Whether a report was written, or kept from an earlier run."""
        return bool(self.item.report) and self.state not in (State.FAILED, State.WAITING)


@dataclass
class BatchRows:
    """All the rows, in the order of the plan. official: whether that family is run, the only one with a verdict."""

    rows: list[Row] = field(default_factory=list)
    official: bool = True

    @classmethod
    def planned(cls, items: Iterable[BatchItem], *, official: bool) -> BatchRows:
        """Rows of deliveries that are to be validated."""
        return cls([_prepared(Row(item)) for item in items], official)

    def put(self, line: BatchLine) -> int:
        """A delivery is done; returns its row. Raises ValueError for a delivery that was not planned."""
        place = line.item.number - 1
        if not 0 <= place < len(self.rows):
            message = f"{line.item.delivery}: number {line.item.number} was not planned"
            raise ValueError(message)
        self.rows[place] = _prepared(Row(line.item, line, self._state(line)))
        return place

    def counts(self) -> Counter[State]:
        """How many rows are in each state."""
        return Counter(row.state for row in self.rows)

    def sums(self) -> tuple[int, int, int]:
        """Errors, warnings and pieces of information of the official family, all deliveries together."""
        lines = [row.line for row in self.rows if row.line is not None]
        return (
            sum(line.errors for line in lines),
            sum(line.warnings for line in lines),
            sum(line.infos for line in lines),
        )

    def _state(self, line: BatchLine) -> State:
        state = State(line.verdict)
        return State.UNASKED if state is State.VALID and not self.official else state


def _prepared(row: Row) -> Row:
    """With the text that a filter reads: no accents, no capitals."""
    line = row.line
    more = f" {line.standard} {line.message}" if line is not None else f" {row.item.standard}"
    row.text = folded(f"{row.item.delivery}{more}")
    return row
