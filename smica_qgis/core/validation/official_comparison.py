"""Our official family held against a report of the official tool, finding by finding, as two multisets.

A finding is what both tell: code, level, file model, attribute, file, row. Messages are worded otherwise; what only
says which program ran (VALIDATOR_INFO) is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from smica_qgis.core.validation.finding import Finding, Level

_PROGRAM = "VALIDATOR_INFO"


@dataclass(frozen=True, order=True)
class FindingKey:
    """What tells a finding from another in both reports."""

    code: str
    level: str
    file_model: str = ""
    attribute: str = ""
    file: str = ""
    id: str = ""

    def __str__(self) -> str:
        """For people: what is known of it."""
        row = f"ligne {self.id}" if self.id else ""
        return " · ".join(part for part in (self.code, self.file or self.file_model, self.attribute, row) if part)

    @property
    def blocks(self) -> bool:
        """Whether one such finding makes a delivery invalid."""
        return self.level in (Level.ERROR.value, Level.FATAL.value)


@dataclass(frozen=True)
class Difference:
    """A finding that one says more often than the other."""

    key: FindingKey
    ours: int
    theirs: int


def key_of(finding: Finding) -> FindingKey:
    """The key of one of our findings."""
    return FindingKey(
        finding.code, finding.level.value, finding.file_model, finding.attribute, finding.file, finding.id or ""
    )


def differences(ours: Iterable[FindingKey], theirs: Iterable[FindingKey]) -> list[Difference]:
    """What the two reports do not say as often, in the order of the keys; empty when they agree."""
    mine = Counter(key for key in ours if key.code != _PROGRAM)
    other = Counter(key for key in theirs if key.code != _PROGRAM)
    return [Difference(key, mine[key], other[key]) for key in sorted({*mine, *other}) if mine[key] != other[key]]
