"""Publishing as scripts call it: parameters, outputs, report, dry run, errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException

from smica_qgis.host.settings import change_settings
from smica_qgis.operations.make_sample_delivery import make_sample_delivery
from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.processing.conftest import RecordingFeedback


class Warned(RecordingFeedback):
    """Also keeps warnings and informations."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.said.append(warning)

    def pushInfo(self, info: str) -> None:
        self.said.append(info)


def run(name: str, feedback: RecordingFeedback | None = None, **parameters: object) -> dict[str, Any]:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"smica:{name}")
    assert algorithm is not None
    context = QgsProcessingContext()
    accepted, reason = algorithm.checkParameterValues(parameters, context)
    assert accepted, reason
    outputs, succeeded = algorithm.run(parameters, context, feedback or RecordingFeedback(), {}, False)
    assert succeeded
    return dict(outputs)


@pytest.fixture(autouse=True)
def _provider(provider: SmicaProvider) -> None:
    del provider


@pytest.fixture(scope="module")
def delivery(tmp_path_factory: pytest.TempPathFactory) -> str:
    return make_sample_delivery(str(tmp_path_factory.mktemp("valid")), standard="cnig_PLU_2024")


def test_publish_withdraw_restore(delivery: str, tmp_path: Path) -> None:
    store, feedback = str(tmp_path / "base.gpkg"), Warned()
    report = tmp_path / "rapport.json"
    outputs = run("publish_document", feedback, INPUT=delivery, STORE=store, DRY_RUN=True)
    assert (outputs["STATE"], outputs["VERSION"], outputs["VERDICT"]) == ("planned", 1, "valid")
    assert any("ZONE_URBA, objets :" in line for line in feedback.said)
    assert not Path(store).exists()
    outputs = run("publish_document", INPUT=delivery, STORE=store, REPORT_JSON=str(report))
    document = Path(delivery).stem
    assert outputs == {
        "REPORT_JSON": str(report),
        "DOCUMENT": document,
        "VERSION": 1,
        "STATE": "done",
        "VERDICT": "valid",
        "TARGETS_FAILED": "",
    }
    assert json.loads(report.read_text(encoding="utf-8"))["targets"][0]["proved"] is True
    common = {"DOCUMENT": document, "STORE": store}
    assert run("withdraw_document", REASON="jugement", **common)["STATE"] == "done"
    assert run("restore_document", **common)["VERSION"] == 2
    assert run("publish_document", EXPECTED_VERSION=2, **common)["STATE"] == "unchanged"


def test_what_cannot_be_done_is_said(delivery: str, tmp_path: Path) -> None:
    store, report = str(tmp_path / "base.gpkg"), tmp_path / "rapport.json"
    with pytest.raises(QgsProcessingException, match="Cible inconnue : ftp"):
        run("publish_document", INPUT=delivery, STORE=store, TARGETS="store,ftp")
    with pytest.raises(QgsProcessingException, match="version 0"):
        run("publish_document", INPUT=delivery, STORE=store, EXPECTED_VERSION=3, REPORT_JSON=str(report))
    assert json.loads(report.read_text(encoding="utf-8"))["state"] == "failed"
    with pytest.raises(QgsProcessingException, match="TARGET_SETTINGS"):
        run("publish_document", INPUT=delivery, STORE=store, TARGET_SETTINGS="[1]")
    with pytest.raises(QgsProcessingException, match="GeoPackage"):
        run("prepare_database", STORE=store)


def test_store_and_targets_of_the_options(delivery: str, tmp_path: Path) -> None:
    archives = tmp_path / "archives"
    settings = {"archive": {"folder": str(archives), "metadata": {"mail": "a@example.org"}}}
    change_settings(store=str(tmp_path / "base.gpkg"), publication=settings)
    outputs = run("publish_document", INPUT=delivery, TARGETS="archive, store")
    assert (outputs["STATE"], outputs["TARGETS_FAILED"]) == ("done", "")
    assert (archives / Path(delivery).name).is_file()
    given = {"archive": {"folder": str(tmp_path / "ailleurs"), "metadata": {"mail": "a@example.org"}}}
    run("publish_document", INPUT=delivery, TARGETS="archive", TARGET_SETTINGS=given)
    assert (tmp_path / "ailleurs" / Path(delivery).name).is_file()
