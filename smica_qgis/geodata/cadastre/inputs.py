"""What there is to import: archives of sheets, unpacked sheets and Etalab files, in files, folders and zips."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from smica_qgis.core.cadastre.sheet import sheet_id_in
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.geodata.cadastre.bounds import BOUNDS, MEGABYTE
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError

ETALAB_LAYERS = (
    "communes", "sections", "feuilles", "parcelles", "batiments", "lieux_dits", "subdivisions_fiscales",
)  # fmt: skip
"""Layers of Etalab that have a table here (prefixes_sections has no geometry of use)."""

_ARCHIVE = re.compile(r"\.(?:tar\.bz2|tbz2?|tar\.gz|tgz|tar)$", re.IGNORECASE)
_GEOJSON = re.compile(r"\.(?:geo)?json(?:\.gz)?$", re.IGNORECASE)
_ETALAB = re.compile(rf"^cadastre-(?P<code>\w+)-(?P<layer>{'|'.join(ETALAB_LAYERS)})\.(?:geo)?json(?:\.gz)?$")
_SHEET_FILES = (".thf", ".dic", ".gen", ".geo", ".qal", ".scd", ".vec")
_CHUNK = 1024 * 1024


class InputKind(Enum):
    """How an input is read."""

    EDIGEO_ARCHIVE = "archive"
    EDIGEO_FOLDER = "folder"
    ETALAB = "etalab"
    DATABASE = "database"


@dataclass(frozen=True)
class CadastreInput:
    """One thing to read.

    name: for people; content: what the rows are of: the identifier of the sheet, or commune (department) and layer of
    an Etalab file, empty when the name does not say; parts: name → how to read it.
    """

    name: str
    kind: InputKind
    content: str
    parts: dict[str, Callable[[], bytes]]
    path: Path | None = None
    """Where it lies when it is a file by itself."""

    def fingerprint(self, progress: Progress) -> str:
        """What changes when the content does. Raises UnreadableSheetError, CancelledError."""
        digest = hashlib.blake2b(digest_size=32)
        if self.path is not None:
            try:
                with self.path.open("rb") as stream:
                    while chunk := stream.read(_CHUNK):
                        stop_if_cancelled(progress)
                        digest.update(chunk)
            except OSError as error:
                raise _unreadable(error) from error
            return digest.hexdigest()
        for name, read in sorted(self.parts.items()):
            stop_if_cancelled(progress)
            digest.update(name.encode() + b"\0" + read())
        return digest.hexdigest()


def list_inputs(paths: Sequence[Path], progress: Progress) -> tuple[list[CadastreInput], list[str]]:
    """What is to import, in the order of names, and the names of what is ignored.

    Raises InvalidParameterError when a path does not exist or there is too much, CancelledError.
    """
    found: list[CadastreInput] = []
    ignored: list[str] = []
    for path in paths:
        if path.is_dir():
            _list_folder(path, found, ignored, progress)
        elif path.is_file():
            _list_file(path, path.name, found, ignored)
        else:
            message = f"{path} n'existe pas ou ne peut être lu."
            raise InvalidParameterError(message)
        if len(found) > BOUNDS.inputs:
            message = f"Plus de {BOUNDS.inputs} fichiers à importer : coupez l'import."
            raise InvalidParameterError(message)
    found.sort(key=lambda item: (item.kind is InputKind.ETALAB and _etalab_rank(item), item.name))
    return found, ignored


def _list_folder(top: Path, found: list[CadastreInput], ignored: list[str], progress: Progress) -> None:
    for folder, folders, names in os.walk(top):  # links are not followed
        stop_if_cancelled(progress)
        folders.sort()
        here = Path(folder)
        sheet = [name for name in names if name.lower().endswith(_SHEET_FILES)]
        found += _sheets_of_files({str(here / name): _reader(here / name) for name in sheet}, top.parent)
        for name in sorted(set(names) - set(sheet)):
            path = here / name
            if not path.is_symlink():
                _list_file(path, path.relative_to(top).as_posix(), found, ignored)


def _list_file(path: Path, name: str, found: list[CadastreInput], ignored: list[str]) -> None:
    if path.suffix.lower() == ".zip":
        _list_zip(path, name, found, ignored)
    elif path.suffix.lower() == ".thf":
        beside = [p for p in path.parent.iterdir() if p.name.lower().endswith(_SHEET_FILES)]
        found += _sheets_of_files({str(p): _reader(p) for p in beside}, path.parent.parent)
    else:
        item = _single(name, path, {path.name: _reader(path)})
        found += [item] if item is not None else []
        ignored += [name] if item is None else []


def _single(name: str, path: Path | None, parts: dict[str, Callable[[], bytes]]) -> CadastreInput | None:
    last = PurePosixPath(name).name
    if _ARCHIVE.search(last):
        return CadastreInput(name, InputKind.EDIGEO_ARCHIVE, sheet_id_in(name) or "", parts, path)
    if _GEOJSON.search(last):
        match = _ETALAB.match(last.lower())
        content = f"{match['code'].upper()}/{match['layer']}" if match else ""
        return CadastreInput(name, InputKind.ETALAB, content, parts, path) if match else None
    return None


def _list_zip(path: Path, name: str, found: list[CadastreInput], ignored: list[str]) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        found.append(CadastreInput(name, InputKind.EDIGEO_ARCHIVE, "", {name: _refuser(error)}))
        return
    loose: dict[str, Callable[[], bytes]] = {}
    for member in members[: BOUNDS.inputs + 1]:
        read = _zip_reader(path, member)
        if member.filename.lower().endswith(_SHEET_FILES):
            loose[member.filename] = read
            continue
        item = _single(f"{name}/{member.filename}", None, {PurePosixPath(member.filename).name: read})
        found += [item] if item is not None else []
        ignored += [f"{name}/{member.filename}"] if item is None else []
    found += _sheets_of_files(loose, None, f"{name}/")


def _sheets_of_files(
    readers: dict[str, Callable[[], bytes]], base: Path | None, prefix: str = ""
) -> Iterator[CadastreInput]:
    """Unpacked sheets, one a folder: the files of one .THF carry the same folder."""
    folders: dict[str, dict[str, Callable[[], bytes]]] = {}
    for full, read in readers.items():
        folder, _, last = full.replace("\\", "/").rpartition("/")
        folders.setdefault(folder, {})[last] = read
    for folder, parts in folders.items():
        heads = [name for name in sorted(parts) if name.lower().endswith(".thf")]
        shown = folder if base is None else Path(os.path.relpath(folder, base)).as_posix()
        for head in heads:
            others = {name: read for name, read in parts.items() if name == head or name not in heads}
            name = f"{prefix}{shown}" + (f"/{head}" if len(heads) > 1 else "")
            yield CadastreInput(name, InputKind.EDIGEO_FOLDER, sheet_id_in(f"{prefix}{folder}") or "", others)


def _refuser(error: Exception) -> Callable[[], bytes]:
    """Reads a zip that could not be opened: it may have held sheets, so it is refused and not ignored."""

    def read() -> bytes:
        message = "le zip est tronqué ou abîmé : téléchargez-le de nouveau"
        raise UnreadableSheetError(message, str(error))

    return read


def _reader(path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            if path.stat().st_size > BOUNDS.sheet:
                message = f"le fichier dépasse {BOUNDS.sheet // MEGABYTE} Mo"
                raise UnreadableSheetError(message)
            return path.read_bytes()
        except OSError as error:
            raise _unreadable(error) from error

    return read


def _zip_reader(path: Path, member: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        if member.file_size > BOUNDS.sheet:
            message = f"le fichier dépasse {BOUNDS.sheet // MEGABYTE} Mo"
            raise UnreadableSheetError(message)
        try:
            with zipfile.ZipFile(path) as archive, archive.open(member) as stream:
                content = stream.read(member.file_size + 1)
        except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
            raise _unreadable(error) from error
        if len(content) != member.file_size:
            message = "le fichier est plus gros que le zip ne l'annonce"
            raise UnreadableSheetError(message)
        return content

    return read


def _unreadable(error: Exception) -> UnreadableSheetError:
    return UnreadableSheetError("le fichier ne peut être lu", str(error))


def _etalab_rank(item: CadastreInput) -> int:
    """Etalab's layers come from the large to the small, after the sheets."""
    return 1 + ETALAB_LAYERS.index(item.content.partition("/")[2])
