"""What became of somebody's layers in the tables of a standard: JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from smica_qgis.core.planning.mapping_report import MappingReport
from smica_qgis.core.planning.row_mapping import MappedTable
from smica_qgis.reports.csv_and_json import report_kind, write_csv, write_json

_HEADER = ("couche", "table", "quoi", "colonne", "valeur", "devient", "lignes")


def write_mapping_report(report: MappingReport, path: Path) -> None:
    """Write the report as its extension says (.json or .csv). Raises InvalidParameterError, SmicaError."""
    if report_kind(path) == ".csv":
        write_csv(path, _HEADER, (line for table in report.tables for line in _lines(table)))
    else:
        write_json(path, mapping_json(report))


def mapping_json(report: MappingReport) -> dict[str, object]:
    """The report for programs."""
    return {
        "sortie": report.output,
        "lignes_lues": report.read,
        "lignes_ecrites": report.written,
        "lignes_refusees": report.refused,
        "valeurs_traduites": report.translated,
        "valeurs_non_traduites": report.untranslated,
        "textes_coupes": report.cut,
        "couches_sans_table": list(report.ignored),
        "remarques": list(report.notes),
        "tables": [_table_json(table) for table in report.tables],
        "correspondance": json.loads(report.mapping.to_json()),
    }


def _table_json(table: MappedTable) -> dict[str, object]:
    return {
        "couche": table.source,
        "table": table.table,
        "lues": table.read,
        "ecrites": table.written,
        "refusees": [{"ligne": line, "motif": reason} for line, reason in table.refused],
        "traduites": [
            {"colonne": column, "valeur": found, "devient": put, "lignes": count}
            for (column, found, put), count in sorted(table.translated.items())
        ],
        "non_traduites": [
            {"colonne": column, "valeur": found, "lignes": count}
            for (column, found), count in sorted(table.untranslated.items())
        ],
        "coupees": [
            {"ligne": cut.line, "colonne": cut.column, "texte": cut.text, "longueur": cut.length} for cut in table.cut
        ],
        "geometries": dict(table.changed),
        "obligatoires_vides": dict(table.empty),
        "colonnes_sans_emploi": list(table.unused),
    }


def _lines(table: MappedTable) -> Iterator[tuple[object, ...]]:
    place = (table.source, table.table)
    for line, reason in table.refused:
        yield (*place, "ligne refusée", "", reason, "", line)
    for (column, found), count in sorted(table.untranslated.items()):
        yield (*place, "valeur non traduite", column, found, "", count)
    for cut in table.cut:
        yield (*place, "texte coupé", cut.column, cut.text, cut.text[: cut.length], cut.line)
    for column, count in sorted(table.empty.items()):
        yield (*place, "obligatoire vide", column, "", "", count)
    for (column, found, put), count in sorted(table.translated.items()):
        yield (*place, "valeur traduite", column, found, put, count)
    for what, count in table.changed.items():
        yield (*place, "géométries", "", what, "", count)
    for column in table.unused:
        yield (*place, "colonne sans emploi", column, "", "", "")
