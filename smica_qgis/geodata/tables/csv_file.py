"""A CSV table as the official tool reads it: comma, RFC 4180 quotes, declared charset or a proved one."""

from __future__ import annotations

import csv
import io
import sys
from array import array
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from smica_qgis.core.errors import EmptyFileError, UnreadableFileError
from smica_qgis.core.validation.table import Column, Table, merged, trimmed
from smica_qgis.geodata.tables.table_bounds import check_columns, check_rows
from smica_qgis.geodata.tables.text_geometry import geometries_of_texts

_PYTHON_NAMES = {"WINDOWS-1252": "cp1252", "ISO-8859-1": "latin-1", "ISO-8859-15": "iso8859-15"}
_LONGEST_HEADER = 65536
_REASONS = {
    "unexpected end of data": "un guillemet est ouvert et n'est jamais refermé",
    "',' expected after '\"'": "un guillemet se referme avant la fin de la cellule",
}
"""Our words for what Python says of quotes."""
_ROWS_AT_A_TIME = 4000


def read_csv_file(path: Path, relative: str, *, crs: str, charset: str) -> Table:
    """Read a CSV. charset: declared one, Java name.

    Raises EmptyFileError when there is no header line, UnreadableFileError when it is no CSV or larger than is read.
    """
    content = path.read_bytes()
    encoding, valid = charset_of(content, charset)
    reader = _Reader(io.TextIOWrapper(io.BytesIO(content), encoding, newline=""), path.name)
    reader.read()
    return Table(
        path=relative,
        layer="",
        header=reader.header,
        columns=reader.columns(),
        row_count=reader.rows,
        text_geometry=lambda column: geometries_of_texts(column, crs),
        encoding_valid=valid,
        odd_rows=reader.odd_rows,
        abort=reader.abort,
    )


def charset_of(content: bytes, charset: str) -> tuple[str, bool]:
    """Name, for Python, of the declared charset, else of UTF-8 or ISO-8859-1; and whether the declared one is right."""
    declared = _PYTHON_NAMES.get(charset, charset.lower())
    for name in (declared, "utf-8"):
        try:
            content.decode(name)
        except UnicodeDecodeError:
            continue
        return name, name == declared
    return "latin-1", False


class _Reader:
    """Encodes the cells some rows at a time. abort: French reason why the Java reader would stop, or empty."""

    def __init__(self, stream: io.TextIOWrapper, name: str) -> None:
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        self._lines = csv.reader(stream, strict=True)
        self._name = name
        self.abort = ""
        self.rows = 0
        self.odd_rows: dict[int, int] = {}
        self.header = self._header()
        self._index: list[dict[str | None, int]] = [{} for _ in self.header]
        self._codes = [array("I") for _ in self.header]

    def _header(self) -> tuple[str, ...]:
        """Empty names are dropped and the columns after them shift: the official tool does so (pipeline §7)."""
        first = next(self._records(), None)
        if first is None and self.abort:
            message = f"Le fichier {self._name} ne peut être lu comme CSV : {self.abort}."
            raise UnreadableFileError(message)
        if first is None:
            message = f"Le fichier {self._name} est vide : il n'a pas même une ligne d'en-tête."
            raise EmptyFileError(message)
        header = named(first)
        check_columns(len(header), self._name)
        return header

    def _records(self) -> Iterator[list[str]]:
        """The records that follow, a blank line being one of one empty cell, until the end or what cannot be read."""
        try:
            for row in self._lines:
                yield row or [""]
        except csv.Error as error:
            reason = _REASONS.get(str(error), str(error))
            self.abort = f"à la ligne {self._lines.line_num}, {reason}"

    def read(self) -> None:
        records = self._records()
        while chunk := list(islice(records, _ROWS_AT_A_TIME)):
            width = len(self.header)
            self.odd_rows.update((self.rows + i, len(row)) for i, row in enumerate(chunk) if len(row) != width)
            for position, (index, codes) in enumerate(zip(self._index, self._codes)):
                cells = [row[position] if position < len(row) else None for row in chunk]
                codes.extend([index.setdefault(cell, len(index)) for cell in cells])
            self.rows += len(chunk)
            check_rows(self.rows, self._name)

    def columns(self) -> tuple[Column, ...]:
        return tuple(merged(*column) for column in zip(self.header, map(list, self._index), self._codes))


def named(cells: list[str]) -> tuple[str, ...]:
    """The names of a header line, trimmed, without the empty ones."""
    return tuple(name for name in map(trimmed, cells) if name is not None)


def read_csv_header(path: Path) -> tuple[str, ...]:
    """The column names of a CSV, whatever its charset; empty for an empty file."""
    with path.open(encoding="latin-1", newline="") as stream:
        first = stream.readline(_LONGEST_HEADER)
    return named(next(csv.reader([first]), []))
