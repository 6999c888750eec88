"""A batch on this machine: the reports are those of single validations, every line says what became of it."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.operations.batch.output_folder import locked_output
from smica_qgis.operations.validate_batch import BatchItem, BatchLine, BatchRequest, validate_batch
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from smica_qgis.operations.write_reports import write_reports
from tests.qgis.deliveries import conformant
from tests.qgis.operations.batches import STANDARD, batch, copies, left_in, line_of, rows, write_list
from tests.qgis.untouched import state_of

pytestmark = pytest.mark.usefixtures("qgis_app")


class CancelAfter(SilentProgress):
    """Asks to stop so many seconds after its making, or when told to."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.at = 0.0

    def cancel(self) -> None:
        self.at = time.monotonic()
        self.asked.set()

    def cancelled(self) -> bool:
        return self.asked.is_set()


class Steps(SilentProgress):
    """Keeps the steps."""

    def __init__(self) -> None:
        self.total = 0
        self.steps: list[int] = []

    def phase(self, text: str, total: int = 0) -> None:
        del text
        self.total = total

    def advance(self, done: int) -> None:
        self.steps.append(done)


def single(path: Path, report: Path, **more: Any) -> bytes:  # noqa: ANN401
    """Validate a delivery on its own and return its JSON Lines."""
    result = validate_delivery(ValidationRequest(path=str(path), **more))
    write_reports(result, {"JSONL": report})
    result.geometries.close()
    return report.read_bytes()


def test_a_folder_gives_the_reports_of_single_validations(small: Path, tmp_path: Path) -> None:
    source, output = tmp_path / "in", tmp_path / "out"
    faulty = conformant("cnig_PLU_2017", source, objects=10)
    faulty.set_cell("ZONE_URBA", 0, "LIBELLE", "beaucoup trop long pour ce champ")
    shutil.copy(small, source)
    (source / "torn.zip").write_bytes(b"PK\x03\x04")
    (source / "notes.txt").write_text("x")
    before = state_of(source / "notes.txt")
    planned: list[tuple[BatchItem, ...]] = []
    told: list[BatchLine] = []
    steps = Steps()
    request = BatchRequest(path=str(source), output=str(output), workers=2, html=True)
    summary = validate_batch(request, steps, on_planned=planned.append, on_line=told.append)
    assert state_of(source / "notes.txt") == before
    assert [item.number for item in planned[0]] == [1, 2, 3]
    assert sorted(line.item.number for line in told) == [1, 2, 3]
    assert (steps.total, steps.steps) == (3, [1, 2, 3])
    assert (summary.valid, summary.invalid, summary.unreadable, summary.failed) == (1, 1, 1, 0)
    assert summary.ignored == ("notes.txt",)
    assert [line.item.number for line in summary.lines] == [1, 2, 3]
    line = line_of(summary, faulty.name)
    assert (line.standard, line.verdict, line.errors) == ("cnig_PLU_2017", "invalid", 1)
    assert line_of(summary, "torn").message
    for line in summary.lines:
        report = Path(line.item.report)
        assert report.read_bytes() == single(Path(line.item.path), tmp_path / "single.jsonl")
        assert json.loads(report.with_suffix(".json").read_text(encoding="utf-8"))["verdict"] == line.verdict
        assert report.with_suffix(".html").read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert left_in(output) == []
    assert list(output.glob("*.csv")) == [output / "summary.csv"]


def test_the_summary_has_the_columns_of_the_contract(small: Path, tmp_path: Path) -> None:
    copies(small, tmp_path / "in", small.stem)
    (tmp_path / "in" / "=evil().txt").write_text("x")
    summary = batch(tmp_path / "in", tmp_path / "out")
    line, ignored = rows(tmp_path / "out")
    columns = ("delivery", "standard", "verdict", "errors", "warnings", "infos", "seconds", "message")
    assert (tmp_path / "out" / "summary.csv").read_text(encoding="utf-8").splitlines()[0] == ",".join(columns)
    (done,) = summary.lines
    assert [line[name] for name in columns[:6]] == [small.stem, STANDARD, "valid", "0", "0", str(done.infos)]
    assert float(line["seconds"]) == done.seconds > 0
    assert (ignored["delivery"], ignored["verdict"]) == ("'=evil().txt", "ignored")


