"""What goes to a child process for one delivery, and what comes back: plain JSON, on this machine or on another.

Imports nothing of QGIS.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, Protocol

from smica_qgis.operations.batch.child import ChildSetup

if TYPE_CHECKING:
    from smica_qgis.operations.batch.items import BatchItem, BatchRequest

Job = Mapping[str, Any]
Answer = dict[str, Any]


@dataclass(frozen=True)
class Terms:
    """How children are started, and the seconds that each job may take."""

    setup: ChildSetup
    time_limit: float


class Workforce(Protocol):
    """Who does the jobs: processes of this machine, or the workers of a scheduler."""

    def run(self, jobs: Sequence[Job], stopped: Callable[[], bool]) -> Iterator[tuple[Job, Answer]]:
        """Do the jobs and yield the answers as they come. Raises CancelledError within a second of `stopped`."""


def job_of(item: BatchItem, request: BatchRequest, work: str, standards: str) -> Job:
    """The job of an item. work: folder of this run, inside the output; standards: hash of those at hand."""
    return {
        "number": item.number,
        "path": item.path,
        "seen": os.path.exists(item.path),  # noqa: PTH110 - which says no where pathlib raises
        "standard": item.standard,
        "crs": item.crs,
        "options": dict(item.options),
        "report": item.report,
        "work": work,
        "html": request.html,
        "resume": request.resume,
        "families": list(request.families),
        "rule_profile": request.rule_profile,
        "standards_folder": request.standards_folder,
        "standards": standards,
    }


def failure(job: Job, message: str, seconds: float = 0.0, *, tried: bool = True) -> Answer:
    """The answer of a delivery that could not be validated. tried: False when it has no part in that."""
    return {
        "standard": job["standard"],
        "verdict": "failed",
        "counts": {},
        "seconds": round(seconds, 3),
        "message": message,
        "skipped": False,
        "tried": tried,
    }
