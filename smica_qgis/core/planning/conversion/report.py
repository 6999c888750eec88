"""The whole of a conversion, for the reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smica_qgis.core.planning.conversion.notes import TO_DO, Notebook, NoteKind


@dataclass(frozen=True)
class ConversionReport:
    """source: what was converted; delivery: what was written; path: models passed through.

    left: French, columns that were no part of the old standard and texts that had to be cut; rows: of each table,
    before and after; errors: what the official family still finds: (code, file model, attribute) → how many.
    """

    source: str
    delivery: str
    path: tuple[str, ...]
    notebook: Notebook
    left: tuple[str, ...]
    rows: Mapping[str, tuple[int, int]]
    errors: Mapping[tuple[str, str, str], int]

    def count(self, *kinds: NoteKind) -> int:
        """Rows, or pieces, that notes of some kinds are about."""
        return sum(max(1, len(self.notebook.rows[key])) for key in self.notebook.of_kind(*kinds))

    @property
    def to_do(self) -> int:
        """How many things somebody has to decide or to add."""
        return self.count(*TO_DO)
