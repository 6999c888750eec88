"""A table that is delivered has rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import Mandatory
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, ReadTable


class FileEmpty:
    """Said after the header's faults.

    A lone GeoPackage has no files: an empty layer that waits to be filled is as a file that is not delivered.
    """

    codes = ("FILE_EMPTY",)

    def check(self, table: ReadTable, document: Document) -> Iterator[Fault]:
        """One fault a table without a row."""
        wanted = document.delivery.has_files or table.file_model.mandatory is Mandatory.ERROR
        if wanted and not table.table.row_count:
            yield Fault(self.codes[0], {"FILEPATH": table.table.file})
