"""A delivery that hangs, crashes or chatters costs one line; a run that is killed is taken up where it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.errors import SmicaError
from smica_qgis.operations import validate_batch as operation
from smica_qgis.operations.batch import child_slot
from tests.qgis.operations.batches import MISBEHAVING, batch, copies, left_in, line_of, living, rows, write_list

pytestmark = [
    pytest.mark.usefixtures("qgis_app"),
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them"),
]
PATIENCE = 30.0
RUN = """
import sys
from qgis.core import QgsApplication
application = QgsApplication([], False)
from pathlib import Path
from smica_qgis.operations import validate_batch as operation
operation.ENTRY = Path(sys.argv[3])
request = operation.BatchRequest(path=sys.argv[1], output=sys.argv[2], workers=2)
operation.validate_batch(request)
"""


def waited(condition: Callable[[], bool]) -> bool:
    """Wait until something is so; whether it came to be."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def started(source: Path, output: Path, repository: Path) -> subprocess.Popen[bytes]:
    """Start a batch in a process of its own."""
    command = [sys.executable, "-c", RUN, str(source), str(output), str(MISBEHAVING)]
    return subprocess.Popen(command, cwd=repository, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def temporary_folders() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("smica_batch_*"))


@pytest.mark.slow
def test_a_hang_a_crash_and_a_bug_cost_one_line_each(
    small: Path, tmp_path: Path, misbehaving: Callable[[], list[int]]
) -> None:
    before = temporary_folders()
    names = ("a", "HANG", "b", "CRASH", "c", "BUG", "CHATTER", "d")
    lines = [{"delivery": str(path), "report": f"{path.stem}.jsonl"} for path in copies(small, tmp_path, *names)]
    for name in ("HANG", "CRASH"):
        (tmp_path / "out").mkdir(exist_ok=True)
        for suffix in ("jsonl", "json", "html"):
            (tmp_path / "out" / f"{name}.{suffix}").write_text("of another day")
    summary = batch(write_list(tmp_path / "list.csv", *lines), tmp_path / "out", time_limit=5)
    assert [line.verdict for line in summary.lines] == [
        "valid",
        "failed",
        "valid",
        "failed",
        "valid",
        "failed",
        "valid",
        "valid",
    ]
    assert "5 s" in line_of(summary, "HANG").message
    assert line_of(summary, "HANG").seconds >= 5
    assert "SIGSEGV" in line_of(summary, "CRASH").message
    assert "a defect of ours" in line_of(summary, "BUG").message
    good = (tmp_path / "out" / "a.jsonl").read_bytes()
    assert (tmp_path / "out" / "CHATTER.jsonl").read_bytes() == good
    # no report of another day is taken for theirs
    assert sorted(p.name for p in (tmp_path / "out").glob("*.jsonl")) == [f"{n}.jsonl" for n in ("CHATTER", *"abcd")]
    assert not list((tmp_path / "out").glob("HANG.*"))
    assert misbehaving() == []
    assert left_in(tmp_path / "out") == []
    assert temporary_folders() == before


def test_a_failed_delivery_is_tried_again_by_the_next_run(
    small: Path, tmp_path: Path, misbehaving: Callable[[], list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    copies(small, tmp_path / "in", "CRASH")
    assert batch(tmp_path / "in", tmp_path / "out").failed == 1
    assert misbehaving() == []
    monkeypatch.undo()
    assert batch(tmp_path / "in", tmp_path / "out").valid == 1


def test_processes_that_never_come_up_end_the_run_and_no_report(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = copies(small, tmp_path / "in", "a")
    (line,) = batch(tmp_path / "in", tmp_path / "out").lines
    path.write_bytes(path.read_bytes() + b"changed")
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit('no such module')")
    monkeypatch.setattr(operation, "ENTRY", broken)
    monkeypatch.setattr(child_slot, "_PAUSES", (0.0,))
    with pytest.raises(SmicaError, match=r"ne démarre pas.*no such module"):
        batch(tmp_path / "in", tmp_path / "out")
    assert Path(line.item.report).exists()


def test_a_child_that_is_killed_costs_one_line(
    small: Path, tmp_path: Path, misbehaving: Callable[[], list[int]], repository: Path
) -> None:
    copies(small, tmp_path / "in", "HANG1", "a", "b")
    run = started(tmp_path / "in", tmp_path / "out", repository)
    try:
        assert waited(lambda: any(b"1234.5" in command_of(number) for number in misbehaving()))
        (sleeper,) = [number for number in misbehaving() if b"1234.5" in command_of(number)]
        os.kill(parent_of(sleeper), signal.SIGKILL)
        assert waited(lambda: run.poll() is not None)
    finally:
        run.kill()
        run.wait()
    assert sorted(row["verdict"] for row in rows(tmp_path / "out")) == ["failed", "valid", "valid"]
    assert misbehaving() == []


def command_of(number: int) -> bytes:
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""


def parent_of(number: int) -> int:
    return int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])


@pytest.mark.slow
def test_a_run_killed_in_the_middle_loses_nothing_and_does_nothing_twice(
    small: Path, tmp_path: Path, misbehaving: Callable[[], list[int]], repository: Path
) -> None:
    names = [f"SLOW{number:02}" for number in range(16)]
    copies(small, tmp_path / "in", *names)
    output = tmp_path / "out"
    before = temporary_folders()
    run = started(tmp_path / "in", output, repository)
    try:
        assert waited(lambda: len(list(output.glob("*.json"))) >= 5)
        with pytest.raises(SmicaError, match=f"travaille déjà .*{run.pid}"):
            batch(tmp_path / "in", output)
    finally:
        run.kill()
        run.wait()
    assert waited(lambda: living() == [])
    done = {path: path.stat().st_mtime_ns for path in output.glob("*.json*")}
    assert 10 <= len(done) < 32
    assert len(rows(output)) <= len(names)  # a whole table, whenever it is read
    assert (output / ".smica_batch.lock").exists()
    summary = batch(tmp_path / "in", output, workers=2)
    assert (len(summary.lines), summary.valid) == (16, 16)
    whole = {path for path in done if path.with_suffix(".json") in done}
    assert {path: path.stat().st_mtime_ns for path in whole} == {path: done[path] for path in whole}
    assert sum(line.skipped for line in summary.lines) == len(whole) // 2
    assert len({path.read_bytes() for path in output.glob("*.jsonl")}) == 1
    assert len(list(output.glob("*.jsonl"))) == 16
    assert [row["verdict"] for row in rows(output)] == ["valid"] * 16
    assert misbehaving() == []
    assert left_in(output) == []
    assert temporary_folders() - before == set()  # the killed run's has gone too


@pytest.mark.parametrize(("most_octets", "children"), [(1, 3), (child_slot.MOST_OCTETS, 1)])
def test_one_child_serves_many_deliveries_unless_it_grew_too_big(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most_octets: int, children: int
) -> None:
    starts: list[object] = []
    usual = child_slot.Child.__init__

    def counted(self: child_slot.Child, *arguments: Any) -> None:  # noqa: ANN401
        starts.append(arguments)
        usual(self, *arguments)

    monkeypatch.setattr(child_slot.Child, "__init__", counted)
    monkeypatch.setattr(child_slot, "MOST_OCTETS", most_octets)
    copies(small, tmp_path / "in", "a", "b", "c")
    assert batch(tmp_path / "in", tmp_path / "out").valid == 3
    assert len(starts) == children
