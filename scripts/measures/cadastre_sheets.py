"""Many cadastral sheets out of a few real ones: each copy moved to a commune of its own, with its own codes.

EDIGEO gives the length of every value, so that a copy keeps them: coordinates move south by whole kilometres and the
commune keeps its three digits. The copies share their geometry: nothing can be learnt from them about neighbours.
"""

from __future__ import annotations

import bz2
import io
import re
import tarfile
from pathlib import Path

STEP_METRES = 12_000
FIRST_COMMUNE = 600
_COORDINATE = re.compile(rb"(?<=[:;])\+(\d{7}\.\d\d)(?=;\r?$)", re.MULTILINE)
_IDENTIFIER = re.compile(rb"(IDU_id\s+TEXT 06:8859-1\s+ATVST\d\d:)\d{3}")


def clone_sheets(archives: list[Path], communes: int, folder: Path) -> list[Path]:
    """Write each archive once a commune; what is there already is kept. Returns the archives, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(communes):
        for archive in archives:
            commune = FIRST_COMMUNE + number
            target = folder / archive.name.replace(archive.name[9:12], f"{commune}", 1)
            made.append(target)
            if not target.exists():
                aside = target.with_suffix(".part")
                aside.write_bytes(_cloned(archive.read_bytes(), commune, STEP_METRES * number))
                aside.rename(target)
    return sorted(made)


def _cloned(packed: bytes, commune: int, south: int) -> bytes:
    out = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(bz2.decompress(packed))) as source,
        tarfile.open(fileobj=out, mode="w") as copy,
    ):
        for member in source:
            stream = source.extractfile(member) if member.isreg() else None
            if stream is None:
                continue
            content = stream.read()
            if member.name.upper().endswith(".VEC"):
                content = _moved(content, commune, south)
            member.size = len(content)
            copy.addfile(member, io.BytesIO(content))
    return bz2.compress(out.getvalue())


def _moved(content: bytes, commune: int, south: int) -> bytes:
    moved = _COORDINATE.sub(lambda match: b"+%.2f" % (float(match[1]) - south), content)
    return _IDENTIFIER.sub(lambda match: match[1] + b"%03d" % commune, moved)
