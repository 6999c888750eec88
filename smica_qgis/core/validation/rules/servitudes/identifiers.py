"""IDGEN and IDASS are unique over all tables of their kind, and each assiette has its générateur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault, null_text

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document

_GENERATEUR = re.compile(r".*_GENERATEUR_SUP_.*", re.ASCII)
_ASSIETTE = re.compile(r".*_ASSIETTE_SUP_.*", re.ASCII)
_MOST = 10


class ServitudeIdentifiers:
    """At most ten of each; most frequent first, then by value, as the official tool lists them."""

    codes = ("CNIG_SUP_IDGEN_NOT_UNIQUE", "CNIG_SUP_IDASS_NOT_UNIQUE", "CNIG_SUP_IDGEN_NOT_FOUND")

    def check(self, document: Document) -> Iterator[Fault]:
        """Duplicates first, then the générateurs that are not found."""
        if document.type != "sup":
            return
        generateurs = _rows(document, _GENERATEUR, ("IDGEN",))
        assiettes = _rows(document, _ASSIETTE, ("IDASS", "IDGEN"))
        yield from self._duplicates(document, self.codes[0], "IDGEN", [row[0] for row in generateurs])
        yield from self._duplicates(document, self.codes[1], "IDASS", [row[0] for row in assiettes])
        known = {row[0] for row in generateurs}
        orphans = [row for row in assiettes if row[1] is None or row[1] not in known]
        for idass, idgen in orphans[:_MOST]:
            values = {"IDASS": idass or null_text("IDASS"), "IDGEN": idgen or null_text("IDGEN")}
            yield Fault(self.codes[2], values, file=document.folder)

    def _duplicates(self, document: Document, code: str, name: str, values: list[str | None]) -> Iterator[Fault]:
        counts = Counter(value for value in values if value is not None)
        repeated = sorted(((-n, value) for value, n in counts.items() if n > 1))
        for _, value in repeated[:_MOST]:
            yield Fault(code, {name: value}, file=document.folder)


def _rows(document: Document, kind: re.Pattern[str], names: tuple[str, ...]) -> list[tuple[str | None, ...]]:
    """The rows of all tables of a kind, in the model's order, as tuples of these columns."""
    rows: list[tuple[str | None, ...]] = []
    for model in document.model.tables:
        if not kind.fullmatch(model.name):
            continue
        for table in document.loaded_tables_of(model.name):
            columns = [table.database_column_called(name) for name in names]
            rows.extend(
                tuple(column.value(row) if column is not None else None for column in columns)
                for row in range(table.table.row_count)
            )
    return rows
