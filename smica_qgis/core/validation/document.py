"""A delivery held against a model: matched files, tables read, metadata. What document rules look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import (
    ColumnModel,
    DocumentModel,
    FileModel,
    FileType,
    LayerModel,
    TableModel,
)
from smica_qgis.core.planning.document_name import DocumentName, model_type, parse_document_name
from smica_qgis.core.planning.idurba import ExpectedIdurba, expected_idurba, idurba_format
from smica_qgis.core.validation.row_tuples import distinct_tuples
from smica_qgis.core.validation.table import WKT, Column, Table, trimmed

if TYPE_CHECKING:
    from smica_qgis.core.validation.delivery import Delivery, Entry
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.metadata import Metadata
    from smica_qgis.core.validation.options import ValidationOptions

BOM = "\ufeff"


@dataclass(frozen=True)
class MatchedFile:
    """A file of the delivery and the file model it answers to."""

    entry: Entry
    model: FileModel


@dataclass(frozen=True)
class Failure:
    """A file that could not be read. reason: French; is_empty: a CSV without even a header line."""

    file: MatchedFile
    reason: str
    is_empty: bool = False


@dataclass
class ReadTable:
    """A table that was read, with the place of each model column in its header.

    by_column: model column name → index in the header; a duplicated header: the last one wins, as officially.
    matched: the model of the file, when that is not the table's own: the one of a multi-table file.
    """

    table: Table
    file_model: FileModel
    model: TableModel
    by_column: dict[str, int] = field(default_factory=dict)
    unexpected: tuple[str, ...] = ()
    matched: FileModel | None = None

    @property
    def said_model(self) -> str:
        """The file model that findings of its header and rows name: officially that of the file, not of the layer."""
        return (self.matched or self.file_model).name

    @property
    def database_file(self) -> str:
        """How findings of the database steps name it: a layer by the CSV that it was officially converted to."""
        return self.table.file if self.matched is None else f"{self.table.layer}.csv"

    def column(self, name: str) -> Column | None:
        """The column of the file that answers to a model column, or None when it is absent."""
        index = self.by_column.get(name)
        return self.table.columns[index] if index is not None else None

    def database_column(self, name: str) -> Column | None:
        """The same for the database steps, where a byte order mark hides the first column (pipeline §7)."""
        index = self.by_column.get(name)
        if index is None or self.table.header[index].startswith(BOM):
            return None
        return self.table.columns[index]

    def database_column_called(self, name: str) -> Column | None:
        """The same by a name written in SQL, which ignores case."""
        found = (self.database_column(column.name) for column in self.columns_of(name))
        return next((column for column in found if column is not None), None)

    def geometry(self, name: str) -> GeometryColumn | None:
        """The geometries that answer to a model column, or None."""
        index = self.by_column.get(name)
        return self.table.geometry(index) if index is not None else None

    @cached_property
    def main_geometry(self) -> GeometryColumn | None:
        """The last geometry column present, which gives the boxes of the official report."""
        found = [self.geometry(c.name) for c in self.model.columns if c.type.is_geometry and c.name in self.by_column]
        return found[-1] if found else None

    @cached_property
    def _identifier(self) -> Column | None:
        model = self.model.identifier
        return self.database_column(model.name) if model is not None else None

    def feature_id(self, row: int) -> str | None:
        """What the official report calls featureId of a row."""
        return self._identifier.value(row) if self._identifier is not None else ""

    def columns_of(self, kind: str) -> list[ColumnModel]:
        """Model columns of that name, ignoring case, that the file has."""
        return [c for c in self.model.columns if c.name.upper() == kind.upper() and c.name in self.by_column]


def map_header(table: Table, file_model: FileModel, model: TableModel) -> ReadTable:
    """Find each model column in a header (facts: TABLE_UNEXPECTED_ATTRIBUTE)."""
    by_column: dict[str, int] = {}
    unexpected: list[str] = []
    exact = {c.name.upper(): c.name for c in model.columns if re.fullmatch(r"\w+", c.name, re.ASCII)}
    patterned = [c.name for c in model.columns if c.name.upper() not in exact]
    for index, name in enumerate(table.header):
        bare = name[1:] if name.startswith(BOM) else name
        found = exact.get(_ascii_upper(bare)) or next(
            (c for c in patterned if compile_java(c, ignore_case=True).fullmatch(bare)), None
        )
        if found is not None:
            by_column[found] = index
        elif name != WKT:
            unexpected.append(name)
    return ReadTable(table, file_model, model, by_column, tuple(unexpected))


def _ascii_upper(text: str) -> str:
    return "".join(chr(ord(c) - 32) if "a" <= c <= "z" else c for c in text)


@dataclass
class Document:
    """Everything that is known of a delivery while it is being validated."""

    delivery: Delivery
    model: DocumentModel
    options: ValidationOptions
    crs: str
    files: list[MatchedFile] = field(default_factory=list)
    misplaced: list[MatchedFile] = field(default_factory=list)
    unexpected: list[Entry] = field(default_factory=list)
    ignored_metadata: list[MatchedFile] = field(default_factory=list)
    metadata: list[tuple[MatchedFile, Metadata]] = field(default_factory=list)
    tables: list[ReadTable] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    charset: str = "UTF-8"

    @property
    def name(self) -> str:
        """Name of the delivery's folder."""
        return self.delivery.name

    @property
    def folder(self) -> str:
        """How findings name the delivery as a whole."""
        return f"{self.delivery.name}/"

    @property
    def entries(self) -> Sequence[Entry]:
        """Every file and folder."""
        return self.delivery.entries

    @cached_property
    def parsed_name(self) -> DocumentName | None:
        """The folder's name taken apart, or None when it is not a planning document's."""
        return parse_document_name(self.delivery.name)

    @cached_property
    def type(self) -> str:
        """Kind of document of the model, in lower case: plu, plui, cc, scot, sup…; empty when it says none."""
        return model_type(self.model.name).lower()

    @cached_property
    def idurba(self) -> ExpectedIdurba | None:
        """What IDURBA must be, or None when the model does not ask or when it cannot be built.

        A lone GeoPackage of any name (`zones.gpkg`) says nothing of the document: nothing can be expected.
        """
        if not self.delivery.has_files and self.parsed_name is None:
            return None
        kind = idurba_format(self.model.name)
        return expected_idurba(self.name, kind) if kind is not None else None

    @cached_property
    def file_names(self) -> frozenset[str]:
        """Bare names of all files."""
        return frozenset(e.name for e in self.entries if not e.is_directory)

    def files_of(self, kind: FileType) -> list[MatchedFile]:
        """Matched files of a type."""
        return [f for f in self.files if f.model.type is kind]

    def tables_of(self, name: str) -> list[ReadTable]:
        """Tables read for a file model (or a layer) of that name, ignoring case."""
        return [t for t in self.tables if t.file_model.name.upper() == name.upper()]

    def table_models(self) -> list[tuple[FileModel, TableModel]]:
        """Every table of the model, in its order; the layers of multi-table files stand as file models."""
        found: list[tuple[FileModel, TableModel]] = []
        for model in self.model.files:
            if model.table is not None:
                found.append((model, model.table))
            found.extend((layer_file_model(model, layer), layer.table) for layer in model.layers)
        return found

    def is_servitude_identifier(self, column: str) -> bool:
        """IDGEN and IDASS of servitudes are unique over several tables, by another rule."""
        return self.type == "sup" and column.upper() in ("IDGEN", "IDASS")

    def loaded_tables_of(self, name: str) -> list[ReadTable]:
        """Those that the official tool can load for its database steps: with at least one column of the model."""
        return [t for t in self.tables_of(name) if any(t.database_column(c.name) for c in t.model.columns)]

    def kept_rows(self, name: str) -> int:
        """Rows of a table that the portal would keep: those with the header's number of cells."""
        return sum(t.table.row_count - len(t.table.odd_rows) for t in self.tables_of(name))

    def rows_of(self, table: str, columns: Sequence[str]) -> set[tuple[str | None, ...]] | None:
        """The distinct rows of some columns of a code list or of a table of the model.

        None for a table or a column that the model does not know: the official SQL fails. A column that the model knows
        and a file has not is null in all its rows.
        """
        wanted = {name.upper() for name in columns}
        code_list = self.model.code_list(table)
        if code_list is not None:
            if not wanted <= {name.upper() for name in code_list.header}:
                return None
            return set(zip(*([trimmed(text) for text in code_list.column(name)] for name in columns)))
        models = [model for file, model in self.table_models() if file.name.upper() == table.upper()]
        if not models or not wanted <= {column.name.upper() for column in models[0].columns}:
            return None
        rows: set[tuple[str | None, ...]] = set()
        for read in self.loaded_tables_of(table):
            found = [read.database_column_called(name) for name in columns]
            rows.update(distinct_tuples(found, read.table.row_count).values)
        return rows


def layer_file_model(file: FileModel, layer: LayerModel) -> FileModel:
    """A layer of a multi-table file as a file model of its own, so that findings name it."""
    return FileModel(layer.name, FileType.TABLE, file.path, file.mandatory, layer.table, title=layer.table.title)
