"""Validate what is hostile, with every report written: whatever comes in, a report comes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from smica_qgis.core.validation.finding import Finding
from smica_qgis.core.validation.report import Report
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from smica_qgis.operations.write_reports import REPORT_WRITERS, write_reports

UNREADABLE = "FILE_UNREADABLE"


def judged(path: Path, reports: Path, standard: str = "cnig_PLU_2024", **more: Any) -> Report:  # noqa: ANN401
    """Validate a delivery, write all its reports in a folder, and check that what they say is for people."""
    report = validate_delivery(ValidationRequest(path=str(path), standard=standard, **more))
    reports.mkdir(exist_ok=True)
    try:
        write_reports(report, {name: reports / f"report.{name.lower()}" for name in REPORT_WRITERS})
    finally:
        report.geometries.close()
    lines = [json.loads(line) for line in (reports / "report.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(report.findings)
    for finding in lines:
        assert finding["message"]
        assert "Traceback" not in finding["message"]
        assert "/smica_" not in finding["message"], "the working copy is nobody's business"
    return report


def said_of(report: Report, file: str, code: str = UNREADABLE) -> str:
    """Return the reason that the report gives for a file (the end of its path); fails when there is none."""
    found: list[Finding] = [f for f in report.findings if f.code == code and f.file.endswith(file)]
    assert found, sorted({(f.code, f.file) for f in report.findings})
    return found[0].values["REASON"]


def everything_said(reports: Path) -> str:
    """Return the text of the reports that are text."""
    return "\n".join((reports / f"report.{name}").read_text(encoding="utf-8") for name in ("jsonl", "json", "html"))
