"""The packaged plugin without a screen: what scripts rely on (qgis_process)."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from machine.qgis_installation import QgisInstallation

RunAlgorithm = Callable[..., Any]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    return {f"REPORT_{kind}": folder / f"report.{kind.lower()}" for kind in ("JSONL", "JSON", "HTML", "GPKG")}


@pytest.fixture(scope="module")
def results(run_algorithm: RunAlgorithm, sample: Path, reports: dict[str, Path]) -> dict[str, Any]:
    run = run_algorithm("validate_delivery", INPUT=sample, **reports)
    assert run.exit_code == 0, run.errors
    outputs: dict[str, Any] = run.results
    return outputs


def findings(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_qgis_lists_the_algorithms(qgis: QgisInstallation, profile: Path) -> None:
    listed = subprocess.run(
        [qgis.qgis_process, "list"],
        env=qgis.environment(profile),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "smica:validate_delivery" in listed.stdout
    assert "Traceback" not in listed.stderr


def test_the_sample_has_official_and_standard_findings(results: dict[str, Any], reports: dict[str, Path]) -> None:
    assert results["VERDICT"] == "invalid"
    assert re.fullmatch(r"cnig_PLUi_\d{4}", results["STANDARD"])
    families = {finding["family"] for finding in findings(reports["REPORT_JSONL"])}
    assert families == {"official", "standard"}


def test_the_sample_raises_its_deliberate_defects_and_nothing_else(
    qgis: QgisInstallation, repository: Path, results: dict[str, Any], reports: dict[str, Path]
) -> None:
    del results
    question = (
        "import json; from smica_qgis.operations.make_sample_delivery import expected_findings;"
        "print(json.dumps(expected_findings()))"
    )
    answer = subprocess.run([qgis.python, "-c", question], cwd=repository, capture_output=True, text=True, check=True)
    found = Counter(finding["code"] for finding in findings(reports["REPORT_JSONL"]))
    assert found == json.loads(answer.stdout)


def test_outputs_and_reports_say_the_same(results: dict[str, Any], reports: dict[str, Path]) -> None:
    levels = Counter(
        finding["level"] for finding in findings(reports["REPORT_JSONL"]) if finding["family"] == "official"
    )
    assert results["ERRORS"] == levels["ERROR"] + levels["FATAL"]
    assert results["WARNINGS"] == levels["WARNING"]
    assert results["INFOS"] == levels["INFO"]
    summary = json.loads(reports["REPORT_JSON"].read_text(encoding="utf-8"))
    assert summary["verdict"] == results["VERDICT"]
    assert summary["counts"] == json.loads(results["COUNTS"])
    assert summary["counts"]["official"]["ERROR"] == levels["ERROR"]


def test_the_page_needs_nothing_from_elsewhere(results: dict[str, Any], reports: dict[str, Path]) -> None:
    del results
    page = reports["REPORT_HTML"].read_text(encoding="utf-8")
    assert re.findall(r"""<(?:script|img|link|iframe)[^>]+(?:src|href)=["']?(?:https?:)?//""", page) == []
    codes = {finding["code"] for finding in findings(reports["REPORT_JSONL"])}
    assert [code for code in codes if code not in page] == []


def test_the_layers_of_findings_hold_them_all(results: dict[str, Any], reports: dict[str, Path]) -> None:
    del results
    with sqlite3.connect(reports["REPORT_GPKG"]) as database:
        tables = [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")]
        rows = sum(database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables)  # noqa: S608
    assert rows >= len(findings(reports["REPORT_JSONL"]))


def test_two_runs_give_the_same_findings(
    run_algorithm: RunAlgorithm,
    sample: Path,
    results: dict[str, Any],
    reports: dict[str, Path],
    tmp_path: Path,
) -> None:
    del results
    again = tmp_path / "again.jsonl"
    assert run_algorithm("validate_delivery", INPUT=sample, REPORT_JSONL=again).exit_code == 0
    assert again.read_bytes() == reports["REPORT_JSONL"].read_bytes()


def test_a_folder_is_judged_as_its_zip_and_not_written_to(
    run_algorithm: RunAlgorithm,
    sample: Path,
    results: dict[str, Any],
    hash_of: Callable[[Path], str],
    tmp_path: Path,
) -> None:
    with zipfile.ZipFile(sample) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    before = hash_of(folder), hash_of(sample)
    run = run_algorithm("validate_delivery", INPUT=folder)
    assert run.exit_code == 0, run.errors
    assert run.results["COUNTS"] == results["COUNTS"]
    assert (hash_of(folder), hash_of(sample)) == before


def test_fail_on_fails_after_the_reports(run_algorithm: RunAlgorithm, sample: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    run = run_algorithm("validate_delivery", INPUT=sample, REPORT_JSON=report, FAIL_ON="error")
    assert run.exit_code == 1
    assert json.loads(report.read_text(encoding="utf-8"))["verdict"] == "invalid"
    assert "Traceback" not in run.errors


def test_families_that_are_not_asked_for_are_not_run(run_algorithm: RunAlgorithm, sample: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    run = run_algorithm("validate_delivery", INPUT=sample, REPORT_JSONL=report, FAMILIES="standard")
    assert run.exit_code == 0, run.errors
    assert {finding["family"] for finding in findings(report)} == {"standard"}


@pytest.mark.parametrize(
    ("parameters", "word"),
    [
        ({"OPTIONS": '{"no-such-option": true}'}, "no-such-option"),
        ({"FAMILIES": "official,regional"}, "regional"),
        ({"STANDARD": "cnig_PLU_1999"}, "cnig_PLU_1999"),
    ],
)
def test_what_cannot_be_understood_is_an_error_in_words(
    run_algorithm: RunAlgorithm, sample: Path, tmp_path: Path, parameters: dict[str, str], word: str
) -> None:
    report = tmp_path / "report.jsonl"
    run = run_algorithm("validate_delivery", INPUT=sample, REPORT_JSONL=report, **parameters)
    assert run.exit_code == 1
    assert word in run.errors
    assert "Traceback" not in run.errors
    assert not report.exists()


def test_what_is_no_delivery_is_unreadable(run_algorithm: RunAlgorithm, tmp_path: Path) -> None:
    torn = tmp_path / "12345_PLU_20240101.zip"
    torn.write_bytes(b"PK\x03\x04 and then nothing")
    report = tmp_path / "report.jsonl"
    run = run_algorithm("validate_delivery", INPUT=torn, REPORT_JSONL=report)
    assert run.exit_code == 0, run.errors
    assert run.results["VERDICT"] == "unreadable"
    assert len(findings(report)) >= 1
