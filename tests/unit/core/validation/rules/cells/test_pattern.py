"""ATTRIBUTE_INVALID_REGEXP"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import cell_faults, column

CODE = "ATTRIBUTE_INVALID_REGEXP"
ASSERTED = "(aa|b|bb|cccCCC|[0-9]{5})"


@pytest.mark.parametrize("value", ["b", "aa", "bb", "cccCCC", "96541", None])
def test_a_text_of_the_pattern(value: str | None) -> None:
    assert cell_faults(column(pattern=ASSERTED), value) == []


@pytest.mark.parametrize("value", ["9Cou", "B", "aab", "965411", "b\nb"])
def test_the_whole_text_counts_and_its_case(value: str) -> None:
    expected = {"VALUE": value, "REGEXP": ASSERTED}
    assert cell_faults(column(pattern=ASSERTED), value) == [(CODE, "1", expected)]


def test_a_pattern_may_ignore_case_itself() -> None:
    assert cell_faults(column(pattern="(?i)plu"), "PLU") == []


@pytest.mark.parametrize("value", ["a\nb", "a\rb", "a\u2028b"])
def test_a_dot_does_not_match_the_end_of_a_line(value: str) -> None:
    assert cell_faults(column(pattern="a.b"), value)[0][0] == CODE


def test_a_native_date_of_a_dbf_is_refused() -> None:
    expected = {"VALUE": "2013/09/26", "REGEXP": "[0-9]{8}"}
    assert cell_faults(column(pattern="[0-9]{8}"), "2013/09/26") == [(CODE, "1", expected)]


@pytest.mark.parametrize("kind", ["Filename", "Url", "Integer", "Double"])
def test_a_pattern_on_another_type_is_ignored(kind: str) -> None:
    value = {"Url": "http://x", "Filename": "a.csv"}.get(kind, "1")
    assert cell_faults(column(kind=kind, pattern="z"), value, files=["a.csv"]) == []
