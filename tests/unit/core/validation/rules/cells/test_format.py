"""ATTRIBUTE_INVALID_FORMAT"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import cell_faults, column

CODE = "ATTRIBUTE_INVALID_FORMAT"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("Boolean", "ce n'est pas un boolean"),
        ("Boolean", "oui"),
        ("Integer", "50.1"),
        ("Integer", "1,0"),
        ("Double", "1,5"),
        ("Double", "1 000"),
        ("Date", "2015/17/25"),
        ("Date", "1/7/2015"),
        ("Filename", "a b.pdf"),
        ("Path", "C:\\x"),
        ("Url", "www.x.fr"),
    ],
)
def test_a_text_of_another_type(kind: str, value: str) -> None:
    assert cell_faults(column(kind=kind), value) == [(CODE, "1", {"VALUE": value, "EXPECTED_TYPE": kind})]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("String", "anything at all"),
        ("Boolean", "T"),
        ("Integer", "1e3"),
        ("Double", "0x1p3"),
        ("Date", "2015"),
        ("Filename", "commune.csv"),
        ("Path", "commune.csv"),
        ("Url", "http:a.pdf"),
    ],
)
def test_a_text_of_the_type(kind: str, value: str) -> None:
    assert cell_faults(column(kind=kind), value, files=["commune.csv"]) == []


@pytest.mark.parametrize("kind", ["Boolean", "Integer", "Double", "Date", "Filename", "Path", "Url"])
def test_an_empty_cell_has_no_form(kind: str) -> None:
    assert cell_faults(column(kind=kind), None) == []


def test_the_value_is_shown_with_its_controls_written_out() -> None:
    values = {"VALUE": "a-fil\\u0092e\\n.txt", "EXPECTED_TYPE": "Filename"}
    assert cell_faults(column(kind="Filename"), "a-fil\u0092e\n.txt") == [(CODE, "1", values)]


def test_no_other_rule_looks_at_the_cell() -> None:
    strict = column(kind="Url", max_length=2)
    assert [code for code, _, _ in cell_faults(strict, "nowhere", string_all="LATIN1")] == [CODE]
    assert [code for code, _, _ in cell_faults(strict, "http://é’x", string_all="LATIN1")] == [
        "ATTRIBUTE_CHARACTERS_REPLACED",
        "ATTRIBUTE_SIZE_EXCEEDED",
    ]


@pytest.mark.parametrize("value", ["9" * 5000, "0x1p99999999999"])
def test_an_immense_number_ends_nothing(value: str) -> None:
    assert cell_faults(column(kind="Integer"), value)[0][0] == CODE
    assert cell_faults(column(kind="Double"), value) == []  # Java reads them as Infinity
