"""Turn the rows of somebody's layer into rows of a standard, with an account of all that changed on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smica_qgis.core.field_mapping.cells import RefusedCellError, read_cell
from smica_qgis.core.field_mapping.fields import Field, FieldKind
from smica_qgis.core.field_mapping.folding import folded
from smica_qgis.core.field_mapping.mapping import RowReader

_CODE_WIDTH = 2


@dataclass(frozen=True)
class CutText:
    """A text that was longer than its column. line: in the source, its header counted."""

    line: int
    column: str
    text: str
    length: int


@dataclass
class MappedTable:
    """What became of one layer. translated: (column, found, put) → rows; untranslated: (column, found) → rows.

    refused: (line, reason); changed: what was done to geometries → rows; empty: column that must be filled → rows;
    unused: columns of the layer that fill nothing.
    """

    source: str
    table: str
    read: int = 0
    written: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    translated: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    untranslated: Counter[tuple[str, str]] = field(default_factory=Counter)
    cut: list[CutText] = field(default_factory=list)
    changed: Counter[str] = field(default_factory=Counter)
    empty: Counter[str] = field(default_factory=Counter)
    unused: tuple[str, ...] = ()


@dataclass(frozen=True)
class RowMapping:
    """How rows are read. values: column → folded text of the layer → code; required: columns that must be filled."""

    reader: RowReader
    values: Mapping[str, Mapping[str, str]]
    required: frozenset[str]

    def cells(self, line: int, row: Sequence[str | None], account: MappedTable) -> dict[str, str | None]:
        """The cells of a row by column of the standard; the account says what was changed on the way."""
        texts = self.reader.texts(row)
        found = {item.name: self._cell(line, item, texts.get(item.name, ""), account) for item in self.reader.fields}
        account.empty.update(name for name in self.required if not found.get(name))
        return found

    def _cell(self, line: int, item: Field, text: str, account: MappedTable) -> str | None:
        trimmed = text.strip()
        if not trimmed:
            return None
        given = self.values.get(item.name, {})
        if folded(trimmed) in given:
            value = given[folded(trimmed)]
            if value != trimmed:
                account.translated[item.name, trimmed, value] += 1
            return value or None
        if item.kind is FieldKind.CODE:
            return _code(item, trimmed, account)
        if item.kind in (FieldKind.DATE, FieldKind.INTEGER, FieldKind.REAL):
            return _read(item, trimmed, account)
        if item.length and len(trimmed) > item.length:
            account.cut.append(CutText(line, item.name, trimmed, item.length))
            return trimmed[: item.length]
        return trimmed


def row_mapping(reader: RowReader, values: Mapping[str, Mapping[str, str]], required: frozenset[str]) -> RowMapping:
    """Prepare to map rows. values: as a mapping gives them."""
    tables = {name: {folded(text): code for text, code in table.items()} for name, table in values.items()}
    return RowMapping(reader, tables, required)


def _code(item: Field, text: str, account: MappedTable) -> str:
    """A code of the list: as it is, its case mended, its zero given back (7 → 07), or found by its label."""
    if text in item.values:
        return text
    alike = {code.upper(): code for code in item.values}
    padded = text.split(".", maxsplit=1)[0].rjust(_CODE_WIDTH, "0")
    labels = {folded(label): code for code, label in item.values.items()}
    code = alike.get(text.upper()) or (padded if padded in item.values else None) or labels.get(folded(text))
    if code is None:
        account.untranslated[item.name, text] += 1
        return text
    account.translated[item.name, text, code] += 1
    return code


def _read(item: Field, text: str, account: MappedTable) -> str | None:
    """A date as AAAAMMJJ, or a number; what cannot be read stays as it is, and is told."""
    try:
        value = read_cell(Field(item.name, item.label, item.kind), text)
    except RefusedCellError:
        account.untranslated[item.name, text] += 1
        return text
    if value is None:
        return None
    written = (
        str(value).replace("-", "")
        if item.kind is FieldKind.DATE
        else f"{value:g}"
        if isinstance(value, float)
        else str(value)
    )
    if written != text:
        account.translated[item.name, text, written] += 1
    return written
