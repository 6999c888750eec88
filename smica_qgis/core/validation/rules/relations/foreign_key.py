"""The values of a key exist together in a code list or in another table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.like_lookup import LikeLookup
from smica_qgis.core.validation.official_stop import official_stop
from smica_qgis.core.validation.row_tuples import distinct_tuples, rows_of_tuples

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import FileModel, ForeignKey, TableModel
    from smica_qgis.core.validation.document import Document
    from smica_qgis.core.validation.row_tuples import Row

NO_COLUMN = "--"
_NULL = "null"


class ForeignKeyFound:
    """SQL LIKE decides: ASCII case is ignored, and % and _ of the list are wildcards. No limit on the number."""

    codes = ("TABLE_FOREIGN_KEY_NOT_FOUND",)

    def check(self, document: Document) -> Iterator[Fault]:
        """Yield the rows whose key is not found."""
        for file_model, model in document.table_models():
            known = {column.name.upper() for column in model.columns}
            for key in model.foreign_keys:
                target = document.rows_of(key.table, key.target_columns)
                if target is None or not {name.upper() for name in key.columns} <= known:
                    yield official_stop(
                        None, f"la clé « {key.text} » nomme une table ou une colonne inconnue du modèle"
                    )
                    continue
                yield from self._key(document, file_model, model, key, LikeLookup(target))

    def _key(
        self,
        document: Document,
        file_model: FileModel,
        model: TableModel,
        key: ForeignKey,
        lookup: LikeLookup,
    ) -> Iterator[Fault]:
        optional = tuple(not _is_required(model, name) for name in key.columns)
        for table in document.loaded_tables_of(file_model.name):
            columns = [table.database_column_called(name) for name in key.columns]
            tuples = distinct_tuples(columns, table.table.row_count)
            bad = {
                index
                for index, row in enumerate(tuples.values)
                if not _is_skipped(row, optional) and not lookup.holds(row)
            }
            for row in rows_of_tuples(tuples, bad):
                values = {
                    "SOURCE_COL": ", ".join(key.columns),
                    "SOURCE_VALUE": ", ".join(v if v is not None else _NULL for v in tuples.at(row)),
                    "TARGET_TABLE": key.table,
                }
                yield Fault(
                    self.codes[0],
                    values,
                    file_model.name,
                    NO_COLUMN,
                    table.database_file,
                    str(row + 1),
                    row,
                    place=table.table.file if table.matched is not None else "",
                )


def _is_required(model: TableModel, name: str) -> bool:
    return any(c.required for c in model.columns if c.name.upper() == name.upper())


def _is_skipped(row: Row, optional: tuple[bool, ...]) -> bool:
    """A null in a column that is not required skips the row."""
    return any(value is None and free for value, free in zip(row, optional))
