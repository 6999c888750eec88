"""summary.csv: one line a delivery, whole at any moment, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.spreadsheet_cell import not_a_formula
from smica_qgis.operations.batch.items import BatchLine
from smica_qgis.operations.batch.output_folder import move_into_place

COLUMNS = ("delivery", "standard", "verdict", "errors", "warnings", "infos", "seconds", "message")
IGNORED = "ignored"
_WHY_IGNORED = "ni un zip, ni un dossier qui contient une livraison"
_EVERY = 1.0


class SummaryTable:
    """Written again as lines arrive, at most once a second, and at the end: what is read is always a whole table."""

    def __init__(self, path: Path, work: Path, ignored: Sequence[str]) -> None:
        """Write the table without lines. path: its place; work: folder where it is prepared."""
        self._path = path
        self._aside = work / path.name
        self._ignored = tuple(ignored)
        self._lines: dict[int, BatchLine] = {}
        self.write()

    def add(self, line: BatchLine) -> None:
        """Take a line. Raises SmicaError when the table cannot be written."""
        self._lines[line.item.number] = line
        if time.monotonic() - self._written >= _EVERY:
            self.write()

    @property
    def lines(self) -> tuple[BatchLine, ...]:
        """The lines so far, in the order of the items."""
        return tuple(self._lines[number] for number in sorted(self._lines))

    def write(self) -> None:
        """Write what there is. Raises SmicaError."""
        try:
            with self._aside.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
                writer = csv.writer(stream, lineterminator="\n")
                writer.writerow(COLUMNS)
                writer.writerows(_cells(line) for line in self.lines)
                writer.writerows(_row([name, "", IGNORED, "", "", "", "", _WHY_IGNORED]) for name in self._ignored)
        except OSError as error:
            message = f"Le résumé {self._path} ne peut pas être écrit ({error.strerror or error})."
            raise SmicaError(message, str(error)) from error
        move_into_place(self._aside, self._path)
        self._written = time.monotonic()


def _cells(line: BatchLine) -> list[str]:
    counts = (line.errors, line.warnings, line.infos)
    texts = [line.item.delivery or line.item.path, line.standard, line.verdict]
    return _row([*texts, *map(str, counts), f"{line.seconds:.3f}", line.message])


def _row(cells: Iterable[str]) -> list[str]:
    """Cells that no spreadsheet takes for a formula: the names come from deliveries."""
    return [not_a_formula(cell) for cell in cells]
