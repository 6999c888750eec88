"""A unique column holds no value twice, over all files of its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import ColumnModel, FileModel
    from smica_qgis.core.validation.document import Document, ReadTable
    from smica_qgis.core.validation.table import Column

    _Repeated = tuple[int, str, list[tuple[ReadTable, int]]]
    """How many rows have it, the value as text, where."""

_MOST = 10
_MOST_OBJECTS = 100
"""Objects named in one finding; their count is whole."""


class Unique:
    """At most ten values a column: most frequent first, ties in text order; geometries by their printed form."""

    codes = ("ATTRIBUTE_NOT_UNIQUE",)

    def check(self, document: Document) -> Iterator[Fault]:
        """Yield the repeated values, table by table in the order of the model."""
        for file_model, model in document.table_models():
            tables = document.loaded_tables_of(file_model.name)
            for column in model.columns:
                if column.unique and not document.is_servitude_identifier(column.name):
                    yield from self._column(tables, file_model, column, document.folder)

    def _column(
        self, tables: list[ReadTable], file_model: FileModel, column: ColumnModel, folder: str
    ) -> Iterator[Fault]:
        repeated = _geometries(tables, column) if column.type.is_geometry else _texts_of(tables, column)
        for count, text, rows in sorted(repeated, key=lambda r: (-r[0], r[1]))[:_MOST]:
            values = {
                "ID_NAME": text,
                "ID_COUNT": str(count),
                "COLUMN_NAME": column.name,
                "TABLE_NAME": file_model.name,
            }
            table, row = rows[0]
            geometry = table.geometry(column.name) if column.type.is_geometry else None
            yield Fault(
                self.codes[0],
                values,
                file_model.name,
                column.name,
                folder,
                row=row,
                geometry=geometry.wkt(row) if geometry is not None else None,
                related=tuple(f"{t.table.file}:{r + 1}" for t, r in rows[:_MOST_OBJECTS]),
                place=table.table.file,
            )


def _texts_of(tables: list[ReadTable], column: ColumnModel) -> Iterator[_Repeated]:
    if len(tables) != 1 or not _all_different(tables[0].database_column(column.name)):
        yield from _texts(tables, column)


def _texts(tables: list[ReadTable], column: ColumnModel) -> Iterator[_Repeated]:
    counts: Counter[str] = Counter()
    for table in tables:
        found = table.database_column(column.name)
        if found is None:
            continue
        by_code = Counter(found.codes)
        for code, value in enumerate(found.values):
            if value is not None:
                counts[value] += by_code[code]
    repeated = {value for value, count in counts.items() if count > 1}
    if not repeated:
        return
    places: dict[str, list[tuple[ReadTable, int]]] = {}
    for table in tables:
        found = table.database_column(column.name)
        if found is not None:
            codes = [code for code, value in enumerate(found.values) if value in repeated]
            for row in found.rows_with(codes):
                places.setdefault(found.values[found.codes[row]] or "", []).append((table, row))
    for value, rows in places.items():
        yield counts[value], value, rows


def _all_different(column: Column | None) -> bool:
    """Whether no two rows have the same value, as is usual of identifiers."""
    return column is None or len(set(column.codes)) == len(column.codes) <= len(column.values)


def _geometries(tables: list[ReadTable], column: ColumnModel) -> Iterator[_Repeated]:
    columns = [(t, t.geometry(column.name)) for t in tables if t.database_column(column.name) is not None]
    present = [(table, geometries) for table, geometries in columns if geometries is not None]
    counts = Counter(digest for _, geometries in present for digest in geometries.digests())
    repeated = {digest for digest, count in counts.items() if count > 1 and digest is not None}
    if not repeated:
        return
    places: dict[bytes, list[tuple[ReadTable, int]]] = {}
    texts: dict[bytes, str] = {}
    for table, geometries in present:
        for row, digest in enumerate(geometries.digests()):
            if digest in repeated and digest is not None:
                places.setdefault(digest, []).append((table, row))
                if digest not in texts:
                    texts[digest] = geometries.wkt(row)
    for digest, rows in places.items():
        yield len(rows), texts[digest], rows
