"""A table of a delivery, read once: distinct values and one code per row (design §5)."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from smica_qgis.core.validation.geometry_column import GeometryColumn

WKT = "WKT"


@dataclass
class Column:
    """One column. values: the distinct values in the official text form, trimmed, None for empty; codes: per row."""

    name: str
    values: list[str | None]
    codes: array[int]

    def __len__(self) -> int:
        """Number of rows."""
        return len(self.codes)

    def value(self, row: int) -> str | None:
        """The value of a row."""
        return self.values[self.codes[row]]

    def rows_with(self, bad: Iterable[int]) -> list[int]:
        """Rows whose value has one of these codes, in order."""
        wanted = frozenset(bad)
        if not wanted:
            return []
        return [row for row, code in enumerate(self.codes) if code in wanted]


def column_of(name: str, texts: Iterable[str | None]) -> Column:
    """Encode a column given row by row; texts are trimmed and empty ones become None."""
    index: dict[str | None, int] = {}
    codes = array("I", (index.setdefault(text, len(index)) for text in texts))
    return merged(name, list(index), codes)


def merged(name: str, raw: Sequence[str | None], codes: array[int]) -> Column:
    """Trim the distinct values as the official tool does, and merge those that become equal."""
    values = [trimmed(value) for value in raw]
    if len(set(values)) == len(values):
        return Column(name, values, codes)
    index: dict[str | None, int] = {}
    renumber = [index.setdefault(value, len(index)) for value in values]
    return Column(name, list(index), array("I", map(renumber.__getitem__, codes)))


BLANKS = "".join(chr(code) for code in range(0x21))
"""What Java's trim() removes: U+0000 to U+0020 and nothing else (not the no-break space)."""


def trimmed(text: str | None) -> str | None:
    """A cell without the blanks around it; None when nothing is left."""
    if text is None:
        return None
    return text.strip(BLANKS) or None


@dataclass
class Table:
    """A table as found. path: relative to the delivery; layer: name inside a multi-table file, else empty.

    header and columns go together; a native geometry stands in the header as WKT with an empty column, and in
    native_geometry. encoding_valid: False when the declared charset could not decode the text.
    odd_rows: rows (from 0) of a CSV whose number of cells is not the header's, with that number; declared_crs: what the
    file itself says (EPSG:2154, or a name), empty when it says nothing; same_crs: whether that is the CRS of the
    validation. damage: French reason why only a beginning of the file could be read; abort: French reason why the
    official tool would stop on this table. Both may be empty.
    """

    path: str
    layer: str
    header: tuple[str, ...]
    columns: tuple[Column, ...]
    row_count: int
    native_geometry: GeometryColumn | None = None
    text_geometry: Callable[[Column], GeometryColumn] | None = None
    encoding_valid: bool = True
    odd_rows: Mapping[int, int] = field(default_factory=dict)
    declared_crs: str = ""
    same_crs: bool = True
    damage: str = ""
    abort: str = ""
    _geometries: dict[int, GeometryColumn] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """How findings name the table: its path, and its layer for a multi-table file."""
        return f"{self.path}#{self.layer}" if self.layer else self.path

    def geometry(self, index: int) -> GeometryColumn | None:
        """The geometries of the column at that place of the header: native ones, or WKT read from its texts."""
        if self.native_geometry is not None and self.header[index] == WKT:
            return self.native_geometry
        if self.text_geometry is None:
            return None
        if index not in self._geometries:
            self._geometries[index] = self.text_geometry(self.columns[index])
        return self._geometries[index]
