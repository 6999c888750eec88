"""Where the files of a delivery come from: a zip or a folder. Both list, and hand over one file at a time."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from smica_qgis.core.errors import UnreadableDeliveryError, UnreadableFileError
from smica_qgis.core.validation.delivery import Entry, Refused
from smica_qgis.geodata.delivery.bounds import Bounds, check_bounds

_UTF8_FLAG = 0x800
_IGNORED_TOPS = ("__MACOSX",)
_CHUNK = 1024 * 1024
_COMPANIONS = {
    "dbf": ("dbf", "shp", "shx", "prj", "cpg"),
    "tab": ("tab", "dat", "map", "id", "ind", "dbf"),
    "gml": ("gml", "xsd"),
    "gpkg": ("gpkg", "gpkg-wal"),
}
"""What goes with a file when it is opened, and nothing else. Not a .gfs, what GDAL once guessed of a GML and would
believe again (the official tool deletes it); not the -journal of a GeoPackage, which may name any file of the machine,
that SQLite then deletes; not a .qml, a style of QGIS that may hold code.
"""


class Source(Protocol):
    """A listing and a way to copy one file out."""

    entries: list[Entry]
    refused: list[Refused]

    def copy_to(self, path: str, target: Path) -> None:
        """Copy a file. Raises UnreadableFileError."""

    def close(self) -> None:
        """Let the input go."""

    def manifest(self) -> str:
        """SHA-256 of the list of files with what identifies their content."""


class FolderSource:
    """A folder; symbolic links are named and never followed."""

    def __init__(self, folder: Path, bounds: Bounds) -> None:
        self.folder = folder
        self.entries: list[Entry] = []
        self.refused: list[Refused] = []
        self._octets = 0
        waiting = [(folder, "")]
        while waiting:
            # Without recursion: folders may be nested deeper than Python's calls.
            waiting += self._list(*waiting.pop())
            check_bounds(bounds, entries=len(self.entries), octets=self._octets)
        self.entries.sort(key=lambda e: e.path)
        self.refused.sort(key=lambda r: r.path)

    def _list(self, folder: Path, prefix: str) -> list[tuple[Path, str]]:
        """Take what a folder holds, and return the folders in it with their prefixes."""
        try:
            found = list(os.scandir(folder))
        except OSError as error:
            if not prefix:
                message = f"Le dossier {folder} ne peut être lu."
                raise UnreadableDeliveryError(message, str(error)) from error
            self.refused.append(Refused(prefix.rstrip("/"), "le dossier ne peut être lu"))
            return []
        folders: list[tuple[Path, str]] = []
        for item in found:
            path = prefix + item.name.encode("utf-8", "replace").decode("utf-8")
            if item.is_symlink():
                self.refused.append(Refused(path, "c'est un lien vers un autre endroit, qui n'est pas suivi"))
            elif item.is_dir(follow_symlinks=False):
                self.entries.append(Entry(path, is_directory=True))
                folders.append((Path(item.path), path + "/"))
            elif item.is_file(follow_symlinks=False):
                size = item.stat(follow_symlinks=False).st_size
                self.entries.append(Entry(path, size=size))
                self._octets += size
            else:
                self.refused.append(Refused(path, "ce n'est pas un fichier ordinaire"))
        return folders

    def copy_to(self, path: str, target: Path) -> None:
        """See Source."""
        try:
            shutil.copyfile(self.folder / path, target)
        except OSError as error:
            message = f"Le fichier {path} ne peut être lu."
            raise UnreadableFileError(message, str(error)) from error

    def close(self) -> None:
        """See Source."""

    def manifest(self) -> str:
        """See Source."""
        digest = hashlib.sha256()
        for entry in self.entries:
            content = "" if entry.is_directory else self._hash(entry.path)
            digest.update(f"{entry.path}\t{entry.size}\t{content}\n".encode())
        return digest.hexdigest()

    def _hash(self, path: str) -> str:
        digest = hashlib.sha256()
        try:
            with (self.folder / path).open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    digest.update(chunk)
        except OSError:
            return "unreadable"
        return digest.hexdigest()


class ZipSource:
    """A zip; members are read one at a time, within bounds, none is written outside the working copy."""

    def __init__(self, path: Path, bounds: Bounds) -> None:
        self.path = path
        self.refused: list[Refused] = []
        self._bounds = bounds
        try:
            self._archive = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            message = f"L'archive {path.name} ne peut être ouverte : ce n'est pas un zip, ou il est abîmé."
            raise UnreadableDeliveryError(message, str(error)) from error
        members = self._archive.infolist()
        check_bounds(
            bounds,
            entries=len(members),
            octets=sum(m.file_size for m in members),
            packed=path.stat().st_size,
        )
        self._members: dict[str, zipfile.ZipInfo] = {}
        folders: set[str] = set()
        for member in members:
            self._take(member, folders)
        self.entries = [Entry(p, is_directory=True) for p in folders]
        self.entries += [Entry(p, size=m.file_size) for p, m in self._members.items()]
        self.entries.sort(key=lambda e: e.path)

    def _take(self, member: zipfile.ZipInfo, folders: set[str]) -> None:
        name = member_name(member).replace("\\", "/")
        parts = [part for part in name.split("/") if part not in ("", ".")]
        if not parts or parts[0] in _IGNORED_TOPS:
            return
        path = "/".join(parts)
        if ".." in parts or name.startswith("/") or ":" in parts[0]:
            self.refused.append(Refused(path, "ce chemin sort de la livraison"))
            return
        if stat.S_ISLNK(member.external_attr >> 16):
            self.refused.append(Refused(path, "c'est un lien vers un autre endroit, qui n'est pas suivi"))
            return
        if path in self._members:
            self.refused.append(Refused(path, "l'archive contient deux fichiers de ce nom ; le premier est gardé"))
            return
        for depth in range(1, len(parts)):
            folders.add("/".join(parts[:depth]))
        if name.endswith("/"):
            folders.add(path)
        else:
            self._members[path] = member

    def copy_to(self, path: str, target: Path) -> None:
        """See Source."""
        member = self._members[path]
        left = member.file_size
        try:
            with self._archive.open(member) as stream, target.open("wb") as out:
                while chunk := stream.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        message = f"Le fichier {path} est plus gros que l'archive ne l'annonce : il n'est pas ouvert."
                        raise UnreadableFileError(message)
                    out.write(chunk)
        except (
            OSError,
            EOFError,
            zipfile.BadZipFile,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ) as error:
            target.unlink(missing_ok=True)
            message = f"Le fichier {path} ne peut être extrait de l'archive."
            raise UnreadableFileError(message, str(error)) from error
        except zlib.error as error:
            target.unlink(missing_ok=True)
            message = f"Le fichier {path} est abîmé dans l'archive."
            raise UnreadableFileError(message, str(error)) from error

    def close(self) -> None:
        """See Source."""
        self._archive.close()

    def manifest(self) -> str:
        """See Source. The archive's own checksums stand for the content."""
        digest = hashlib.sha256()
        for entry in self.entries:
            member = self._members.get(entry.path)
            content = f"{member.CRC:08x}" if member is not None else ""
            digest.update(f"{entry.path}\t{entry.size}\t{content}\n".encode())
        return digest.hexdigest()


def member_name(member: zipfile.ZipInfo) -> str:
    """The name of a member. Archives made in France without the UTF-8 flag hold UTF-8, or DOS (CP850) accents."""
    if member.flag_bits & _UTF8_FLAG:
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def sibling_files(entries: Sequence[Entry], path: str) -> list[str]:
    """A file and what goes with it: paths of the same folder and stem, ignoring case (the parts of a Shapefile)."""
    stem, _, extension = path.lower().rpartition(".")
    wanted = {f"{stem}.{companion}" for companion in _COMPANIONS.get(extension, (extension,))} | {path.lower()}
    return [entry.path for entry in entries if not entry.is_directory and entry.path.lower() in wanted]
