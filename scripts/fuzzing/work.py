"""The child of `scripts/fuzz`, in the interpreter of QGIS: makes cases, validates them twice, says what is wrong.

`bases FOLDER` writes the synthetic deliveries to start from; `cases FOLDER SEED` reads numbers of cases on its standard
input and answers each with one line of JSON.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fuzzing.case import Base, Case, make_case
from fuzzing.outside_watch import TOKEN, OutsideWatch

FOLLOWED = (
    ("cnig_PLU_2024", "shp"),
    ("cnig_PLU_2013", "tab"),
    ("cnig_PLUi_2025", "gpkg"),
    ("cnig_PLUi_2022", "csv"),
    ("cnig_PLU_2025", "gml"),
    ("cnig_CC_2022", "shp"),
    ("cnig_POS_2017", "gpkg"),
    ("cnig_PSMV_2022", "shp"),
    ("cnig_SCoT_2021", "tab"),
    ("cnig_SUP_AC1_2016", "shp"),
    ("cnig_SUP_PM1_2013", "csv"),
    ("GPU_MEC_2025", "gpkg"),
)
"""Standards of the synthetic deliveries, with the format of their tables."""
OBJECTS = 12
MOST_MEMORY = 8 * 1024**3
ALL_REPORTS_EVERY = 10
STANDARD_FILE = "standard.txt"


def main(arguments: list[str]) -> None:
    """Do what is asked."""
    from qgis.core import QgsApplication

    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # what the libraries print is no answer
    application = QgsApplication([], False)
    application.initQgis()
    action, *rest = arguments
    actions: dict[str, Callable[..., None]] = {"bases": write_bases, "cases": run_cases}
    actions[action](answers, *rest)
    answers.close()
    application.exitQgis()


def write_bases(answers: Any, folder: str) -> None:  # noqa: ANN401, ARG001 - a text stream
    """Write a small conformant delivery of each standard and format, in `FOLDER/<standard>/`."""
    from smica_qgis.core.document_model.registry import bundled_registry
    from smica_qgis.geodata.delivery_writer import DeliveryRequest, invent_delivery

    for standard, suffix in FOLLOWED:
        place = Path(folder) / standard
        place.mkdir(parents=True)
        model = bundled_registry().load(standard)
        formats = {f.name: suffix for f in model.tables if f.table is not None}
        invent_delivery(model, DeliveryRequest(objects=OBJECTS, formats=formats, complete=True)).write(place)
        (place / STANDARD_FILE).write_text(standard, encoding="utf-8")


def known_bases(folder: Path) -> list[Base]:
    """Return what the parent gathered: `<anything>/<root folder>/…`, with the standard when it is known."""
    bases = []
    for place in sorted(folder.iterdir()):
        root = next(path for path in sorted(place.iterdir()) if path.is_dir())
        said = place / STANDARD_FILE
        bases.append(Base(root, said.read_text(encoding="utf-8") if said.is_file() else ""))
    return bases


def run_cases(answers: Any, folder: str, seed: str) -> None:  # noqa: ANN401 - a text stream
    """Answer each number of a case with what was done and what is wrong (empty: nothing)."""
    _bound_memory()
    bases = known_bases(Path(folder) / "bases")
    place = Path(folder) / f"child_{os.getpid()}"
    watch = OutsideWatch(place / "outside")
    temporary = place / "temporary"
    temporary.mkdir()
    tempfile.tempdir = str(temporary)
    for line in sys.stdin:
        number = int(line)
        shutil.rmtree(place / "case", ignore_errors=True)
        (place / "case").mkdir()
        case = make_case(bases, int(seed), number, place / "case", watch.outside)
        answers.write(json.dumps({"done": case.done}) + "\n")
        watch.forget()
        fault = fault_of(case, place, watch, thorough=number % ALL_REPORTS_EVERY == 0)
        left = sorted(path.name for path in temporary.iterdir())
        if left and not fault:
            fault = f"left behind: {', '.join(left)}"
        answers.write(json.dumps({"fault": fault}) + "\n")
        for path in temporary.iterdir():
            shutil.rmtree(path, ignore_errors=True)


def _bound_memory() -> None:
    """Whoever takes more memory than any delivery needs has a fault too."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def fault_of(case: Case, place: Path, watch: OutsideWatch, *, thorough: bool) -> str:
    """Validate twice; return what is wrong with how it went, empty for nothing."""
    before = state_of(place / "case")
    try:
        first, second = (_report(case, place, thorough=thorough) for _ in range(2))
    except Exception:  # noqa: BLE001 - the very thing looked for
        return traceback.format_exc(limit=-6)
    touched = watch.said()
    if state_of(place / "case") != before:
        return "the input was modified"
    if touched:
        return f"read outside: {touched}"
    if TOKEN in first:
        return "the report holds what lies outside"
    return "" if first == second else f"two reports differ:\n{_first_difference(first, second)}"


def _report(case: Case, place: Path, *, thorough: bool) -> str:
    """The JSONL report as text, or the clear refusal. Raises whatever a user would see as a traceback."""
    from smica_qgis.core.errors import InvalidParameterError
    from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
    from smica_qgis.operations.write_reports import REPORT_WRITERS, write_reports

    request = ValidationRequest(path=str(case.path), standard=case.standard, options=case.options)
    try:
        report = validate_delivery(request)
    except InvalidParameterError as refusal:
        if case.standard:
            raise
        return f"no standard: {refusal.message}"
    wanted = {name: place / f"report.{name.lower()}" for name in REPORT_WRITERS if thorough or name == "JSONL"}
    try:
        write_reports(report, wanted)
    finally:
        report.geometries.close()
    return wanted["JSONL"].read_text(encoding="utf-8")


def state_of(folder: Path) -> list[tuple[str, str, int]]:
    """Every path of a folder, with what it holds and when it was changed. Pipes and links are named, not read."""
    return [(str(path), _content(path), path.lstat().st_mtime_ns) for path in sorted(folder.rglob("*"))]


def _content(path: Path) -> str:
    if path.is_symlink():
        return str(path.readlink())
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "no file"


def _first_difference(first: str, second: str) -> str:
    pairs = zip([*first.splitlines(), "(end)"], [*second.splitlines(), "(end)"])
    return "\n".join(next((pair for pair in pairs if pair[0] != pair[1]), ("", "")))


if __name__ == "__main__":
    main(sys.argv[1:])
