"""The child process with deliveries that hang, crash or chatter, by the name of their file. Only tests start it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path[0] = str(Path(__file__).resolve().parents[3])

from smica_qgis.operations.batch import child_entry, validate_item  # noqa: E402 - found through the line above

usual = validate_item.validate_delivery


def misbehave(request: Any) -> Any:  # noqa: ANN401
    """Do what the name of the delivery says, then validate it as usual if we are still here."""
    name = Path(request.path).stem
    if name.startswith("HANG"):
        # a grandchild holds on too: the whole group has to go
        with subprocess.Popen(["sleep", "1234.5"]) as sleeper:
            sleeper.wait()
    if name.startswith("CRASH"):
        os.kill(os.getpid(), signal.SIGSEGV)
    if name.startswith("BUG"):
        message = "a defect of ours"
        raise RuntimeError(message)
    if name.startswith("CHATTER"):
        os.write(1, b'{"verdict": "valid"}\n' * 2000)
    if name.startswith("SLOW"):
        time.sleep(0.5)
    return usual(request)


if __name__ == "__main__":
    validate_item.validate_delivery = misbehave
    child_entry.main()
