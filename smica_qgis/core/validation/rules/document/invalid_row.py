"""A row of a CSV has as many cells as the header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class InvalidRow:
    """Found while the portal rewrites the table: the row would be dropped."""

    codes = ("TABLE_INVALID_ROW",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a row."""
        for table in document.tables:
            for row in table.table.odd_rows:
                values = {"FILEPATH": table.table.file}
                yield Fault(self.codes[0], values, file=document.folder, row=row, place=table.table.file)
