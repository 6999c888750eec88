"""The work of a batch on a Dask scheduler: the same jobs, as tasks. Scheduling is Dask's own, nothing of ours.

`distributed` is optional: it is looked for when an address is given. TLS certificates come from Dask's own
configuration (`~/.config/dask`, DASK_DISTRIBUTED__COMM__TLS__…).
"""

from __future__ import annotations

import asyncio
import queue
import time
import types
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Callable

from smica_qgis.core import errors
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.host import interpreter
from smica_qgis.operations.batch import child, child_slot, dask_task, jobs
from smica_qgis.operations.batch.jobs import Answer, Job, Terms, failure

_CONNECT = 20.0
_WATCH = 0.1
_CLOSE = 0.5
_WORKERS_WITHIN = 300.0
_SENT: tuple[types.ModuleType, ...] = (errors, interpreter, child, child_slot, dask_task, jobs)
"""Modules that the workers get by value: no copy of the plugin has to be installed in their Python."""


@contextmanager
def dask_workers(terms: Terms, scheduler: str, most: int) -> Iterator[DaskWorkers]:
    """Give the workers of a scheduler. most: tasks at once, 0 = as many as they take.

    Raises SmicaError when `distributed` is not installed or the scheduler does not answer.
    """
    distributed = _distributed()
    client = _connected(distributed, scheduler)
    try:
        with _sent_by_value():
            yield DaskWorkers(distributed, client, terms, most)
    finally:
        with suppress(asyncio.TimeoutError, TimeoutError, OSError, RuntimeError):
            client.close(timeout=_CLOSE)  # a scheduler that is gone does not answer a good-bye


class DaskWorkers:
    """A `Workforce`: each job is a task.

    A worker that is lost has its deliveries done by another, as often as the scheduler allows; then they are failed.
    """

    def __init__(self, distributed: Any, client: Any, terms: Terms, most: int) -> None:  # noqa: ANN401
        self._distributed = distributed
        self._client = client
        self._task = _task(terms)
        self._most = most
        self._scheduler = client.scheduler.address
        self._ended: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._pending: dict[Any, Job] = {}
        self._seen = time.monotonic()

    def run(self, jobs: Sequence[Job], stopped: Callable[[], bool]) -> Iterator[tuple[Job, Answer]]:
        """See Workforce. Raises SmicaError when the scheduler goes away, or has had no worker for long."""
        waiting = iter(jobs)
        self._submit(waiting, self._most or len(jobs))
        while self._pending:
            if stopped():
                raise CancelledError
            try:
                future = self._ended.get(timeout=_WATCH)
            except queue.Empty:
                self._check_workers()
                continue
            job = self._pending.pop(future)
            yield job, self._answer(future, job)
            self._submit(waiting, 1)

    def _submit(self, waiting: Iterator[Job], count: int) -> None:
        for _, job in zip(range(count), waiting):
            future = self._client.submit(self._task, job, pure=False)  # not pure: files change, results are not kept
            self._pending[future] = job
            future.add_done_callback(self._ended.put)

    def _answer(self, future: Any, job: Job) -> Answer:  # noqa: ANN401
        """What a task gave. Raises SmicaError when it is the scheduler that is gone."""
        if future.status == "finished":
            answer: Answer = future.result()
            return answer
        if future.status == "error":
            error = future.exception()
            if isinstance(error, self._distributed.KilledWorker):
                return failure(job, "Les ouvriers qui contrôlaient cette livraison se sont arrêtés l'un après l'autre.")
            message = f"L'ouvrier n'a pas pu faire ce contrôle ({type(error).__name__})."
            return {**failure(job, message, tried=False), "details": repr(error)}
        message = f"L'ordonnanceur Dask {self._scheduler} s'est arrêté : ce qui est contrôlé est gardé, relancez."
        raise SmicaError(message)

    def _check_workers(self) -> None:
        """Raise SmicaError when the scheduler is gone, or has had no worker for long: nothing would ever come."""
        if self._client.status == "closed":
            message = f"L'ordonnanceur Dask {self._scheduler} s'est arrêté : ce qui est contrôlé est gardé, relancez."
            raise SmicaError(message)
        if self._client.scheduler_info()["workers"]:
            self._seen = time.monotonic()
        elif time.monotonic() - self._seen > _WORKERS_WITHIN:
            message = f"L'ordonnanceur Dask {self._scheduler} n'a pas d'ouvrier depuis {_WORKERS_WITHIN:.0f} s."
            raise SmicaError(message)


def _task(terms: Terms) -> Callable[[Job], Answer]:
    """The function of the tasks. One made here has no name to be found by: Dask then sends all of it by value."""

    def validate(job: Job) -> Answer:
        return dask_task.validate_on_worker(job, terms)

    return validate


def _distributed() -> Any:  # noqa: ANN401 - an optional package, without types
    try:
        import distributed
    except ImportError as error:
        message = (
            "SCHEDULER demande le paquet Python « distributed » (Dask), qui n'est pas installé dans le Python de "
            "QGIS : installez-le, ou laissez SCHEDULER vide pour travailler sur cette machine."
        )
        raise SmicaError(message, str(error)) from error
    return distributed


def _connected(distributed: Any, scheduler: str) -> Any:  # noqa: ANN401
    """A client of the scheduler. Raises SmicaError."""
    try:
        return distributed.Client(scheduler, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError, RuntimeError, asyncio.TimeoutError, TimeoutError) as error:
        message = (
            f"L'ordonnanceur Dask {scheduler} ne répond pas : vérifiez son adresse (tcp://machine:8786, ou tls://…), "
            "qu'il est lancé, et que les certificats sont ceux de la configuration de Dask."
        )
        raise SmicaError(message, repr(error)) from error


@contextmanager
def _sent_by_value() -> Iterator[None]:
    """Have our functions travel with their code, not by name."""
    import cloudpickle

    register: Callable[[types.ModuleType], None] = cloudpickle.register_pickle_by_value
    for module in _SENT:
        register(module)
    try:
        yield
    finally:
        for module in _SENT:
            cloudpickle.unregister_pickle_by_value(module)
