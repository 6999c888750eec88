"""Our official family equals the official tool's reports: real deliveries, conformant ones, mutated copies of both.

All families and options, with the bundled models; with the production models too, when SMICA_WHOLE_CORPUS=1 asks for it
(that both give the same findings is also what test_bundled_findings compares).
"""

from __future__ import annotations

import json
import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.processing.validate_delivery import ValidateDelivery
from tests.corpus.official_runs import (
    MUTATED,
    OfficialRun,
    Task,
    can_be_reproduced,
    delivery_archive,
    differences,
    make_copies,
    mutated_copies,
    official_text,
    production_models,
    whole_deliveries,
)

pytestmark = pytest.mark.timeout(1200)
ORIGINS = ("production", "bundled")
Judge = Callable[[Sequence[OfficialRun], str], "list[str]"]

whole_corpus = pytest.mark.skipif(
    not os.environ.get("SMICA_WHOLE_CORPUS"), reason="the whole corpus takes minutes: set SMICA_WHOLE_CORPUS=1"
)


@pytest.fixture(scope="module")
def models(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return production_models(shared, tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder where mutated copies are made."""
    return tmp_path_factory.mktemp("copies")


@pytest.fixture(scope="module")
def processes() -> Iterator[ProcessPoolExecutor]:
    """As many as there are cores, started afresh: QGIS and GDAL do not survive a fork."""
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


@pytest.fixture(scope="module")
def judge(shared: Path, models: Path, copies: Path, processes: ProcessPoolExecutor) -> Judge:
    """Return a function that makes runs again and returns what differs, a text a run."""

    def place(run: OfficialRun) -> Path:
        return copies / run.archive / run.copy if run.copy else delivery_archive(shared, run)

    def model(run: OfficialRun, origin: str) -> str:
        return run.standard if origin == "bundled" else str(models / run.standard / "files.json")

    def judge(runs: Sequence[OfficialRun], origin: str) -> list[str]:
        assert runs
        tasks = [Task(str(shared), r, str(place(r)), model(r, origin), official_text(shared, r)) for r in runs]
        found = processes.map(differences, tasks, chunksize=4)
        return ["\n    ".join([name, *lines]) for name, lines in found if lines]

    return judge


# ------------------------------------------------------------------------------------------- as they were delivered


@pytest.mark.parametrize("origin", ORIGINS)
def test_real_and_conformant_deliveries(shared: Path, judge: Judge, origin: str) -> None:
    runs = whole_deliveries(shared)
    assert {run.standard for run in runs} <= set(bundled_registry().names())
    assert len(runs) == 23
    assert judge(runs, origin) == []


# ------------------------------------------------------------------------------------------------- mutated copies


@pytest.mark.parametrize("origin", [pytest.param("production", marks=whole_corpus), "bundled"])
@pytest.mark.parametrize("archive", MUTATED)
def test_mutated_copies(shared: Path, judge: Judge, copies: Path, archive: str, origin: str) -> None:
    """Every family, every option. Those that cannot be reproduced are named in official_runs."""
    runs = mutated_copies(shared, archive)
    left_out = [run for run in runs if not can_be_reproduced(run)]
    assert {run.options for run in left_out} <= {"--max-errors 2"}
    assert len(left_out) in (0, 10)
    runs = [run for run in runs if can_be_reproduced(run)]
    make_copies(shared, runs, copies)
    assert judge(runs, origin) == []


# ------------------------------------------------------------------------------------------ what the demonstration says


def test_the_demonstration_of_30014(shared: Path, tmp_path: Path) -> None:
    """As `scripts/demo` runs it: the standard is detected, every family and report is asked for."""
    delivery = shared / "corpus" / "deliveries" / "30014_PLU_20171013.zip"
    algorithm = ValidateDelivery().create()
    assert algorithm is not None
    parameters = {
        "INPUT": str(delivery),
        "REPORT_JSONL": str(tmp_path / "report.jsonl"),
        "REPORT_HTML": str(tmp_path / "report.html"),
    }
    outputs, succeeded = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
    assert succeeded
    assert (outputs["VERDICT"], outputs["STANDARD"]) == ("invalid", "cnig_PLU_2017")
    assert (outputs["ERRORS"], outputs["WARNINGS"], outputs["INFOS"]) == (23, 2, 7)
    official = shared / "corpus" / "official_reports" / "30014_PLU_20171013__cnig_PLU_2017.jsonl"
    theirs = counted(official)
    del theirs["VALIDATOR_INFO", "INFO"]
    assert counted(tmp_path / "report.jsonl") == theirs


def counted(report: Path) -> Counter[tuple[str, str]]:
    """Codes and levels of the official family of a JSONL report."""
    findings = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    return Counter((f["code"], f["level"]) for f in findings if f.get("family", "official") == "official")
