"""The little Markdown that the pages need. Every text that comes from elsewhere is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"[\\`*\[\]<>|]|(?<![^\W_])_|_(?![^\W_])")
_BLANKS = re.compile(r"[ \t\r\n]+")
"""Not the no-break spaces of French typography."""
NOTICE = "<!-- Page produite par scripts/build_reference : corrigez sa source, pas la page. -->"


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(lambda match: "\\" + match.group(), _BLANKS.sub(" ", text).strip())


def code(text: str) -> str:
    """Return a code span; nothing for an empty text."""
    if not text:
        return ""
    fence = "``" if "`" in text else "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def in_cell(text: str) -> str:
    """Return a code span that may stand in a table, where a bare pipe would end the cell."""
    return code(text).replace("|", "\\|")


def link(text: str, target: str) -> str:
    """Return a link; text is Markdown already."""
    return f"[{text}]({target})"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table, nothing when it has no row; cells are Markdown already."""
    lines = [_row(cells) for cells in rows]
    return [_row(header), _row(["---"] * len(header)), *lines] if lines else []


def page(lines: Iterable[str]) -> str:
    """Return a whole page from blocks: one blank line between two blocks, none inside a table or a list."""
    text = "\n".join([NOTICE, "", *lines])
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
