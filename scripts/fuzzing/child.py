"""A child process seen from its parent: asked one case at a time, ended when it does not answer, replaced."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from machine.qgis_installation import QgisInstallation

WORK = Path(__file__).resolve().parent / "work.py"
SCRIPTS = WORK.parent.parent
_START_SECONDS = 120
_ERROR_LINES = 12


@dataclass(frozen=True)
class Outcome:
    """How a case ended. kind: answer, fault (said by the child), hang or crash."""

    number: int
    kind: str
    done: tuple[str, ...] = ()
    detail: str = ""


class Child:
    """Validates cases in a process of its own, which is started again after a hang or a crash."""

    def __init__(self, qgis: QgisInstallation, place: Path, seed: int, time_limit: float) -> None:
        self._qgis, self._place, self._seed, self._time_limit = qgis, place, seed, time_limit
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._errors = place / f"errors_{id(self)}.txt"

    @staticmethod
    def write_bases(qgis: QgisInstallation, place: Path, bases: Path) -> None:
        """Have the synthetic deliveries written. Stops the command when that fails."""
        bases.mkdir()
        command = [qgis.python, str(WORK), "bases", str(bases)]
        if subprocess.run(command, env=_environment(qgis, place), check=False).returncode != 0:
            sys.exit("fuzz: the synthetic deliveries could not be written")

    def run(self, number: int) -> Outcome:
        """Run one case."""
        process = self._process or self._start()
        try:
            print(number, file=process.stdin, flush=True)
        except BrokenPipeError:
            return self._ended(number, "crash", ())
        done: tuple[str, ...] = ()
        while True:
            try:
                line = self._lines.get(timeout=self._time_limit if done else self._time_limit + _START_SECONDS)
            except queue.Empty:
                return self._ended(number, "hang", done)
            if line is None:
                return self._ended(number, "crash", done)
            answer: dict[str, Any] = json.loads(line)
            if "done" in answer:
                done = tuple(answer["done"])
                continue
            return Outcome(number, "fault" if answer["fault"] else "answer", done, answer["fault"])

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _start(self) -> subprocess.Popen[str]:
        with self._errors.open("w", encoding="utf-8") as errors:
            self._process = subprocess.Popen(
                [self._qgis.python, str(WORK), "cases", str(self._place), str(self._seed)],
                env=_environment(self._qgis, self._place),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                encoding="utf-8",
            )
        self._lines = queue.Queue()
        threading.Thread(target=_read_lines, args=(self._process, self._lines), daemon=True).start()
        return self._process

    def _ended(self, number: int, kind: str, done: tuple[str, ...]) -> Outcome:
        code = self._process.poll() if self._process is not None else None
        self.close()
        last = self._errors.read_text(encoding="utf-8", errors="replace").splitlines()[-_ERROR_LINES:]
        return Outcome(number, kind, done, "\n  ".join([f"exit code {code}", *last]))


def _read_lines(process: subprocess.Popen[str], lines: queue.Queue[str | None]) -> None:
    if process.stdout is not None:
        for line in process.stdout:
            lines.put(line)
    lines.put(None)


def _environment(qgis: QgisInstallation, place: Path) -> dict[str, str]:
    environment = qgis.environment(place / "qgis")
    environment["PYTHONPATH"] = os.pathsep.join([str(SCRIPTS.parent), str(SCRIPTS)])
    environment["PYTHONFAULTHANDLER"] = "1"
    return environment
