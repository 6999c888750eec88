"""An operation that a test holds in its hand: it waits, finds and ends when it is told to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from smica_qgis.core.errors import CancelledError
from smica_qgis.core.progress import Progress
from smica_qgis.core.validation.finding import Finding
from smica_qgis.core.validation.report import Report
from smica_qgis.operations.validate_delivery import ValidationRequest
from tests.unit.reports.made_report import every_kind, made_report

LONGEST = 20


class FakeValidation:
    """Stands for `validate_delivery`.

    findings: what the next run finds; first: how many are given while it runs; held: whether it waits in the
    middle until `let_go` or a cancellation; error: what it raises in the end.
    """

    def __init__(self) -> None:
        self.findings = every_kind()
        self.first = 0
        self.held = False
        self.silent_on_cancel = False
        self.error: Exception | None = None
        self.change: Callable[[Report], Report] = lambda report: report
        self.requests: list[ValidationRequest] = []
        self.closed: list[int] = []
        self._gate = threading.Event()

    def __call__(
        self, request: ValidationRequest, progress: Progress, on_findings: Callable[[list[Finding]], None]
    ) -> Report:
        self.requests.append(request)
        progress.phase("Géométrie", 90000)
        progress.advance(12400)
        if self.first:
            on_findings(self.findings[: self.first])
            progress.found(self.first)
        stopped = self.held and self._wait(progress)
        if stopped and self.silent_on_cancel:
            raise CancelledError
        if self.error is not None:
            raise self.error
        findings = self.findings[: self.first] if stopped else self.findings
        report = made_report(list(findings))
        header = replace(report.header, path=request.path, partial=bool(stopped), families=request.families)
        number = len(self.requests)
        return self.change(replace(report, header=header, geometries=ClosedGeometries(self.closed, number)))

    def let_go(self) -> None:
        """Let the run that waits go on."""
        self._gate.set()

    def _wait(self, progress: Progress) -> bool:
        """Wait; says whether one was asked to stop."""
        deadline = time.monotonic() + LONGEST
        while not self._gate.is_set() and time.monotonic() < deadline:
            if progress.cancelled():
                return True
            time.sleep(0.005)
        self._gate.clear()
        return False


class ClosedGeometries:
    """Geometries that remember when they are closed."""

    crs = "EPSG:2154"

    def __init__(self, closed: list[int], number: int) -> None:
        self._closed = closed
        self._number = number

    def wkb_of(self, file: str, rows: object) -> dict[int, bytes]:  # noqa: ARG002
        return {}

    def outlines(self, most: int) -> list[list[tuple[float, float]]]:  # noqa: ARG002
        return []

    def close(self) -> None:
        self._closed.append(self._number)
