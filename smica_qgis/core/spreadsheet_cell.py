"""Texts that come from outside and go into a spreadsheet, which takes some of them for formulas and runs them."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def not_a_formula(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_STARTS) else text
