"""What a conversion of version did, and what somebody has to decide: JSON, CSV, or a page to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.conversion.notes import NoteKey, NoteKind
from smica_qgis.core.planning.conversion.report import ConversionReport
from smica_qgis.reports.csv_and_json import write_csv, write_json
from smica_qgis.reports.html_pages import page_environment, write_page

ORDER = (
    NoteKind.UNDECIDED,
    NoteKind.MISSING_PIECE,
    NoteKind.LOST,
    NoteKind.UNPLACED_PIECE,
    NoteKind.TO_CHECK,
    NoteKind.ANSWERED,
    NoteKind.APPLIED,
)
"""What somebody has to do comes first."""
HEADINGS = {
    NoteKind.UNDECIDED: "À décider",
    NoteKind.MISSING_PIECE: "Pièces et tables à ajouter",
    NoteKind.LOST: "Ce que le nouveau standard ne garde pas",
    NoteKind.UNPLACED_PIECE: "Pièces sans place dans le nouveau standard",
    NoteKind.TO_CHECK: "Décidé, mais à vérifier",
    NoteKind.ANSWERED: "Décidé par vous",
    NoteKind.APPLIED: "Appliqué",
}
COLUMNS = ("etat", "table", "colonnes", "valeur", "resultat", "lignes", "motif", "source", "candidats", "decision")
_SHOWN_ROWS = 40


def write_conversion_report(report: ConversionReport, path: Path) -> None:
    """Write the report as its extension says (.json, .csv or .html). Raises InvalidParameterError, SmicaError."""
    suffix = path.suffix.lower()
    if suffix == ".json":
        write_json(path, conversion_json(report))
    elif suffix == ".csv":
        write_csv(path, COLUMNS, (_line(note, rows) for note, rows in _sorted(report)))
    elif suffix in (".html", ".htm"):
        write_page(conversion_page(report), path)
    else:
        message = f"Le rapport de conversion s'écrit en .json, .csv ou .html, pas en « {suffix} »."
        raise InvalidParameterError(message)


def conversion_json(report: ConversionReport) -> dict[str, object]:
    """The report for programs. `decisions_a_prendre` is a draft of the decisions to give to the next conversion."""
    return {
        "source": report.source,
        "livraison": report.delivery,
        "modeles": list(report.path),
        "lignes_par_table": {name: {"avant": low, "apres": high} for name, (low, high) in report.rows.items()},
        "hors_standard": list(report.left),
        "compte": {kind.value: report.count(kind) for kind in ORDER},
        "erreurs_officielles_restantes": [
            {"code": code, "modele_de_fichier": file, "attribut": attribute, "nombre": count}
            for (code, file, attribute), count in sorted(report.errors.items())
        ],
        "decisions_a_prendre": _draft(report),
        "notes": [
            {
                "etat": note.kind.value,
                "table": note.table,
                "colonnes": list(note.columns),
                "valeur": note.value,
                "resultat": note.result,
                "lignes": rows,
                "motif": note.why,
                "source": note.source,
                "candidats": list(note.candidates),
            }
            for note, rows in _sorted(report)
        ],
    }


def conversion_page(report: ConversionReport) -> str:
    """The report as a page: self-contained, without script."""
    groups = [
        (HEADINGS[kind], [(note, rows) for note, rows in _sorted(report) if note.kind is kind], report.count(kind))
        for kind in ORDER
    ]
    return (
        page_environment()
        .get_template("conversion.html.jinja")
        .render(
            report=report, groups=[group for group in groups if group[1]], shown_rows=shown_rows, errors=report.errors
        )
    )


def shown_rows(rows: list[int]) -> str:
    """The numbers of rows, the first ones only when there are many."""
    more = f" et {len(rows) - _SHOWN_ROWS} autres" if len(rows) > _SHOWN_ROWS else ""
    return ", ".join(map(str, rows[:_SHOWN_ROWS])) + more


def _sorted(report: ConversionReport) -> Iterator[tuple[NoteKey, list[int]]]:
    rank = {kind: place for place, kind in enumerate(ORDER)}
    yield from sorted(report.notebook.rows.items(), key=lambda item: rank[item[0].kind])


def _line(note: NoteKey, rows: list[int]) -> tuple[object, ...]:
    return (
        note.kind.value,
        note.table,
        ", ".join(note.columns),
        note.value,
        note.result,
        " ".join(map(str, rows)),
        note.why,
        note.source,
        " | ".join(note.candidates),
        note.answer_key if note.kind is NoteKind.UNDECIDED else "",
    )


def _draft(report: ConversionReport) -> dict[str, dict[str, str]]:
    """Key of each decision → value found → first candidate, or nothing."""
    draft: dict[str, dict[str, str]] = {}
    for note in report.notebook.of_kind(NoteKind.UNDECIDED):
        if "/" not in note.table:
            draft.setdefault(note.answer_key, {})[note.value] = note.candidates[0] if note.candidates else ""
    return draft
