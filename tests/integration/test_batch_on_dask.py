"""The same batch on a Dask scheduler with two worker processes, all real, on this machine."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.operations import validate_batch as operation
from smica_qgis.operations.validate_batch import BatchLine, BatchRequest, validate_batch
from tests.qgis.operations.batches import MISBEHAVING, batch, copies, left_in, living, rows, small_delivery, write_list

dask = pytest.importorskip("dask")
pytest.importorskip("distributed")
pytestmark = [pytest.mark.usefixtures("qgis_app"), pytest.mark.network]
PATIENCE = 60.0
WORKER = [sys.executable, "-m", "dask", "worker", "--nworkers", "1", "--nthreads", "1", "--no-nanny", "--no-dashboard"]


class Cluster:
    """A scheduler and workers, each a process that knows nothing of the plugin."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "scheduler.json"
        self.environment = {**os.environ, "PYTHONPATH": "", "PYTHONSAFEPATH": "1"}
        options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(self.file)]
        self.scheduler = self._start([sys.executable, "-m", "dask", "scheduler", *options], "scheduler")
        self.workers: list[subprocess.Popen[bytes]] = []
        self.address = self._address()

    def _start(self, command: list[str], name: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(command, cwd=self.folder, env=self.environment, stdout=log, stderr=log)

    def _address(self) -> str:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.file.exists() and self.file.stat().st_size:
                return str(json.loads(self.file.read_text())["address"])
            time.sleep(0.05)
        pytest.fail("the scheduler did not start")

    def add_worker(self) -> subprocess.Popen[bytes]:
        local = ["--local-directory", str(self.folder), "--host", "127.0.0.1"]
        worker = self._start([*WORKER, "--scheduler-file", str(self.file), *local], f"worker{len(self.workers)}")
        self.workers.append(worker)
        return worker

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "cluster"
    folder.mkdir()
    made = Cluster(folder)
    try:
        made.add_worker()
        made.add_worker()
        yield made
    finally:
        made.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_delivery(tmp_path_factory.mktemp("small"))


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[int]]:
    monkeypatch.setattr(operation, "ENTRY", MISBEHAVING)
    return living


