"""A child process that validates deliveries one after the other, seen from its parent.

Imports nothing of QGIS: it is also sent to the workers of a cluster, whose own Python may have none.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.host.interpreter import NO_WINDOW, Interpreter

Message = dict[str, Any]
_START = 120.0
_WATCH = 0.05
_TAIL = 4096
_END = 5.0


@dataclass(frozen=True)
class ChildSetup:
    """How children are started. entry: path of the script; profile: folder of QGIS' user profile, may be empty.

    folder: where relative paths start (model, extent); temporary: where each child gets a folder of its own.
    """

    entry: str
    profile: str
    folder: str
    temporary: str


class ChildLostError(SmicaError):
    """The child died or hung."""


class ChildNotStartedError(SmicaError):
    """The child never came up: no delivery has a part in that."""


class Child:
    """One process. It must be made and used in one thread, which lives as long as it: it dies with that thread."""

    def __init__(self, interpreter: Interpreter, setup: ChildSetup) -> None:
        """Start it. Raises ChildNotStartedError."""
        self._folder = tempfile.mkdtemp(dir=setup.temporary or None)
        self._answers: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._tail = b""
        environment = interpreter.environment()
        environment.update(TMPDIR=self._folder, TEMP=self._folder, TMP=self._folder, CPL_TMPDIR=self._folder)
        command = [interpreter.executable, setup.entry, str(os.getpid()), setup.profile, self._folder]
        try:
            self._process = subprocess.Popen(  # noqa: S603 # nosec B603
                command,
                env=environment,
                cwd=setup.folder if Path(setup.folder).is_dir() else None,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,  # its own group: what it starts is ended with it
                creationflags=NO_WINDOW,
            )
        except OSError as error:
            self._clear()
            message = f"Le processus de contrôle ne peut être lancé ({error.strerror or error})."
            raise ChildNotStartedError(message, str(error)) from error
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._listen, self._keep_tail)]
        for reader in self._readers:
            reader.start()

    def wait_until_ready(self, stopped: Callable[[], bool]) -> None:
        """Wait for its first word. Raises ChildNotStartedError, or CancelledError when one asks to stop."""
        try:
            self._next(time.monotonic() + _START, stopped, f"rien en {_START:.0f} s")
        except ChildLostError as error:
            message = f"Le processus de contrôle ne démarre pas : {error.message}"
            raise ChildNotStartedError(message, error.details) from error

    def ask(self, job: Mapping[str, Any], limit: float, stopped: Callable[[], bool]) -> Message:
        """Have one delivery validated and wait for the answer, at most `limit` seconds.

        Raises ChildLostError (the child is then ended), or CancelledError when one asks to stop.
        """
        words = json.dumps(job).encode("ascii") + b"\n"
        # in a thread: a child that does not read would block us beyond the limit
        threading.Thread(target=self._tell, args=(words,), daemon=True).start()
        too_long = f"le délai de {limit:g} s est dépassé : un traitement s'y bloque, ou il faut plus de temps"
        return self._next(time.monotonic() + limit, stopped, too_long)

    def lives(self) -> bool:
        """Whether it is still there: between two deliveries the system may have ended it, for want of memory."""
        return self._process.poll() is None

    def close(self) -> None:
        """End it, with whatever it started, and clear what it left."""
        self._kill()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                _close(stream)
        self._clear()

    def _next(self, deadline: float, stopped: Callable[[], bool], too_late: str) -> Message:
        while True:
            try:
                answer = self._answers.get(timeout=_WATCH)
            except queue.Empty:
                if stopped():
                    self.close()
                    raise CancelledError from None
                if time.monotonic() > deadline:
                    self.close()
                    raise ChildLostError(too_late) from None
                continue
            if answer is None:
                raise self._lost()
            return answer

    def _lost(self) -> ChildLostError:
        """Why it died, as far as one can tell."""
        self._kill()
        for reader in self._readers:
            reader.join(_END)
        tail = self._tail.decode("utf-8", "replace").strip()
        code = self._process.returncode
        self.close()
        if code is not None and code < 0:
            name = signal.Signals(-code).name if -code in list(signal.Signals) else str(-code)
            hint = ", sans doute faute de mémoire" if name == "SIGKILL" else ""
            return ChildLostError(f"le processus s'est arrêté brutalement ({name}{hint})", tail)
        said = tail.splitlines()[-1] if tail else f"code {code}"
        return ChildLostError(f"le processus s'est arrêté sur une erreur imprévue ({said[:200]})", tail)

    def _tell(self, words: bytes) -> None:
        stdin = self._process.stdin
        try:
            if stdin is not None:
                stdin.write(words)
                stdin.flush()
        except (OSError, ValueError):
            return  # it died or was ended: the answer that does not come says so

    def _listen(self) -> None:
        """Read its answers, in a thread; None when it is gone."""
        with suppress(OSError, ValueError):  # closed under us, or killed in the middle of a word
            for line in self._process.stdout or ():
                self._answers.put(json.loads(line))
        self._answers.put(None)

    def _keep_tail(self) -> None:
        """Read what it and its libraries chatter, in a thread, and keep only the end."""
        stream = self._process.stderr
        try:
            while stream is not None and (chunk := os.read(stream.fileno(), _TAIL)):
                self._tail = (self._tail + chunk)[-_TAIL:]
        except (OSError, ValueError):
            return

    def _kill(self) -> None:
        if self._process.returncode is None:  # not waited for yet: dead or alive, its number is still its own
            with suppress(ProcessLookupError, PermissionError):
                if sys.platform == "win32":
                    self._process.kill()
                else:
                    os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _clear(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _close(stream: Any) -> None:  # noqa: ANN401 - the pipes of a process
    try:
        stream.close()
    except OSError:
        return  # what was still to be written has no reader any more
