"""A column of the table is not in the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, ReadTable


class UnexpectedAttribute:
    """In the order of the header; the name is only in the values, as officially."""

    codes = ("TABLE_UNEXPECTED_ATTRIBUTE",)

    def check(self, table: ReadTable, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """One fault a column."""
        for name in table.unexpected:
            yield Fault(self.codes[0], {"ATTRIBUTE_NAME": name})
