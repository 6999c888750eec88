"""The JSON Lines report follows the contract, and the official report for its first properties."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.errors import SmicaError
from smica_qgis.reports.json_lines import write_json_lines
from tests.unit.reports.made_report import DOCUMENT, finding, made_report, many, unreadable
from tests.unit.reports.made_rules import DEFECT, catalogue_of_a_faulty_model

OFFICIAL = [
    "code",
    "scope",
    "level",
    "message",
    "documentModel",
    "fileModel",
    "attribute",
    "file",
    "id",
    "featureBbox",
    "errorGeometry",
    "featureId",
]
XSD = ["xsdErrorCode", "xsdErrorMessage", "xsdErrorPath"]
OURS = ["family", "rule", "values", "expected", "remedy", "paragraph", "key", "geometry", "related"]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_properties_come_in_the_order_of_the_contract(tmp_path: Path) -> None:
    write_json_lines(made_report(), tmp_path / "a.jsonl")
    for line in lines(tmp_path / "a.jsonl"):
        expected = [*OFFICIAL, *XSD[:2], *OURS] if line["code"] == "XSD_SCHEMA_ERROR" else [*OFFICIAL, *OURS]
        assert list(line) == expected


def test_the_first_properties_are_those_of_the_official_report(shared: Path) -> None:
    official = shared / "corpus/official_reports/30014_PLU_20171013__cnig_PLU_2017.jsonl"
    assert list(lines(official)[5]) == OFFICIAL


def test_a_finding_keeps_its_place_values_and_texts(tmp_path: Path) -> None:
    report = made_report()
    write_json_lines(report, tmp_path / "a.jsonl")
    written = lines(tmp_path / "a.jsonl")
    assert [line["code"] for line in written] == [f.code for f in report.findings]
    assert written[3] == {
        "code": "CNIG_IDURBA_UNEXPECTED",
        "scope": "FEATURE",
        "level": "ERROR",
        "message": "IDURBA vaut 99999_PLU_20290101 : ce n'est pas l'identifiant du document livré.",
        "documentModel": "cnig_PLU_2017",
        "fileModel": "INFO_SURF",
        "attribute": "IDURBA",
        "file": "Donnees_geographiques/99999_INFO_SURF_20300101.shp",
        "id": "1",
        "featureBbox": list(report.findings[3].feature_bbox or ()),
        "errorGeometry": None,
        "featureId": None,
        "family": "official",
        "rule": "CNIG_IDURBA_UNEXPECTED",
        "values": {"VALUE": "99999_PLU_20290101", "EXPECTED_VALUE": DOCUMENT},
        "expected": DOCUMENT,
        "remedy": "Recalculez IDURBA sur toute la table à partir du nom du dossier.",
        "paragraph": "CNIG PLU 2017, § 3.2.1, p. 24",
        "key": "CNIG_IDURBA_UNEXPECTED|1",
        "geometry": None,
        "related": [],
    }
    by_code = {line["code"]: line for line in written}
    assert by_code["D5_DATVALID_AFTER_DATAPPRO"]["rule"] == "D5"
    assert by_code["D5_DATVALID_AFTER_DATAPPRO"]["family"] == "standard"
    assert by_code["ATTRIBUTE_GEOMETRY_INVALID"]["geometry"] == "POINT (646650.5 6358810.25)"
    assert by_code["ATTRIBUTE_NOT_UNIQUE"]["related"] == ["ZU7", "ZU8"]


def test_a_null_parameter_keeps_its_placeholder_as_a_value(tmp_path: Path) -> None:
    write_json_lines(made_report(), tmp_path / "a.jsonl")
    line = next(li for li in lines(tmp_path / "a.jsonl") if li["code"] == "ATTRIBUTE_INVALID_REGEXP")
    assert line["values"]["VALUE"] == "{VALUE}"
    assert line["message"] == "(vide) n'a pas la forme voulue."


def test_two_runs_give_identical_files(tmp_path: Path) -> None:
    write_json_lines(made_report(), tmp_path / "a.jsonl")
    write_json_lines(made_report(), tmp_path / "b.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_lines_end_with_one_line_feed_on_every_system(tmp_path: Path) -> None:
    write_json_lines(made_report(), tmp_path / "a.jsonl")
    content = (tmp_path / "a.jsonl").read_bytes()
    assert b"\r" not in content
    assert content.count(b"\n") == len(made_report().findings)


def test_no_finding_makes_an_empty_file(tmp_path: Path) -> None:
    write_json_lines(unreadable(), tmp_path / "a.jsonl")
    assert (tmp_path / "a.jsonl").read_bytes() == b""


def test_a_name_that_was_not_utf8_and_a_box_that_is_not_finite_stay_json(tmp_path: Path) -> None:
    broken = finding(
        "FILE_UNEXPECTED",
        file="R\udce9glement.pdf",
        feature_bbox=(float("nan"), 0.0, float("inf"), 1.0),
        values={"FILEPATH": "R\udce9glement\n\u2028.pdf"},
    )
    write_json_lines(made_report([broken]), tmp_path / "a.jsonl")
    text = (tmp_path / "a.jsonl").read_bytes().decode("utf-8").rstrip("\n")
    assert "\n" not in text
    line = json.loads(text)
    assert line["file"] == "R\udce9glement.pdf"
    assert line["values"]["FILEPATH"] == "R\udce9glement\n\u2028.pdf"
    assert line["featureBbox"] is None


def test_thousands_of_findings_are_all_there(tmp_path: Path) -> None:
    write_json_lines(made_report(many(5_000)), tmp_path / "a.jsonl")
    assert len({line["key"] for line in lines(tmp_path / "a.jsonl")}) == 5_000


def test_a_code_without_text_is_said(tmp_path: Path) -> None:
    from dataclasses import replace

    unknown = replace(finding("FILE_UNEXPECTED"), code="NOBODY_WROTE_THIS")
    with pytest.raises(SmicaError, match="NOBODY_WROTE_THIS"):
        write_json_lines(made_report([unknown]), tmp_path / "a.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_the_remedy_names_the_defect_of_the_published_model(tmp_path: Path) -> None:
    values = ({"VALUE": "99999_PLU_20290101"}, {"VALUE": "rien"})
    found = [finding("CNIG_IDURBA_UNEXPECTED", values=value) for value in values]
    write_json_lines(made_report(found, catalogue=catalogue_of_a_faulty_model()), tmp_path / "a.jsonl")
    remedies = [line["remedy"] for line in lines(tmp_path / "a.jsonl")]
    assert remedies == [DEFECT.text, "Recalculez IDURBA sur toute la table à partir du nom du dossier."]
