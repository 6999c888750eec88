"""DBF files byte by byte: what GDAL would never write, and what deliveries hold."""

from __future__ import annotations

import struct
from collections.abc import Collection, Sequence
from pathlib import Path

DbfField = tuple[str, str, int, int]
"""Name, type letter, width, decimals."""


def write_dbf(
    path: Path, fields: Sequence[DbfField], rows: Sequence[Sequence[bytes]], deleted: Collection[int] = ()
) -> Path:
    """Write a DBF. rows: the bytes of each cell, filled with blanks up to the width; deleted: rows marked so."""
    start, width = 33 + 32 * len(fields), 1 + sum(field[2] for field in fields)
    content = struct.pack("<4BIHH20x", 3, 124, 1, 1, len(rows), start, width)
    for name, kind, size, decimals in fields:
        content += struct.pack("<11sc4xBB14x", name.encode("latin-1"), kind.encode(), size, decimals)
    content += b"\r"
    for number, row in enumerate(rows):
        content += b"*" if number in deleted else b" "
        content += b"".join(cell.ljust(field[2])[: field[2]] for cell, field in zip(row, fields))
    path.write_bytes(content + b"\x1a")
    return path
