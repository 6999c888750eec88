"""Has an input been written to? Its contents, its times, and what lies beside it say."""

from __future__ import annotations

import hashlib
from pathlib import Path

State = dict[str, tuple[str, int, int]]
"""Path → hash of the content (or what it is), size, time of the last change."""


def state_of(path: Path) -> State:
    """Return the state of a file or a folder, and of all that lies in the folder that holds it."""
    return {str(item): _facts(item) for item in sorted(path.parent.rglob("*"))}


def _facts(path: Path) -> tuple[str, int, int]:
    found = path.lstat()
    content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
    return content, found.st_size, found.st_mtime_ns
