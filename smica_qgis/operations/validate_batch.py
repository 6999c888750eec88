"""Validate many deliveries: a folder or a list in, a report each and a summary out (contract, design §8).

Each delivery is validated in a child process, on this machine or on the workers of a Dask scheduler: one that hangs
or crashes costs one line of the summary, never the run.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsApplication

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.host import log
from smica_qgis.operations.batch.child import ChildSetup
from smica_qgis.operations.batch.items import FAILED, BatchItem, BatchLine, BatchRequest, BatchSummary
from smica_qgis.operations.batch.jobs import Answer, Job, Terms, Workforce, job_of
from smica_qgis.operations.batch.output_folder import locked_output
from smica_qgis.operations.batch.planning import SUMMARY, Plan, absolute, deliveries_at_most, make_plan
from smica_qgis.operations.batch.processes import processes
from smica_qgis.operations.batch.record import forget
from smica_qgis.operations.batch.report_paths import report_files
from smica_qgis.operations.batch.standards_hash import standards_hash
from smica_qgis.operations.batch.summary_table import SummaryTable
from smica_qgis.operations.batch.temporary import temporary_folder
from smica_qgis.operations.validate_delivery import check_families, check_profile

__all__ = ["SUMMARY", "BatchItem", "BatchLine", "BatchRequest", "BatchSummary", "validate_batch"]

ENTRY = Path(__file__).resolve().parent / "batch" / "child_entry.py"
OnPlanned = Callable[[tuple[BatchItem, ...]], object]
OnLine = Callable[[BatchLine], object]


def validate_batch(
    request: BatchRequest,
    progress: Progress | None = None,
    *,
    on_planned: OnPlanned | None = None,
    on_line: OnLine | None = None,
) -> BatchSummary:
    """Validate every delivery, write its report, and keep `summary.csv` of the output folder up to date.

    on_planned: called in this thread with what is going to be done, before anything is; on_line: with each line as it
    comes. One step of progress a delivery. Whatever becomes of the deliveries, the run succeeds. Raises
    InvalidParameterError for what is asked wrongly of the whole run, SmicaError when another run is at work on the
    same output or when the work cannot be done at all, CancelledError when one asks to stop: what is done is written.
    """
    run = _Run(request, progress or SilentProgress(), on_line or (lambda _line: None))
    # the processes start while the deliveries are listed
    with locked_output(run.output) as work, run.workforce() as workforce:
        plan = make_plan(request)
        (on_planned or (lambda _items: None))(plan.items)
        return run.carry_out(plan, work, workforce)


class _Run:
    """One batch, from its parameters to its summary."""

    def __init__(self, request: BatchRequest, progress: Progress, on_line: OnLine) -> None:
        self.request = request
        self.progress = progress
        self.on_line = on_line
        _check(request)
        self.output = absolute(request.output)

    def carry_out(self, plan: Plan, work: Path, workforce: Workforce) -> BatchSummary:
        self.progress.phase(f"Contrôle de {len(plan.items)} livraisons", len(plan.items))
        items = {item.number: item for item in plan.items}
        summary = SummaryTable(self.output / SUMMARY, work, plan.ignored)
        try:
            for number, problem in sorted(plan.problems.items()):
                self._take(_failed(items.pop(number), problem), summary)
            standards = standards_hash(self.request.standards_folder)
            jobs = [job_of(item, self.request, str(work), standards) for item in items.values()]
            for job, answer in workforce.run(jobs, self.progress.cancelled):
                _log(job, answer)
                self._take(_line(items[job["number"]], answer), summary, forgotten=answer.get("tried", True))
        finally:
            summary.write()
        return BatchSummary(summary.lines, plan.ignored)

    def _take(self, line: BatchLine, summary: SummaryTable, *, forgotten: bool = True) -> None:
        if line.verdict == FAILED and line.item.report and forgotten:
            forget(report_files(line.item.report))  # an older one would be taken for the result
        summary.add(line)
        self.on_line(line)
        self.progress.advance(len(summary.lines))

    @contextmanager
    def workforce(self) -> Iterator[Workforce]:
        """Give who does the work, here or far away, until the run is over."""
        request = self.request
        profile = str(QgsApplication.qgisSettingsDirPath()) if QgsApplication.instance() else ""
        setup = ChildSetup(str(ENTRY), profile, str(Path.cwd()), "")
        if request.scheduler:
            from smica_qgis.operations.batch.dask_cluster import dask_workers

            with dask_workers(Terms(setup, request.time_limit), request.scheduler, request.workers) as far_away:
                yield far_away
            return
        workers = min(request.workers or _cores(), deliveries_at_most(request.path))
        with temporary_folder(self.output) as temporary:
            terms = Terms(replace(setup, temporary=str(temporary)), request.time_limit)
            with processes(terms, workers) as here:
                yield here


def _check(request: BatchRequest) -> None:
    """Raise InvalidParameterError for what would be wrong for every delivery, before anything is made."""
    check_families(request.families)
    check_profile(request.rule_profile)
    if not request.output.strip():
        raise InvalidParameterError("Indiquez le dossier de sortie (OUTPUT).")
    if not os.path.exists(request.path):  # noqa: PTH110 - which says no where pathlib raises
        message = f"« {request.path} » n'existe pas : indiquez le dossier des livraisons ou une liste CSV."
        raise InvalidParameterError(message)
    if not (request.time_limit > 0 and math.isfinite(request.time_limit)):
        message = f"Le délai par livraison doit être un nombre de secondes positif, non {request.time_limit}."
        raise InvalidParameterError(message)
    if request.workers < 0:
        message = f"Le nombre de processus ne peut être négatif ({request.workers}) ; 0 les veut tous."
        raise InvalidParameterError(message)


def _cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _line(item: BatchItem, answer: Answer) -> BatchLine:
    counts: Mapping[str, Any] = answer["counts"]
    return BatchLine(
        item=item,
        standard=answer["standard"],
        verdict=answer["verdict"],
        errors=counts.get("FATAL", 0) + counts.get("ERROR", 0),
        warnings=counts.get("WARNING", 0),
        infos=counts.get("INFO", 0),
        seconds=answer["seconds"],
        message=answer["message"],
        skipped=answer["skipped"],
    )


def _failed(item: BatchItem, problem: str) -> BatchLine:
    return BatchLine(item, item.standard, FAILED, 0, 0, 0, 0.0, problem)


def _log(job: Job, answer: Answer) -> None:
    """Keep the technical end of a process that died, for whoever repairs."""
    details = answer.get("details")
    if details:
        log.warning(f"{job['path']} : {answer['message']} — {details}")
