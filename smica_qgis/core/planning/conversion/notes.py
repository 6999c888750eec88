"""What a conversion did and what it could not decide, for people: each thing once, with the rows that it is about."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Union

Answers = Mapping[str, Union[str, Mapping[str, str]]]
"""What somebody decided: `doc_urba.nomproc` → a value, or the value in question → the value to put there."""


class NoteKind(enum.Enum):
    """UNDECIDED: kept as it was, somebody must choose; LOST: a value that the new standard has no place for."""

    APPLIED = "appliqué"
    ANSWERED = "décidé par vous"
    TO_CHECK = "à vérifier"
    LOST = "perdu"
    UNDECIDED = "indécidable"
    MISSING_PIECE = "pièce absente"
    UNPLACED_PIECE = "pièce sans place"


TO_DO = (NoteKind.UNDECIDED, NoteKind.MISSING_PIECE)
"""What the official tool may still refuse."""


@dataclass(frozen=True)
class NoteKey:
    """What a note is about. columns: of the table; value: as it was, several columns joined by `-`.

    table: of the delivery, or the path of a piece; source: standard and page.
    """

    kind: NoteKind
    table: str
    columns: tuple[str, ...] = ()
    value: str = ""
    result: str = ""
    why: str = ""
    source: str = ""
    candidates: tuple[str, ...] = ()

    @property
    def answer_key(self) -> str:
        """Key of `Answers` that decides it."""
        return answer_key(self.table, self.columns)


def answer_key(table: str, columns: Iterable[str]) -> str:
    """`prescription_lin.typepsc+stypepsc`."""
    return f"{table}.{'+'.join(columns)}"


@dataclass
class Notebook:
    """The notes in the order in which they came, each with its rows (from 1, in the table of the delivery)."""

    answers: Answers = field(default_factory=dict)
    rows: dict[NoteKey, list[int]] = field(default_factory=dict)
    _undecided: set[tuple[str, int, str]] = field(default_factory=set)

    def note(self, key: NoteKey, row: int = 0) -> None:
        """Write something down. row: 0 when it is not about one."""
        rows = self.rows.setdefault(key, [])
        if row:
            rows.append(row)
        if key.kind is NoteKind.UNDECIDED:
            self._undecided.update((key.table, row, column) for column in key.columns)

    def is_undecided(self, table: str, row: int, columns: Iterable[str]) -> bool:
        """Whether a row has been named for one of these columns."""
        return any((table, row, column) in self._undecided for column in columns)

    def answer(self, table: str, columns: tuple[str, ...], value: str) -> tuple[str, ...] | None:
        """What somebody decided for this value: one text a column."""
        found = self.answers.get(answer_key(table, columns))
        text = found.get(value) if isinstance(found, Mapping) else found
        if text is None:
            return None
        parts = text.split("-") if len(columns) > 1 else [text]
        return tuple(parts) if len(parts) == len(columns) else None

    def of_kind(self, *kinds: NoteKind) -> list[NoteKey]:
        """The notes of some kinds."""
        return [key for key in self.rows if key.kind in kinds]
