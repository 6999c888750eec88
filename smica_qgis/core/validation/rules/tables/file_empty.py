"""A table that is delivered has rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, ReadTable


class FileEmpty:
    """Said after the header's faults."""

    codes = ("FILE_EMPTY",)

    def check(self, table: ReadTable, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """One fault a table without a row."""
        if not table.table.row_count:
            yield Fault(self.codes[0], {"FILEPATH": table.table.file})
