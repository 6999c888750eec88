"""The algorithms of the cadastre, as scripts and models run them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException

from smica_qgis.host.settings import change_settings
from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.made_cadastre import MadeCommune
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


@pytest.fixture
def aubrelle(tmp_path: Path) -> Path:
    return MadeCommune("12202").write(tmp_path / "etalab")


def test_import_then_check(aubrelle: Path, tmp_path: Path) -> None:
    store, report, feedback = str(tmp_path / "base.gpkg"), tmp_path / "r.json", Warned()
    (aubrelle / "cadastre-12202-sections.json").write_text("no json", encoding="utf-8")
    outputs = run("import_cadastre", feedback, INPUT=[str(aubrelle)], STORE=store, REPORT=str(report))
    assert outputs == {
        "REPORT": str(report),
        "IMPORTED": 3,
        "KNOWN": 0,
        "REFUSED": 1,
        "PARCELS": 20,
        "BUILDINGS": 20,
        "ANOMALIES": 0,
    }
    assert json.loads(report.read_text(encoding="utf-8"))["imported"] == 3
    assert any(text.startswith("cadastre-12202-sections.json : ") for text in feedback.said)
    checked = run("check_cadastre", STORE=store, COMMUNES="12202", REPORT=str(tmp_path / "c.csv"))
    assert (checked["PARCELS"], checked["ANOMALIES"], checked["COUNTS"]) == (20, 0, "{}")
    assert (tmp_path / "c.csv").is_file()


def test_a_path_as_a_text_and_the_store_of_the_settings(aubrelle: Path, tmp_path: Path) -> None:
    change_settings(store=str(tmp_path / "commune.gpkg"))
    try:
        outputs = run("import_cadastre", INPUT=str(aubrelle), LAYERS=["parcelle"], MODE="replace")
    finally:
        change_settings(store="")
    assert (outputs["PARCELS"], outputs["BUILDINGS"]) == (20, 0)
    assert (tmp_path / "commune.gpkg").is_file()


def test_no_store(aubrelle: Path) -> None:
    with pytest.raises(QgsProcessingException, match="n'est pas choisie"):
        run("import_cadastre", INPUT=[str(aubrelle)])


def test_a_download_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="ni une commune"):
        run("download_cadastre", TERRITORY="Aubrelle", STORE=str(tmp_path / "base.gpkg"))


def test_a_download_from_nowhere(tmp_path: Path) -> None:
    address = "http://127.0.0.1:1/{code}/{couche}.json.gz"
    with pytest.raises(QgsProcessingException, match="ne peut être jointe"):
        run("download_cadastre", TERRITORY="12202", STORE=str(tmp_path / "base.gpkg"), ADDRESS=address)


def test_cancel(aubrelle: Path, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="interrompu"):
        run("import_cadastre", RecordingFeedback("Import de"), INPUT=[str(aubrelle)], STORE=str(tmp_path / "b.gpkg"))
