"""What a batch left in its folder is read back: every line, with its delivery and its report when they can be told."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from smica_qgis.core.errors import SmicaError
from smica_qgis.operations.read_batch import read_batch
from smica_qgis.operations.validate_batch import BatchLine, BatchRequest, BatchSummary, validate_batch
from smica_qgis.reports.read_report import read_report
from tests.qgis.deliveries import conformant


@dataclass(frozen=True)
class Ran:
    """A batch that was run: its summary, its output folder."""

    summary: BatchSummary
    output: Path


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Return a batch over a list: two deliveries of one name, one unreadable, one asked wrongly, one formula."""
    folder = tmp_path_factory.mktemp("batch")
    first = conformant("cnig_PLU_2024", folder / "a")
    second = conformant("cnig_PLU_2024", folder / "b")
    second.set_column("INFO_SURF", "IDURBA", "99999_PLU_20010101")
    (folder / "broken.zip").write_bytes(b"no archive")
    shutil.copytree(first.root, folder / "=1+1")
    lines = [
        [str(first.root), "cnig_PLU_2024", "", "", ""],
        [str(second.root), "", "", '{"max-errors": "2"}', "deep/er/second.jsonl"],
        ["broken.zip", "", "EPSG:2975", "", "odd.json"],
        [str(first.root), "", "", '{"no-such-option": 1}', "failed.jsonl"],
        ["=1+1", "cnig_PLU_2024", "", "", ""],
    ]
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["delivery", "standard", "crs", "options", "report"], *lines])
    output = folder / "out"
    return Ran(validate_batch(BatchRequest(str(folder / "list.csv"), str(output), workers=2)), output)


@pytest.fixture
def copy(ran: Ran, tmp_path: Path) -> Path:
    """Return a copy of the output folder that a test may spoil."""
    return Path(shutil.copytree(ran.output, tmp_path / "out"))


def told(line: BatchLine) -> tuple[object, ...]:
    """What a line says, but for the message of what was never validated."""
    return (line.item.delivery, line.standard, line.verdict, line.errors, line.warnings, line.infos, line.message)


def test_the_batch_had_all_kinds_of_lines(ran: Ran) -> None:
    assert [line.verdict for line in ran.summary.lines] == ["valid", "invalid", "unreadable", "failed", "invalid"]


def test_every_line_comes_back(ran: Ran) -> None:
    found = read_batch(str(ran.output))
    assert [told(line) for line in found.summary.lines] == [told(line) for line in ran.summary.lines]
    assert found.official


def test_deliveries_and_reports_are_found_again(ran: Ran) -> None:
    for read, made in zip(read_batch(str(ran.output)).summary.lines, ran.summary.lines):
        if made.verdict == "failed":
            assert (read.item.path, read.item.report) == ("", "")
            continue
        same = ("number", "delivery", "path", "standard", "crs", "report")
        assert {name: getattr(read.item, name) for name in same} == {name: getattr(made.item, name) for name in same}
        assert dict(read.item.options) == dict(made.item.options)
        report = read_report(Path(read.item.report))
        assert report.verdict.value == read.verdict
        assert report.header.path == read.item.path


def test_ignored_files_come_back(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "notes.txt").write_text("x", encoding="utf-8")
    made = validate_batch(BatchRequest(str(tmp_path / "in"), str(tmp_path / "out")))
    assert read_batch(str(tmp_path / "out")).summary == made == BatchSummary((), ("notes.txt",))


def test_a_report_that_is_gone_is_said(copy: Path) -> None:
    shutil.rmtree(copy / "deep")
    second = read_batch(str(copy)).summary.lines[1]
    assert second.verdict == "invalid"
    assert "n'est plus dans le dossier" in second.message
    assert second.item.report == ""


def test_a_folder_that_was_moved_still_opens(copy: Path) -> None:
    reports = [Path(line.item.report) for line in read_batch(str(copy)).summary.lines if line.item.report]
    assert len(reports) == 4
    assert all(copy in report.parents for report in reports)


def test_what_else_is_in_the_folder_is_passed_over(copy: Path) -> None:
    before = read_batch(str(copy))
    (copy / "a.json").write_text("{", encoding="utf-8")
    (copy / "b.json").write_text('{"batch": {"asked": 3}}', encoding="utf-8")
    (copy / "c.json").mkdir()
    assert read_batch(str(copy)) == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda path: path.unlink(), "ne contient pas de résultats"),
        (lambda path: path.write_text("a;b\n", encoding="utf-8"), "n'est pas le résumé d'un contrôle par lot"),
        (lambda path: path.write_bytes(path.read_bytes() + b"x,y\n"), "abîmé à la ligne 7"),
        (lambda path: path.write_bytes(path.read_bytes() + b"x,y,splendid,0,0,0,0,\n"), "abîmé à la ligne 7"),
        (lambda path: path.write_bytes(path.read_bytes() + b"x,y,valid,zero,0,0,0,\n"), "abîmé à la ligne 7"),
        (lambda path: path.write_bytes(path.read_bytes() + b"\xff\n"), "ne peut être lu"),
    ],
)
def test_a_damaged_summary_says_so(copy: Path, change: Callable[[Path], object], said: str) -> None:
    change(copy / "summary.csv")
    with pytest.raises(SmicaError) as caught:
        read_batch(str(copy))
    assert said in caught.value.message
