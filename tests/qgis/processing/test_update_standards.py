"""`smica:update_standards`, and what the preference for fetched standards changes in a validation."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsSettings

from smica_qgis.core.document_model.fetched import MANIFEST, FetchedRegistry
from smica_qgis.core.document_model.registry import STANDARDS_FOLDER
from smica_qgis.host.settings import change_settings, standards_folder
from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.processing.conftest import RecordingFeedback, RunAlgorithm

NAME = "cnig_PLU_2024"


@pytest.fixture(autouse=True)
def _own_profile() -> Iterator[None]:
    QgsSettings().remove("smica")
    shutil.rmtree(standards_folder(), ignore_errors=True)
    yield
    QgsSettings().remove("smica")
    shutil.rmtree(standards_folder(), ignore_errors=True)


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """Return a folder with the bundled model of PLU 2024, but for one fact: names of zones of two letters at most."""
    folder = tmp_path / "models"
    shutil.copytree(STANDARDS_FOLDER / NAME, folder / NAME)
    path = folder / NAME / "types" / "ZONE_URBA.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    next(c for c in table["columns"] if c["name"] == "LIBELLE")["constraints"]["maxLength"] = 2
    path.write_text(json.dumps(table), encoding="utf-8")
    return folder


def update(provider: SmicaProvider, feedback: RecordingFeedback | None = None, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401
    del provider
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("smica:update_standards")
    given = {name: str(value) for name, value in parameters.items()}
    feedback = feedback or RecordingFeedback()
    outputs, succeeded = algorithm.run(given, QgsProcessingContext(), feedback, {}, False)
    assert succeeded
    return outputs


def test_into_the_profile_of_the_user(provider: SmicaProvider, models: Path) -> None:
    outputs = update(provider, SOURCE=models)
    counts = {name: outputs[name] for name in ("UPDATED", "UNCHANGED", "FAILED", "DIFFERENCES")}
    assert counts == {"UPDATED": 1, "UNCHANGED": 0, "FAILED": 0, "DIFFERENCES": 1}
    assert outputs["FOLDER"] == str(standards_folder())
    assert str(standards_folder()).startswith(QgsApplication.qgisSettingsDirPath())
    assert FetchedRegistry(standards_folder()).names() == (NAME,)
    assert update(provider, SOURCE=models)["UNCHANGED"] == 1


def test_into_a_folder_with_its_reports(provider: SmicaProvider, models: Path, tmp_path: Path) -> None:
    page, table, folder = tmp_path / "page.html", tmp_path / "table.csv", tmp_path / "kept"
    outputs = update(provider, SOURCE=models, OUTPUT=folder, REPORT_HTML=page, REPORT_CSV=table)
    assert outputs["FOLDER"] == str(folder)
    assert not standards_folder().exists()
    assert "longueur maximale" in page.read_text(encoding="utf-8")
    with table.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(r["model"], r["kind"], r["place"], r["column"], r["fetched"]) for r in rows] == [
        (NAME, "COLUMN_MAX_LENGTH", "ZONE_URBA", "LIBELLE", "2")
    ]


def test_the_address_of_the_options_is_the_default(provider: SmicaProvider, models: Path) -> None:
    change_settings(standards_address=str(models))
    assert update(provider)["UPDATED"] == 1


def test_what_fails_is_told_and_counted(provider: SmicaProvider, models: Path) -> None:
    feedback = RecordingFeedback()
    outputs = update(provider, feedback, SOURCE=models, STANDARDS=f" {NAME} , cnig_PLU_1999")
    assert (outputs["UPDATED"], outputs["FAILED"]) == (1, 1)
    assert [error.partition(" : ")[0] for error in feedback.errors] == ["cnig_PLU_1999"]


def test_cancelling_is_an_error_that_says_what_is_kept(provider: SmicaProvider, models: Path) -> None:
    with pytest.raises(QgsProcessingException, match="déjà récupérés sont gardés"):
        update(provider, RecordingFeedback(cancel_at="Récupération"), SOURCE=models)


def judged(run: RunAlgorithm, delivery: ConformantDelivery, report: Path, **more: Any) -> tuple[Any, Any]:  # noqa: ANN401
    ended = run(INPUT=delivery.root, REPORT_JSON=report, **more)
    assert ended.error == ""
    return ended.outputs, json.loads(report.read_text(encoding="utf-8"))["header"]["model"]


@pytest.mark.parametrize("standard", [NAME, NAME.upper(), ""])
def test_the_preference_decides(
    run: RunAlgorithm,
    provider: SmicaProvider,
    delivery: ConformantDelivery,
    models: Path,
    tmp_path: Path,
    standard: str,
) -> None:
    delivery.set_cell("ZONE_URBA", 0, "LIBELLE", "UAA")
    update(provider, SOURCE=models)
    outputs, model = judged(run, delivery, tmp_path / "r.json", STANDARD=standard)
    assert (outputs["VERDICT"], model["source"]["origin"]) == ("valid", "bundled")
    change_settings(prefer_fetched_standards=True)
    outputs, model = judged(run, delivery, tmp_path / "r.json", STANDARD=standard)
    assert (outputs["STANDARD"], outputs["VERDICT"]) == (NAME, "invalid")
    manifest = json.loads((standards_folder() / NAME / MANIFEST).read_text(encoding="utf-8"))
    assert model["source"] == {"origin": "fetched", "location": f"models/{NAME}/files.json"}
    assert (model["sha256"], model["date"]) == (manifest["sha256"], manifest["fetched"])


def test_preferred_and_absent_the_bundled_one_serves(
    run: RunAlgorithm, delivery: ConformantDelivery, tmp_path: Path
) -> None:
    change_settings(prefer_fetched_standards=True)
    outputs, model = judged(run, delivery, tmp_path / "r.json")
    assert (outputs["VERDICT"], model["source"]["origin"]) == ("valid", "bundled")


@pytest.mark.parametrize("standard", [NAME, ""])
def test_preferred_and_spoilt_it_is_an_error(
    run: RunAlgorithm, provider: SmicaProvider, delivery: ConformantDelivery, models: Path, standard: str
) -> None:
    update(provider, SOURCE=models)
    change_settings(prefer_fetched_standards=True)
    (standards_folder() / NAME / MANIFEST).write_text("{")
    assert "ne peut être utilisé" in run(INPUT=delivery.root, STANDARD=standard).error


def test_reports_do_not_tell_where_the_profile_is(
    run: RunAlgorithm, provider: SmicaProvider, delivery: ConformantDelivery, models: Path, tmp_path: Path
) -> None:
    update(provider, SOURCE=models)
    change_settings(prefer_fetched_standards=True)
    page = tmp_path / "page.html"
    judged(run, delivery, tmp_path / "r.json", REPORT_HTML=page)
    for report in (page, tmp_path / "r.json"):
        assert str(standards_folder()) not in report.read_text(encoding="utf-8")
    assert "récupéré le" in page.read_text(encoding="utf-8")
    judged(run, delivery, tmp_path / "r.json", REPORT_HTML=page, STANDARD=standards_folder() / NAME / "files.json")
    assert "récupéré le" in page.read_text(encoding="utf-8")
    change_settings(prefer_fetched_standards=False)
    judged(run, delivery, tmp_path / "r.json", REPORT_HTML=page)
    assert "fourni avec SMICA QGIS" in page.read_text(encoding="utf-8")
