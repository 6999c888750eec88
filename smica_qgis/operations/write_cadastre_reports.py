"""Write what an import or a check of the cadastre found."""

from __future__ import annotations

from pathlib import Path

from smica_qgis.core.cadastre.link_check import Outcome
from smica_qgis.core.cadastre.objects import ANOMALIES, TABLES, Anomaly
from smica_qgis.operations.cadastre.import_report import ImportReport, InputState, changes_as_json
from smica_qgis.operations.check_cadastre import CadastreCheck
from smica_qgis.operations.check_parcel_links import LinkCheck
from smica_qgis.reports.csv_and_json import report_kind, write_csv, write_json

_ANOMALY_HEADER = ("code", "libelle", "identifiant", "detail", "x", "y")


def write_import_report(report: ImportReport, path: Path) -> None:
    """Write an import as `.json` or `.csv` (one line an input). Raises InvalidParameterError, SmicaError."""
    if report_kind(path) == ".csv":
        tables = list(TABLES.values())
        write_csv(
            path,
            ("entree", "contenu", "etat", "objets", "anomalies", "message", *tables),
            (
                (
                    *(result.name, result.content, result.state.value, sum(result.objects.values())),
                    *(len(result.anomalies), result.message, *(result.objects[table] for table in tables)),
                )
                for result in report.results
            ),
        )
        return
    write_json(
        path,
        {
            "base": report.store,
            "mode": report.mode,
            "millesime": report.millesime,
            "commence_le": report.started,
            "termine_le": report.ended,
            "secondes": report.seconds,
            **{state.name.lower(): report.count(state) for state in InputState},
            "objets": dict(report.objects()),
            "anomalies": dict(report.anomalies()),
            "batiments": {"examines": report.buildings, "lies": report.linked},
            "feuilles_retirees": report.removed,
            "communes_changees_de_source": report.replaced_sources,
            "parcelles": changes_as_json(report),
            "entrees": [
                {
                    "nom": result.name,
                    "contenu": result.content,
                    "etat": result.state.value,
                    "message": result.message,
                    "objets": dict(result.objects),
                    "anomalies": [_anomaly(found) for found in result.anomalies],
                }
                for result in report.results
            ],
        },
    )


def write_check_report(check: CadastreCheck, path: Path) -> None:
    """Write a check as `.json` or `.csv` (one line a finding). Raises InvalidParameterError, SmicaError."""
    if report_kind(path) == ".csv":
        write_csv(
            path,
            ("insee", *_ANOMALY_HEADER),
            ((finding.insee, *_anomaly(finding.anomaly).values()) for finding in check.findings),
        )
        return
    write_json(
        path,
        {
            "base": check.store,
            "communes": check.communes,
            "parcelles": check.parcels,
            "anomalies": dict(check.counts()),
            "constats": [{"insee": finding.insee, **_anomaly(finding.anomaly)} for finding in check.findings],
        },
    )


def write_links_report(check: LinkCheck, path: Path) -> None:
    """Write a check of links as `.json` or `.csv` (one line a link). Raises InvalidParameterError, SmicaError."""
    header = ("theme", "dossier", "parcelle", "parcelle_tenue", "constat", "proposition", "candidates")
    rows = [
        (
            *(link.theme, link.dossier, link.link.idu14, link.held, link.outcome.value, link.link.current),
            " ".join(link.link.candidates),
        )
        for link in check.broken
    ]
    if report_kind(path) == ".csv":
        write_csv(path, header, rows)
        return
    counts = {outcome.name.lower(): check.counts()[outcome] for outcome in Outcome}
    write_json(
        path,
        {
            "base": check.store,
            "liens": check.checked,
            "ecrit": check.written,
            **counts,
            "constats": [dict(zip(header, row)) for row in rows],
        },
    )


def _anomaly(found: Anomaly) -> dict[str, object]:
    label = ANOMALIES.get(found.code, found.code)
    values = (found.code, label, found.identifier, found.detail, found.x, found.y)
    return dict(zip(_ANOMALY_HEADER, values))
