"""JSON Lines: one finding a line, for whoever reads the report of the official tool too (docs/reference).

First the properties of the official report, in its order and with its meaning, then ours. No date and no
duration: two runs on one input give identical files.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from smica_qgis.reports.written_aside import written_aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smica_qgis.core.validation.finding import Box, Finding
    from smica_qgis.core.validation.report import Report

XSD_PROPERTIES = ("xsdErrorCode", "xsdErrorMessage", "xsdErrorPath")


def write_json_lines(report: Report, path: Path) -> None:
    """Write the findings, in their order. Raises SmicaError when the path cannot be written."""
    # A file name that was not UTF-8 holds lone surrogates: backslashreplace makes them JSON's own escapes.
    with (
        written_aside(path) as aside,
        aside.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream,
    ):
        stream.writelines(json_lines(report))


def json_lines(report: Report) -> Iterator[str]:
    """The lines of the report, each with its end of line."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    model_name = report.model.name if report.model else report.header.detection.model
    for finding in report.findings:
        yield encode(_properties(finding, report, model_name)) + "\n"


def _properties(finding: Finding, report: Report, model_name: str) -> dict[str, Any]:
    rule = report.catalogue[finding.code]
    properties: dict[str, Any] = {
        "code": finding.code,
        "scope": finding.scope.value,
        "level": finding.level.value,
        "message": report.catalogue.message(finding),
        "documentModel": model_name,
        "fileModel": finding.file_model,
        "attribute": finding.attribute,
        "file": finding.file,
        "id": finding.id,
        "featureBbox": _finite(finding.feature_bbox),
        "errorGeometry": finding.error_geometry,
        "featureId": finding.feature_id,
    }
    if finding.xsd:
        properties.update((name, text) for name, text in zip(XSD_PROPERTIES, finding.xsd) if text)
    properties.update(
        family=finding.family.value,
        rule=finding.rule or finding.code,
        values=dict(finding.values),
        expected=report.catalogue.expected(finding),
        remedy=report.catalogue.remedy(finding),
        paragraph=rule.paragraph,
        key=finding.key,
        geometry=finding.geometry,
        related=finding.related,
    )
    return properties


def _finite(box: Box | None) -> Box | None:
    """The box, or None when a broken geometry gave it no finite bounds: JSON has no such number."""
    return box if box is None or all(map(math.isfinite, box)) else None
