"""The packaged plugin in the QGIS window, under a virtual screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from machine.qgis_installation import QgisInstallation

LONGEST_START = 120  # seconds

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no virtual screen (Xvfb) here"),
]


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """Start a virtual screen with a window manager; return its name."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        display = f":{answer.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display}
    windows = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    yield display
    for process in (windows, server):
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def answer(
    qgis: QgisInstallation, screen: str, profile: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """Start QGIS with the installed plugin, let desktop_session.py work in it, return what it saw."""
    folder = tmp_path_factory.mktemp("desktop")
    environment = {**qgis.environment(profile), "DISPLAY": screen, "SMICA_DESKTOP_FOLDER": str(folder)}
    del environment["QT_QPA_PLATFORM"]
    session = Path(__file__).with_name("desktop_session.py")
    command = [
        "qgis",
        "--profiles-path",
        str(profile),
        "--profile",
        "default",
        "--nologo",
        "--noversioncheck",
    ]
    log = folder / "qgis.log"
    with log.open("wb") as output:
        window = subprocess.Popen(
            [*command, "--code", str(session)], env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        found = wait_for(folder / "answer.json", window)
        try:
            window.wait(20)
        except subprocess.TimeoutExpired:
            window.kill()
            window.wait()
    assert found, log.read_text(errors="replace")[-5000:]
    seen: dict[str, Any] = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
    return seen


def wait_for(path: Path, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline and not path.exists() and process.poll() is None:
        time.sleep(0.2)
    return path.exists()


def test_it_is_loaded(answer: dict[str, Any]) -> None:
    assert answer["loaded"] is True


def test_it_adds_a_dock_and_a_provider(answer: dict[str, Any]) -> None:
    kinds = {entry.partition(" ")[0] for entry in answer["added"]}
    assert {"dock", "entry", "provider"} <= kinds


def test_it_leaves_nothing_behind(answer: dict[str, Any]) -> None:
    assert all(answer["calls"])
    assert answer["changes"] == []


def test_it_says_nothing_bad(answer: dict[str, Any]) -> None:
    assert answer["messages"] == []
