"""JSON whose values know the line that they were read on, so that an error of a profile can be found and repaired.

Strict JSON (RFC 8259): no comments, no NaN, no key twice in an object. The standard library's own reader of strings is
used; its reader of objects forgets where it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # absent from the stubs only
from typing import Union

from smica_qgis.core.errors import SmicaError

DEEPEST = 32
_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:[eE][-+]?\d{1,3})?")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}

Scalar = Union[str, int, float, bool, None]


@dataclass(frozen=True)
class Node:
    """A value and its line, counted from 1. value: a scalar, or a dict or a list of nodes."""

    value: Scalar | dict[str, Node] | list[Node]
    line: int


class JsonSyntaxError(SmicaError):
    """A text that is not JSON. line: where, from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read_positioned(text: str) -> Node:
    """Read one JSON value. Raises JsonSyntaxError, in French, with the line."""
    reader = _Reader(text)
    node = reader.value(0)
    reader.end()
    return node


class _Reader:
    """A place in the text that moves forward; the line is counted on the way."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def value(self, depth: int) -> Node:
        """The value that starts here."""
        if depth > DEEPEST:
            raise self._error(f"plus de {DEEPEST} niveaux d'objets ou de listes")
        self._skip_blank()
        line = self._line
        first = self._text[self._at : self._at + 1]
        if first == "{":
            return Node(self._object(depth), line)
        if first == "[":
            return Node(self._list(depth), line)
        if first == '"':
            return Node(self._string(), line)
        return Node(self._word_or_number(), line)

    def end(self) -> None:
        """Nothing may follow."""
        self._skip_blank()
        if self._at < len(self._text):
            raise self._error("du texte suit la fin du document")

    def _object(self, depth: int) -> dict[str, Node]:
        members: dict[str, Node] = {}
        self._take("{")
        if self._next_is("}"):
            return members
        while True:
            self._skip_blank()
            if self._text[self._at : self._at + 1] != '"':
                raise self._error("une clé entre guillemets est attendue (une virgule de trop ?)")
            key = self._string()
            if key in members:
                raise self._error(f"la clé « {key} » est écrite deux fois")
            self._take(":")
            members[key] = self.value(depth + 1)
            if self._next_is("}"):
                return members
            self._take(",")

    def _list(self, depth: int) -> list[Node]:
        items: list[Node] = []
        self._take("[")
        if self._next_is("]"):
            return items
        while True:
            items.append(self.value(depth + 1))
            if self._next_is("]"):
                return items
            self._take(",")

    def _string(self) -> str:
        try:
            text, end = scanstring(self._text, self._at + 1, True)
        except JSONDecodeError as error:
            raise self._error(f"un texte n'est pas fermé ou contient un caractère interdit ({error.msg})") from error
        self._at = end
        return str(text)

    def _word_or_number(self) -> Scalar:
        for word, meaning in _WORDS.items():
            if self._text.startswith(word, self._at):
                self._at += len(word)
                return meaning
        found = _NUMBER.match(self._text, self._at)
        if found is None:
            raise self._error("une valeur est attendue (texte entre guillemets, nombre, true, false, objet ou liste)")
        self._at = found.end()
        number = found.group()
        return int(number) if number.lstrip("-").isdigit() else float(number)

    def _take(self, mark: str) -> None:
        self._skip_blank()
        if self._text[self._at : self._at + 1] != mark:
            raise self._error(f"« {mark} » est attendu")
        self._at += 1

    def _next_is(self, mark: str) -> bool:
        self._skip_blank()
        if self._text[self._at : self._at + 1] != mark:
            return False
        self._at += 1
        return True

    def _skip_blank(self) -> None:
        found = _BLANK.match(self._text, self._at)
        if found is not None:
            self._line += found.group().count("\n")
            self._at = found.end()

    def _error(self, what: str) -> JsonSyntaxError:
        return JsonSyntaxError(self._line, what)
