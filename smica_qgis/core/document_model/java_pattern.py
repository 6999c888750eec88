r"""Patterns of the models are Java's; this is how they are read in Python with the same meaning.

In Java `\d \w \s \b` and `(?i)` are ASCII, `.` also stops at \r, U+0085, U+2028 and U+2029
(facts: implementation_traps, "Java is not Python").
"""

from __future__ import annotations

import re
from functools import lru_cache

from smica_qgis.core.errors import InvalidModelError

_DOT = "[^\n\r\u0085\u2028\u2029]"


@lru_cache(maxsize=4096)
def compile_java(pattern: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """Compile a Java pattern. Raises InvalidModelError when it cannot be read: patterns come from models."""
    flags = re.ASCII | (re.IGNORECASE if ignore_case else 0)
    try:
        return re.compile(_with_java_dots(pattern), flags)
    except (re.error, OverflowError, RecursionError) as error:
        message = f"Le motif « {pattern} » du modèle ne peut être lu."
        raise InvalidModelError(message, str(error)) from error


def _with_java_dots(pattern: str) -> str:
    """Replace each `.` that is neither escaped nor in a class, and Java's named groups."""
    out: list[str] = []
    in_class = False
    position = 0
    while position < len(pattern):
        char = pattern[position]
        if char == "\\" and position + 1 < len(pattern):
            out.append(pattern[position : position + 2])
            position += 2
            continue
        if char == "[":
            in_class = True
        elif char == "]":
            in_class = False
        if char == "." and not in_class:
            out.append(_DOT)
        elif pattern.startswith("(?<", position) and pattern[position + 3 : position + 4] not in ("=", "!"):
            out.append("(?P<")
            position += 2
        else:
            out.append(char)
        position += 1
    return "".join(out)
