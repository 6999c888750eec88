"""scripts/demo: what it tells of a result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def demo(load_command: Callable[[str], ModuleType]) -> ModuleType:
    return load_command("demo")


def finding(code: str, level: str, family: str = "official", **more: str) -> dict[str, Any]:
    place = {"file": "", "fileModel": "", "id": "", "attribute": "", "message": f"about {code}"}
    return {"code": code, "level": level, "family": family, **place, **more}


def test_codes_are_never_cut_and_stand_on_one_line_each(demo: ModuleType) -> None:
    long = "A_VERY_LONG_CODE_" * 5
    codes = [
        {"code": "SHORT", "level": "WARNING", "count": 12, "title": "petit"},
        {"code": long, "level": "ERROR", "count": 3, "title": "grand"},
    ]
    lines = demo.code_table(codes)
    assert [line.split(" | ")[0].strip() for line in lines] == ["code", long, "SHORT"]
    assert [cell.strip() for cell in lines[2].split(" | ")] == ["SHORT", "WARNING", "12", "petit"]


def test_what_matters_most(demo: ModuleType) -> None:
    findings = [
        finding("NOTE", "INFO"),
        finding("D5", "ERROR", "standard"),
        *[finding("SAME", "ERROR", id=str(row)) for row in range(20)],
        finding("OTHER", "ERROR"),
        finding("WORST", "FATAL"),
    ]
    chosen = demo.what_matters_most(findings)
    assert [entry["code"] for entry in chosen] == ["WORST", "SAME", "OTHER", *["SAME"] * 7]


def test_a_finding_on_one_line(demo: ModuleType) -> None:
    one = finding("CODE", "ERROR", file="a.dbf", id="12", attribute="IDURBA", message="first\nsecond")
    assert demo.finding_line(one) == "- ERROR CODE, a.dbf, row 12, IDURBA: first second"


def test_the_arguments(demo: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.zip").touch()
    arguments = ["STANDARD=cnig_PLU_2017", "a.zip", 'OPTIONS={"flat": true}', "REPORT_HTML=a.html", "CRS="]
    assert demo.parameters_of(arguments) == {
        "STANDARD": "cnig_PLU_2017",
        "INPUT": str(tmp_path / "a.zip"),
        "OPTIONS": '{"flat": true}',
        "REPORT_HTML": str(tmp_path / "a.html"),
        "CRS": "",
    }


@pytest.mark.parametrize("arguments", [["missing.zip"], ["A=1", "A=2"], [".", "."]])
def test_bad_arguments_are_refused(demo: ModuleType, arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="demo: "):
        demo.parameters_of(arguments)
