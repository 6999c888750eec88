"""The work of a batch on this machine: so many child processes at once, each served by a thread of its own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Callable

from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.operations.batch.child_slot import ChildSlot
from smica_qgis.operations.batch.jobs import Answer, Job, Terms

_WATCH = 0.1


@contextmanager
def processes(terms: Terms, workers: int) -> Iterator[Processes]:
    """Give so many child processes, that start at once: there may be no job yet. They end with the block."""
    with ThreadPoolExecutor(workers, thread_name_prefix="smica_batch") as threads:
        made = Processes(terms)
        made.lanes = [threads.submit(made.serve) for _ in range(workers)]
        try:
            yield made
        finally:
            made.stop.set()


class Processes:
    """A `Workforce`. A delivery that ends or blocks its process has a failed answer; a fresh process takes the next."""

    def __init__(self, terms: Terms) -> None:
        self.lanes: list[Future[None]] = []
        self.stop = threading.Event()
        self._terms = terms
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[tuple[Job, Answer] | SmicaError] = queue.SimpleQueue()

    def run(self, jobs: Sequence[Job], stopped: Callable[[], bool]) -> Iterator[tuple[Job, Answer]]:
        """See Workforce. Raises ChildNotStartedError when a process does not come up."""
        for job in jobs:
            self._jobs.put(job)
        for _ in self.lanes:
            self._jobs.put(None)
        left = len(jobs)
        while left:
            if stopped():
                raise CancelledError
            try:
                answer = self._answers.get(timeout=_WATCH)
            except queue.Empty:
                self._look_at_lanes()
                continue
            if isinstance(answer, SmicaError):
                raise answer
            left -= 1
            yield answer

    def serve(self) -> None:
        """One lane, in its thread: job after job, until there is none left or one asks to stop."""
        slot = None
        try:
            slot = ChildSlot(self._terms, self.stop.is_set)
            slot.prepare()
            while (job := self._next()) is not None:
                self._answers.put((job, slot.answer(job)))
        except SmicaError as error:
            self._answers.put(error)  # no process comes up, or one asked to stop
        finally:
            if slot is not None:
                slot.close()

    def _next(self) -> Job | None:
        while not self.stop.is_set():
            with suppress(queue.Empty):  # the deliveries are still being listed
                return self._jobs.get(timeout=_WATCH)
        return None

    def _look_at_lanes(self) -> None:
        """Raise what a lane fell on: a bug is to be seen, not waited for."""
        for lane in self.lanes:
            if lane.done():
                lane.result()
