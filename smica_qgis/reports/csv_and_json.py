"""What every report in JSON, for programs, and in CSV, for spreadsheets, is written with."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.spreadsheet_cell import not_a_formula
from smica_qgis.reports.written_aside import written_aside


def report_kind(path: Path) -> str:
    """`.json` or `.csv`, as a report is written. Raises InvalidParameterError."""
    suffix = path.suffix.lower()
    if suffix not in (".json", ".csv"):
        message = f"Le rapport s'écrit en .json ou en .csv, pas en « {suffix} »."
        raise InvalidParameterError(message)
    return suffix


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
    if isinstance(value, str):
        return not_a_formula(value)
    if isinstance(value, bool):
        return "oui" if value else "non"
    return "" if value is None else value
