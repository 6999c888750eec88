"""Delays of permits: base, increases, completeness, ends of months."""

from __future__ import annotations

from datetime import date

import pytest

from smica_qgis.core.ads.deadlines import PermitDates, base_delay, decision_deadline, delay_status, validity_end

DEPOSIT = date(2025, 1, 31)


def permit(kind: str = "DP", etat: str = "INS", **values: object) -> PermitDates:
    return PermitDates(kind, etat, **{"date_depot": DEPOSIT, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "cu", "house", "months"),
    [
        ("DP", "", None, 1),
        ("PC", "", True, 2),
        ("PC", "", False, 3),
        ("PC", "", None, 3),
        ("PA", "", None, 3),
        ("PD", "", None, 2),
        ("CU", "A", None, 1),
        ("CU", "b", None, 2),
        ("CU", "", None, None),
        ("RE", "", None, None),
    ],
)
def test_base_delays(kind: str, cu: str, house: object, months: int | None) -> None:
    assert base_delay(kind, cu, house=None if house is None else bool(house)) == months


def test_a_month_from_the_31_of_january_ends_with_february() -> None:
    assert decision_deadline(permit()) == date(2025, 2, 28)


def test_the_clock_starts_when_the_dossier_is_complete_and_increases_add_up() -> None:
    assert decision_deadline(permit("PC", date_complet=date(2025, 3, 31), majoration_mois=1)) == date(2025, 7, 31)
    assert decision_deadline(permit("PC", date_complet=date(2025, 3, 31), delai_mois=8)) == date(2025, 11, 30)
    assert decision_deadline(permit("PC", "INC")) is None
    assert decision_deadline(permit("PC", "INC", date_complet=date(2025, 3, 1))) == date(2025, 6, 1)
    assert decision_deadline(permit("PC", date_depot=None)) is None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2025, 2, 17), "EN_COURS"),
        (date(2025, 2, 18), "PROCHE"),
        (date(2025, 2, 28), "PROCHE"),
        (date(2025, 3, 1), "DEPASSE"),
    ],
)
def test_the_last_day_is_still_in_time(today: date, expected: str) -> None:
    assert delay_status(permit(), today, 10) == expected


def test_what_has_no_running_delay() -> None:
    today = date(2026, 1, 1)
    assert delay_status(permit("DP", "INC"), today, 10) == "SUSPENDU"
    assert delay_status(permit("RE"), today, 10) == "SANS_DELAI"
    assert delay_status(permit("DP", "DEC_FAV"), today, 10) == "DECIDE"
    assert delay_status(permit(date_decision=date(2025, 2, 1)), today, 10) == "DECIDE"


def test_validity() -> None:
    decided = date(2024, 2, 29)
    assert validity_end(permit("PC", "DEC_FAV", date_decision=decided)) == date(2027, 2, 28)
    assert validity_end(permit("CU", "DEC_FAV", date_decision=decided)) == date(2025, 8, 29)
    assert validity_end(permit("PC", "DEC_FAV", date_decision=decided, date_doc=date(2025, 1, 1))) is None
    assert validity_end(permit("PC", "DEC_DEF", date_decision=decided)) is None
