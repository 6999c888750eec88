"""A lock on a file that the system lets go when its process dies, however it dies."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 20
"""Where Windows locks a byte: it forbids reading what is locked, and the holder's name must be read."""
_held: set[str] = set()
_guard = threading.Lock()


class FileLock:
    """One holder at a time, among processes and among the threads of this one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._key = os.path.realpath(path)
        self._file: BinaryIO | None = None

    def acquire(self, name: str) -> str | None:
        """Take the lock under a name; None when it is ours, else the name of who has it (may be empty).

        Raises OSError when the file cannot be made.
        """
        with _guard:
            # by itself: on a network disk the lock of another thread of this process might be granted again
            if self._key in _held:
                return _name_in(self._path)
            while True:
                file = self._path.open("a+b")
                if not _lock(file):
                    file.close()
                    return _name_in(self._path)
                if _is_at(file, self._path):
                    break
                file.close()  # its holder removed it between our two calls: it is not the lock any more
            file.truncate(0)
            file.write(name.encode())
            file.flush()
            self._file = file
            _held.add(self._key)
            return None

    def release(self) -> None:
        """Let go, and remove the file where the system allows it."""
        with _guard:
            if self._file is None:
                return
            if sys.platform != "win32":
                self._path.unlink(missing_ok=True)
            self._file.close()
            self._file = None
            _held.discard(self._key)


def _lock(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_at(file: BinaryIO, path: Path) -> bool:
    """Whether the open file is still the one of that name."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _name_in(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
