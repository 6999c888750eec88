"""Writing the reports that were asked for, each by its writer, heavy ones imported only then."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report

REPORT_WRITERS = {
    "JSONL": ("smica_qgis.reports.json_lines", "write_json_lines"),
    "JSON": ("smica_qgis.reports.json_summary", "write_json_summary"),
    "HTML": ("smica_qgis.reports.html", "write_html"),
    "GPKG": ("smica_qgis.reports.findings_geopackage", "write_findings_geopackage"),
}
"""Format → module and function (report, path). Names are those of the contract's REPORT_ parameters."""


def write_reports(report: Report, paths: Mapping[str, Path | None]) -> None:
    """Write each format that has a path. Raises SmicaError when one cannot be written."""
    for name, path in paths.items():
        if path is not None:
            module, function = REPORT_WRITERS[name]
            getattr(importlib.import_module(module), function)(report, path)
