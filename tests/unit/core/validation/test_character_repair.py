"""The repairs of texts, one by one and in their order."""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.character_repair import escaped, repaired
from smica_qgis.core.validation.options import CharacterChecks, read_options

LATIN1 = read_options({"string-all": "LATIN1"}).characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("correctement encodée", "correctement encodée"),
        ("correctement encodÃ©e", "correctement encodée"),
        ("Â°", "°"),
        ("â\u0080\u0099", "’"),
        ("Ã", "Ã"),
        ("à\u0080\u0080", "à\u0080\u0080"),  # not the UTF-8 of anything
        ("â\u009c\u0090", "\u2710"),
        ("â\u009c\u0091", "â\u009c\u0091"),  # beyond the repaired range
    ],
)
def test_utf8_that_was_read_as_latin1(text: str, expected: str) -> None:
    assert repaired(text, CharacterChecks(fix_utf8=True)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u0096\u0085\u2018\u2019\u2013", "-…''-"),
        ("\u009c\u0093\u0094\u0092", 'œ""\''),
        ("—œ", "—œ"),
    ],
)
def test_common_replacements(text: str, expected: str) -> None:
    assert repaired(text, CharacterChecks(simplify_common=True)) == expected


@pytest.mark.parametrize(("charset", "expected"), [("ISO-8859-1", "oeOE"), ("UTF-8", "œŒ"), ("ISO-8859-15", "œŒ")])
def test_ligatures_are_spelled_out_for_one_charset_only(charset: str, expected: str) -> None:
    assert repaired("œŒ", CharacterChecks(simplify_charset=charset)) == expected


def test_controls() -> None:
    checks = CharacterChecks(escape_controls=True)
    assert repaired("\b\f\n\r\t", checks) == "\b\f\n\r\t"
    assert repaired("\x00\x0b\x1f\x7f\u0092", checks) == "\\u0000\\u000b\\u001f\\u007f\\u0092"


@pytest.mark.parametrize(
    ("charset", "text", "expected"),
    [
        ("ISO-8859-1", "©é ᆦ \u0092 \t", "©é \\u11a6 \u0092 \t"),
        ("US-ASCII", "©é ᆦ \u0092", "\\u00a9\\u00e9 \\u11a6 \\u0092"),
        ("WINDOWS-1252", "œ ᆦ", "œ \\u11a6"),
        ("UTF-8", "œ ᆦ 😀", "œ ᆦ 😀"),
        ("ISO-8859-1", "😀", "\\u1f600"),
    ],
)
def test_what_a_charset_cannot_write(charset: str, text: str, expected: str) -> None:
    assert repaired(text, CharacterChecks(escape_charset=charset)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u009c", "oe"),  # first œ, then oe
        ("l’œuvre", "l'oeuvre"),
        ("â\u0080\u0099", "'"),
        ("\u0001ᆦ", "\\u0001\\u11a6"),
    ],
)
def test_all_of_them_in_order(text: str, expected: str) -> None:
    assert repaired(text, LATIN1) == expected


def test_none_of_them() -> None:
    assert repaired("œ\x01Ã©", CharacterChecks()) == "œ\x01Ã©"


@pytest.mark.parametrize(("char", "text"), [("\xff", "\\u00ff"), ("\x01", "\\u0001"), ("😀", "\\u1f600")])
def test_escapes(char: str, text: str) -> None:
    assert escaped(char) == text
