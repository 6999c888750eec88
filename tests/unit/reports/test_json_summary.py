"""The JSON summary holds what scripts decide on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.validation.finding import Verdict
from smica_qgis.reports.json_summary import summary_of, write_json_summary
from tests.unit.reports.made_report import made_report, unreadable


def test_the_header_identifies_the_run(tmp_path: Path) -> None:
    write_json_summary(made_report(), tmp_path / "a.json")
    written = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert written["format_version"] == 1
    assert written["header"] == {
        "versions": {"smica_qgis": "0.1.0", "qgis": "3.40.6", "gdal": "3.6.2", "geos": "3.11.1"},
        "model": {
            "name": "cnig_PLU_2017",
            "title": "CNIG PLU 2017",
            "source": {"origin": "bundled", "location": "standards/cnig_PLU_2017/files.json"},
            "date": "2026-05-12",
            "sha256": "ab" * 32,
        },
        "detection": {
            "model": "cnig_PLU_2017",
            "reason": "déduit du nom du dossier et des colonnes",
            "given": False,
            "certain": True,
            "hesitations": [{"model": "cnig_PLU_2022", "reason": "une colonne NATURE est présente"}],
        },
        "options": {"flat": False, "enable-conditions": True},
        "families": ["official", "standard", "local"],
        "rule_profile": "",
        "crs": "EPSG:2154",
        "delivery": {
            "name": "99999_PLU_20300101",
            "path": "livraisons/99999_PLU_20300101.zip",
            "manifest_sha256": "cd" * 32,
        },
        "times": {
            "started": "2026-11-24T08:13:05Z",
            "seconds": 1.235,
            "phases": {"files": 0.123, "tables": 1.0},
        },
        "files_checked": True,
        "partial": False,
    }


def test_verdict_and_counts() -> None:
    summary = summary_of(made_report())
    assert summary["verdict"] == "invalid"
    assert summary["verdict_text"] == "Refusée par le Géoportail : 10 erreurs"
    assert summary["counts"]["official"] == {"FATAL": 0, "ERROR": 10, "WARNING": 2, "INFO": 1}
    assert summary["counts"]["standard"] == {"FATAL": 0, "ERROR": 0, "WARNING": 1, "INFO": 0}
    assert summary["counts"]["local"] == {"FATAL": 0, "ERROR": 0, "WARNING": 0, "INFO": 0}


def test_counts_by_code_come_in_the_order_of_the_report() -> None:
    codes = summary_of(made_report())["codes"]
    assert codes[0] == {
        "family": "official",
        "code": "FILE_UNEXPECTED",
        "level": "WARNING",
        "count": 1,
        "theme": "Fichiers et dossiers",
        "title": "Fichier mal nommé ou imprévu",
    }
    assert next(c["count"] for c in codes if c["code"] == "CNIG_IDURBA_UNEXPECTED") == 3
    assert sum(c["count"] for c in codes) == len(made_report().findings)


def test_tables_do_not_betray_the_working_copy(tmp_path: Path) -> None:
    write_json_summary(made_report(), tmp_path / "a.json")
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "nowhere" not in text
    assert json.loads(text)["tables"] == [
        {
            "file": "Donnees_geographiques/99999_ZONE_URBA_20300101.shp",
            "file_model": "ZONE_URBA",
            "rows": 42,
            "box": [2.3, 44.3, 2.37, 44.35],
        },
        {
            "file": "Donnees_geographiques/99999_INFO_SURF_20300101.shp",
            "file_model": "INFO_SURF",
            "rows": 18,
            "box": None,
        },
    ]


def test_the_name_of_the_model_that_was_read_wins() -> None:
    report = made_report(model=DocumentModel("my_PLU_2030", ()))
    assert summary_of(report)["header"]["model"]["name"] == "my_PLU_2030"


def test_unreadable_is_a_verdict() -> None:
    summary = summary_of(unreadable())
    assert (summary["verdict"], summary["verdict_text"]) == ("unreadable", "Illisible")
    assert summary["codes"] == []


def test_an_interrupted_run_says_so() -> None:
    report = made_report([], verdict=Verdict.VALID)
    report = replace(report, header=replace(report.header, partial=True))
    summary = summary_of(report)
    assert summary["header"]["partial"] is True
    assert summary["verdict_text"] != "Recevable par le Géoportail"
