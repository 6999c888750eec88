"""A column of the model is not in the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.table import WKT

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import ColumnModel
    from smica_qgis.core.validation.document import Document, ReadTable


class MissingAttribute:
    """How serious depends on whether the model wants the column present, and filled (model_format §3)."""

    codes = (
        "TABLE_MISSING_GEOMETRY",
        "TABLE_MISSING_ATTRIBUTE",
        "CNIG_TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE",
        "TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE",
    )

    def check(self, table: ReadTable, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """One fault a column, in the order of the model."""
        for column in table.model.columns:
            if column.name not in table.by_column:
                values = {"FILEPATH": table.table.file}
                if column.name != WKT:
                    values["ATTRIBUTE_NAME"] = column.name
                yield Fault(self._code(column), values, attribute=column.name)

    def _code(self, column: ColumnModel) -> str:
        if column.name == WKT:
            return self.codes[0]
        if not column.presence_required:
            return self.codes[3]
        return self.codes[1] if column.required else self.codes[2]
