"""Zips made member by member, as real programs and hostile people make them."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

UTF8_FLAG = 0x800


def write_zip(path: Path, members: Mapping[str, bytes]) -> Path:
    """Write members in order; a name that ends with `/` is a folder."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def write_zip_with_raw_name(path: Path, name: bytes, content: bytes = b"A\n1\n", *, utf8: bool = False) -> Path:
    """Write one member whose name is these bytes, with or without the flag that says UTF-8."""
    write_zip(path, {"x" * len(name): content})
    octets = path.read_bytes().replace(b"x" * len(name), name)
    return _with_flags(path, octets, set_bits=UTF8_FLAG if utf8 else 0)


def write_encrypted_zip(path: Path, name: str) -> Path:
    """Write one member that says it is encrypted."""
    write_zip(path, {name: b"A\n1\n"})
    return _with_flags(path, path.read_bytes(), set_bits=1)


def write_zip_with_link(path: Path, name: str, target: str, others: Mapping[str, bytes]) -> Path:
    """Write a symbolic link as Unix zip programs do, beside ordinary members."""
    write_zip(path, others)
    link = zipfile.ZipInfo(name)
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, target)
    return path


def write_zip_that_lies(path: Path, name: str, content: bytes, announced: int) -> Path:
    """Write one member whose size is announced smaller than it is."""
    write_zip(path, {name: content})
    octets = bytearray(path.read_bytes())
    true_size = struct.pack("<I", len(content))
    for start in (octets.index(b"PK\3\4") + 22, octets.index(b"PK\1\2") + 24):
        assert octets[start : start + 4] == true_size
        octets[start : start + 4] = struct.pack("<I", announced)
    path.write_bytes(octets)
    return path


def _with_flags(path: Path, octets: bytes, *, set_bits: int) -> Path:
    """Set bits of the flags of every member, in both places where they stand."""
    content = bytearray(octets)
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = content.find(signature)
        while start >= 0:
            (flags,) = struct.unpack_from("<H", content, start + offset)
            struct.pack_into("<H", content, start + offset, flags | set_bits)
            start = content.find(signature, start + 4)
    path.write_bytes(content)
    return path
