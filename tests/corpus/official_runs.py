"""The runs of the official tool that the corpus holds, and what is needed to make them again with ours."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from smica_qgis.reports.json_lines import json_lines

MUTATED = ("mutated_real", "mutated_conformant", "mutated_focus")
BY_LISTING_ORDER = "set6/"
"""The ten copies of 30014 run with `--max-errors 2`: which two findings of a code are kept depends on the order in
which the official tool's file system listed the files, that nobody knows any more. The sixth set of mutated_real only.
"""
_SWITCHES = ("flat", "string-fix-utf8", "string-simplify-common", "string-escape-controls")
Difference = list[str]


@dataclass(frozen=True)
class OfficialRun:
    """One run. report: name of the official report, in its zip or folder; options: of its command line.

    copy: path of the mutated copy under its output folder, empty for a delivery as it is.
    """

    archive: str
    report: str
    delivery: str
    standard: str
    copy: str = ""
    options: str = ""
    exit_code: str = "0"
    mutation: tuple[str, str, str, str] = ("", "", "", "")

    @property
    def name(self) -> str:
        return f"{self.archive}/{self.report}"


@dataclass(frozen=True)
class Task:
    """A run to make again. delivery: its path; model: name or path of the model; official: the report's text."""

    shared: str
    run: OfficialRun
    delivery: str
    model: str
    official: str


def whole_deliveries(shared: Path) -> list[OfficialRun]:
    """The real and the conformant deliveries, as they are."""
    runs = []
    for path in sorted((shared / "corpus" / "official_reports").glob("*.jsonl")):
        delivery, _, standard = path.stem.partition("__")
        runs.append(OfficialRun("", path.name, delivery, standard))
    return runs


def mutated_copies(shared: Path, archive: str) -> list[OfficialRun]:
    """The mutated copies of an archive of official reports."""
    with zipfile.ZipFile(shared / "corpus" / "official_reports" / f"{archive}.zip") as opened:
        index = csv.DictReader(io.StringIO(opened.read("index.csv").decode()))
        return [
            OfficialRun(
                archive,
                row["report"],
                row["delivery"],
                row["standard"],
                row["copy"],
                row["options"],
                row["exit"],
                (f"set{row['set']}", row["count"], row["seed"], row.get("only") or ""),
            )
            for row in index
        ]


def can_be_reproduced(run: OfficialRun) -> bool:
    return not (run.archive == "mutated_real" and run.report.startswith(BY_LISTING_ORDER))


def official_text(shared: Path, run: OfficialRun) -> str:
    folder = shared / "corpus" / "official_reports"
    if not run.archive:
        return (folder / run.report).read_text(encoding="utf-8")
    with zipfile.ZipFile(folder / f"{run.archive}.zip") as opened:
        return opened.read(run.report).decode()


def delivery_archive(shared: Path, run: OfficialRun) -> Path:
    """The zip of a delivery as it is."""
    real = shared / "corpus" / "deliveries" / f"{run.delivery}.zip"
    return real if real.exists() else shared / "corpus" / "conformant" / f"{run.standard}.zip"


def make_copies(shared: Path, runs: Iterable[OfficialRun], folder: Path) -> None:
    """Make the mutated copies again with the tool of the corpus, under folder/<archive>; once is enough."""
    wanted = {(run.archive, run.delivery, run.mutation): run for run in runs}
    for (archive, delivery, (number, count, seed, only)), run in wanted.items():
        source = folder / "sources" / delivery
        if not source.exists():
            with zipfile.ZipFile(delivery_archive(shared, run)) as opened:
                opened.extractall(source)
        out = folder / archive / number / delivery
        if out.exists():
            continue
        command = [sys.executable, str(shared / "tools" / "mutate.py"), str(source / delivery), str(out), count, seed]
        subprocess.run([*command, only] if only else command, check=True, capture_output=True)


def production_models(shared: Path, folder: Path) -> Path:
    """Unpack the production models; returns the folder that holds one folder a model."""
    (archive,) = (shared / "models").glob("gpu_production_*.zip")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder / "config"


def compare_reports(shared: str) -> ModuleType:
    """The measure of the corpus, as a module."""
    spec = importlib.util.spec_from_file_location("compare_reports", Path(shared) / "tools" / "compare_reports.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def our_options(text: str) -> tuple[dict[str, object], str]:
    """The options of a command line of the official tool as ours, and the CRS."""
    words = iter(shlex.split(text))
    options: dict[str, object] = {}
    crs = "EPSG:2154"
    for word in words:
        name = word.removeprefix("--")
        if name in _SWITCHES:
            options[name] = True
        elif name == "srs":
            crs = next(words)
        else:
            options[name] = next(words)
    return options, crs


def differences(task: Task) -> tuple[str, Difference]:
    """Make a run again and compare; returns its name and the lines that differ. Called in processes of its own."""
    measure = compare_reports(task.shared)
    ours = our_findings(task)
    official = measure.read(task.official)
    missing, extra = measure.difference(official, ours, task.run.exit_code)
    lines = [f"- {count} × {' | '.join(key)}" for key, count in sorted(missing.items())]
    lines += [f"+ {count} × {' | '.join(key)}" for key, count in sorted(extra.items())]
    return task.run.name, lines


def our_findings(task: Task) -> list[dict[str, Any]]:
    """The lines of our JSONL report, official family."""
    options, crs = our_options(task.run.options)
    request = ValidationRequest(task.delivery, task.model, crs, families=("official",), options=options)
    report = validate_delivery(request)
    try:
        return [json.loads(line) for line in json_lines(report)]
    finally:
        report.geometries.close()
