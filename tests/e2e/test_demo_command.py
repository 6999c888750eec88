"""scripts/demo from its arguments to its last line."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest


def demo(repository: Path, *arguments: object) -> list[str]:
    command = [str(repository / "scripts" / "demo"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def code_counts(lines: list[str]) -> Counter[tuple[str, str]]:
    """Read the table of codes back: (code, level) → count."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        cells = [cell.strip() for cell in line.split(" | ")]
        if len(cells) >= 4 and cells[2].isdigit() and cells[1] in ("FATAL", "ERROR", "WARNING", "INFO"):
            counts[cells[0], cells[1]] = int(cells[2])
    return counts


def test_without_arguments_it_shows_the_sample(repository: Path) -> None:
    lines = demo(repository)
    page = Path(lines[-1])
    assert page.is_absolute()
    assert page.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html")
    assert any(line.startswith("Verdict") and "invalid" in line for line in lines)
    assert any(line.startswith("Standard") and "cnig_PLUi_" in line for line in lines)
    assert code_counts(lines)


def test_parameters_are_passed_on(repository: Path, sample: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    arguments = [sample, "STANDARD=cnig_PLU_2017", f"REPORT_HTML={page}", "FAIL_ON=error"]
    lines = demo(repository, *arguments)
    assert lines[-1] == str(page)
    assert page.is_file()
    assert any(line.startswith("Standard") and "cnig_PLU_2017" in line for line in lines)


@pytest.mark.corpus
def test_a_real_delivery_is_judged_as_the_official_tool_does(repository: Path, shared: Path) -> None:
    name = "30014_PLU_20171013"
    lines = demo(repository, shared / "corpus" / "deliveries" / f"{name}.zip")
    report = shared / "corpus" / "official_reports" / f"{name}__cnig_PLU_2017.jsonl"
    official = Counter(
        (finding["code"], finding["level"])
        for finding in map(json.loads, report.read_text(encoding="utf-8").splitlines())
        if finding["code"] != "VALIDATOR_INFO"
    )
    assert code_counts(lines) == official
    levels: Counter[str] = Counter()
    for (_, level), count in official.items():
        levels[level] += count
    assert levels == {"ERROR": 23, "WARNING": 2, "INFO": 7}
