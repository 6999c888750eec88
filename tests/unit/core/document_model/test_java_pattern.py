"""Patterns of the models mean in Python what they mean in Java."""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.errors import InvalidModelError


@pytest.mark.parametrize("end", ["\n", "\r", "\u0085", "\u2028", "\u2029"])
def test_a_dot_stops_at_the_ends_of_lines_that_java_knows(end: str) -> None:
    assert compile_java("a.b").fullmatch(f"a{end}b") is None
    assert compile_java("a[.]b").fullmatch("a.b")
    assert compile_java(r"a\.b").fullmatch(f"a{end}b") is None


def test_other_characters_are_any_character() -> None:
    assert compile_java(".*").fullmatch("é\u00a0\v\x1c😀")


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        (r"\d+", "123", True),
        (r"\d+", "١٢٣", False),
        (r"\w+", "abc_1", True),
        (r"\w+", "é", False),
        (r"\s", "\u00a0", False),
        (r"\s", "\t", True),
        ("(?i)é", "É", False),
        ("(?i)plu", "PLU", True),
        (r"[^\/]*", "a b.pdf", True),
        (r"[.]", "x", False),
        (r"[^.]", "x", True),
        ("[a].", "a\r", False),
        (r"\[.", "[x", True),
        (r"[\].]", "x", False),
        (r"(?<annee>[0-9]{4})", "2018", True),
        (r"(?<=a)b|ab", "ab", True),
        (r"a(?!b).", "ac", True),
    ],
)
def test_what_matches_whole(pattern: str, text: str, matches: bool) -> None:  # noqa: FBT001
    assert (compile_java(pattern).fullmatch(text) is not None) is matches


def test_named_groups() -> None:
    match = compile_java("(?<annee>[0-9]{4})").fullmatch("2018")
    assert match is not None
    assert match.group("annee") == "2018"


def test_case_is_ignored_in_ascii_only() -> None:
    pattern = compile_java("zone_é", ignore_case=True)
    assert pattern.fullmatch("ZONE_é")
    assert pattern.fullmatch("ZONE_É") is None
    assert compile_java("k", ignore_case=True).fullmatch("\u212a") is None  # the sign of the kelvin


@pytest.mark.parametrize("pattern", ["(", "[", "a{2,1}", "*", "a{99999999999}", "(" * 5000, "a\\"])
def test_a_wrong_pattern_is_a_fault_of_the_model(pattern: str) -> None:
    with pytest.raises(InvalidModelError, match=r"Le motif « .* » du modèle ne peut être lu"):
        compile_java(pattern)
