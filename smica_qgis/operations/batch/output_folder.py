"""The output folder of a batch: locked while the batch lives, its files moved in whole, leftovers cleared away."""

from __future__ import annotations

import os
import platform
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.host.file_lock import FileLock

LOCK = ".smica_batch.lock"
_WORK = ".smica_batch_"


@contextmanager
def locked_output(folder: Path) -> Iterator[Path]:
    """Make the folder if need be, lock it, and give a fresh work folder inside it that goes away at the end.

    The lock dies with its process. What killed runs left is removed first. Whoever works for this run far from here
    knows that the run is over when the work folder is gone. Raises SmicaError when another run is at work there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Le dossier de sortie {folder} ne peut être créé ({error.strerror or error})."
        raise InvalidParameterError(message) from error
    with _locked(folder):
        for left in folder.glob(f"{_WORK}*"):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
        work = folder / f"{_WORK}{secrets.token_hex(6)}"
        try:
            work.mkdir()
        except OSError as error:
            message = f"Le dossier de sortie {folder} ne peut être écrit ({error.strerror or error})."
            raise SmicaError(message) from error
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / LOCK)
    try:
        holder = lock.acquire(f"{os.getpid()} {platform.node()}")
    except OSError as error:
        message = f"Le dossier de sortie {folder} ne peut être verrouillé ({error.strerror or error})."
        raise SmicaError(message) from error
    if holder is not None:
        number, _, machine = holder.partition(" ")
        who = f" (processus {number} de {machine})" if machine else ""
        message = (
            f"Un autre contrôle par lot travaille déjà dans {folder}{who} : attendez sa fin, interrompez-le, ou "
            "choisissez un autre dossier de sortie."
        )
        raise SmicaError(message)
    try:
        yield
    finally:
        lock.release()


def move_into_place(whole: Path, target: Path) -> None:
    """Rename a finished file of the work folder onto its place. Raises SmicaError, in French."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(whole, target)  # noqa: PTH105 - the call that is atomic on every system
    except OSError as error:
        message = f"Le rapport {target} ne peut pas être écrit ({error.strerror or error})."
        raise SmicaError(message, str(error)) from error
