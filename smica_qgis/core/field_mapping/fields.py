"""What an import looks for in somebody's table: one field, its kind, and the names that its column often bears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class FieldKind(Enum):
    """How a cell is read."""

    TEXT = "text"
    FREE_TEXT = "free text"
    """Typed by hand: names of people are taken out."""
    IDENTIFIER = "identifier"
    """Refused when it holds a word that may be a name."""
    REFERENCE = "reference"
    """Made of digits and signs, without a space: no name looks like it."""
    CODE = "code"
    CODES = "codes"
    DATE = "date"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    INSEE = "insee"


@dataclass(frozen=True)
class Field:
    """name: column of the store; aliases: folded words of columns (see `proposal`); length: of a text.

    values: codes and their labels; synonyms: folded text → code. personal: only read when it is asked for.
    """

    name: str
    label: str
    kind: FieldKind
    aliases: tuple[str, ...] = ()
    length: int = 0
    required: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, str] = field(default_factory=dict)
    personal: bool = False
