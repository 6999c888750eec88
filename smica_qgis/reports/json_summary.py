"""The JSON summary: header, verdict and counts, for scripts that decide (contract, design §8).

Key names are documented in docs/reference/report_formats.md; they only change with `FORMAT_VERSION`.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from smica_qgis.reports.wording import verdict_sentence
from smica_qgis.reports.written_aside import written_aside

if TYPE_CHECKING:
    from pathlib import Path

    from smica_qgis.core.document_model.detection import Detection
    from smica_qgis.core.validation.report import Report, ReportHeader, TableSummary

FORMAT_VERSION = 1


def write_json_summary(report: Report, path: Path) -> None:
    """Write the summary. Raises SmicaError when the path cannot be written."""
    text = json.dumps(summary_of(report), ensure_ascii=False, indent=2) + "\n"
    with (
        written_aside(path) as aside,
        aside.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream,
    ):
        stream.write(text)


def summary_of(report: Report) -> dict[str, Any]:
    """The summary as plain dicts, lists, texts and numbers."""
    return {
        "format_version": FORMAT_VERSION,
        "header": _header(report.header, report.model.name if report.model else report.header.detection.model),
        "verdict": report.verdict.value,
        "verdict_text": verdict_sentence(report),
        "counts": report.counts,
        "codes": _codes(report),
        "tables": [_table(table) for table in report.tables],
    }


def _header(header: ReportHeader, model_name: str) -> dict[str, Any]:
    source = header.model_source
    return {
        "versions": dict(header.versions),
        "model": {
            "name": model_name,
            "title": header.model_title,
            "source": {"origin": source.origin, "location": source.location},
            "date": source.date,
            "sha256": source.sha256,
        },
        "detection": _detection(header.detection),
        "options": dict(header.options),
        "families": list(header.families),
        "rule_profile": header.rule_profile,
        "crs": header.crs,
        "delivery": {"name": header.delivery, "path": header.path, "manifest_sha256": header.manifest_sha256},
        "times": {
            "started": header.started,
            "seconds": round(header.seconds, 3),
            "phases": {phase: round(seconds, 3) for phase, seconds in header.phases.items()},
        },
        "files_checked": header.files_checked,
        "partial": header.partial,
    }


def _detection(detection: Detection) -> dict[str, Any]:
    return {
        "model": detection.model,
        "reason": detection.reason,
        "given": detection.given,
        "certain": detection.certain,
        "hesitations": [{"model": model, "reason": reason} for model, reason in detection.hesitations],
    }


def _codes(report: Report) -> list[dict[str, Any]]:
    """Counts by family, code and level, in the order of the first finding of each."""
    counts = Counter((finding.family, finding.code, finding.level) for finding in report.findings)
    return [
        {
            "family": family.value,
            "code": code,
            "level": level.value,
            "count": count,
            "theme": report.catalogue[code].theme,
            "title": report.catalogue[code].title,
        }
        for (family, code, level), count in counts.items()
    ]


def _table(table: TableSummary) -> dict[str, Any]:
    """A table that was read. Its working copy is left out: it is gone when the report is read."""
    return {
        "file": table.file,
        "file_model": table.file_model,
        "rows": table.rows,
        "box": list(table.box) if table.box else None,
    }
