"""Whether a file lies on a network share, where SQLite's write-ahead log does not work (sqlite.org/wal.html, §1)."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW
_REMOTE_SYSTEMS = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "webdav", "davfs", "9p", "ncpfs", "afs"})
_REMOTE_FUSE = ("fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.gvfsd", "fuse.smbnetfs", "fuse.glusterfs")


def is_on_network_share(path: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """Say whether a path is on a share of another machine. A path whose place cannot be told counts as local."""
    if sys.platform == "win32":
        return _is_remote_drive(path)
    folder = _existing_folder(path)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False  # no list of mounts here (macOS): the journal stays the default one
    return is_remote_system(_system_of(folder, lines))


def is_remote_system(name: str) -> bool:
    """Whether a type of file system is one of the network."""
    return name in _REMOTE_SYSTEMS or name.startswith(_REMOTE_FUSE)


def _system_of(folder: str, mounts: list[str]) -> str:
    """The type of the deepest mount that holds a folder."""
    best, system = "", ""
    for line in mounts:
        parts = line.split(" ")
        if len(parts) < 3:  # noqa: PLR2004
            continue
        point = parts[1].replace("\\040", " ")
        inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, system = point, parts[2]
    return system


def _existing_folder(path: Path) -> str:
    folder = path.absolute().parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return os.path.realpath(folder)


def _is_remote_drive(path: Path) -> bool:
    drive = path.absolute().drive
    if drive.startswith("\\\\"):
        return True
    windll = getattr(ctypes, "windll", None)
    return windll is not None and windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
