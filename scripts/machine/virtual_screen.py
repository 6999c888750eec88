"""QGIS' own window under a virtual screen: Xvfb, a window manager, and a session that works inside."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from machine.qgis_installation import require_qgis

LAST_MOMENTS = 15  # seconds that QGIS has to end by itself


@contextmanager
def virtual_screen(size: str) -> Iterator[str]:
    """Start a virtual screen with a window manager, if there is one; give its name."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        display = f":{answer.readline().strip()}"
    started = [server]
    if shutil.which("openbox"):
        environment = {**os.environ, "DISPLAY": display}
        started.insert(0, subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL))
    try:
        yield display
    finally:
        for process in started:
            process.terminate()
            process.wait(10)


def run_in_window(session: Path | None, config: Path, variables: Mapping[str, str], done: Path, longest: float) -> Path:
    """Start QGIS on a profile, run a session in it until it writes its file; return the log of QGIS.

    session: Python that QGIS runs when it has started, None when its environment says what to run; variables: of its
    environment, the screen among them; longest: seconds.
    """
    environment = {**require_qgis().environment(config), **variables}
    del environment["QT_QPA_PLATFORM"]
    command = ["qgis", "--profiles-path", str(config), "--profile", "default"]
    command += ["--nologo", "--noversioncheck"]
    command += ["--code", str(session)] if session is not None else []
    log = config / "qgis.log"
    with log.open("wb") as stream:
        window = subprocess.Popen(command, env=environment, stdout=stream, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + longest
        while time.monotonic() < deadline and not done.exists() and window.poll() is None:
            time.sleep(0.1)
        try:
            window.wait(LAST_MOMENTS)
        except subprocess.TimeoutExpired:
            window.kill()
            window.wait()
    return log
