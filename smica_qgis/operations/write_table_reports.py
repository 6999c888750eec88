"""Write what an import of ANC or of permits did, and lists of what is due."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from smica_qgis.core.field_mapping.import_report import TableReport
from smica_qgis.operations.due_list import DueList
from smica_qgis.reports.csv_and_json import report_kind, write_csv, write_json

_NOTE_HEADER = ("table", "ligne", "etat", "dossier", "motif")


def write_table_report(report: TableReport, path: Path) -> None:
    """Write an import as `.json`, or as `.csv` (a line a row refused or remarked). Raises InvalidParameterError."""
    notes = [
        (note.source, note.line, "refusée" if note.refused else "à voir", note.key, note.reason)
        for note in report.notes
    ]
    if report_kind(path) == ".csv":
        write_csv(path, _NOTE_HEADER, notes)
        return
    write_json(
        path,
        {
            "base": report.store,
            "objet": report.kind,
            "mode": report.mode,
            "a_blanc": report.dry_run,
            "lignes_lues": report.read,
            "lignes_prises": report.taken,
            "lignes_refusees": report.refused,
            "remarques": report.remarks,
            "ecrit": dict(report.written),
            "liens_aux_parcelles": dict(report.links),
            "contacts_gardes_a_part": report.personal,
            "correspondances": {kind: json.loads(text) for kind, text in report.mappings.items()},
            "lignes": [dict(zip(_NOTE_HEADER, note)) for note in notes],
        },
    )


def write_due_list(listed: DueList, path: Path) -> None:
    """Write a list of what is due as `.csv` or `.json`. Raises InvalidParameterError."""
    header = listed.columns
    rows: list[Sequence[object]] = [[row.values[name] for name in header] for row in listed.rows]
    if report_kind(path) == ".csv":
        write_csv(path, header, rows)
        return
    write_json(
        path,
        {
            "base": listed.store,
            "au": listed.today.isoformat(),
            "par_commune": listed.counts(),
            "lignes": [dict(zip(header, map(_plain, row))) for row in rows],
        },
    )


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)
