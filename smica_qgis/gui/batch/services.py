"""What the dock of the batch asks of the floors below, so that tests and screenshots can put something else.

Every import is made when the service is used: opening the dock stays quick.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from smica_qgis.core.progress import Progress
    from smica_qgis.operations.read_batch import ReadBatch
    from smica_qgis.operations.validate_batch import BatchItem, BatchLine, BatchRequest, BatchSummary

    OnPlanned = Callable[[tuple[BatchItem, ...]], object]
    OnLine = Callable[[BatchLine], object]
    ValidateBatch = Callable[[BatchRequest, Progress, OnPlanned, OnLine], BatchSummary]


def validate(request: BatchRequest, progress: Progress, on_planned: OnPlanned, on_line: OnLine) -> BatchSummary:
    """Validate many deliveries. Called in a working thread, which both functions are called in."""
    from smica_qgis.operations.validate_batch import validate_batch

    return validate_batch(request, progress, on_planned=on_planned, on_line=on_line)


def read(output: str) -> ReadBatch:
    """Read the results that a batch left in its output folder. Called in a working thread."""
    from smica_qgis.operations.read_batch import read_batch

    return read_batch(output)


@dataclass(frozen=True)
class BatchServices:
    """The floors below, as the dock sees them."""

    validate: ValidateBatch = validate
    read: Callable[[str], ReadBatch] = read
