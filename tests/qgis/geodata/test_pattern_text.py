"""Texts made from the patterns of the document models."""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidModelError
from smica_qgis.geodata.synthetic.pattern_text import text_matching

HINTS = {"[0-9]{9}": "249912015", "[0-9]{8}": "20251106"}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("DOC_URBA", "DOC_URBA"),
        ("DOC(UMENT)?_URBA(_[AB0-9]{3})?", "DOC_URBA"),
        (
            "Donnees_geographiques/[0-9]{9}_ZONE_URBA_[0-9]{8}",
            "Donnees_geographiques/249912015_ZONE_URBA_20251106",
        ),
        ("[0-9]{9}_(PADD|padd)_[0-9]{8}(_[a-zA-Z])?", "249912015_PADD_20251106"),
        ("(10|11|12)+", "10"),
        (r"a\.b\d{2,4}", "a.b00"),
        ("[^/]+x*", "x"),
        ("[abc]{2}(?:d|e)", "aad"),
        ("(a(b|c){2}|d)e", "abbe"),
    ],
)
def test_the_shortest_text(pattern: str, text: str) -> None:
    assert text_matching(pattern, HINTS) == text


@pytest.mark.parametrize("pattern", ["(abc", "[abc", "a(?=b)c"])
def test_what_is_not_read_is_said(pattern: str) -> None:
    with pytest.raises(InvalidModelError):
        text_matching(pattern)


def test_a_hint_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidModelError):
        text_matching("[0-9]{8}", {"[0-9]{8}": "in 2025"})


@pytest.mark.parametrize("name", bundled_registry().names())
def test_every_pattern_of_the_bundled_models_is_read(name: str) -> None:
    model = bundled_registry().load(name)
    patterns = {file.path for file in model.files}
    patterns |= {
        column.pattern for file in model.tables if file.table for column in file.table.columns if column.pattern
    }
    assert patterns
    for pattern in patterns:
        assert compile_java(pattern, ignore_case=True).fullmatch(text_matching(pattern))