def test_what_a_list_asks_wrongly_is_the_message_of_its_line(small: Path, tmp_path: Path) -> None:
    wrong = [
        ({"options": {"no-such-option": True}}, "no-such-option"),
        ({"options": {"flat": "yes"}}, "flat"),
        ({"crs": "EPSG:1"}, "EPSG:1"),
        ({"standard": "cnig_PLU_1999"}, "cnig_PLU_1999"),
        ({"standard": "nowhere/files.json"}, "nowhere/files.json"),
        ({"options": "{"}, "JSON"),
        ({"report": "../x.jsonl"}, ".."),
        ({"delivery": ""}, "vide"),
    ]
    lines = [{"delivery": str(small), "report": f"{number}.jsonl", **line} for number, (line, _) in enumerate(wrong)]
    lines.append({"delivery": str(small), "report": "deep/good.jsonl", "options": {"enable-conditions": False}})
    lines.append({"delivery": "12345_PLU_20240101", "report": "absent.jsonl"})
    summary = batch(write_list(tmp_path / "list.csv", *lines), tmp_path / "out")
    assert [line.verdict for line in summary.lines] == ["failed"] * len(wrong) + ["valid", "unreadable"]
    for line, (_, word) in zip(summary.lines, wrong):
        assert word in line.message
    assert sorted(p.name for p in (tmp_path / "out").rglob("*.jsonl")) == ["absent.jsonl", "good.jsonl"]
    header = json.loads((tmp_path / "out" / "deep" / "good.json").read_text(encoding="utf-8"))["header"]
    assert header["options"] == {"enable-conditions": False}


def test_options_and_relative_models_mean_what_they_mean_alone(
    small: Path, tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(repository / "smica_qgis" / "standards" / STANDARD, tmp_path / "model")
    monkeypatch.chdir(tmp_path)
    lines = [{"delivery": str(small), "standard": "model/files.json", "crs": "EPSG:2972", "options": {"flat": True}}]
    (line,) = batch(write_list(tmp_path / "list.csv", *lines), tmp_path / "out").lines
    alone = single(small, tmp_path / "s.jsonl", standard="model/files.json", crs="EPSG:2972", options={"flat": True})
    assert Path(line.item.report).read_bytes() == alone


def test_families_are_those_asked_for(small: Path, tmp_path: Path) -> None:
    (line,) = batch(write_list(tmp_path / "l.csv", {"delivery": str(small)}), tmp_path, families=("standard",)).lines
    assert (line.verdict, line.infos) == ("valid", 0)


def test_an_empty_folder_is_a_summary_without_lines(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert batch(tmp_path / "in", tmp_path / "out").lines == ()
    assert rows(tmp_path / "out") == []


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"families": ("regional",)}, "regional"),
        ({"rule_profile": "nobody's"}, "nobody's"),
        ({"workers": -1}, "-1"),
        ({"time_limit": 0}, "0"),
        ({"time_limit": float("nan")}, "nan"),
        ({"path": "no/where"}, "no/where"),
    ],
)
def test_what_is_asked_wrongly_of_the_whole_run_is_an_error_before_anything(
    tmp_path: Path, wrong: dict[str, Any], word: str
) -> None:
    request = BatchRequest(**{"path": str(tmp_path), "output": str(tmp_path / "out"), **wrong})
    with pytest.raises(InvalidParameterError, match=word):
        validate_batch(request)
    assert not (tmp_path / "out").exists()


def test_a_second_run_on_one_output_is_refused_even_from_a_thread(small: Path, tmp_path: Path) -> None:
    copies(small, tmp_path / "in", "a")
    with locked_output(tmp_path / "out"):
        with pytest.raises(SmicaError, match="travaille déjà"):
            batch(tmp_path / "in", tmp_path / "out")
        (tmp_path / "link").symlink_to(tmp_path / "out")
        with pytest.raises(SmicaError, match="travaille déjà"):
            batch(tmp_path / "in", tmp_path / "link")
    assert batch(tmp_path / "in", tmp_path / "out").valid == 1


def test_cancelling_ends_the_processes_within_a_second_and_keeps_what_is_done(
    small: Path, tmp_path: Path, misbehaving: Callable[[], list[int]]
) -> None:
    lines = [{"delivery": str(path)} for path in copies(small, tmp_path / "in", "a", "HANG1", "HANG2", "b")]
    progress = CancelAfter()
    done: list[BatchLine] = []

    def on_line(line: BatchLine) -> None:
        done.append(line)
        threading.Timer(0.5, progress.cancel).start()

    request = BatchRequest(path=str(write_list(tmp_path / "l.csv", *lines)), output=str(tmp_path / "out"), workers=2)
    with pytest.raises(CancelledError):
        validate_batch(request, progress, on_line=on_line)
    assert time.monotonic() - progress.at < 1
    assert misbehaving() == []
    assert [row["verdict"] for row in rows(tmp_path / "out")] == ["valid"] * len(done)
    assert left_in(tmp_path / "out") == []
