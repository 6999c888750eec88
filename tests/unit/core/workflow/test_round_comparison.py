from __future__ import annotations

import random
from dataclasses import replace

from smica_qgis.core.validation.finding import Family, Finding, Level, Scope
from smica_qgis.core.workflow.finding_states import JustifiedException
from smica_qgis.core.workflow.procedure import RuleSet
from smica_qgis.core.workflow.round_comparison import CheckedRound, Fate, carried_over, compare_findings

RULES = RuleSet("cnig_PLU_2024", "m", "0.2.0", rules={"A": "1", "B": "1"})


def fault(code: str, identity: str, row: int | None = None) -> Finding:
    key = f"{code}|ZONE_URBA|LIBELLE|{identity}"
    return Finding(code, Family.OFFICIAL, Level.ERROR, Scope.FEATURE, "ZONE_URBA", "LIBELLE", key=key, row=row)


def fates(compared: list) -> list[tuple[str, str]]:
    return [(one.fate.value, one.finding.key.split("|")[0] + one.finding.key.split("|")[-1]) for one in compared]


def test_fixed_still_there_and_new() -> None:
    before = CheckedRound([fault("A", "z1"), fault("A", "z2")], RULES)
    after = CheckedRound([fault("A", "z2"), fault("B", "z3")], RULES)
    assert fates(compare_findings(before, after)) == [("still", "Az2"), ("new", "Bz3"), ("fixed", "Az1")]


def test_the_order_of_the_rows_changes_nothing() -> None:
    findings = [fault("A", f"z{i}", i) for i in range(50)]
    shuffled = [replace(one, row=50 - (one.row or 0)) for one in findings]
    random.Random(3).shuffle(shuffled)  # noqa: S311 - no secret
    compared = compare_findings(CheckedRound(findings, RULES), CheckedRound(shuffled, RULES))
    assert {one.fate for one in compared} == {Fate.STILL}
    assert len(compared) == 50


def test_a_fault_on_an_object_that_moved_is_still_there() -> None:
    before = CheckedRound([fault("A", "geometry=aa", 4), fault("A", "geometry=cc", 5)], RULES)
    after = CheckedRound([fault("A", "geometry=bb", 7)], RULES)
    compared = compare_findings(before, after, {"ZONE_URBA": {4: 7, 5: 8}})
    assert fates(compared) == [("still", "Ageometry=bb"), ("fixed", "Ageometry=cc")]
    assert compared[0].before is before.findings[0]
    assert fates(compare_findings(before, after))[0] == ("new", "Ageometry=bb")


def test_a_changed_rule_is_not_the_authors_fault() -> None:
    later = replace(RULES, rules={"A": "2", "C": "1"})
    before = CheckedRound([fault("A", "z1"), fault("B", "z1")], RULES)
    after = CheckedRound([fault("A", "z1"), fault("A", "z2"), fault("C", "z9")], later)
    assert fates(compare_findings(before, after)) == [
        ("still", "Az1"),
        ("rule_new", "Az2"),
        ("rule_new", "Cz9"),
        ("rule_dropped", "Bz1"),
    ]


def test_checking_the_earlier_delivery_again_tells_the_rules_from_the_author() -> None:
    later = replace(RULES, rules={"A": "2", "B": "1"})
    before = CheckedRound([fault("A", "z1"), fault("B", "z1"), fault("A", "z5")], RULES)
    rechecked = CheckedRound([fault("A", "z1"), fault("A", "z2"), fault("A", "z5"), fault("A", "z6")], later)
    after = CheckedRound([fault("A", "z1"), fault("A", "z2"), fault("A", "z3")], later)
    assert fates(compare_findings(before, after, rechecked=rechecked)) == [
        ("still", "Az1"),
        ("rule_new", "Az2"),
        ("new", "Az3"),
        ("fixed", "Az5"),
        ("rule_dropped", "Bz1"),
    ]


def test_another_standard_makes_every_new_finding_its_own() -> None:
    before = CheckedRound([], RULES)
    after = CheckedRound([fault("A", "z1")], replace(RULES, standard="cnig_PLU_2025"))
    assert fates(compare_findings(before, after)) == [("rule_new", "Az1")]


def test_exceptions_follow_their_finding() -> None:
    before = CheckedRound([fault("A", "geometry=aa", 4), fault("A", "z1", 1)], RULES)
    after = CheckedRound([fault("A", "geometry=bb", 7)], RULES)
    compared = compare_findings(before, after, {"ZONE_URBA": {4: 7}})
    exceptions = [JustifiedException(one.key, "toléré", "ddt", "2026-01-01", 1) for one in before.findings]
    kept = carried_over(exceptions, compared)
    assert [one.key for one in kept] == [after.findings[0].key]
    assert kept[0].reason == "toléré"
