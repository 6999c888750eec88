"""ATTRIBUTE_SIZE_TOO_SHORT, ATTRIBUTE_SIZE_EXCEEDED"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import cell_faults, column

SHORT, LONG = "ATTRIBUTE_SIZE_TOO_SHORT", "ATTRIBUTE_SIZE_EXCEEDED"
URL = "https://example.org/something"
FILES = ["abcd.pdf"]


@pytest.mark.parametrize(
    ("kind", "most", "value", "length"),
    [("String", 5, "abcdef", 6), ("Url", 10, URL, 29), ("Filename", 5, "abcd.pdf", 8), ("Path", 5, "abcd.pdf", 8)],
)
def test_too_long(kind: str, most: int, value: str, length: int) -> None:
    expected = {"VALUE_LENGTH": str(length), "EXPECTED_LENGTH": str(most)}
    assert cell_faults(column(kind=kind, max_length=most), value, files=FILES) == [(LONG, "1", expected)]


@pytest.mark.parametrize(
    ("kind", "least", "value", "length"),
    [("String", 5, "abcd", 4), ("Url", 50, URL, 29), ("Filename", 10, "abcd.pdf", 8), ("Path", 10, "abcd.pdf", 8)],
)
def test_too_short(kind: str, least: int, value: str, length: int) -> None:
    expected = {"VALUE_LENGTH": str(length), "EXPECTED_LENGTH": str(least)}
    assert cell_faults(column(kind=kind, min_length=least), value, files=FILES) == [(SHORT, "1", expected)]


@pytest.mark.parametrize("value", ["abc", "abcde", None])
def test_within_the_greatest_length(value: str | None) -> None:
    assert cell_faults(column(max_length=5), value) == []


@pytest.mark.parametrize("value", ["abcde", "abcdef", None])
def test_within_the_least_length(value: str | None) -> None:
    assert cell_faults(column(min_length=5), value) == []


def test_java_counts_a_supplementary_character_for_two() -> None:
    assert cell_faults(column(max_length=1), "é") == []
    assert cell_faults(column(max_length=1), "😀")[0][2]["VALUE_LENGTH"] == "2"


def test_no_length_at_all_refuses_every_text() -> None:
    assert cell_faults(column(max_length=0), "a")[0][0] == LONG


@pytest.mark.parametrize("kind", ["Integer", "Double", "Boolean", "Date"])
def test_other_types_have_no_length(kind: str) -> None:
    value = {"Date": "20180101"}.get(kind, "1")
    assert cell_faults(column(kind=kind, max_length=0, min_length=99), value) == []
