"""The text of a table is in the declared charset."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, ReadTable


class Encoding:
    """Only "declared UTF-8, stored ISO-8859-1" can be seen; the opposite garbles texts without a finding."""

    codes = ("TABLE_UNEXPECTED_ENCODING",)

    def check(self, table: ReadTable, document: Document) -> Iterator[Fault]:
        """One fault a table."""
        if not table.table.encoding_valid:
            yield Fault(self.codes[0], {"ENCODING": document.charset})
