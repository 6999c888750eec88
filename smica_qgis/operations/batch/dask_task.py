"""The task of one delivery on a worker of a Dask scheduler: a child process there, with its time limit.

Sent by value to workers whose Python has neither the plugin nor QGIS. The child that they start needs both: the
folder of the plugin has the same path there, and a Python of that machine has PyQGIS.
"""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, Callable

from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.operations.batch.child_slot import ChildSlot
from smica_qgis.operations.batch.jobs import Answer, Job, Terms, failure

_LOOK_EVERY = 0.5
_ATTRIBUTE = "smica_batch"
"""Name under which the state of this run is kept on the worker, from one delivery to the next."""


def validate_on_worker(job: Job, terms: Terms) -> Answer:
    """Do one job here, with a child that this thread keeps for the next ones of the run."""
    from distributed import get_worker

    if not Path(terms.setup.entry).is_file():
        return failure(job, f"L'ouvrier ne voit pas l'extension : {terms.setup.entry} n'y est pas.", tried=False)
    if not Path(job["work"]).is_dir():
        return failure(job, f"L'ouvrier ne voit pas le dossier de sortie {Path(job['work']).parent}.", tried=False)
    try:
        return _slot(get_worker(), terms, job["work"]).answer(job)
    except CancelledError:
        return failure(job, "Le contrôle par lot a été interrompu.", tried=False)
    except SmicaError as error:
        return failure(job, error.message, tried=False)


def _slot(worker: Any, terms: Terms, folder: str) -> ChildSlot:  # noqa: ANN401 - a distributed.Worker
    """The place for a child of this thread, kept on the worker while this run lasts."""
    state = getattr(worker, _ATTRIBUTE, None)
    if state is None or state["run"] != folder:
        for old in (state or {"slots": {}})["slots"].values():
            old.close()
        state = {"run": folder, "slots": {}}
        setattr(worker, _ATTRIBUTE, state)
    # what Dask clears away with its worker
    terms = replace(terms, setup=replace(terms.setup, temporary=worker.local_directory))
    slots: dict[int, ChildSlot] = state["slots"]
    thread = threading.get_ident()
    if thread not in slots:
        slots[thread] = ChildSlot(terms, _run_is_over(folder))
    return slots[thread]


def _run_is_over(folder: str) -> Callable[[], bool]:
    """Whether the run was interrupted or died: its work folder, that all see, is gone. Looked at now and then."""
    looked = {"at": time.monotonic(), "over": False}

    def is_over() -> bool:
        if time.monotonic() - looked["at"] >= _LOOK_EVERY:
            looked.update(at=time.monotonic(), over=not os.path.isdir(folder))  # noqa: PTH112
        return bool(looked["over"])

    return is_over
