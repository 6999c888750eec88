"""The report of a publication as a JSON file, for scripts and for the record."""

from __future__ import annotations

import json
from pathlib import Path

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.publication.report import PublicationReport


def write_publication_report(report: PublicationReport, path: Path) -> None:
    """Write it, whole or not at all. Raises SmicaError."""
    aside = path.with_name(f".{path.name}.part")
    try:
        aside.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        message = f"Le rapport {path} ne peut être écrit : {error.strerror or error}."
        raise SmicaError(message, str(error)) from error
