"""Verdicts and counts."""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.finding import (
    Family,
    Finding,
    Level,
    Scope,
    Verdict,
    count_by_family_and_level,
    verdict_of,
)


def made(family: Family, level: Level) -> Finding:
    return Finding("X", family, level, Scope.DIRECTORY)


@pytest.mark.parametrize(
    ("level", "verdict"),
    [
        (Level.FATAL, Verdict.INVALID),
        (Level.ERROR, Verdict.INVALID),
        (Level.WARNING, Verdict.VALID),
        (Level.INFO, Verdict.VALID),
    ],
)
def test_what_the_official_family_decides(level: Level, verdict: Verdict) -> None:
    assert verdict_of([made(Family.OFFICIAL, Level.INFO), made(Family.OFFICIAL, level)]) is verdict


@pytest.mark.parametrize("family", [Family.STANDARD, Family.LOCAL])
def test_the_other_families_decide_nothing(family: Family) -> None:
    assert verdict_of([made(family, Level.ERROR), made(family, Level.FATAL)]) is Verdict.VALID


def test_nothing_found_and_nothing_opened() -> None:
    assert verdict_of([]) is Verdict.VALID
    assert verdict_of([], opened=False) is Verdict.UNREADABLE
    assert verdict_of([made(Family.OFFICIAL, Level.ERROR)], opened=False) is Verdict.UNREADABLE


def test_every_family_and_level_is_counted() -> None:
    none = {"FATAL": 0, "ERROR": 0, "WARNING": 0, "INFO": 0}
    assert count_by_family_and_level([]) == {"official": none, "standard": none, "local": none}
    found = [made(Family.OFFICIAL, Level.ERROR)] * 2 + [made(Family.STANDARD, Level.INFO)]
    assert count_by_family_and_level(found) == {
        "official": {**none, "ERROR": 2},
        "standard": {**none, "INFO": 1},
        "local": none,
    }
