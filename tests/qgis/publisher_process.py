"""A process that publishes when it is told, each time in a child of its own that can be killed.

Run as a program it reads lines of JSON: {"store", "rows", "label", "user", "octets"}; for each it forks a child that
publishes, answers its pid, then how it ended. It forks because starting Python fifty times would take a minute; it
never starts QGIS itself.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]


class PublisherProcess:
    """Starts the program, and talks to it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            cwd=REPOSITORY,
        )
        assert self._answer() == "ready"

    def start(self, store: str, rows: int, label: str = "UA", **more: object) -> int:
        """Begin a publication; returns the pid of the child."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"store": store, "rows": rows, "label": label, **more}) + "\n")
        return int(self._answer())

    def end(self) -> str:
        """Wait for one child: "version 3", the message of an error, or "killed"."""
        return str(json.loads(self._answer()))

    def publish(
        self, store: str, rows: int, label: str = "UA", *, kill_after: float | None = None, **more: object
    ) -> str:
        """Publish, perhaps killed after so many seconds."""
        pid = self.start(store, rows, label, **more)
        if kill_after is not None:
            time.sleep(kill_after)
            with suppress(ProcessLookupError):  # it was done
                os.kill(pid, signal.SIGKILL)
        return self.end()

    def close(self) -> None:
        """Stop the program."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def main() -> None:
    """Publish what is asked, line by line."""
    sys.path.insert(0, str(REPOSITORY))
    from osgeo import gdal

    import smica_qgis.publishing.store.target  # noqa: F401 - imported once, before the children are made
    from tests.qgis import publication_situations  # noqa: F401

    gdal.UseExceptions()
    tell("ready")
    waited: dict[int, int] = {}
    for line in sys.stdin:
        order = json.loads(line)
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reader)
            _child(order, writer)
        os.close(writer)
        tell(str(pid))
        waited[pid] = reader
        if not order.get("several"):
            for child, pipe in list(waited.items()):
                _report(child, pipe)
                del waited[child]


def _report(pid: int, pipe: int) -> None:
    with os.fdopen(pipe, encoding="utf-8") as stream:
        said = stream.read()
    os.waitpid(pid, 0)
    tell(json.dumps(said or "killed"))


def _child(order: dict[str, Any], pipe: int) -> None:
    if order.get("octets"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["octets"], order["octets"]))
    if order.get("user"):
        os.setuid(order["user"])
    os.write(pipe, _published(order).encode())
    os._exit(0)


def _published(order: dict[str, Any]) -> str:
    from smica_qgis.core.errors import SmicaError
    from smica_qgis.database.open_store import open_store
    from tests.qgis.made_document import made_content, publish

    try:
        with open_store(order["store"]) as store:
            return f"version {publish(store, made_content(order['rows'], order['label'])).version}"
    except SmicaError as error:
        return error.message


def tell(text: str) -> None:
    """One line to whoever started the program."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
