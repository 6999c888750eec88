"""The results that a batch left in its output folder, read back: `summary.csv` and the records beside the reports."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from smica_qgis.core.errors import SmicaError
from smica_qgis.operations.batch.items import FAILED, INVALID, UNREADABLE, VALID, BatchItem, BatchLine, BatchSummary
from smica_qgis.operations.batch.planning import SUMMARY
from smica_qgis.operations.batch.record import KEY
from smica_qgis.operations.batch.report_paths import report_files
from smica_qgis.operations.batch.summary_table import COLUMNS, IGNORED
from smica_qgis.reports.json_fields import DamagedError, Fields
from smica_qgis.reports.read_report import read_summary

_VERDICTS = (VALID, INVALID, UNREADABLE, FAILED)
_OFFICIAL = "official"
_ESCAPED = ("'=", "'+", "'-", "'@", "'\t", "'\r")
_GONE = "Le rapport n'est plus dans le dossier."


@dataclass(frozen=True)
class ReadBatch:
    """The lines of a batch of before. official: whether that family was run, the only one that gives a verdict."""

    summary: BatchSummary
    official: bool


@dataclass(frozen=True)
class _Record:
    """A report that is there. names: what its delivery may be called in the summary; result: what a line says of it."""

    report: str
    names: frozenset[str]
    result: tuple[str, str, int, int, int]
    asked: Mapping[str, Any]
    official: bool


def read_batch(output: str) -> ReadBatch:
    """Read the results of an output folder; the path of a delivery is known when its report is still there.

    Raises SmicaError, in French, when there is no summary or when it is damaged.
    """
    folder = Path(output).resolve()
    rows = list(_rows(folder / SUMMARY))
    records = list(_records(folder))
    official = any(record.official for record in records) or not records
    lines: list[BatchLine] = []
    ignored: list[str] = []
    for number, row in enumerate(rows, 2):
        if row["verdict"] == IGNORED:
            ignored.append(row["delivery"])
            continue
        try:
            lines.append(_line(len(lines) + 1, row, records))
        except ValueError as error:
            message = f"Le résumé {folder / SUMMARY} est abîmé à la ligne {number} : {error}."
            raise SmicaError(message) from error
    return ReadBatch(BatchSummary(tuple(lines), tuple(ignored)), official)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            if tuple(next(reader, ())) != COLUMNS:
                message = (
                    f"« {path} » n'est pas le résumé d'un contrôle par lot : il commence par « {','.join(COLUMNS)} »."
                )
                raise SmicaError(message)
            for cells in reader:
                if len(cells) != len(COLUMNS):
                    message = f"Le résumé {path} est abîmé à la ligne {reader.line_num}."
                    raise SmicaError(message)
                yield dict(zip(COLUMNS, map(_unescaped, cells)))
    except FileNotFoundError as error:
        message = f"Le dossier {path.parent} ne contient pas de résultats : il n'y a pas de {path.name}."
        raise SmicaError(message) from error
    except (OSError, ValueError, csv.Error) as error:
        message = f"Le résumé {path} ne peut être lu."
        raise SmicaError(message, str(error)) from error


def _unescaped(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from taking a name for a formula."""
    return cell[1:] if cell.startswith(_ESCAPED) else cell


def _line(number: int, row: Mapping[str, str], records: list[_Record]) -> BatchLine:
    """A line of the summary with its record, which serves no other line. Raises ValueError."""
    verdict = row["verdict"]
    if verdict not in _VERDICTS:
        message = f"le verdict « {verdict} » est inconnu"
        raise ValueError(message)
    errors, warnings, infos = (int(row[name]) for name in ("errors", "warnings", "infos"))
    result = (row["standard"], verdict, errors, warnings, infos)
    found = next((r for r in records if row["delivery"] in r.names and r.result == result), None)
    if found is not None:
        records.remove(found)
    message = row["message"] if found is not None or verdict == FAILED else _GONE
    item = _item(number, row, found)
    return BatchLine(item, row["standard"], verdict, errors, warnings, infos, float(row["seconds"]), message)


def _item(number: int, row: Mapping[str, str], record: _Record | None) -> BatchItem:
    if record is None:
        return BatchItem(number, row["delivery"], "", row["standard"], "", {}, "")
    asked = record.asked
    return BatchItem(
        number, row["delivery"], asked["path"], asked["standard"], asked["crs"], asked["options"], record.report
    )


def _records(folder: Path) -> Iterator[_Record]:
    """The records of the reports that are there, in the order of their paths; what is no record is passed over."""
    for path in sorted(folder.rglob("*.json")):
        record = _record_at(path)
        if record is not None:
            yield record


def _record_at(path: Path) -> _Record | None:
    try:
        summary = read_summary(path)
        return _record(path, summary) if summary is not None else None
    except (SmicaError, DamagedError):
        return None


def _report_of(record: Path) -> Path:
    """The report that a record stands beside. Raises DamagedError when it is gone."""
    usual = (record.with_suffix(".jsonl"), record.with_suffix(""))
    others = (path for path in record.parent.iterdir() if path.stem == record.stem)
    for path in chain(usual, others):
        if path != record and path.is_file() and report_files(str(path)).record == record:
            return path
    message = "its report is gone"
    raise DamagedError(message)


def _record(path: Path, summary: Fields) -> _Record:
    """Raises DamagedError for what is no record, or whose report is gone."""
    asked, header = summary.fields(KEY).fields("asked"), summary.fields("header")
    report = _report_of(path)
    delivery = Path(asked.text("path"))
    counts = summary.fields("counts").fields(_OFFICIAL)
    return _Record(
        report=str(report),
        names=frozenset(
            {header.fields("delivery").text("name"), report.stem, delivery.stem, delivery.name, str(delivery)}
        ),
        result=(
            header.fields("model").text("name"),
            summary.text("verdict"),
            counts.count("FATAL") + counts.count("ERROR"),
            counts.count("WARNING"),
            counts.count("INFO"),
        ),
        asked={
            "path": str(delivery),
            "standard": asked.text("standard"),
            "crs": asked.text("crs"),
            "options": asked.mapping("options"),
        },
        official=_OFFICIAL in _families(header),
    )


def _families(header: Fields) -> Sequence[str]:
    return header.texts("families") or (_OFFICIAL,)
