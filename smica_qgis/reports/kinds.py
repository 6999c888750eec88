"""Findings gathered the way a person reads them: family → theme → kind → places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from smica_qgis.core.validation.finding import Family, Level

if TYPE_CHECKING:
    from smica_qgis.core.validation.catalogue import RuleText
    from smica_qgis.core.validation.finding import Finding
    from smica_qgis.core.validation.report import Report

LEVELS = tuple(Level)


@dataclass(frozen=True)
class Kind:
    """All the places of one fault: one code at one level.

    Each SQL condition is a kind of its own; sentence: what that condition says, or an empty text.
    """

    rule: RuleText
    level: Level
    sentence: str
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Theme:
    """The kinds of one theme within one family, the gravest first."""

    name: str
    kinds: list[Kind]

    @property
    def counts(self) -> Counter[Level]:
        """How many places by level."""
        return _counts(self.kinds)


@dataclass(frozen=True)
class FamilyKinds:
    """The themes of one family, the one with the gravest finding first."""

    family: Family
    themes: list[Theme]

    @property
    def counts(self) -> Counter[Level]:
        """How many places by level."""
        return _counts([kind for theme in self.themes for kind in theme.kinds])


def kinds_of(report: Report) -> list[FamilyKinds]:
    """The three families, always all three, with their themes and kinds."""
    kinds: dict[tuple[Family, Level, str, str], Kind] = {}
    for finding in report.findings:
        condition = finding.values.get("CONDITION", "")
        key = (finding.family, finding.level, finding.code, condition)
        kind = kinds.get(key)
        if kind is None:
            sentence = report.catalogue.condition_sentence(condition) if condition else ""
            kind = kinds[key] = Kind(report.catalogue[finding.code], finding.level, sentence)
        kind.findings.append(finding)
    return [
        FamilyKinds(family, _themes([kind for key, kind in kinds.items() if key[0] is family])) for family in Family
    ]


def _themes(kinds: list[Kind]) -> list[Theme]:
    themes: dict[str, list[Kind]] = {}
    for kind in sorted(kinds, key=lambda k: LEVELS.index(k.level)):  # stable: then the order of the report
        themes.setdefault(kind.rule.theme, []).append(kind)
    return [Theme(name, of_theme) for name, of_theme in themes.items()]


def _counts(kinds: list[Kind]) -> Counter[Level]:
    counts: Counter[Level] = Counter()
    for kind in kinds:
        counts[kind.level] += len(kind.findings)
    return counts
