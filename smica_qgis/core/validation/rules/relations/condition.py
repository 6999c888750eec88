"""Each row satisfies the SQL conditions of its table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.errors import InvalidModelError
from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.official_stop import official_stop
from smica_qgis.core.validation.row_tuples import distinct_tuples, rows_of_tuples
from smica_qgis.core.validation.sql_condition import condition_columns, failing_tuples

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import FileModel, TableModel
    from smica_qgis.core.validation.document import Document

_MOST = 10
NO_COLUMN = "--"


class Condition:
    """SQLite decides, over the distinct tuples; NULL passes; the first ten rows of a condition."""

    codes = ("DATABASE_CONSTRAINT_MISMATCH",)

    def check(self, document: Document) -> Iterator[Fault]:
        """Yield the rows for which a condition is false."""
        if not document.options.conditions:
            return
        for file_model, model in document.table_models():
            for condition in model.conditions:
                yield from self._condition(document, file_model, model, condition)

    def _condition(
        self, document: Document, file_model: FileModel, model: TableModel, condition: str
    ) -> Iterator[Fault]:
        names = condition_columns(condition, [c.name for c in model.columns])
        left = _MOST
        for table in document.loaded_tables_of(file_model.name):
            columns = [table.database_column(name) for name in names]
            try:
                tuples = distinct_tuples(columns, table.table.row_count)
                bad = failing_tuples(condition, names, list(tuples.values))
            except InvalidModelError as error:
                yield official_stop(None, f"condition SQL du modèle illisible : {condition} ({error.details})")
                return
            for row in rows_of_tuples(tuples, bad)[:left]:
                left -= 1
                yield Fault(
                    self.codes[0],
                    {"CONDITION": condition},
                    file_model.name,
                    NO_COLUMN,
                    table.database_file,
                    str(row + 1),
                    row,
                    place=table.table.file if table.matched is not None else "",
                )
