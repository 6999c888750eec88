"""The last good answer of each address, with its date: what is shown when a server is down or the network absent."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.source_profile.hidden_secrets import without_secrets


@dataclass(frozen=True)
class KeptCopy:
    """date: when it was read, ISO 8601 UTC."""

    content: bytes
    date: str
    path: Path


class KeptCopies:
    """A folder of copies. Several QGIS may use it: a copy is written aside, then put in place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, address: str, content: bytes, login: str = "") -> KeptCopy:
        """Keep a good answer. login: the configuration that it was read with, which sees its own copies only."""
        self._folder.mkdir(parents=True, exist_ok=True)
        date = dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")
        path = self._path(address, login)
        _write_aside(path, content)
        sheet = {"address": without_secrets(address), "date": date, "sha256": hashlib.sha256(content).hexdigest()}
        _write_aside(path.with_suffix(".json"), json.dumps(sheet).encode("utf-8"))
        return KeptCopy(content, date, path)

    def last(self, address: str, login: str = "") -> KeptCopy | None:
        """The last good answer, or None; a damaged copy counts for nothing."""
        path = self._path(address, login)
        try:
            content = path.read_bytes()
            sheet = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(sheet, dict) or sheet.get("sha256") != hashlib.sha256(content).hexdigest():
            return None
        return KeptCopy(content, str(sheet.get("date", "")), path)

    def date_of(self, address: str, login: str = "") -> str:
        """When the last good answer was read, or an empty text."""
        copy = self.last(address, login)
        return copy.date if copy else ""

    def _path(self, address: str, login: str) -> Path:
        name = hashlib.sha256(f"{login}\n{address}".encode()).hexdigest()[:40]
        return self._folder / f"{name}.bin"


def _write_aside(path: Path, content: bytes) -> None:
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(aside).replace(path)
