"""Proofs that nothing outside a delivery was read."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TOKEN = "CANARI"  # noqa: S105 - no secret but a mark
"""Stands in every file that must not be read: it may appear nowhere in a report."""
_PAUSE = 0.01


@dataclass
class PipeCanary:
    """A named pipe outside the delivery. was_read: whether somebody opened it to read."""

    path: Path
    was_read: bool = False


@contextmanager
def pipe_canary(path: Path) -> Iterator[PipeCanary]:
    """Watch a named pipe: whoever opens it to read is noticed, and let go with an empty content."""
    canary = PipeCanary(path)
    os.mkfifo(path)
    over = threading.Event()
    watch = threading.Thread(target=_wait_for_a_reader, args=(canary, over), daemon=True)
    watch.start()
    try:
        yield canary
    finally:
        over.set()
        watch.join()


def _wait_for_a_reader(canary: PipeCanary, over: threading.Event) -> None:
    while not over.wait(_PAUSE):
        try:
            # A pipe that nobody has open to read cannot be opened to write without waiting.
            descriptor = os.open(canary.path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            continue
        canary.was_read = True
        os.close(descriptor)
