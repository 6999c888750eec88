"""Values that a column of a model accepts: what is proposed when it fits, else what its constraints imply."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Optional, Union

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import ColumnModel, ColumnType, DocumentModel, TableModel
from smica_qgis.core.errors import InvalidModelError
from smica_qgis.geodata.synthetic.pattern_text import text_matching

Value = Optional[str]
Proposal = Union[Value, Sequence[Value]]
"""The same value in every row, or one per row."""
Columns = dict[str, list[Value]]

_MARK = "7777777"
_OF_TYPE = {
    ColumnType.BOOLEAN: "1",
    ColumnType.DATE: "20250101",
    ColumnType.INTEGER: "0",
    ColumnType.DOUBLE: "0",
    ColumnType.URL: "https://urbanisme.example.org/",
}
_TEXTS = (ColumnType.STRING, ColumnType.FILENAME, ColumnType.PATH, ColumnType.URL)


@dataclass(frozen=True)
class ColumnValues:
    """Fills the columns of one table. hints: what the classes of the patterns stand for; file: any PDF."""

    model: DocumentModel
    table: TableModel
    hints: Mapping[str, str]
    file: str

    def columns(self, proposals: Mapping[str, Proposal], rows: int) -> Columns:
        """All columns of the table but the geometry, in the model's order."""
        return {
            column.name: self._column(column, proposals.get(column.name), rows)
            for column in self.table.columns
            if not column.type.is_geometry
        }

    def codes(self, *names: str) -> list[tuple[str, ...]]:
        """Tuples of codes that the table accepts in these columns together, in the model's order.

        Columns that no list joins are each taken with its own codes.
        """
        for key in self.table.foreign_keys:
            listed = self.model.code_list(key.table)
            if set(key.columns) >= set(names) and listed is not None:
                target = dict(zip(key.columns, key.target_columns))
                return list(zip(*(listed.column(target[name]) for name in names)))
        if len(names) > 1:
            return list(itertools.product(*([code for (code,) in self.codes(name)] for name in names)))
        column = self.named(names[0])
        return [(value,) for value in column.enum] if column else []

    def has(self, name: str) -> bool:
        """Whether the table has a column of that name."""
        return self.named(name) is not None

    def takes(self, name: str, code: str) -> bool:
        """Whether a column has a list of codes, and that one in it."""
        return (code,) in self.codes(name)

    def named(self, name: str) -> ColumnModel | None:
        """The column of that name."""
        return next((column for column in self.table.columns if column.name == name), None)

    def nomenclatures(self, rows: int, but: Iterable[str]) -> dict[str, list[Value]]:
        """The codes of each column that has a list of its own, one after the other, except in the columns named."""
        taken = set(but)
        found: dict[str, list[Value]] = {}
        for column in self.table.columns:
            codes = list(column.enum) or self._single_codes(column.name)
            if codes and column.name not in taken:
                found[column.name] = [codes[row % len(codes)] for row in range(rows)]
        return found

    def matching(self, name: str, hints: Mapping[str, str]) -> Value:
        """A text that the pattern of a column allows, with hints that come before the document's own."""
        column = self.named(name)
        return text_matching(column.pattern, {**self.hints, **hints}) if column and column.pattern else None

    def alternatives(self, column: ColumnModel) -> list[Value]:
        """Other values that the constraints of the column allow: none at all, its codes, a number."""
        if any(column.name in key.columns and len(key.columns) > 1 for key in self.table.foreign_keys):
            return []
        codes = list(column.enum) or self._single_codes(column.name)
        fitting: list[Value] = [
            value for value in codes or [self._implied(column), "1"] if self._accepts(column, value)
        ]
        return fitting if column.required else [None, *fitting]

    def _column(self, column: ColumnModel, proposal: Proposal, rows: int) -> list[Value]:
        if column.unique and (proposal is None or isinstance(proposal, str)):
            return self._numbered(column, rows)
        if proposal is None or isinstance(proposal, str):
            return [self._fitting(column, proposal)] * rows
        fitting = {value: self._fitting(column, value) for value in set(proposal)}
        return [fitting[value] for value in proposal]

    def _fitting(self, column: ColumnModel, value: Value) -> Value:
        if value is None:
            return self._implied(column) if column.required else None
        if self._accepts(column, value):
            return value
        return self._implied(column) if column.required else None

    def _accepts(self, column: ColumnModel, value: str) -> bool:
        if column.enum and value not in column.enum:
            return False
        # the pattern of a file name is never looked at: some models have one that no name can match
        pattern = column.pattern if column.type is ColumnType.STRING else None
        if pattern and compile_java(pattern).fullmatch(value) is None:
            return False
        if column.type in _TEXTS and not _length_fits(column, value):
            return False
        codes = self._single_codes(column.name)
        return not codes or value in codes

    def _single_codes(self, name: str) -> list[str]:
        alone = any(key.columns == (name,) for key in self.table.foreign_keys)
        return [code for (code,) in self.codes(name)] if alone else []

    def _implied(self, column: ColumnModel) -> str:
        """A value that the constraints of the column alone allow."""
        codes = list(column.enum) or self._single_codes(column.name)
        if codes:
            return codes[0]
        if column.pattern and column.type is ColumnType.STRING:
            return text_matching(column.pattern, self.hints)
        if column.type is ColumnType.FILENAME:
            return self.file
        text = _OF_TYPE.get(column.type, column.name.lower())
        return text[: column.max_length] if column.max_length and column.type is ColumnType.STRING else text

    def _numbered(self, column: ColumnModel, rows: int) -> list[Value]:
        """Identifiers from 1: the number stands where the pattern has a free number, or at its end."""
        pattern = column.pattern or "[0-9]+"
        text = text_matching(pattern, {**self.hints, "[0-9]+": _MARK})
        before, mark, after = text.rpartition(_MARK)
        if not mark and compile_java(pattern).fullmatch(f"{text}1"):
            before, after = text, ""
        elif not mark:
            message = f"Aucun identifiant unique ne peut être formé pour la colonne {column.name}."
            raise InvalidModelError(message)
        return [f"{before}{number}{after}" for number in range(1, rows + 1)]

    def identifiers(self, rows: int) -> dict[str, list[Value]]:
        """Identifiers that number the rows though the model does not call them unique (IDZONE, IDPSC…)."""
        names = ("IDZONE", "IDPSC", "IDINFO", "IDHAB")
        return {name: self._numbered(column, rows) for name in names if (column := self.named(name))}


def _length_fits(column: ColumnModel, value: str) -> bool:
    length = len(value.encode("utf-16-le")) // 2
    too_short = column.min_length is not None and length < column.min_length
    too_long = column.max_length is not None and length > column.max_length
    return not (too_short or too_long)
