"""A CSV table as the official tool reads it: comma, RFC 4180 quotes, declared charset or a proved one."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from smica_qgis.core.errors import EmptyFileError
from smica_qgis.core.validation.table import Column, Table, column_of, trimmed
from smica_qgis.geodata.tables.text_geometry import geometries_of_texts

_PYTHON_NAMES = {"WINDOWS-1252": "cp1252", "ISO-8859-1": "latin-1", "ISO-8859-15": "iso8859-15"}

_LONGEST_HEADER = 65536


def read_csv_file(path: Path, relative: str, *, crs: str, charset: str) -> Table:
    """Read a CSV. charset: declared one, Java name. Raises EmptyFileError when there is no header line."""
    text, valid = decode_text(path.read_bytes(), charset)
    rows, abort = _rows(text)
    if not rows:
        message = f"Le fichier {path.name} est vide : il n'a pas même une ligne d'en-tête."
        raise EmptyFileError(message)
    # Empty header names are dropped and the columns after them shift: the official tool does so (pipeline §7).
    header = tuple(name for name in (trimmed(cell) for cell in rows[0]) if name is not None)
    body = rows[1:]
    width = len(header)
    return Table(
        path=relative,
        layer="",
        header=header,
        columns=_columns(header, body),
        row_count=len(body),
        text_geometry=lambda column: geometries_of_texts(column, crs),
        encoding_valid=valid,
        odd_rows={index: len(row) for index, row in enumerate(body) if len(row) != width},
        abort=abort,
    )


def decode_text(content: bytes, charset: str) -> tuple[str, bool]:
    """Text in the declared charset, else in UTF-8 when valid, else in ISO-8859-1; and whether the declared one did."""
    try:
        return content.decode(_PYTHON_NAMES.get(charset, charset.lower())), True
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("utf-8"), False
    except UnicodeDecodeError:
        return content.decode("latin-1"), False


def _rows(text: str) -> tuple[list[list[str]], str]:
    """All rows, a blank line being a row of one empty cell; and why the Java reader would stop, or nothing."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        rows.extend(row or [""] for row in reader)
    except csv.Error as error:
        return rows, f"guillemets mal formés à la ligne {reader.line_num} ({error})"
    return rows, ""


def _columns(header: Sequence[str], body: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    return tuple(
        column_of(name, (row[index] if index < len(row) else None for row in body)) for index, name in enumerate(header)
    )


def read_csv_header(path: Path) -> tuple[str, ...]:
    """The column names of a CSV, whatever its charset; empty for an empty file."""
    with path.open(encoding="latin-1", newline="") as stream:
        first = stream.readline(_LONGEST_HEADER)
    rows, _ = _rows(first)
    return tuple(name for name in (trimmed(cell) for cell in rows[0]) if name is not None) if rows else ()
