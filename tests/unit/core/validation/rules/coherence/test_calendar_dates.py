"""DATE_NOT_IN_CALENDAR"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import STANDARD, SaidOfRow, cell_faults, column

CODE = "DATE_NOT_IN_CALENDAR"


def faults(value: str | None, name: str = "DATVALID") -> list[SaidOfRow]:
    return cell_faults(column(name), value, families=STANDARD)


@pytest.mark.parametrize("value", ["20180101", "20160229", "00000000", "20180000", None])
def test_dates_that_exist_or_are_conventional(value: str | None) -> None:
    assert faults(value) == []


@pytest.mark.parametrize("value", ["20150229", "20151717", "20180431", "20180100", "99999999", "00000101"])
def test_dates_that_do_not(value: str) -> None:
    assert faults(value) == [(CODE, "1", {"VALUE": value})]


@pytest.mark.parametrize("value", ["2015-13-01", "201513", "2015130100", "à venir", "٢٠١٥١٣٠١"])
def test_another_form_is_the_pattern_s_matter(value: str) -> None:
    assert faults(value) == []


@pytest.mark.parametrize("name", ["DATAPPRO", "DATVALID", "DATEREF", "datefin"])
def test_columns_of_dates(name: str) -> None:
    assert faults("20151301", name) == [(CODE, "1", {"VALUE": "20151301"})]


def test_other_columns() -> None:
    assert faults("20151301", "LIBELLE") == []
