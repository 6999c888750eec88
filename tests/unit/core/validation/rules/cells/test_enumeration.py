"""ATTRIBUTE_UNEXPECTED_VALUE"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import cell_faults, column

VALUES = ("aa", "b", "cccCCC", "96541", "9Cou")


@pytest.mark.parametrize("value", [*VALUES, None])
def test_a_value_of_the_list_passes(value: str | None) -> None:
    assert cell_faults(column(enum=VALUES), value) == []


@pytest.mark.parametrize("value", ["bb", "AA", "CCCccc", "9Coù", "a a"])
def test_case_and_accents_count(value: str) -> None:
    values = {"VALUE": value, "EXPECTED_VALUES": "aa, b, cccCCC, 96541, 9Cou"}
    assert cell_faults(column(enum=VALUES), value) == [("ATTRIBUTE_UNEXPECTED_VALUE", "1", values)]


def test_a_list_on_a_number_is_ignored() -> None:
    assert cell_faults(column(kind="Integer", enum=("1", "2")), "3") == []


def test_pattern_and_list_are_both_said_in_that_order() -> None:
    both = column(enum=("aa",), pattern="[a-z]+")
    assert [code for code, _, _ in cell_faults(both, "9")] == ["ATTRIBUTE_INVALID_REGEXP", "ATTRIBUTE_UNEXPECTED_VALUE"]