def waited(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_the_reports_are_those_of_this_machine(cluster: Cluster, small: Path, tmp_path: Path) -> None:
    source = tmp_path / "in"
    copies(small, source, "a", "b", "c", "d")
    (source / "torn.zip").write_bytes(b"PK\x03\x04")
    lines = [{"delivery": f"in/{path.name}", "report": f"{path.stem}.jsonl"} for path in sorted(source.iterdir())]
    lines.append({"delivery": "in/a.zip", "report": "wrong.jsonl", "options": {"no-such-option": 1}})
    listed = write_list(tmp_path / "list.csv", *lines)
    here = batch(listed, tmp_path / "here", html=True)
    there = batch(listed, tmp_path / "there", html=True, scheduler=cluster.address)
    assert [(line.verdict, line.message) for line in there.lines] == [
        (line.verdict, line.message) for line in here.lines
    ]
    names = sorted(path.name for path in (tmp_path / "here").glob("*.jsonl"))
    assert len(names) == 5
    for name in names:
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()
    assert left_in(tmp_path / "there") == []
    again = batch(listed, tmp_path / "there", html=True, scheduler=cluster.address)
    assert [line.skipped for line in again.lines] == [True] * 5 + [False]


def test_a_hang_and_a_crash_cost_one_line_each(
    cluster: Cluster, small: Path, tmp_path: Path, misbehaving: Callable[[], list[int]]
) -> None:
    copies(small, tmp_path / "in", "a", "HANG", "CRASH", "b")
    summary = batch(tmp_path / "in", tmp_path / "out", scheduler=cluster.address, time_limit=5, workers=0)
    verdicts = {Path(line.item.path).stem: line.verdict for line in summary.lines}
    assert verdicts == {"a": "valid", "HANG": "failed", "CRASH": "failed", "b": "valid"}
    assert all(worker.poll() is None for worker in cluster.workers)
    assert waited(lambda: misbehaving() == [])  # the children leave once the run is over


def test_a_worker_that_is_lost_has_its_deliveries_done_elsewhere(
    cluster: Cluster, small: Path, tmp_path: Path, misbehaving: Callable[[], list[int]]
) -> None:
    copies(small, tmp_path / "in", *(f"SLOW{number}" for number in range(8)))
    done: list[BatchLine] = []

    def on_line(line: BatchLine) -> None:
        done.append(line)
        if len(done) == 2:
            cluster.workers[0].send_signal(signal.SIGKILL)

    request = BatchRequest(path=str(tmp_path / "in"), output=str(tmp_path / "out"), scheduler=cluster.address)
    assert validate_batch(request, on_line=on_line).valid == 8
    assert waited(lambda: misbehaving() == [])


def test_cancelling_stops_what_runs_far_away(
    cluster: Cluster, small: Path, tmp_path: Path, misbehaving: Callable[[], list[int]]
) -> None:
    copies(small, tmp_path / "in", "HANG1", "HANG2", "HANG3")

    class OnceTheyHang(SilentProgress):
        def cancelled(self) -> bool:
            return len(misbehaving()) >= 4  # two children and what they started

    request = BatchRequest(path=str(tmp_path / "in"), output=str(tmp_path / "out"), scheduler=cluster.address)
    with pytest.raises(CancelledError):
        validate_batch(request, OnceTheyHang())
    assert waited(lambda: misbehaving() == [])
    assert rows(tmp_path / "out") == []


def test_a_scheduler_that_goes_away_is_said_and_what_is_done_is_kept(
    cluster: Cluster, small: Path, tmp_path: Path, misbehaving: Callable[[], list[int]]
) -> None:
    copies(small, tmp_path / "in", "a", "HANG1", "HANG2")
    request = BatchRequest(path=str(tmp_path / "in"), output=str(tmp_path / "out"), scheduler=cluster.address)
    with pytest.raises(SmicaError, match="ordonnanceur"):
        validate_batch(request, on_line=lambda _line: cluster.scheduler.kill())
    assert [row["verdict"] for row in rows(tmp_path / "out")] == ["valid"]
    assert waited(lambda: misbehaving() == [])


def test_a_worker_that_does_not_see_the_plugin_says_so_and_removes_nothing(
    cluster: Cluster, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies(small, tmp_path / "in", "a")
    report = Path(batch(tmp_path / "in", tmp_path / "out").lines[0].item.report)
    monkeypatch.setattr(operation, "ENTRY", tmp_path / "elsewhere" / "child_entry.py")
    (line,) = batch(tmp_path / "in", tmp_path / "out", scheduler=cluster.address).lines
    assert line.verdict == "failed"
    assert "ne voit pas l'extension" in line.message
    assert report.exists()


def test_no_scheduler_is_a_clear_error(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies(small, tmp_path / "in", "a")
    monkeypatch.setattr("smica_qgis.operations.batch.dask_cluster._CONNECT", 1.0)
    for address in ("tcp://127.0.0.1:9", "nonsense://x", "tls://127.0.0.1:9"):
        with pytest.raises(SmicaError, match="ne répond pas"):
            batch(tmp_path / "in", tmp_path / "out", scheduler=address)


def test_without_distributed_the_error_says_what_to_install(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies(small, tmp_path / "in", "a")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SmicaError, match="distributed"):
        batch(tmp_path / "in", tmp_path / "out", scheduler="tcp://127.0.0.1:9")


def test_traffic_is_encrypted_with_the_certificates_of_dask_s_own_settings(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=smica"]
    subprocess.run([*request, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    settings = {"distributed.comm.tls.ca-file": str(certificate), "distributed.comm.default-scheme": "tls"}
    for role in ("scheduler", "worker", "client"):
        settings[f"distributed.comm.tls.{role}.cert"] = str(certificate)
        settings[f"distributed.comm.tls.{role}.key"] = str(key)
    for name, value in settings.items():
        monkeypatch.setenv(f"DASK_{name.replace('.', '__').replace('-', '_').upper()}", value)
    folder = tmp_path / "cluster"
    folder.mkdir()
    cluster = Cluster(folder)
    try:
        cluster.add_worker()
        assert cluster.address.startswith("tls://")
        copies(small, tmp_path / "in", "a")
        with dask.config.set(settings):
            assert batch(tmp_path / "in", tmp_path / "out", scheduler=cluster.address).valid == 1
        with pytest.raises(SmicaError, match="ne répond pas"):
            batch(tmp_path / "in", tmp_path / "out", scheduler=cluster.address)
    finally:
        cluster.close()
