"""Zips: how a folder is put into one, and mutations of the zip itself."""

from __future__ import annotations

import random
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from fuzzing.mutation import Outside, files_of

_LOCAL, _CENTRAL, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_LONGS = (0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE)
_MANY = 3_000
_BIG = 30 * 1024**2

Members = list[tuple[str, bytes]]


def zip_of(root: Path, target: Path, chance: random.Random) -> str:
    """Put a delivery in a zip: with its root folder or without, with entries for folders or without."""
    members: Members = [(path.relative_to(root.parent).as_posix(), path.read_bytes()) for path in files_of(root)]
    way = chance.choice(("as it is", "as it is", "without root", "with folders", "stored", "other root"))
    if way == "without root":
        members = [(name.partition("/")[2], content) for name, content in members]
    elif way == "other root":
        members = [
            (f"{chance.choice(('a', '..é', 'C:', '%', 'x' * 200))}/{name}", content) for name, content in members
        ]
    elif way == "with folders":
        members = [(f"{root.name}/", b""), (f"{root.name}/vide/", b""), *members]
    _write(target, members, zipfile.ZIP_STORED if way == "stored" else zipfile.ZIP_DEFLATED)
    return f"zip {way}"


def _write(target: Path, members: Sequence[tuple[str, bytes]], way: int = zipfile.ZIP_DEFLATED) -> None:
    with zipfile.ZipFile(target, "w", way) as archive:
        for name, content in members:
            archive.writestr(
                zipfile.ZipInfo(name.encode("utf-8", "replace").decode(), (2025, 1, 1, 0, 0, 0)), content, way
            )


def _add(target: Path, name: str, content: bytes, mode: int = 0) -> None:
    info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
    info.create_system = 3
    info.external_attr = mode << 16
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(info, content, zipfile.ZIP_DEFLATED)


def _hostile_name(target: Path, chance: random.Random, outside: Outside) -> None:
    names = (
        "../evade.csv",
        "/evade.csv",
        "..\\evade.csv",
        "C:\\evade.csv",
        "a/../../evade.csv",
        "a\0b.csv",
        "./x.csv",
        "a//b.csv",
        "~/x",
    )
    _add(target, chance.choice((*names, str(outside.folder / "evade.csv"))), b"A\n1\n")


def _link(target: Path, chance: random.Random, outside: Outside) -> None:
    _add(target, "lien.csv", str(outside.file(chance.choice((".csv", ".dbf")))).encode(), stat.S_IFLNK | 0o777)


def _device(target: Path, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001 - one signature
    _add(target, "tube.csv", b"", chance.choice((stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK)) | 0o666)


def _twins(target: Path, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    with zipfile.ZipFile(target) as archive:
        name = chance.choice(archive.namelist() or ["a.csv"])
    _add(target, chance.choice((name, name.upper(), name + "/")), b"A\n2\n")


def _bomb(target: Path, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    _add(target, chance.choice(("bombe.csv", "bombe.xml", "bombe.pdf")), bytes(_BIG))


def _many(target: Path, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    with zipfile.ZipFile(target, "a") as archive:
        for number in range(_MANY):
            archive.writestr(f"tas/{number}.txt", b"")


def _nested(target: Path, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    inner = target.read_bytes()
    _write(target, [(chance.choice((target.name, "dedans.zip", "a/b/c/dedans.zip")), inner)])


def _field(target: Path, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    """Lie in a header of a member, in the directory or in the end record."""
    octets = bytearray(target.read_bytes())
    signature, offsets = chance.choice(
        (
            (_LOCAL, (4, 6, 8, 14, 18, 22, 26, 28)),
            (_CENTRAL, (6, 8, 10, 16, 20, 24, 28, 30, 32, 38, 42)),
            (_END, (4, 8, 10, 12, 16)),
        )
    )
    starts = [found.start() for found in re.finditer(re.escape(signature), octets)]
    if starts:
        at = chance.choice(starts) + chance.choice(offsets)
        if at + 4 <= len(octets):
            struct.pack_into("<I", octets, at, chance.choice(_LONGS))
            target.write_bytes(octets)


def _flags(target: Path, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    """Say that members are encrypted, or of another encoding or method."""
    octets = bytearray(target.read_bytes())
    bit = chance.choice((0x1, 0x8, 0x40, 0x800, 0x2000))
    for signature, offset in ((_LOCAL, 6), (_CENTRAL, 8)):
        at = octets.find(signature)
        while at >= 0 and at + offset + 2 <= len(octets):
            struct.pack_into("<H", octets, at + offset, struct.unpack_from("<H", octets, at + offset)[0] ^ bit)
            at = octets.find(signature, at + 4)
    target.write_bytes(octets)


def _bytes(target: Path, chance: random.Random, outside: Outside) -> None:  # noqa: ARG001
    """Cut, add before or after, change bytes."""
    octets = bytearray(target.read_bytes())
    way = chance.choice(("cut", "before", "after", "flip", "other"))
    if way == "cut":
        del octets[chance.randrange(len(octets)) :]
    elif way == "before":
        octets[:0] = chance.randbytes(chance.randrange(1, 500))
    elif way == "after":
        octets += chance.randbytes(chance.randrange(1, 70_000))
    elif way == "flip":
        for _ in range(20):
            octets[chance.randrange(len(octets))] ^= 1 << chance.randrange(8)
    else:
        octets = bytearray(
            chance.choice((b"", b"Rar!\x1a\7\0", b"7z\xbc\xaf'\x1c", zlib.compress(bytes(octets[:999]))))
        )
    target.write_bytes(octets)


_CHANGES: tuple[Callable[[Path, random.Random, Outside], None], ...] = (
    _hostile_name,
    _link,
    _device,
    _twins,
    _bomb,
    _many,
    _nested,
    _field,
    _field,
    _flags,
    _bytes,
    _bytes,
)


def spoil_zip(target: Path, chance: random.Random, outside: Outside) -> str:
    """Change the zip itself."""
    change = chance.choice(_CHANGES)
    try:
        change(target, chance, outside)
    except (zipfile.BadZipFile, ValueError):
        return ""
    return f"zip{change.__name__}"
