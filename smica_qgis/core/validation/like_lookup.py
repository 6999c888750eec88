"""Whether a row matches by SQL LIKE, as SQLite does it: ASCII case ignored, % and _ as wildcards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smica_qgis.core.validation.row_tuples import Row

_LOWER = str.maketrans({chr(c): chr(c + 32) for c in range(ord("A"), ord("Z") + 1)})


class LikeLookup:
    """Plain rows are looked up in a set; only rows that hold a wildcard are tried one by one."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._plain: set[tuple[str, ...]] = set()
        self._wild: list[tuple[re.Pattern[str], ...]] = []
        for row in rows:
            texts = tuple(value for value in row if value is not None)
            if len(texts) < len(row):
                continue
            if any("%" in text or "_" in text for text in texts):
                self._wild.append(tuple(_pattern(text) for text in texts))
            else:
                self._plain.add(tuple(text.translate(_LOWER) for text in texts))

    def holds(self, row: Row) -> bool:
        """Whether some row of the list matches. A null matches nothing."""
        texts = tuple(value.translate(_LOWER) for value in row if value is not None)
        if len(texts) < len(row):
            return False
        return texts in self._plain or any(
            all(p.fullmatch(t) for p, t in zip(patterns, texts)) for patterns in self._wild
        )


def _pattern(text: str) -> re.Pattern[str]:
    parts = (".*" if c == "%" else "." if c == "_" else re.escape(c) for c in text.translate(_LOWER))
    return re.compile("".join(parts), re.DOTALL)
