"""Write a report aside, in the folder where it is wanted, and rename it whole: nobody sees half a file."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from smica_qgis.core.errors import SmicaError

if TYPE_CHECKING:
    from collections.abc import Iterator

_REASONS = {
    errno.EACCES: "accès refusé",
    errno.EPERM: "accès refusé",
    errno.EROFS: "dossier en lecture seule",
    errno.ENOSPC: "plus de place sur le disque",
    errno.ENAMETOOLONG: "nom trop long",
}
_SQLITE_COMPANIONS = ("-wal", "-shm", "-journal")


@contextmanager
def written_aside(target: Path, what: str = "rapport") -> Iterator[Path]:
    """Give a fresh path beside `target`, renamed onto it when the block ends well, removed otherwise.

    what: masculine word of French for what is written, as errors say it.

    An existing file is replaced in one step. The name aside is short whatever the target's, keeps its
    extension (GDAL looks at it) and gets the usual permissions, which a `tempfile` would not.
    Raises SmicaError, in French, when the folder is missing or protected, the disk full, the file held open.
    """
    aside = target.parent / f".smica_{secrets.token_hex(6)}{target.suffix}"
    try:
        yield aside
        _remove_companions(target)  # the log of a file that is replaced would be replayed into the new one
        os.replace(aside, target)  # noqa: PTH105 - the call that is atomic on every system
    except OSError as error:
        raise SmicaError(_why_not_written(target, error, what), str(error)) from error
    finally:
        _remove(aside)
        _remove_companions(aside)


def _why_not_written(target: Path, error: OSError, what: str) -> str:
    # os.path says no where pathlib raises: for a name that is too long
    if os.path.isdir(target):  # noqa: PTH112
        return f"Le {what} ne peut pas remplacer {target} : c'est un dossier. Donnez le nom d'un fichier."
    if not os.path.isdir(target.parent):  # noqa: PTH112
        return f"Le {what} {target} ne peut pas être écrit : le dossier {target.parent} n'existe pas. Créez-le."
    reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return (
        f"Le {what} {target} ne peut pas être écrit ({reason}) : fermez-le s'il est ouvert dans un autre "
        "logiciel, vérifiez les droits du dossier, ou choisissez-en un autre."
    )


def _remove_companions(path: Path) -> None:
    for companion in _SQLITE_COMPANIONS:
        _remove(path.with_name(path.name + companion))


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return  # most often absent; a leftover that cannot be removed must not hide the reason of the failure
