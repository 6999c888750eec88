"""What an import of somebody's table did, row by row: nobody's name is in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class RowNote:
    """A row that was refused, or taken with a reservation. source: which table; line: from 1, its header counted.

    key: number of the dossier when it is one, else empty.
    """

    source: str
    line: int
    refused: bool
    reason: str
    key: str = ""


@dataclass
class TableReport:
    """The whole import. written: rows by table of the store; links: dossiers by state of their link to parcels."""

    store: str
    kind: str
    mode: str
    dry_run: bool
    read: int = 0
    taken: int = 0
    notes: list[RowNote] = field(default_factory=list)
    written: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    mappings: dict[str, str] = field(default_factory=dict)
    personal: int = 0
    refused_keys: set[str] = field(default_factory=set)

    def refuse(self, source: str, line: int, reason: str, key: str = "") -> None:
        """A row that is not taken."""
        self.notes.append(RowNote(source, line, refused=True, reason=reason, key=key))

    def remark(self, source: str, line: int, reason: str, key: str = "") -> None:
        """A row that is taken, but that somebody should look at."""
        self.notes.append(RowNote(source, line, refused=False, reason=reason, key=key))

    @property
    def refused(self) -> int:
        """Number of rows refused."""
        return sum(note.refused for note in self.notes)

    @property
    def remarks(self) -> int:
        """Number of remarks."""
        return len(self.notes) - self.refused
