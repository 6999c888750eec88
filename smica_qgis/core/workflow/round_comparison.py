"""Two rounds of one document, finding by finding: fixed, still there, new — and what is the rules' doing."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from smica_qgis.core.validation.finding import Finding
from smica_qgis.core.workflow.finding_states import JustifiedException
from smica_qgis.core.workflow.procedure import RuleSet

MovedRows = Mapping[str, Mapping[int, int]]
"""Name of the table's model → row of the earlier round → row of the later one, for objects that are the same."""


class Fate(enum.Enum):
    """What became of a finding. RULE_NEW and RULE_DROPPED are changes of rules or of standard, not of the author."""

    FIXED = "fixed"
    STILL = "still"
    NEW = "new"
    RULE_NEW = "rule_new"
    RULE_DROPPED = "rule_dropped"


@dataclass(frozen=True)
class CheckedRound:
    """What a round was found to hold, and by which rules."""

    findings: Sequence[Finding]
    rules: RuleSet


@dataclass(frozen=True)
class ComparedFinding:
    """A finding and its fate. finding: of the later round, of the earlier one when it is fixed or dropped.

    before: the earlier finding that it is, for one that is still there (its own key may differ when the object moved).
    """

    fate: Fate
    finding: Finding
    before: Finding | None = None


def compare_findings(
    before: CheckedRound,
    after: CheckedRound,
    moved: MovedRows | None = None,
    rechecked: CheckedRound | None = None,
) -> list[ComparedFinding]:
    """Compare two rounds: those of the later one in their order, then those that are gone in theirs.

    By key first; then a finding of the same code, table and attribute on an object that moved. moved: objects
    recognised by their overlap, from the comparison of the objects. rechecked: the earlier delivery checked again by
    the rules of the later round, which tells exactly what the rules changed; without it, that is told code by code.
    """
    if rechecked is not None:
        return _against_recheck(before, after, rechecked, moved or {})
    pairs, gone = _pairs(before.findings, after.findings, moved or {})
    changed = _changed_rules(before.rules, after.rules)
    compared = []
    for place, finding in enumerate(after.findings):
        if place in pairs:
            compared.append(ComparedFinding(Fate.STILL, finding, pairs[place]))
        else:
            compared.append(ComparedFinding(Fate.RULE_NEW if finding.code in changed else Fate.NEW, finding))
    for finding in gone:
        dropped = finding.code in changed and finding.code not in after.rules.rules
        compared.append(ComparedFinding(Fate.RULE_DROPPED if dropped else Fate.FIXED, finding))
    return compared


def _against_recheck(
    before: CheckedRound, after: CheckedRound, rechecked: CheckedRound, moved: MovedRows
) -> list[ComparedFinding]:
    """What the earlier delivery is found to hold today says which changes are the author's."""
    told = {finding.key: finding for finding in before.findings}
    today = {finding.key for finding in rechecked.findings}
    pairs, gone = _pairs(rechecked.findings, after.findings, moved)
    compared = []
    for place, finding in enumerate(after.findings):
        known = pairs.get(place)
        if known is None:
            compared.append(ComparedFinding(Fate.NEW, finding))
        elif known.key in told:
            compared.append(ComparedFinding(Fate.STILL, finding, told[known.key]))
        else:
            compared.append(ComparedFinding(Fate.RULE_NEW, finding))
    compared.extend(ComparedFinding(Fate.FIXED, told[one.key]) for one in gone if one.key in told)
    compared.extend(ComparedFinding(Fate.RULE_DROPPED, one) for one in before.findings if one.key not in today)
    return compared


def _pairs(
    before: Sequence[Finding], after: Sequence[Finding], moved: MovedRows
) -> tuple[dict[int, Finding], list[Finding]]:
    """Place of each later finding that was there before → the earlier one; and the earlier ones that are gone."""
    gone = {finding.key: finding for finding in before}
    pairs: dict[int, Finding] = {}
    for place, finding in enumerate(after):
        known = gone.pop(finding.key, None)
        if known is not None:
            pairs[place] = known
    _pair_moved(after, gone, pairs, moved)
    return pairs, list(gone.values())


def _pair_moved(
    after: Sequence[Finding], gone: dict[str, Finding], pairs: dict[int, Finding], moved: MovedRows
) -> None:
    """Pair what is left on objects that moved: same code, table and attribute, each earlier finding once."""
    left: dict[tuple[str, str, str, int], list[str]] = {}
    for key, finding in gone.items():
        row = moved.get(finding.file_model, {}).get(-1 if finding.row is None else finding.row)
        if row is not None:
            left.setdefault((finding.code, finding.file_model, finding.attribute, row), []).append(key)
    for place, finding in enumerate(after):
        if place in pairs or finding.row is None:
            continue
        keys = left.get((finding.code, finding.file_model, finding.attribute, finding.row))
        if keys:
            pairs[place] = gone.pop(keys.pop(0))


def _changed_rules(before: RuleSet, after: RuleSet) -> frozenset[str]:
    """Codes whose rule is not the same in both; every code when the standard itself changed."""
    if before.standard != after.standard or before.model_sha256 != after.model_sha256:
        return frozenset(before.rules) | frozenset(after.rules)
    codes = before.rules.keys() | after.rules.keys()
    return frozenset(code for code in codes if before.rules.get(code) != after.rules.get(code))


def carried_over(
    exceptions: Iterable[JustifiedException], compared: Iterable[ComparedFinding]
) -> list[JustifiedException]:
    """The exceptions that still stand in the later round, under the keys that its findings have there."""
    now = {one.before.key: one.finding.key for one in compared if one.before is not None}
    return [replace(exception, key=now[exception.key]) for exception in exceptions if exception.key in now]
