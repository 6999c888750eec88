"""Dates that follow from controls: to the day, at the ends of months and at the edges of delays."""

from __future__ import annotations

from datetime import date

import pytest

from smica_qgis.core.anc.controls import (
    Controle,
    ServiceRules,
    due_status,
    is_conforming,
    next_control,
    sale_report_end,
    works_deadline,
)
from smica_qgis.core.anc.vocabulary import Classe, Constat, EtatInstallation, Nature, Refus
from smica_qgis.core.month_arithmetic import add_months, add_years

INC = frozenset({Constat.INC})
VISIT = date(2020, 2, 29)


def control(nature: Nature = Nature.PER, **values: object) -> Controle:
    return Controle(nature, **{"date_visite": VISIT, "constats": frozenset(), **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 8, 31), 1, date(2025, 9, 30)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
    ],
)
def test_months_end_on_their_last_day(start: date, months: int, expected: date) -> None:
    assert add_months(start, months) == expected


def test_a_year_after_the_29_of_february() -> None:
    assert add_years(VISIT, 1) == date(2021, 2, 28)
    assert add_years(VISIT, 4) == date(2024, 2, 29)


def test_a_period_by_outcome_and_by_machinery_never_beyond_ten_years() -> None:
    rules = ServiceRules(perio_conforme_an=12, perio_nc_an=4, perio_meca_an=6)
    good, bad = [control()], [control(constats=INC)]
    assert next_control(good, rules, mechanical=False).date == date(2030, 2, 28)
    assert next_control(good, rules, mechanical=False).capped
    assert next_control(good, rules, mechanical=True).date == date(2026, 2, 28)
    assert next_control(bad, rules, mechanical=True).date == date(2024, 2, 29)
    assert not next_control(bad, rules, mechanical=True).capped
    assert next_control(bad, ServiceRules(), mechanical=True).date == date(2030, 2, 28)


def test_projects_counter_visits_and_closed_doors_open_no_period() -> None:
    for one in (
        control(Nature.CON),
        control(Nature.CTV),
        control(refus=Refus.ABSENT),
        control(refus=Refus.REFUS),
        control(date_visite=None),
    ):
        assert next_control([one], ServiceRules(), mechanical=False).date is None
    first = control(Nature.REA, constats=None, conformite_neuf=True)
    assert next_control([first], ServiceRules(), mechanical=False).date == date(2030, 2, 28)


def test_the_last_control_counts_and_the_notification_stands_for_an_unknown_visit() -> None:
    later = control(date_visite=None, date_transmission=date(2022, 5, 1))
    due = next_control([later, control()], ServiceRules(), mechanical=False)
    assert (due.last, due.date) == (later, date(2032, 5, 1))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2029, 8, 31), "A_JOUR"),
        (date(2029, 9, 1), "PROCHE"),
        (date(2030, 2, 28), "PROCHE"),
        (date(2030, 3, 1), "ECHU"),
        (date(2031, 2, 27), "ECHU"),
        (date(2031, 2, 28), "ECHU_1AN"),
    ],
)
def test_where_an_installation_stands(today: date, expected: str) -> None:
    assert due_status(EtatInstallation.ACT, date(2030, 2, 28), today) == expected
    assert due_status(EtatInstallation.RACC, date(2030, 2, 28), today) == "EXCLU"
    assert due_status(EtatInstallation.ACT, None, today) == "JAMAIS"


@pytest.mark.parametrize(
    ("classe", "sold", "expected"),
    [
        ("A", None, date(2024, 3, 10)),
        ("B", None, date(2024, 3, 10)),
        ("A", date(2021, 6, 1), date(2022, 6, 1)),
        ("A", date(2023, 6, 1), date(2024, 3, 10)),
        ("C", None, None),
        ("C", date(2021, 6, 1), date(2022, 6, 1)),
        ("ABS", None, date(2020, 3, 10)),
        ("D", date(2021, 6, 1), None),
        ("E", None, None),
    ],
)
def test_the_last_day_of_the_works(classe: str, sold: date | None, expected: date | None) -> None:
    one = control(constats=None, classe_saisie=Classe(classe), date_transmission=date(2020, 3, 10), date_acte=sold)
    assert works_deadline(one, ServiceRules()) == expected


def test_no_deadline_is_made_up_when_the_notification_is_not_dated() -> None:
    assert works_deadline(control(constats=None, classe_saisie=Classe.A), ServiceRules()) is None


def test_the_computed_class_holds_unless_a_reason_is_given_and_both_are_kept() -> None:
    without = control(constats=INC, classe_saisie=Classe.E)
    assert (without.computed_class, without.classe) == (Classe.C, Classe.C)
    reasoned = control(constats=INC, classe_saisie=Classe.E, motif="ouvrage retrouvé")
    assert (reasoned.computed_class, reasoned.classe) == (Classe.C, Classe.E)


def test_the_indicator_takes_case_c_for_conforming() -> None:
    conforming = {classe: is_conforming(control(constats=None, classe_saisie=classe)) for classe in Classe}
    assert {classe.value for classe, ok in conforming.items() if ok} == {"C", "D", "E"}
    assert is_conforming(control(Nature.REA, constats=None, conformite_neuf=False)) is False


def test_a_report_serves_a_sale_for_three_years() -> None:
    assert sale_report_end(control(), ServiceRules()) == date(2023, 2, 28)
    assert sale_report_end(control(Nature.CON), ServiceRules()) is None
