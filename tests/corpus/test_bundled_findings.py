"""Bundled and production models find the same, on the conformant delivery of each model and on spoilt copies of it.

All models with a few mutations each; fifty mutations of each are asked for with SMICA_WHOLE_CORPUS=1. The mutations
are those of the seed SMICA_SEED, the same by default.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import bundled_registry, load_model
from smica_qgis.geodata.delivery_writer import write_delivery
from tests.corpus.model_comparison import SMALL, Comparison, Outcome, compare, said
from tests.corpus.official_runs import production_models

pytestmark = pytest.mark.timeout(3600)
SEED = int(os.environ.get("SMICA_SEED", "4"))
A_FEW, ALL_ASKED_FOR = 6, 50
MODELS = 158


@pytest.fixture(scope="module")
def models(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return production_models(shared, tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def processes() -> Iterator[ProcessPoolExecutor]:
    """As many as there are cores, started afresh: QGIS and GDAL do not survive a fork."""
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


def compared(processes: ProcessPoolExecutor, models: Path, mutations: int) -> list[Outcome]:
    """Compare every production model with the bundled one of the same name."""
    names = sorted(folder.name for folder in models.iterdir())
    assert names == sorted(bundled_registry().names())
    asked = [Comparison(name, str(models / name / "files.json"), mutations, SEED) for name in names]
    return list(processes.map(compare, asked, chunksize=4))


def judge(outcomes: list[Outcome], mutations: int) -> None:
    assert len(outcomes) == MODELS
    different = {outcome.name: outcome.differences for outcome in outcomes if outcome.differences}
    assert different == {}
    assert {outcome.copies for outcome in outcomes} == {mutations + 1}


def test_every_model_with_a_few_mutations(processes: ProcessPoolExecutor, models: Path) -> None:
    outcomes = compared(processes, models, A_FEW)
    judge(outcomes, A_FEW)
    # else the copies were hardly spoilt, and the comparison says little
    assert len(set[str]().union(*(outcome.codes for outcome in outcomes))) > 50


@pytest.mark.parametrize(
    ("resource", "fact", "other"),
    [
        ("types/SECTEUR_CC.json", '"MultiPolygon"', '"MultiPoint"'),
        ("types/DOC_URBA.json", "NOMRAPP IS NOT NULL OR URLRAPP IS NOT NULL", "NOMRAPP IS NULL"),
        ("codes/ListeLibelleCC.csv", "ZnC", "ZNT"),
        ("files.json", "_liste_annexes_", "_liste_des_annexes_"),
    ],
)
def test_one_fact_that_differs_is_noticed(resource: str, fact: str, other: str, models: Path, tmp_path: Path) -> None:
    name = "cnig_CC_2025"
    folder = Path(shutil.copytree(models / name, tmp_path / name))
    text = (folder / resource).read_text(encoding="utf-8")
    assert fact in text
    (folder / resource).write_text(text.replace(fact, other), encoding="utf-8")
    changed = str(folder / "files.json")
    same = str(models / name / "files.json")
    root = write_delivery(load_model(same), tmp_path / "delivery", SMALL)
    assert said(root, changed) != said(root, same) == said(root, name)


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("SMICA_WHOLE_CORPUS"), reason="it takes minutes: set SMICA_WHOLE_CORPUS=1")
def test_every_model_with_fifty_mutations(processes: ProcessPoolExecutor, models: Path) -> None:
    judge(compared(processes, models, ALL_ASKED_FOR), ALL_ASKED_FOR)
