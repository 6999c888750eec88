"""Unpack an archive of a sheet in memory: nothing is written, so nothing can be written elsewhere.

Only regular files are taken, under their last name; a link, an absolute path or `..` condemns the archive. This is
done by hand because `tarfile.extractall(filter=…)` is missing from the Pythons of some systems (3.11.2).
"""

from __future__ import annotations

import bz2
import io
import tarfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Protocol

from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.geodata.cadastre.bounds import BOUNDS, MEGABYTE, CadastreBounds
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError

SheetFiles = Mapping[str, bytes]
"""Name → content."""

_CHUNK = 256 * 1024
_GZIP_HEADER = 31  # window bits of zlib for gzip
_GZIP_MAGIC = b"\x1f\x8b"
_BZIP_MAGIC = b"BZh"
_TRUNCATED = "l'archive est tronquée ou abîmée : téléchargez-la de nouveau"


class Decompressor(Protocol):
    """What bz2 and zlib have in common."""

    @property
    def eof(self) -> bool:
        """Whether the end was seen."""

    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes:
        """Some more bytes."""


def unpack_sheet(packed: bytes, progress: Progress, bounds: CadastreBounds = BOUNDS) -> dict[str, bytes]:
    """The files of an archive (.tar.bz2, .tar.gz, .tar). Raises UnreadableSheetError, CancelledError."""
    if len(packed) > bounds.packed:
        message = f"l'archive dépasse {bounds.packed // MEGABYTE} Mo"
        raise UnreadableSheetError(message)
    content = _decompressed(packed, progress, bounds.sheet)
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
            for member in archive:
                stop_if_cancelled(progress)
                _take(archive, member, files)
                if len(files) > bounds.members:
                    message = f"l'archive contient plus de {bounds.members} fichiers"
                    raise UnreadableSheetError(message)
            end = archive.offset
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
        raise UnreadableSheetError(_TRUNCATED, str(error)) from error
    if content[end : end + tarfile.BLOCKSIZE] != bytes(tarfile.BLOCKSIZE):
        raise UnreadableSheetError(_TRUNCATED)  # cut in a header: tarfile takes it for the end
    return files


def _take(archive: tarfile.TarFile, member: tarfile.TarInfo, files: dict[str, bytes]) -> None:
    path = PurePosixPath(member.name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.name:
        message = "l'archive contient un chemin qui en sort : elle n'est pas ouverte"
        raise UnreadableSheetError(message, repr(member.name))
    if member.isdir():
        return
    if not member.isreg():
        message = "l'archive contient un lien ou un fichier spécial : elle n'est pas ouverte"
        raise UnreadableSheetError(message, repr(member.name))
    stream = archive.extractfile(member)
    content = stream.read() if stream is not None else b""
    if len(content) != member.size:
        raise UnreadableSheetError(_TRUNCATED, member.name)
    files[path.name] = content


def _decompressed(packed: bytes, progress: Progress, most: int) -> bytes:
    if packed.startswith(_BZIP_MAGIC):
        return b"".join(_stream(bz2.BZ2Decompressor(), packed, progress, most))
    if packed.startswith(_GZIP_MAGIC):
        return b"".join(_stream(zlib.decompressobj(_GZIP_HEADER), packed, progress, most))
    return packed


def _stream(decompressor: Decompressor, packed: bytes, progress: Progress, most: int) -> list[bytes]:
    """Unpack piece by piece, so that a bomb is seen before it fills the memory."""
    pieces: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(packed), _CHUNK):
            stop_if_cancelled(progress)
            piece = decompressor.decompress(packed[start : start + _CHUNK])
            size += len(piece)
            if size > most:
                message = f"l'archive dépasse {most // MEGABYTE} Mo une fois décompressée"
                raise UnreadableSheetError(message)
            pieces.append(piece)
            if decompressor.eof:
                break
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableSheetError(_TRUNCATED, str(error)) from error
    if not decompressor.eof:
        raise UnreadableSheetError(_TRUNCATED)
    return pieces
