"""The child process: reads one job a line on standard input, answers one line each on what was standard output.

Started by its path, never imported by the plugin: `child_entry.py PARENT_PID PROFILE FOLDER`. PROFILE is the folder of
a QGIS profile, FOLDER one that the parent made for this process alone. It ends with its parent.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import json
import os
import queue
import shutil
import signal
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

_PLUGINS = Path(__file__).resolve().parents[3]
_PR_SET_PDEATHSIG = 1
_FAILED = 1
_LOOK_EVERY = 2.0


def main() -> None:
    """Serve until the parent closes standard input."""
    sys.excepthook = _end_at_once
    channel = _take_standard_output()
    faulthandler.enable()  # to standard error, of which the parent keeps the end
    _die_with(int(sys.argv[1]))
    jobs: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(jobs,), daemon=True).start()
    sys.path[0] = str(_PLUGINS)
    # `import qgis` loads the library of windows where it can be had: half the start of a process that has none
    sys.modules["qgis.gui"] = None  # type: ignore[assignment]
    from smica_qgis.operations.batch.child_process import qgis_without_window, resident_octets
    from smica_qgis.operations.batch.validate_item import validate_item

    with qgis_without_window(sys.argv[2]):
        _say(channel, {"ready": True})
        work = ""
        while True:
            job = _next(jobs, work)
            work = job["work"]
            _say(channel, {**validate_item(job), "octets": resident_octets()})


def _take_standard_output() -> BinaryIO:
    """Keep the pipe for our answers alone; what libraries print there goes to standard error."""
    sys.stdout.flush()
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return channel


def _say(channel: BinaryIO, answer: dict[str, Any]) -> None:
    channel.write(json.dumps(answer).encode("ascii") + b"\n")
    channel.flush()


def _listen(jobs: queue.SimpleQueue[dict[str, Any]]) -> None:
    """Read the jobs; the end of the input is the end of the parent, or its wish: nothing is left to be done."""
    for line in sys.stdin.buffer:
        jobs.put(json.loads(line))
    os._exit(0)


def _next(jobs: queue.SimpleQueue[dict[str, Any]], work: str) -> dict[str, Any]:
    """The next job. work: folder of the run; when it is gone the run is over, and whoever keeps us may not say so."""
    while True:
        with contextlib.suppress(queue.Empty):
            return jobs.get(timeout=_LOOK_EVERY)
        if work and not Path(work).is_dir():
            shutil.rmtree(sys.argv[3], ignore_errors=True)
            os._exit(0)


def _die_with(parent: int) -> None:
    """Ask Linux to end this process with its parent: deep in a library, no thread of ours would see the input end."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(_FAILED)  # it died before we could ask


def _end_at_once(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A bug, or no more memory: this delivery fails, and the parent starts a fresh process for the next one."""
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(_FAILED)


if __name__ == "__main__":
    main()
