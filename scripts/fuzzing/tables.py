"""Mutations of the headers and records of DBF and Shapefiles, field by field."""

from __future__ import annotations

import random
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzzing.mutation import Apply, Outside, files_of, one_of

_SHORTS = (0, 1, 2, 31, 33, 255, 256, 0x7FFF, 0x8000, 0xFFFF)
_LONGS = (0, 1, 2, 49, 50, 51, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFFE)
_DOUBLES = (float("nan"), float("inf"), float("-inf"), 0.0, -0.0, 1e308, -1e308, 5e-324, 1e15, 123456789012345.678)
_TYPES = b"CNFLDMBGPT@IO+\0\xff"
_HEADER = 32
_SHP_HEADER = 100
_SHP_TYPES = (0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28, 31, 99, -1)


@dataclass(frozen=True)
class _Lie:
    """A field of a .shp: where it starts, how many follow at which step, how it is written, what to say instead."""

    what: str
    of_record: bool
    form: str
    start: int
    values: Sequence[float]
    places: int = 1
    step: int = 4
    most: int = 1


_LIES = (
    _Lie("file length", of_record=False, form=">I", start=24, values=_LONGS),
    _Lie("file type", of_record=False, form="<i", start=32, values=_SHP_TYPES),
    _Lie("box", of_record=False, form="<d", start=36, values=_DOUBLES, places=8, step=8),
    _Lie("number", of_record=True, form=">I", start=0, values=_LONGS),
    _Lie("length", of_record=True, form=">I", start=4, values=_LONGS),
    _Lie("type", of_record=True, form="<i", start=8, values=_SHP_TYPES),
    _Lie("counts", of_record=True, form="<I", start=44, values=_LONGS, places=2),
    _Lie("parts", of_record=True, form="<I", start=52, values=_LONGS, places=3),
    _Lie("points", of_record=True, form="<d", start=56, values=_DOUBLES, places=12, step=8, most=5),
)


def dbf_header(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001 - one signature
    """Lie about rows, lengths, language, fields."""
    path = one_of(chance, [p for p in files_of(root, ".dbf", ".dat") if p.stat().st_size > 2 * _HEADER])
    if path is None:
        return ""
    octets = bytearray(path.read_bytes())
    way = chance.choice(("version", "rows", "start", "width", "language", "field", "field", "field", "name", "deleted"))
    fields = max(1, (struct.unpack_from("<H", octets, 8)[0] - 33) // _HEADER)
    field = _HEADER * (1 + chance.randrange(min(fields, (len(octets) - _HEADER) // _HEADER)))
    if way == "version":
        octets[0] = chance.randrange(256)
    elif way == "rows":
        struct.pack_into("<I", octets, 4, chance.choice(_LONGS))
    elif way in ("start", "width"):
        struct.pack_into("<H", octets, 8 if way == "start" else 10, chance.choice(_SHORTS))
    elif way == "language":
        octets[29] = chance.randrange(256)
    elif way == "field" and field + _HEADER <= len(octets):
        octets[field + chance.choice((11, 16, 17))] = chance.choice(list(_TYPES))
    elif way == "name" and field + _HEADER <= len(octets):
        octets[field : field + 11] = chance.choice((b"\0" * 11, b"\xff" * 11, b"A" * 11, b"=1+1\0\0\0\0\0\0\0"))
    else:
        start = struct.unpack_from("<H", octets, 8)[0]
        if start < len(octets):
            octets[start] = chance.choice(b"*\0\xff\x1a")
    path.write_bytes(octets)
    return f"dbf {way} of {path.name}"


def shp_record(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Lie in the header or in a record of a .shp: type, lengths, parts, points, coordinates."""
    path = one_of(chance, [p for p in files_of(root, ".shp") if p.stat().st_size > _SHP_HEADER])
    if path is None:
        return ""
    octets = bytearray(path.read_bytes())
    record = chance.choice(_record_starts(octets) or [_SHP_HEADER])
    lie = chance.choice(_LIES)
    try:
        for _ in range(chance.randrange(1, lie.most + 1)):
            at = lie.start + lie.step * chance.randrange(lie.places) + (record if lie.of_record else 0)
            struct.pack_into(lie.form, octets, at, chance.choice(lie.values))
    except struct.error:
        return ""
    path.write_bytes(octets)
    return f"shp {lie.what} of {path.name}"


def _record_starts(octets: bytearray) -> list[int]:
    starts, at = [], _SHP_HEADER
    while at + 12 <= len(octets):
        starts.append(at)
        at += 8 + 2 * struct.unpack_from(">I", octets, at + 4)[0]
    return starts


def shx_offset(root: Path, chance: random.Random, outside: Outside) -> str:  # noqa: ARG001
    """Lie in the index of a Shapefile."""
    path = one_of(chance, [p for p in files_of(root, ".shx") if p.stat().st_size > _SHP_HEADER])
    if path is None:
        return ""
    octets = bytearray(path.read_bytes())
    records = (len(octets) - _SHP_HEADER) // 8
    if not records:
        return ""
    struct.pack_into(
        ">I", octets, _SHP_HEADER + 8 * chance.randrange(records) + chance.choice((0, 4)), _any_long(chance)
    )
    path.write_bytes(octets)
    return f"shx of {path.name}"


def _any_long(chance: random.Random) -> int:
    return chance.choice((*_LONGS, chance.randrange(1 << 32)))


MUTATIONS: tuple[Apply, ...] = (dbf_header, dbf_header, shp_record, shp_record, shx_offset)
