"""By which rules a report was made, as the instruction keeps it."""

from __future__ import annotations

import hashlib

from smica_qgis.core.validation.catalogue import RuleText
from smica_qgis.core.validation.report import Report
from smica_qgis.core.workflow.procedure import RuleSet

_DIGEST_SIZE = 8


def rule_set_of(report: Report) -> RuleSet:
    """The rules of the families that were run. A rule changes when its level, its scope or what it says does."""
    header = report.header
    rules = {rule.code: _digest(rule) for rule in report.catalogue if rule.family.value in header.families}
    name = report.model.name if report.model is not None else header.detection.model
    return RuleSet(name, header.model_source.sha256, header.versions.get("smica_qgis", ""), header.rule_profile, rules)


def _digest(rule: RuleText) -> str:
    said = f"{rule.level.value}\x1f{rule.scope.value}\x1f{rule.message}\x1f{rule.expected}"
    return hashlib.blake2b(said.encode(), digest_size=_DIGEST_SIZE).hexdigest()
