"""A folder of this machine for what the children put aside, cleared even of what killed runs left."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def temporary_folder(output: Path) -> Iterator[Path]:
    """Give a fresh folder that goes away at the end. The lock on `output` must be held.

    Its name is that of the output: what earlier runs on it left has no owner any more, and is removed.
    """
    name = hashlib.sha256(os.path.realpath(output).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    prefix = f"smica_batch_{name}_"
    for left in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)  # someone else's stays: it is not ours to remove
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
