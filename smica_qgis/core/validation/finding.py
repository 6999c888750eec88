"""A finding: code + place + values. Never a text for a reader: the rule catalogue makes that."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
NO_VALUES: Mapping[str, str] = {}


class Family(enum.Enum):
    """Who says so: the Géoportail's tool, the standard's text, or the department and the syndicate."""

    OFFICIAL = "official"
    STANDARD = "standard"
    LOCAL = "local"


class Level(enum.Enum):
    """How serious, as the official tool spells it."""

    FATAL = "FATAL"
    ERROR = "ERROR"
    WARNING = "WARNING"
    INFO = "INFO"

    @property
    def blocks(self) -> bool:
        """Whether one such finding of the official family makes the delivery invalid."""
        return self in (Level.FATAL, Level.ERROR)


class Scope(enum.Enum):
    """What is being looked at, as the official report spells it."""

    DIRECTORY = "DIRECTORY"
    HEADER = "HEADER"
    FEATURE = "FEATURE"
    METADATA = "METADATA"


@dataclass(frozen=True)
class Finding:
    """One fault at one place.

    code, level, file_model, attribute, file, id, feature_id: as the official report (facts: report_format).
    values: the official parameter names and their text; feature_bbox: CRS84, 7 decimals;
    error_geometry: WKT point in CRS84; geometry: WKT of the fault itself in the layer's CRS, when the fault is
    geometric; row: index of the row in its table from 0, or None; related: identities of the other objects.
    key: stable between two deliveries: code + table + attribute + identity of the object.
    """

    code: str
    family: Family
    level: Level
    scope: Scope
    file_model: str = ""
    attribute: str = ""
    file: str = ""
    id: str | None = ""
    feature_id: str | None = ""
    feature_bbox: Box | None = None
    error_geometry: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    geometry: str | None = None
    related: tuple[str, ...] = ()
    rule: str = ""
    key: str = ""
    row: int | None = None
    xsd: tuple[str, str, str] | None = None


class Verdict(enum.Enum):
    """Of the official family: the only one that can say that the Géoportail will refuse."""

    VALID = "valid"
    INVALID = "invalid"
    UNREADABLE = "unreadable"


def count_by_family_and_level(findings: list[Finding]) -> dict[str, dict[str, int]]:
    """{"official": {"FATAL": 0, "ERROR": 23, …}, "standard": …, "local": …}, every family and level present."""
    counts = {family.value: {level.value: 0 for level in Level} for family in Family}
    for finding in findings:
        counts[finding.family.value][finding.level.value] += 1
    return counts


def verdict_of(findings: list[Finding], *, opened: bool = True) -> Verdict:
    """The verdict of design §8: invalid when the official family holds an ERROR or a FATAL."""
    if not opened:
        return Verdict.UNREADABLE
    refused = any(f.family is Family.OFFICIAL and f.level.blocks for f in findings)
    return Verdict.INVALID if refused else Verdict.VALID
