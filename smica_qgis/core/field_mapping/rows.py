"""Turn the rows of somebody's table into values of our fields, or say why a row is refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.field_mapping.cells import Cell, RefusedCellError, read_cell
from smica_qgis.core.field_mapping.fields import Field, FieldKind
from smica_qgis.core.field_mapping.mapping import RowReader
from smica_qgis.core.field_mapping.personal_text import without_names

_ADDRESS = "adresse"


class RefusedRowError(SmicaError):
    """A row that cannot be taken. message: its reasons, without anybody's name."""


@dataclass
class ReadRow:
    """line: in the table, from 1, its header counted; values: of shared fields; personal: of people, kept apart."""

    line: int
    values: dict[str, Cell]
    personal: dict[str, Cell] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The text of a field, empty when there is none."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str) -> float | None:
        """The number of a field."""
        value = self.values.get(name)
        return float(value) if isinstance(value, (int, float)) else None


def read_row(line: int, row: Sequence[str | None], reader: RowReader, allowed_words: Collection[str] = ()) -> ReadRow:
    """Read one row. Raises RefusedRowError with all that is wrong with it."""
    texts, names = reader.texts(row), reader.names(row)
    read, reasons = ReadRow(line, {}), []
    for item in reader.fields:
        text = texts.get(item.name, "")
        try:
            value = read_cell(item, _scrubbed(item, text, names), allowed_words)
        except RefusedCellError as error:
            reasons.append(error.message)
            continue
        if value is None and item.required:
            reasons.append(f"{item.label} : vide")
        (read.personal if item.personal else read.values)[item.name] = value
    if reasons:
        raise RefusedRowError(" ; ".join(reasons))
    return read


def _scrubbed(item: Field, text: str, names: Collection[str]) -> str:
    if item.kind is not FieldKind.FREE_TEXT or not names or not text:
        return text
    return without_names(text, names, place=item.name.startswith(_ADDRESS))
