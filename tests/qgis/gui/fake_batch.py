"""A batch that a test holds in its hand: it plans, does so many deliveries, then waits until it is told to go on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from smica_qgis.core.errors import CancelledError
from smica_qgis.core.progress import Progress
from smica_qgis.operations.validate_batch import BatchItem, BatchLine, BatchRequest, BatchSummary

LONGEST = 20
VERDICTS = ("valid", "invalid", "unreadable", "failed")
SUMMARY = "summary.csv"


def item(number: int, output: str = "/out", delivery: str = "") -> BatchItem:
    """Return a planned delivery."""
    name = delivery or f"{number:05}_PLU_20240101"
    return BatchItem(number, name, f"/in/{name}.zip", "", "EPSG:2154", {}, str(Path(output) / f"{name}.jsonl"))


def line(planned: BatchItem, verdict: str = "", message: str = "") -> BatchLine:
    """Return what became of it: each verdict in its turn."""
    verdict = verdict or VERDICTS[(planned.number - 1) % len(VERDICTS)]
    errors = planned.number if verdict == "invalid" else 0
    said = message or {"unreadable": "L'archive est abîmée", "failed": "Délai dépassé"}.get(verdict, "")
    return BatchLine(planned, "cnig_PLU_2017", verdict, errors, 2, 3, 0.5 * planned.number, said)


class FakeBatch:
    """Stands for `validate_batch`.

    count: deliveries; first: how many are done before it waits (None: it does not wait); error: what it raises in the
    end; make: what becomes of a delivery; written: whether it leaves a summary in the output folder.
    """

    def __init__(self) -> None:
        self.count = 4
        self.first: int | None = None
        self.error: Exception | None = None
        self.make: Callable[[BatchItem], BatchLine] = line
        self.ignored: tuple[str, ...] = ()
        self.requests: list[BatchRequest] = []
        self.stopped = 0
        self._gate = threading.Event()

    def __call__(
        self,
        request: BatchRequest,
        progress: Progress,
        on_planned: Callable[[tuple[BatchItem, ...]], object],
        on_line: Callable[[BatchLine], object],
    ) -> BatchSummary:
        self.requests.append(request)
        items = tuple(item(number, request.output) for number in range(1, self.count + 1))
        progress.phase(f"Contrôle de {self.count} livraisons", self.count)
        on_planned(items)
        lines = []
        for done, planned in enumerate(items):
            if done == self.first:
                self._wait(progress)
            lines.append(self.make(planned))
            on_line(lines[-1])
            progress.advance(done + 1)
        if self.error is not None:
            raise self.error
        return BatchSummary(tuple(lines), self.ignored)

    def let_go(self) -> None:
        """Let the batch that waits go on."""
        self._gate.set()

    def _wait(self, progress: Progress) -> None:
        deadline = time.monotonic() + LONGEST
        while not self._gate.is_set() and time.monotonic() < deadline:
            if progress.cancelled():
                self.stopped += 1
                raise CancelledError
            time.sleep(0.005)
        self._gate.clear()
