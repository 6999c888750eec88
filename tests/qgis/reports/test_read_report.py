"""A report that was written comes back whole, and a damaged one says where."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.document_model.registry import STANDARDS_FOLDER, Registry
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.validation.finding import Family, Verdict
from smica_qgis.core.validation.report import Report
from smica_qgis.operations.make_sample_delivery import make_sample_delivery
from smica_qgis.operations.reopen_delivery import reopen_delivery
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from smica_qgis.reports.json_lines import write_json_lines
from smica_qgis.reports.json_summary import summary_of, write_json_summary
from smica_qgis.reports.read_report import read_report
from tests.unit.reports.made_report import made_report

CORPUS = (
    "30014_PLU_20171013.zip",
    "41175_PLU_20140603.zip",
    "200011781_PLUi_20180101.zip",
)
Written = tuple[Report, Path]


def write(report: Report, path: Path) -> Path:
    write_json_lines(report, path)
    write_json_summary(report, path.with_suffix(".json"))
    return path


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Written]:
    """Return the report of the sample delivery as it was made, and where it was written."""
    report = validate_delivery(ValidationRequest(make_sample_delivery(str(tmp_path)), options={"max-errors": "50"}))
    yield report, write(report, tmp_path / "sample.jsonl")
    report.geometries.close()


def same(made: Report, read: Report) -> None:
    """Check all that the two files hold."""
    assert read.findings == made.findings
    assert read.verdict is made.verdict
    assert read.counts == made.counts
    assert read.header.detection == made.header.detection
    assert read.header.model_source == made.header.model_source
    assert read.header.families == tuple(made.header.families)
    assert summary_of(read) == summary_of(made)
    assert [replace(t, path="", layer="") for t in made.tables] == list(read.tables)


# ---------------------------------------------------------------------- there and back


def test_the_sample_comes_back_whole(sample: Written) -> None:
    made, path = sample
    assert len(made.findings) > 20
    read = read_report(path)
    same(made, read)
    assert read.model is made.model
    assert {f.row for f in read.findings} == {f.row for f in made.findings} != {None}


def test_written_again_it_is_the_same_to_the_byte(sample: Written, tmp_path: Path) -> None:
    _, path = sample
    again = write(read_report(path), tmp_path / "again.jsonl")
    for suffix in (".jsonl", ".json"):
        assert again.with_suffix(suffix).read_bytes() == path.with_suffix(suffix).read_bytes()


@pytest.mark.corpus
@pytest.mark.parametrize("name", CORPUS)
def test_real_deliveries_come_back_whole(name: str, shared: Path, tmp_path: Path) -> None:
    options = {
        "string-all": "LATIN1",
        "cnig-complexity-tolerance": "[[-1,500,500,0.1,50000],[200000,1000,1000,10,50000]]",
    }
    made = validate_delivery(ValidationRequest(str(shared / "corpus/deliveries" / name), options=options))
    path = write(made, tmp_path / "a.jsonl")
    same(made, read_report(path))
    again = write(read_report(path), tmp_path / "b.jsonl")
    assert again.read_bytes() == path.read_bytes()
    assert again.with_suffix(".json").read_bytes() == path.with_suffix(".json").read_bytes()
    made.geometries.close()


def test_an_unreadable_delivery_comes_back(tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"this is no archive")
    made = validate_delivery(ValidationRequest(str(tmp_path / "broken.zip")))
    read = read_report(write(made, tmp_path / "a.jsonl"))
    same(made, read)
    assert read.verdict is Verdict.UNREADABLE
    assert read.model is None


def test_lone_surrogates_and_line_separators_come_back(tmp_path: Path) -> None:
    first = replace(made_report().findings[0], values={"FILEPATH": "caf\udce9 \u2028 \x85 \r\n.csv"})
    read = read_report(write(made_report([first]), tmp_path / "a.jsonl"))
    assert read.findings[0].values == first.values


def test_a_report_without_findings(tmp_path: Path) -> None:
    read = read_report(write(made_report([]), tmp_path / "a.jsonl"))
    assert read.findings == []
    assert read.verdict is Verdict.VALID


def test_a_code_of_another_version_keeps_the_texts_of_the_report(sample: Written, tmp_path: Path) -> None:
    _, path = sample
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    summary = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    code = lines[0]["code"]
    for entry in (*lines, *summary["codes"]):
        if entry["code"] == code:
            entry["code"] = "RULE_OF_TOMORROW"
    for rank, line in enumerate(lines):
        if line["code"] == "RULE_OF_TOMORROW":
            line["message"], line["remedy"] = f"Phrase {rank} {{VALUE}}", "Attendre demain."
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    path.with_suffix(".json").write_text(json.dumps(summary), encoding="utf-8")
    read = read_report(path)
    finding = next(f for f in read.findings if f.code == "RULE_OF_TOMORROW")
    assert read.catalogue.message(finding) == "Phrase 0 {VALUE}"
    assert read.catalogue["RULE_OF_TOMORROW"].title == next(
        entry["title"] for entry in summary["codes"] if entry["code"] == "RULE_OF_TOMORROW"
    )
    again = write(read, tmp_path / "again.jsonl")
    assert [json.loads(x) for x in again.read_text(encoding="utf-8").splitlines()] == lines


def test_the_model_is_the_one_that_was_applied_or_none(sample: Written, tmp_path: Path) -> None:
    made, path = sample
    assert read_report(path, ()).model is None
    name = made.header.detection.model
    shutil.copytree(STANDARDS_FOLDER / name, tmp_path / "other" / name)
    other = Registry(tmp_path / "other", "fetched")
    found = read_report(path, (other,)).model
    assert found is not None
    assert found.source.origin == "fetched"
    main = tmp_path / "other" / name / "files.json"
    main.write_text(main.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert read_report(path, (Registry(tmp_path / "other"),)).model is None


# ---------------------------------------------------------------------- without its summary


def test_findings_alone_say_what_they_can(sample: Written) -> None:
    made, path = sample
    path.with_suffix(".json").unlink()
    read = read_report(path)
    assert read.findings == made.findings
    assert read.verdict is made.verdict
    assert read.header.delivery == "sample"
    assert read.header.path == ""
    assert set(read.header.families) == {f.family.value for f in made.findings}


def test_findings_alone_never_say_more_than_their_families(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_json_lines(made_report([f for f in made_report().findings if f.family is Family.STANDARD]), path)
    assert read_report(path).header.families == ("standard",)


def test_nothing_at_all_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"")
    with pytest.raises(SmicaError, match=r"a\.json n'est pas à côté"):
        read_report(tmp_path / "a.jsonl")


# ---------------------------------------------------------------------- damaged


def spoil(path: Path, line: int, change: Callable[[dict[str, Any]], object]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    content = json.loads(lines[line - 1])
    change(content)
    lines[line - 1] = json.dumps(content) + "\n"
    path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda c: c.pop("key"), "« key » manque"),
        (lambda c: c.update(level="DREADFUL"), "valeur inconnue"),
        (lambda c: c.update(family="cousin"), "valeur inconnue"),
        (lambda c: c.update(values=["a"]), "« values » n'a pas la forme attendue"),
        (lambda c: c.update(values={"A": 1}), "« values » n'a pas la forme attendue"),
        (lambda c: c.update(featureBbox=[1, 2, 3]), "« featureBbox » n'a pas la forme attendue"),
        (lambda c: c.update(related="ZU1"), "« related » n'a pas la forme attendue"),
        (lambda c: c.update(geometry=12), "« geometry » n'a pas la forme attendue"),
        (lambda c: c.update(featureBbox=[float("nan")] * 4), "pas du JSON lisible"),
    ],
)
def test_a_bad_line_is_named(change: Callable[[dict[str, Any]], object], reason: str, tmp_path: Path) -> None:
    path = write(made_report(), tmp_path / "a.jsonl")
    spoil(path, 3, change)
    with pytest.raises(SmicaError) as caught:
        read_report(path)
    assert "a.jsonl est abîmé à la ligne 3 : " in caught.value.message
    assert reason in caught.value.message


@pytest.mark.parametrize(
    "line", [b"[1]\n", b"\n", b"{]\n", b"null\n", b'"\xe9"\n', b"[" * 100_000 + b"\n", b"1" * 5000 + b"\n"]
)
def test_a_line_that_is_no_finding_is_named(line: bytes, tmp_path: Path) -> None:
    path = write(made_report(), tmp_path / "a.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], line, *lines[1:]]))
    with pytest.raises(SmicaError, match="abîmé à la ligne 2 : "):
        read_report(path)


def test_a_cut_file_is_damaged_wherever_it_is_cut(tmp_path: Path) -> None:
    path = write(made_report(), tmp_path / "a.jsonl")
    whole = path.read_bytes()
    ends = [i + 1 for i, byte in enumerate(whole) if byte == ord("\n")]
    for cut in (1, 100, ends[0], ends[2] - 1, ends[2], len(whole) - 1):
        path.write_bytes(whole[:cut])
        with pytest.raises(SmicaError, match=r"abîmé|ne vont pas ensemble"):
            read_report(path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda s: s.pop("header"), "« header » n'est pas un objet"),
        (lambda s: s["header"].pop("crs"), "« header.crs » manque"),
        (lambda s: s["header"]["delivery"].update(path=3), "« header.delivery.path » n'a pas la forme attendue"),
        (lambda s: s.update(verdict="splendid"), "valeur inconnue"),
        (lambda s: s["tables"][0].update(rows=-1), r"« tables\[0\].rows » n'a pas la forme attendue"),
        (lambda s: s["counts"]["official"].update(ERROR=0), "ne vont pas ensemble"),
    ],
)
def test_a_bad_summary_is_named(change: Callable[[dict[str, Any]], object], reason: str, tmp_path: Path) -> None:
    path = write(made_report(), tmp_path / "a.jsonl")
    summary = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    change(summary)
    path.with_suffix(".json").write_text(json.dumps(summary), encoding="utf-8")
    with pytest.raises(SmicaError, match=rf"a\.json.*{reason}"):
        read_report(path)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SmicaError, match="ne peut être lu"):
        read_report(tmp_path / "none.jsonl")
    with pytest.raises(SmicaError, match="ne peut être lu"):
        read_report(tmp_path)


# ---------------------------------------------------------------------- its delivery, opened again


def test_the_delivery_comes_back_with_its_tables_and_geometries(sample: Written) -> None:
    made, path = sample
    read = read_report(path)
    reopened = reopen_delivery(read)
    try:
        assert reopened.findings == made.findings
        assert [(t.file, t.rows, t.layer, t.box) for t in reopened.tables] == [
            (t.file, t.rows, t.layer, t.box) for t in made.tables
        ]
        assert all(Path(t.path).is_file() for t in reopened.tables)
        located = next(f for f in made.findings if f.row is not None and f.feature_bbox)
        rows = [located.row or 0]
        assert reopened.geometries.wkb_of(located.file, rows) == made.geometries.wkb_of(located.file, rows) != {}
    finally:
        reopened.geometries.close()
    assert not any(Path(t.path).exists() for t in reopened.tables)


def test_a_delivery_that_changed_stays_closed(sample: Written) -> None:
    made, path = sample
    with zipfile.ZipFile(made.header.path, "a") as archive:
        archive.writestr("one more file.txt", "x")
    with pytest.raises(SmicaError, match="a changé depuis"):
        reopen_delivery(read_report(path))


def test_a_delivery_that_is_gone_is_said(sample: Written) -> None:
    made, path = sample
    Path(made.header.path).unlink()
    with pytest.raises(SmicaError, match="n'est plus à sa place"):
        reopen_delivery(read_report(path))


def test_a_report_of_another_model_or_without_summary_stays_closed(sample: Written) -> None:
    _, path = sample
    with pytest.raises(SmicaError, match="Le modèle cnig_"):
        reopen_delivery(read_report(path, ()))
    path.with_suffix(".json").unlink()
    with pytest.raises(SmicaError, match="ne dit pas où"):
        reopen_delivery(read_report(path))


def test_reopening_stops_when_it_is_asked_to(sample: Written) -> None:
    class Stopped(SilentProgress):
        def cancelled(self) -> bool:
            return True

    _, path = sample
    with pytest.raises(CancelledError):
        reopen_delivery(read_report(path), Stopped())
