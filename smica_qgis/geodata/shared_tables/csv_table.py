"""A CSV as people export it: the separator and the encoding are found, not asked for."""

from __future__ import annotations

import codecs
import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from smica_qgis.geodata.shared_tables.source_table import SourceTable, UnreadableTableError, table_of_rows

_SEPARATORS = ";,\t|"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LARGEST = 500 * 1024 * 1024
_LINES = 30


def read_csv_table(path: Path, encoding: str = "", separator: str = "") -> SourceTable:
    """Open a CSV. encoding and separator: empty = found. Raises UnreadableTableError."""
    try:
        if path.stat().st_size > _LARGEST:
            message = f"Le fichier {path.name} dépasse {_LARGEST // 1024**2} Mo : coupez-le."
            raise UnreadableTableError(message)
        content = path.read_bytes()
    except OSError as error:
        message = f"Le fichier {path.name} ne peut être lu."
        raise UnreadableTableError(message, str(error)) from error
    text = _decoded(content, encoding, path.name)
    sign = separator or separator_of(text)
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))

    def lines() -> Iterator[tuple[int, Sequence[str | None]]]:
        reader = csv.reader(text.splitlines(keepends=True), delimiter=sign)
        begins = 1
        try:
            for row in reader:
                yield begins, row
                begins = reader.line_num + 1
        except csv.Error as error:
            message = f"Le fichier {path.name} ne peut être lu après la ligne {begins - 1}."
            raise UnreadableTableError(message, str(error)) from error

    return table_of_rows(path.name, lines)


def separator_of(text: str) -> str:
    """The sign that cuts the first lines most evenly."""
    lines = [line for line in text.splitlines()[:_LINES] if line.strip()]
    scores = {}
    for sign in _SEPARATORS:
        counts = [len(row) - 1 for row in csv.reader(lines, delimiter=sign)]
        usual = max(set(counts), key=counts.count, default=0)
        scores[sign] = usual * counts.count(usual)
    return max(_SEPARATORS, key=lambda sign: scores[sign])


def _decoded(content: bytes, encoding: str, name: str) -> str:
    marked = next((found for mark, found in _MARKS if content.startswith(mark)), "")
    for tried in dict.fromkeys([encoding] if encoding else [marked or "utf-8", "cp1252", "latin-1"]):
        text = _decoded_as(content, tried)
        if text is not None:
            return text
    message = f"Le fichier {name} n'est pas écrit en {encoding} : laissez l'encodage vide, ou donnez le bon."
    raise UnreadableTableError(message)


def _decoded_as(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
