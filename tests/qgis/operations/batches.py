"""Batches for the tests: small deliveries under any name, lists, and what came of them."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

from smica_qgis.operations.validate_batch import BatchLine, BatchRequest, BatchSummary, validate_batch
from tests.qgis.deliveries import conformant

STANDARD = "cnig_PLU_2024"
HEADER = "delivery,standard,crs,options,report"
MISBEHAVING = Path(__file__).with_name("misbehaving_child.py")


def small_delivery(folder: Path) -> Path:
    """Write a delivery that conforms, with few objects, and zip it. Return the zip."""
    return conformant(STANDARD, folder, objects=10).zipped(folder)


def copies(delivery: Path, folder: Path, *names: str) -> list[Path]:
    """Copy a zip under other names."""
    folder.mkdir(parents=True, exist_ok=True)
    return [Path(shutil.copy(delivery, folder / f"{name}.zip")) for name in names]


def write_list(path: Path, *lines: dict[str, Any], header: str = HEADER) -> Path:
    """Write a list; options may be an object."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(header + "\n")
        writer = csv.DictWriter(stream, HEADER.split(","))
        for line in lines:
            options = line.get("options", "")
            writer.writerow({**line, "options": options if isinstance(options, str) else json.dumps(options)})
    return path


def batch(path: Path, output: Path, **more: Any) -> BatchSummary:  # noqa: ANN401
    """Run a batch on one process, unless `workers` says otherwise."""
    return validate_batch(BatchRequest(path=str(path), output=str(output), **{"workers": 1, **more}))


def line_of(summary: BatchSummary, delivery: str) -> BatchLine:
    """Return the line of a delivery: its name, or the start of that of its report."""
    (line,) = [
        line for line in summary.lines if delivery in (line.item.delivery, Path(line.item.path).stem, line.item.path)
    ]
    return line


def rows(output: Path) -> list[dict[str, str]]:
    """Return the rows of summary.csv."""
    with (output / "summary.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def left_in(output: Path) -> list[str]:
    """Return what is neither a report nor the summary in an output folder."""
    whole = (".jsonl", ".json", ".html", ".csv")
    return [str(p) for p in output.rglob("*") if p.name.startswith(".") or (p.is_file() and p.suffix not in whole)]


def living() -> list[int]:
    """Return the numbers of our processes that misbehave, and of what they started, wherever they are now."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue  # it ended meanwhile
        if str(MISBEHAVING).encode() in words or b"1234.5" in words:
            found.append(int(path.parent.name))
    return found
