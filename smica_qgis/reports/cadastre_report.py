"""Reports about the cadastre, in JSON for programs and in CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from smica_qgis.reports.written_aside import written_aside

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_json(path: Path, content: Mapping[str, object]) -> None:
    """Write a report as JSON. Raises SmicaError."""
    with written_aside(path) as aside:
        aside.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table as CSV (`;`, UTF-8 with its mark: spreadsheets in French open it as it is). Raises SmicaError."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    with written_aside(path) as aside:
        aside.write_bytes(text.getvalue().encode("utf-8-sig"))


def _cell(value: object) -> object:
    """Names come from outside: none may be taken for a formula by a spreadsheet."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value
