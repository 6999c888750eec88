"""A value that refers to a column of another table exists there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.official_stop import official_stop

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import ColumnModel, FileModel
    from smica_qgis.core.validation.document import Document

_MOST = 10


class Reference:
    """Exact text; the first ten rows of a column."""

    codes = ("ATTRIBUTE_REFERENCE_NOT_FOUND",)

    def check(self, document: Document) -> Iterator[Fault]:
        """Yield the rows whose value is not found."""
        for file_model, model in document.table_models():
            for column in model.columns:
                if column.reference is not None:
                    yield from self._column(document, file_model, column, column.reference)

    def _column(
        self, document: Document, file_model: FileModel, column: ColumnModel, target: tuple[str, str]
    ) -> Iterator[Fault]:
        rows = document.rows_of(target[0], (target[1],))
        if rows is None:
            yield official_stop(None, f"la référence « {'.'.join(target)} » nomme une table ou une colonne inconnue")
            return
        known = {value for (value,) in rows}
        left = _MOST
        for table in document.loaded_tables_of(file_model.name):
            found = table.database_column(column.name)
            if found is None:
                continue
            bad = [code for code, value in enumerate(found.values) if value is not None and value not in known]
            for row in found.rows_with(bad)[:left]:
                left -= 1
                values = {
                    "REF_VALUE": found.value(row) or "",
                    "SOURCE_TABLE": file_model.name,
                    "SOURCE_COLUMN": column.name,
                    "TARGET_TABLE": target[0],
                    "TARGET_COLUMN": target[1],
                }
                yield Fault(
                    self.codes[0],
                    values,
                    file_model.name,
                    column.name,
                    document.folder,
                    row=row,
                    place=table.table.file,
                )
