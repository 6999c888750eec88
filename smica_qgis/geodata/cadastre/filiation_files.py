"""The files of the filiation documents (DFI), as they are published: texts, zipped one by one or in folders."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.geodata.cadastre.bounds import BOUNDS, MEGABYTE
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError

_TEXT, _ZIP = ".txt", ".zip"
_ENCODING = "latin-1"
"""Only names of persons, which are not kept, have letters that are not ASCII; any octet is one of this encoding."""


def list_filiation_files(paths: Sequence[Path]) -> list[Path]:
    """Texts and zips in files and folders, in the order of names. Raises InvalidParameterError."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += [item for item in path.rglob("*") if item.suffix.lower() in (_TEXT, _ZIP) and item.is_file()]
        elif path.is_file():
            found.append(path)
        else:
            message = f"{path} n'existe pas ou ne peut être lu."
            raise InvalidParameterError(message)
    if not found:
        message = "Il n'y a aucun fichier de filiation (.txt, .txt.zip) dans ce qui est donné."
        raise InvalidParameterError(message)
    return sorted(found)


@contextmanager
def opened_filiation(path: Path) -> Iterator[Iterator[str]]:
    """The lines of a file, or of the texts of a zip one after the other. Raises UnreadableSheetError."""
    try:
        if path.suffix.lower() == _ZIP:
            with zipfile.ZipFile(path) as archive:
                yield _lines_of_zip(archive)
        else:
            with path.open("rb") as stream:
                yield _lines(stream)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        message = "le fichier ne peut être lu : téléchargez-le de nouveau"
        raise UnreadableSheetError(message, str(error)) from error


def _lines_of_zip(archive: zipfile.ZipFile) -> Iterator[str]:
    for member in archive.infolist():
        if not member.filename.lower().endswith(_TEXT):
            continue
        if member.file_size > BOUNDS.etalab:
            message = f"le fichier dépasse {BOUNDS.etalab // MEGABYTE} Mo une fois décompressé"
            raise UnreadableSheetError(message)
        with archive.open(member) as stream:
            yield from _lines(stream)


def _lines(stream: IO[bytes]) -> Iterator[str]:
    yield from io.TextIOWrapper(stream, encoding=_ENCODING, newline=None)
