"""Where the reports of a batch go: as the list says, or named after the delivery; never two in one place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

SUFFIX = ".jsonl"
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST_NAME = 120


class ReportFiles(NamedTuple):
    """The files of one delivery: findings, the summary that proves them whole, the page."""

    findings: Path
    record: Path
    page: Path


def report_files(report: str) -> ReportFiles:
    """The three files that go with a JSON Lines report."""
    path = Path(report)
    record, page = path.with_suffix(".json"), path.with_suffix(".html")
    if path in (record, page):
        record, page = Path(f"{report}.json"), Path(f"{report}.html")
    return ReportFiles(path, record, page)


def refusal(report: str) -> str:
    """Why a path of the list is no place below the output (French), or empty."""
    parts = report.split("/")
    if PurePosixPath(report).is_absolute() or PureWindowsPath(report).drive or PureWindowsPath(report).root:
        return f"Le rapport « {report} » doit être un chemin relatif au dossier de sortie."
    if ".." in parts:
        return f"Le rapport « {report} » sort du dossier de sortie : « .. » n'est pas admis."
    if "\\" in report:
        return f"Le rapport « {report} » doit être écrit avec des « / »."
    if any(unicodedata.category(character) == "Cc" for character in report):
        return "Le chemin du rapport contient un caractère de contrôle."
    if not parts[-1].strip(". "):
        return f"Le rapport « {report} » doit finir par un nom de fichier."
    return ""


class ReportPlaces:
    """Gives each report a place in the output folder, once. Case is ignored: some disks do."""

    def __init__(self, output: Path, taken: Iterable[str]) -> None:
        self._output = output
        self._taken = {_key(output / name) for name in taken}

    def claim(self, report: str) -> str | None:
        """The absolute path of a report of the list, or None when its files are another line's already."""
        path = self._output / report
        keys = {_key(file) for file in report_files(str(path))}
        if keys & self._taken:
            return None
        self._taken |= keys
        return str(path)

    def name(self, deliveries: Sequence[tuple[str, Path]]) -> list[str]:
        """Absolute paths for deliveries (name, path) whose report has no name of its own, in their order.

        Those that share a name are told apart by their parent folder, else by the file's own name, else by the folder
        above, else by a number.
        """
        groups: dict[str, list[int]] = {}
        for index, (name, _) in enumerate(deliveries):
            groups.setdefault(_key(Path(name)), []).append(index)
        places = [""] * len(deliveries)
        for indexes in groups.values():
            chosen = self._apart([deliveries[index] for index in indexes])
            for index, place in zip(indexes, chosen):
                places[index] = place
        return places

    def _apart(self, group: list[tuple[str, Path]]) -> list[str]:
        ways: list[Callable[[str, Path], str]] = [
            lambda name, _path: name,
            lambda name, path: f"{path.parent.name}_{name}",
            lambda name, path: path.name if name in (path.stem, path.name) else f"{path.stem}_{name}",
            lambda name, path: f"{path.parent.parent.name}_{path.parent.name}_{name}",
        ]
        for way in ways:
            names = [_file_name(way(name, path)) for name, path in group]
            if len({_key(Path(name)) for name in names}) == len(names) and not any(map(self._is_taken, names)):
                return [str(self.claim(name)) for name in names]
        return [self._numbered(name, path) for name, path in group]

    def _numbered(self, name: str, path: Path) -> str:
        number, stem = 1, f"{path.parent.name}_{name}"[:_LONGEST_NAME]
        while self._is_taken(_file_name(f"{stem}_{number}")):
            number += 1
        return str(self.claim(_file_name(f"{stem}_{number}")))

    def _is_taken(self, report: str) -> bool:
        return any(_key(file) in self._taken for file in report_files(str(self._output / report)))


def _file_name(name: str) -> str:
    """The file of a report: the name of a delivery comes out of its zip, and may be no name of a file."""
    return (_NOT_IN_A_NAME.sub("_", name)[: _LONGEST_NAME + 10].strip(". ") or "_") + SUFFIX


def _key(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()
