"""A short text that matches a pattern of a document model: file names, identifiers, codes.

Reads the few constructions that the models use: literals, classes, groups, alternatives, `? * + {n} {n,m}`.
What is optional is left out, the first alternative is taken, hints say what a class stands for
(`[0-9]{8}` is a date here, `[0-9]{9}` a SIREN).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.errors import InvalidModelError

_QUANTIFIER = re.compile(r"[?*+]|\{(?P<least>[0-9]+)(?:,[0-9]*)?\}")
_ESCAPED = {"d": "0", "w": "a", "s": " "}
_NO_HINTS: Mapping[str, str] = {}


def text_matching(pattern: str, hints: Mapping[str, str] = _NO_HINTS) -> str:
    """Return a text that the whole pattern matches.

    hints: source of an atom with its quantifier, as written in the pattern → the text to put there.
    Raises InvalidModelError when the pattern uses a construction that is not read here.
    """
    text = _Reader(pattern, hints).alternatives()
    if compile_java(pattern, ignore_case=True).fullmatch(text) is None:
        raise _unread(pattern)
    return text


def _unread(pattern: str) -> InvalidModelError:
    return InvalidModelError(f"Aucun texte n'a pu être formé pour l'expression « {pattern} » du modèle.")


class _Reader:
    """One pass over a pattern, writing the text as it reads."""

    def __init__(self, pattern: str, hints: Mapping[str, str]) -> None:
        self.pattern = pattern
        self.hints = hints
        self.position = 0

    def _next(self) -> str:
        return self.pattern[self.position : self.position + 1]

    def alternatives(self) -> str:
        """Read up to the end of the group or of the pattern; the first alternative is the text."""
        first = self._sequence()
        while self._next() == "|":
            self.position += 1
            self._sequence()
        return first

    def _sequence(self) -> str:
        out: list[str] = []
        while self._next() not in ("", "|", ")"):
            start = self.position
            text = self._atom()
            quantifier = _QUANTIFIER.match(self.pattern, self.position)
            if quantifier:
                self.position = quantifier.end()
                text *= _least(quantifier)
            out.append(self.hints.get(self.pattern[start : self.position], text))
        return "".join(out)

    def _atom(self) -> str:
        char = self._next()
        if char == "(":
            return self._group()
        if char == "[":
            return self._class()
        if char == "\\":
            escaped = self.pattern[self.position + 1 : self.position + 2]
            self.position += 2
            return _ESCAPED.get(escaped, escaped)
        self.position += 1
        return "x" if char == "." else char

    def _group(self) -> str:
        self.position += 3 if self.pattern.startswith("(?:", self.position) else 1
        text = self.alternatives()
        if self._next() != ")":
            raise _unread(self.pattern)
        self.position += 1
        return text

    def _class(self) -> str:
        end = self.pattern.find("]", self.position + 2)
        if end < 0:
            raise _unread(self.pattern)
        members = self.pattern[self.position + 1 : end]
        self.position = end + 1
        if members.startswith("^"):
            return "x"
        return "0" if "0-9" in members else members.lstrip("\\")[:1]


def _least(quantifier: re.Match[str]) -> int:
    if quantifier.group("least") is not None:
        return int(quantifier.group("least"))
    return 1 if quantifier.group() == "+" else 0
