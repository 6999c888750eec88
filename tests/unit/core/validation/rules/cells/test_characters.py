"""ATTRIBUTE_CHARACTERS_ILLEGAL, ATTRIBUTE_CHARACTERS_REPLACED"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import Passed, SaidOfRow, cell_faults, column

ILLEGAL, REPLACED = "ATTRIBUTE_CHARACTERS_ILLEGAL", "ATTRIBUTE_CHARACTERS_REPLACED"


def faults(value: str, kind: str = "String", **options: Passed) -> list[SaidOfRow]:
    return cell_faults(column(kind=kind), value, **options)


@pytest.mark.parametrize(
    ("value", "code", "fixed"),
    [
        ("a non latin character : œ", REPLACED, "a non latin character : oe"),
        ("a non latin character : \u11a6", ILLEGAL, "a non latin character : \\u11a6"),
        ("l’usine", REPLACED, "l'usine"),
        ("correctement encodÃ©e", REPLACED, "correctement encodée"),
    ],
)
def test_what_would_be_changed(value: str, code: str, fixed: str) -> None:
    assert faults(value, string_all="LATIN1") == [(code, "1", {"VALUE": value, "FIXED_VALUE": fixed})]


def test_a_control_is_illegal_and_shown_written_out() -> None:
    values = {"VALUE": "a forbidden control : \\u0001.", "FIXED_VALUE": "a forbidden control : \\u0001."}
    assert faults("a forbidden control : \x01.", string_all="LATIN1") == [(ILLEGAL, "1", values)]


def test_a_tab_stays_in_the_text_and_is_written_out_in_the_value() -> None:
    values = {"VALUE": "œ\\tb", "FIXED_VALUE": "oe\tb"}
    assert faults("œ\tb", string_all="LATIN1") == [(REPLACED, "1", values)]


def test_a_text_that_already_holds_an_escape_is_called_illegal() -> None:
    # the official tool looks for the two characters only
    assert faults("\\u00e9 œ", string_all="LATIN1")[0][0] == ILLEGAL


def test_every_type_is_looked_at() -> None:
    assert faults("œ.pdf", "Filename", string_all="LATIN1")[0][0] == REPLACED


def test_a_text_of_the_charset_passes() -> None:
    assert faults("une chaîne accentuée\r\n autre ligne", string_all="LATIN1") == []


@pytest.mark.parametrize("value", ["œ", "\u11a6", "a\x01b", "encodÃ©e"])
def test_without_an_option_nothing_is_said(value: str) -> None:
    assert faults(value) == []


def test_one_option_alone() -> None:
    values = {"VALUE": "œ\\u0001.", "FIXED_VALUE": "œ\\u0001."}
    assert faults("œ\x01.", string_escape_controls=True) == [(ILLEGAL, "1", values)]
