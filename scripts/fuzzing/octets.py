"""Mutations of bytes, whatever the file is."""

from __future__ import annotations

import random
from pathlib import Path

from fuzzing.mutation import Apply, Outside, files_of, one_of

_MOST_FLIPS = 40
_START = 128
"""Most headers are shorter than this: a change there does more than one in the middle of the data."""


def _spoilt(chance: random.Random, content: bytes) -> tuple[str, bytes]:
    octets = bytearray(content)
    size = len(octets)
    at = chance.randrange(size) if chance.random() < 0.5 else chance.randrange(min(size, _START))  # noqa: PLR2004
    length = chance.randrange(1, min(size, 4096) + 1)
    way = chance.choice(("flip", "header", "cut", "zero", "noise", "repeat", "insert", "append", "remove"))
    if way == "flip":
        for _ in range(chance.randrange(1, _MOST_FLIPS)):
            octets[chance.randrange(size)] ^= 1 << chance.randrange(8)
    elif way == "header":
        octets[chance.randrange(min(size, _START))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
    elif way == "cut":
        del octets[at:]
    elif way == "zero":
        octets[at : at + length] = bytes(len(octets[at : at + length]))
    elif way == "noise":
        octets[at : at + length] = chance.randbytes(length)
    elif way == "repeat":
        octets[at:at] = octets[at : at + length] * chance.randrange(1, 20)
    elif way == "insert":
        octets[at:at] = chance.randbytes(length)
    elif way == "append":
        octets += chance.randbytes(length)
    else:
        del octets[at : at + length]
    return f"{way} at {at}", bytes(octets)


def spoil_bytes(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001 - one signature
    """Change bytes of any file."""
    return _spoil_one(chance, files_of(root))


def spoil_table_bytes(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Change bytes of a file of data."""
    return _spoil_one(chance, files_of(root, ".shp", ".shx", ".dbf", ".gpkg", ".csv", ".gml", ".tab", ".map", ".dat"))


def _spoil_one(chance: random.Random, files: list[Path]) -> str:
    path = one_of(chance, [p for p in files if p.stat().st_size])
    if path is None:
        return ""
    what, content = _spoilt(chance, path.read_bytes())
    path.write_bytes(content)
    return f"{what} in {path.name}"


def empty(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Empty a file."""
    path = one_of(chance, files_of(root))
    if path is None:
        return ""
    path.write_bytes(b"")
    return f"empty {path.name}"


MUTATIONS: tuple[Apply, ...] = (spoil_bytes, spoil_table_bytes, spoil_table_bytes, empty)
