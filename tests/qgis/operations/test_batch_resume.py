"""A second run skips what is done and unchanged, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.operations.batch.jobs import job_of
from smica_qgis.operations.batch.planning import make_plan
from smica_qgis.operations.batch.standards_hash import standards_hash
from smica_qgis.operations.batch.validate_item import validate_item
from smica_qgis.operations.validate_batch import BatchRequest
from tests.qgis.deliveries import conformant
from tests.qgis.operations.batches import STANDARD, batch, copies, rows, write_list

pytestmark = pytest.mark.usefixtures("qgis_app")
Run = Callable[..., dict[str, Any]]


class Bench:
    """One delivery, validated again and again as the child does it, in this very process."""

    def __init__(self, folder: Path, small: Path) -> None:
        self.folder = folder
        self.delivery = Path(shutil.copy(small, folder))
        self.output = folder / "out"
        (self.output / "work").mkdir(parents=True)
        self.standards = "as they are"

    def run(self, line: dict[str, Any] | None = None, **request: Any) -> dict[str, Any]:  # noqa: ANN401
        asked = {"delivery": str(self.delivery), "report": "x.jsonl", **(line or {})}
        path = write_list(self.folder / "list.csv", asked)
        batch_request = BatchRequest(path=str(path), output=str(self.output), **request)
        (item,) = make_plan(batch_request).items
        return validate_item(job_of(item, batch_request, str(self.output / "work"), self.standards))

    def skipped(self, line: dict[str, Any] | None = None, **request: Any) -> bool:  # noqa: ANN401
        answer = self.run(line, **request)
        assert answer["verdict"] == "valid", answer
        return bool(answer["skipped"])

    @property
    def record(self) -> Path:
        return self.output / "x.json"


@pytest.fixture
def bench(tmp_path: Path, small: Path) -> Bench:
    """Return a bench whose delivery has been validated once."""
    made = Bench(tmp_path, small)
    assert not made.skipped()
    return made


def test_what_is_unchanged_is_skipped_with_its_verdict(bench: Bench) -> None:
    record = json.loads(bench.record.read_text(encoding="utf-8"))
    before = {path: path.stat().st_mtime_ns for path in bench.output.glob("x.*")}
    answer = bench.run()
    assert answer["skipped"]
    assert (answer["standard"], answer["counts"]) == (STANDARD, record["counts"]["official"])
    assert answer["seconds"] == record["header"]["times"]["seconds"]
    assert {path: path.stat().st_mtime_ns for path in bench.output.glob("x.*")} == before


def test_without_resume_everything_is_done_again(bench: Bench) -> None:
    assert not bench.skipped(resume=False)


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ({"options": {"max-errors": 5}}, {}),
        ({"crs": "EPSG:2972"}, {}),
        ({"standard": STANDARD}, {}),
        ({}, {"families": ("official",)}),
        ({}, {"html": True}),
    ],
)
def test_what_is_asked_otherwise_is_done_again_once(
    bench: Bench, line: dict[str, Any], request_: dict[str, Any]
) -> None:
    assert not bench.skipped(line, **request_)
    assert bench.skipped(line, **request_)


def test_a_page_that_was_written_is_no_reason_to_write_again(bench: Bench) -> None:
    assert not bench.skipped(html=True)
    assert bench.skipped(html=False)
    (bench.output / "x.html").write_text("spoilt")
    assert not bench.skipped(html=True)
    assert not bench.skipped(html=False, resume=False)
    assert not (bench.output / "x.html").exists()


def test_another_version_of_the_plugin_does_it_again(bench: Bench) -> None:
    record = json.loads(bench.record.read_text(encoding="utf-8"))
    record["batch"]["asked"]["smica_qgis"] = "0.0.1"
    bench.record.write_text(json.dumps(record), encoding="utf-8")
    assert not bench.skipped()


def test_other_standards_at_hand_do_it_again_when_the_standard_is_detected(bench: Bench) -> None:
    assert not bench.skipped({"standard": STANDARD})
    bench.standards = "others"
    assert bench.skipped({"standard": STANDARD})
    assert not bench.skipped()


def test_another_model_of_the_same_name_does_it_again(bench: Bench, repository: Path) -> None:
    model = Path(shutil.copytree(repository / "smica_qgis" / "standards" / STANDARD, bench.folder / STANDARD))
    line = {"standard": str(model / "files.json")}
    assert not bench.skipped(line)
    assert bench.skipped(line)
    path = model / "types" / "ZONE_URBA.json"
    path.write_bytes(path.read_bytes() + b"\n")
    assert not bench.skipped(line)


def test_another_extent_of_the_same_name_does_it_again(bench: Bench) -> None:
    extent = bench.folder / "extent.json"
    extent.write_text('{"type": "Polygon", "coordinates": [[[-5, 40], [10, 40], [10, 52], [-5, 52], [-5, 40]]]}')
    line = {"options": {"cnig-document-emprise": str(extent)}}
    assert not bench.skipped(line)
    assert bench.skipped(line)
    extent.write_text(extent.read_text().replace("52", "51"))
    assert not bench.skipped(line)


def same_size_and_times(path: Path, change: Callable[[bytearray], None]) -> None:
    """Change the content of a file and nothing that a listing shows."""
    facts = path.stat()
    content = bytearray(path.read_bytes())
    change(content)
    path.write_bytes(content)
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def flip_comment(content: bytearray) -> None:
    content[10] ^= 1  # time of the first entry: the same files, another zip


def test_a_zip_of_the_same_size_and_times_with_other_bytes_is_done_again(bench: Bench) -> None:
    same_size_and_times(bench.delivery, flip_comment)
    assert not bench.skipped()


def test_a_folder_is_known_by_all_that_it_holds(tmp_path: Path, small: Path) -> None:
    bench = Bench(tmp_path, small)
    bench.delivery = conformant(STANDARD, tmp_path / "folder", objects=10).root
    assert not bench.skipped()
    assert bench.skipped()
    piece = next(path for path in bench.delivery.rglob("*.pdf"))
    same_size_and_times(piece, lambda content: content.reverse())
    assert not bench.skipped()
    (bench.delivery / "Donnees_geographiques" / "link").symlink_to(piece)
    assert not bench.skipped()
    assert bench.skipped()


def test_a_zip_made_again_in_another_place_is_done_again(bench: Bench) -> None:
    moved = Path(shutil.copytree(bench.delivery.parent, bench.folder / "moved", ignore=lambda *_: ["out", "moved"]))
    assert not bench.skipped({"delivery": str(moved / bench.delivery.name)})


@pytest.mark.parametrize("spoil", ["cut", "changed", "gone"])
def test_a_report_that_was_touched_is_made_again(bench: Bench, spoil: str) -> None:
    report = bench.output / "x.jsonl"
    good = report.read_bytes()
    if spoil == "gone":
        report.unlink()
    else:
        report.write_bytes(good[:-1] if spoil == "cut" else good.replace(b"{", b"[", 1))
    assert not bench.skipped()
    assert report.read_bytes() == good


@pytest.mark.parametrize("content", ["", "{", "[]", '{"batch": 1}', '{"batch": {"files": null}}', "\udcff"])
def test_a_record_that_cannot_be_read_is_no_record(bench: Bench, content: str) -> None:
    bench.record.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert not bench.skipped()
    assert bench.skipped()


def test_an_unreadable_delivery_is_skipped_too(bench: Bench) -> None:
    with zipfile.ZipFile(bench.delivery, "w"):
        pass
    first, second = bench.run(), bench.run()
    assert (first["verdict"], first["skipped"]) == ("unreadable", False)
    assert (second["verdict"], second["skipped"]) == ("unreadable", True)


def test_what_cannot_be_done_leaves_no_old_report(bench: Bench) -> None:
    answer = bench.run({"options": {"no-such-option": 1}})
    assert answer["verdict"] == "failed"
    assert list(bench.output.glob("x.*")) == []


def test_a_whole_batch_is_skipped(small: Path, tmp_path: Path) -> None:
    copies(small, tmp_path / "in", "a", "b")
    first = batch(tmp_path / "in", tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.json*")}
    time.sleep(0.01)
    again = batch(tmp_path / "in", tmp_path / "out", workers=2)
    assert [line.skipped for line in again.lines] == [True, True]
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.json*")} == before
    facts = [(line.verdict, line.errors, line.warnings, line.infos, line.seconds) for line in first.lines]
    assert [(line.verdict, line.errors, line.warnings, line.infos, line.seconds) for line in again.lines] == facts
    assert all("inchangée" in row["message"] for row in rows(tmp_path / "out"))


def test_the_hash_of_the_standards_sees_the_fetched_ones(tmp_path: Path) -> None:
    alone = standards_hash("")
    assert standards_hash("") == alone
    (tmp_path / STANDARD).mkdir()
    (tmp_path / STANDARD / "source.json").write_text("{}")
    assert standards_hash(str(tmp_path)) != alone
    assert standards_hash(str(tmp_path / "none")) == alone
