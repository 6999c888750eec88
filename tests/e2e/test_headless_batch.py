"""The packaged plugin in bulk without a screen, where the program that runs us is no Python (qgis_process)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def rows(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_list_in_reports_out(run_algorithm: Callable[..., Any], sample: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.jsonl"
    assert run_algorithm("validate_delivery", INPUT=sample, REPORT_JSONL=alone).exit_code == 0
    listed = tmp_path / "list.csv"
    lines = [
        "delivery,standard,crs,options,report",
        f"{sample},,,,a/first.jsonl",
        f'{sample},,,"{{""no"": 1}}",b.jsonl',
    ]
    listed.write_text("\n".join(lines), encoding="utf-8")
    run = run_algorithm("validate_batch", INPUT=listed, OUTPUT=tmp_path / "out", HTML=True)
    assert run.exit_code == 0, run.errors
    assert {name: run.results[name] for name in ("DELIVERIES", "INVALID", "FAILED")} == {
        "DELIVERIES": 2,
        "INVALID": 1,
        "FAILED": 1,
    }
    assert (tmp_path / "out" / "a" / "first.jsonl").read_bytes() == alone.read_bytes()
    assert (tmp_path / "out" / "a" / "first.html").exists()
    header = json.loads((tmp_path / "out" / "a" / "first.json").read_text(encoding="utf-8"))["header"]
    assert header["delivery"]["name"] == sample.stem
    assert [row["verdict"] for row in rows(run.results["SUMMARY"])] == ["invalid", "failed"]
    again = run_algorithm("validate_batch", INPUT=listed, OUTPUT=tmp_path / "out", HTML=True)
    assert "inchangée" in rows(again.results["SUMMARY"])[0]["message"]
