"""What a batch is asked, what it is going to do, and what it says of each delivery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smica_qgis.operations.validate_delivery import FAMILIES

VALID, INVALID, UNREADABLE, FAILED = "valid", "invalid", "unreadable", "failed"


@dataclass(frozen=True)
class BatchRequest:
    """What is asked: the parameters of the contract (design §8), already out of Processing.

    path: a folder of deliveries or a CSV list; output: folder of the reports; workers: processes at once, 0 = one a
    core; scheduler: address of a Dask scheduler, empty = this machine; time_limit: seconds a delivery; html: also one
    page a delivery; resume: skip what is done and unchanged; standards_folder: fetched standards to prefer.
    """

    path: str
    output: str
    workers: int = 0
    scheduler: str = ""
    time_limit: float = 600
    html: bool = False
    resume: bool = True
    families: tuple[str, ...] = FAMILIES
    rule_profile: str = ""
    standards_folder: str = ""


@dataclass(frozen=True)
class BatchItem:
    """One delivery to validate, known before the start.

    number: from 1, the order of the list or of the folder; delivery: its name; path, report: absolute paths of the
    delivery and of its JSON Lines; report is empty when the line asks for a place that is refused.
    """

    number: int
    delivery: str
    path: str
    standard: str
    crs: str
    options: Mapping[str, object]
    report: str


@dataclass(frozen=True)
class BatchLine:
    """What became of one delivery: one line of the summary.

    standard: the model applied, or what was asked when none was; verdict: valid, invalid, unreadable or failed (there
    is no report); errors, warnings, infos: of the official family, a FATAL being an error; message: French, may be
    empty; skipped: the report of an earlier run still holds.
    """

    item: BatchItem
    standard: str
    verdict: str
    errors: int
    warnings: int
    infos: int
    seconds: float
    message: str
    skipped: bool = False


@dataclass(frozen=True)
class BatchSummary:
    """The whole run, in the order of the items. ignored: names found in the folder that are no delivery."""

    lines: tuple[BatchLine, ...]
    ignored: tuple[str, ...]

    @property
    def valid(self) -> int:
        """Deliveries that the Géoportail would accept."""
        return self._count(VALID)

    @property
    def invalid(self) -> int:
        """Deliveries that it would refuse."""
        return self._count(INVALID)

    @property
    def unreadable(self) -> int:
        """Deliveries that could not be opened."""
        return self._count(UNREADABLE)

    @property
    def failed(self) -> int:
        """Deliveries whose validation did not end: asked wrongly, too long, crashed."""
        return self._count(FAILED)

    def _count(self, verdict: str) -> int:
        return sum(1 for line in self.lines if line.verdict == verdict)
