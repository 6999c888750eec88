"""What a mutation is: a way of spoiling a delivery, and where the outside lies that nobody may read."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Apply = Callable[[Path, random.Random, "Outside"], str]
"""(root folder of the delivery, chance, outside) → what was done; empty when there was nothing to do it to."""


@dataclass(frozen=True)
class Outside:
    """What must stay unread: a folder of well-formed files, and an address where a server counts the calls."""

    folder: Path
    address: str

    def file(self, suffix: str) -> Path:
        """Return the file of that suffix (`.csv`, `.shp`, `.gpkg`, `.xsd`…)."""
        return self.folder / f"secret{suffix}"


def files_of(root: Path, *suffixes: str) -> list[Path]:
    """Files under a folder in a steady order, of these suffixes (lower case) when some are given; no links."""
    found = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    return [path for path in found if path.suffix.lower() in suffixes] if suffixes else found


def write_anew(path: Path, content: bytes) -> None:
    """Write a file in the place of whatever is there: a pipe would wait for a reader, a link lead elsewhere."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
    path.write_bytes(content)


def one_of(chance: random.Random, paths: Sequence[Path]) -> Path | None:
    """Return one path, or None of none."""
    return chance.choice(paths) if paths else None
