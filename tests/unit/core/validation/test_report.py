"""What a report says of its findings."""

from __future__ import annotations

from smica_qgis.core.document_model.detection import Detection
from smica_qgis.core.document_model.model import ModelSource
from smica_qgis.core.validation.finding import Family, Finding, Level, Scope, Verdict
from smica_qgis.core.validation.report import NoGeometries, Report, ReportHeader
from smica_qgis.core.validation.rule_texts import rule_catalogue


def finding(family: Family, level: Level) -> Finding:
    return Finding("X", family, level, Scope.DIRECTORY)


FOUND = [
    finding(Family.OFFICIAL, Level.FATAL),
    finding(Family.OFFICIAL, Level.ERROR),
    finding(Family.OFFICIAL, Level.INFO),
    finding(Family.STANDARD, Level.ERROR),
]
HEADER = ReportHeader("d", "d.zip", Detection("cnig_PLU_2017", ""), "PLU", ModelSource(""), "EPSG:2154")


def test_counts() -> None:
    report = Report(HEADER, Verdict.INVALID, FOUND, rule_catalogue())
    assert report.official(Level.FATAL, Level.ERROR) == 2
    assert report.official(Level.WARNING) == 0
    assert report.counts["standard"]["ERROR"] == 1


def test_a_report_without_geometries_answers_nothing() -> None:
    nothing = Report(HEADER, Verdict.VALID, [], rule_catalogue()).geometries
    assert isinstance(nothing, NoGeometries)
    assert (nothing.crs, nothing.wkb_of("a", [1]), nothing.outlines(10)) == ("", {}, [])
    nothing.close()
