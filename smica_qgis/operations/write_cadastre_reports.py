"""Write what an import or a check of the cadastre found."""

from __future__ import annotations

from pathlib import Path

from smica_qgis.core.cadastre.objects import ANOMALIES, TABLES, Anomaly
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.operations.cadastre.import_report import ImportReport, InputState
from smica_qgis.operations.check_cadastre import CadastreCheck
from smica_qgis.reports.cadastre_report import write_csv, write_json

_ANOMALY_HEADER = ("code", "libelle", "identifiant", "detail", "x", "y")


def write_import_report(report: ImportReport, path: Path) -> None:
    """Write an import as `.json` or `.csv` (one line an input). Raises InvalidParameterError, SmicaError."""
    if _kind(path) == ".csv":
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
    if _kind(path) == ".csv":
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


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in (".json", ".csv"):
        message = f"Le rapport s'écrit en .json ou en .csv, pas en « {suffix} »."
        raise InvalidParameterError(message)
    return suffix


def _anomaly(found: Anomaly) -> dict[str, object]:
    label = ANOMALIES.get(found.code, found.code)
    values = (found.code, label, found.identifier, found.detail, found.x, found.y)
    return dict(zip(_ANOMALY_HEADER, values))
