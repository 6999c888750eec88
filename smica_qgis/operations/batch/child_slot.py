"""A place for one child process: started when asked for, replaced when lost or grown too big.

Imports nothing of QGIS: it is also sent to the workers of a cluster.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Callable

from smica_qgis.core.errors import CancelledError
from smica_qgis.host.interpreter import likely_interpreter, search_interpreter
from smica_qgis.operations.batch.child import Child, ChildLostError, ChildNotStartedError
from smica_qgis.operations.batch.jobs import Answer, Job, Terms, failure

MOST_OCTETS = 1024**3
"""Memory of a child at rest beyond which it is replaced: something was not given back."""
_PAUSES = (1.0, 5.0)
_WATCH = 0.1


class ChildSlot:
    """A place for one child: started when asked for, replaced when lost or grown too big."""

    def __init__(self, terms: Terms, stopped: Callable[[], bool]) -> None:
        """Raises SmicaError when this machine has no Python to start children with."""
        self._terms = terms
        self._stopped = stopped
        self._interpreter = likely_interpreter()
        self._proven = False
        self._child: Child | None = None

    def prepare(self) -> None:
        """Have a child ready before there is a job. Raises ChildNotStartedError, CancelledError."""
        self._child = self._taken() or self._start()

    def answer(self, job: Job) -> Answer:
        """Have a job done within the time limit. Raises ChildNotStartedError, or CancelledError when asked to stop."""
        start = time.monotonic()
        try:
            child = self._taken() or self._start()
            start = time.monotonic()
            answer = child.ask(job, self._terms.time_limit, self._stopped)
        except ChildLostError as error:
            message = f"Le contrôle de cette livraison n'a pas abouti : {error.message}."
            return {**failure(job, message, time.monotonic() - start), "details": error.details}
        if answer.pop("octets") > MOST_OCTETS:
            child.close()
        else:
            self._child = child
        return answer

    def _taken(self) -> Child | None:
        """The child at rest, if it is still there; it comes back when it answered well."""
        child, self._child = self._child, None
        if child is not None and not child.lives():
            child.close()
            return None
        return child

    def close(self) -> None:
        """End the child, if there is one."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def _start(self) -> Child:
        """A child that is ready. One that does not come up is tried again: memory may have been short.

        The likeliest Python is taken first, and the others only if it does not do: to try it apart would take as long
        as to start the child.
        """
        with suppress(ChildNotStartedError):
            return self._started()
        if not self._proven:
            self._interpreter = search_interpreter()
        for pause in _PAUSES:
            with suppress(ChildNotStartedError):
                return self._started()
            self._wait(pause)
        return self._started()

    def _started(self) -> Child:
        child = Child(self._interpreter, self._terms.setup)
        child.wait_until_ready(self._stopped)
        self._proven = True
        return child

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self._stopped():
                raise CancelledError
            time.sleep(_WATCH)
