"""The verdict in the words of the screens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smica_qgis.core.validation.finding import Level
from smica_qgis.core.validation.report import Report
from smica_qgis.reports.wording import counted, number, verdict_sentence
from tests.unit.reports.made_report import finding, made_report, unreadable


def report(*codes: str, **header: object) -> Report:
    made = made_report([finding(code) for code in codes])
    return replace(made, header=replace(made.header, **header))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        ((), "Recevable par le Géoportail"),
        (("FILE_UNEXPECTED", "D5_DATVALID_AFTER_DATAPPRO"), "Recevable par le Géoportail"),
        (("CNIG_IDURBA_UNEXPECTED",), "Refusée par le Géoportail : 1 erreur"),
        (("CNIG_IDURBA_UNEXPECTED",) * 23, "Refusée par le Géoportail : 23 erreurs"),
        (("VALIDATOR_EXCEPTION", "CNIG_IDURBA_UNEXPECTED"), "Refusée par le Géoportail : 2 erreurs"),
    ],
)
def test_verdict(codes: tuple[str, ...], sentence: str) -> None:
    assert verdict_sentence(report(*codes)) == sentence


def test_unreadable() -> None:
    assert verdict_sentence(unreadable()) == "Illisible"


def test_without_the_official_family_nothing_is_said_of_the_geoportail() -> None:
    assert "Recevable" not in verdict_sentence(report(families=("standard",)))


def test_an_interrupted_run_is_not_declared_fit() -> None:
    assert "Recevable" not in verdict_sentence(report(partial=True))
    assert verdict_sentence(report("CNIG_IDURBA_UNEXPECTED", partial=True)).startswith("Refusée")


def test_numbers_are_french() -> None:
    assert number(1234567) == "1\u202f234\u202f567"
    assert [counted(n, Level.WARNING) for n in (0, 1, 2)] == [
        "0 avertissement",
        "1 avertissement",
        "2 avertissements",
    ]
