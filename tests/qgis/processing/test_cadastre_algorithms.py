"""The algorithms of the cadastre, as scripts and models run them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException

from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Value
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


@pytest.mark.parametrize("name", ["check_cadastre", "check_parcel_links", "open_shared_layers"])
def test_every_algorithm_takes_the_store_of_the_settings(aubrelle: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(QgsProcessingException, match="n'est pas choisie"):
        run(name)
    change_settings(store=str(tmp_path / "commune.gpkg"))
    try:
        run("import_cadastre", INPUT=[str(aubrelle)])
        assert run(name)
    finally:
        change_settings(store="")


def test_a_check_of_what_is_not_there(aubrelle: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "base.gpkg")
    run("import_cadastre", INPUT=[str(aubrelle)], STORE=store)
    with pytest.raises(QgsProcessingException, match="99999"):
        run("check_cadastre", STORE=store, COMMUNES="12202, 99999")
    with pytest.raises(QgsProcessingException, match="\\.json ou en \\.csv"):
        run("check_cadastre", STORE=store, REPORT=str(tmp_path / "r.txt"))


def test_an_import_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(QgsProcessingException, match="ni feuille EDIGEO"):
        run("import_cadastre", INPUT=[str(tmp_path / "empty")], STORE=str(tmp_path / "base.gpkg"))
    with pytest.raises(QgsProcessingException, match="n'existe pas"):
        run("import_cadastre", INPUT=[str(tmp_path / "absent.zip")], STORE=str(tmp_path / "base.gpkg"))


def test_a_second_issue_says_what_changed(tmp_path: Path) -> None:
    store, made, feedback = str(tmp_path / "base.gpkg"), MadeCommune("12202"), Warned()
    run("import_cadastre", INPUT=[str(made.write(tmp_path / "a"))], STORE=store)
    del made.parcels[0]
    run("import_cadastre", feedback, INPUT=[str(made.write(tmp_path / "b"))], STORE=store)
    assert "Parcelles : 0 créées, 1 supprimées (12202)." in feedback.said


@pytest.fixture
def filiation(tmp_path: Path) -> Path:
    """Return a filiation: parcel 30 was divided into 1 and 2."""
    head = "120;202;000;0000450;5;20190510;X;00001"
    path = tmp_path / "dfiano-dep120.txt"
    path.write_text(f"{head};1;0A0030;\n{head};2;0A0001;0A0002;\nx\n", encoding="latin-1")
    return path


def test_the_filiation(aubrelle: Path, filiation: Path, tmp_path: Path) -> None:
    store, feedback = str(tmp_path / "base.gpkg"), Warned()
    run("import_cadastre", INPUT=[str(aubrelle)], STORE=store)
    outputs = run("import_filiation", feedback, INPUT=[str(filiation)], STORE=store)
    assert outputs == {"RELATIONS": 2, "COMMUNES": 1, "UNREADABLE": 1, "REFUSED": 0}
    assert any("1 lignes ne sont pas comprises (d'abord 3)" in text for text in feedback.said)


def test_links_are_checked_and_written(aubrelle: Path, filiation: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "base.gpkg")
    run("import_cadastre", INPUT=[str(aubrelle)], STORE=store)
    run("import_filiation", INPUT=[str(filiation)], STORE=store)
    with open_store(store) as opened, opened.transaction():
        link: dict[str, Value]
        opened.insert_one("anc_service", {"service_id": "S1", "nom": "Service"})
        file = {"inst_id": "i", "service_id": "S1", "numero_dossier": "7", "insee": "12202", "etat": "ACTIVE"}
        opened.insert_one("anc_installation", {**file, "date_maj": "2024-01-01T00:00:00Z"})
        link = {"inst_id": "i", "ordre": 1, "idu14": "122020000A0030", "idu14_actuel": "122020000A0030"}
        opened.insert_one("anc_installation_parcelle", {**link, "statut": "EXACT"})
    report = tmp_path / "links.csv"
    outputs = run("check_parcel_links", STORE=store, REPORT=str(report), APPLY=True)
    assert (outputs["CHECKED"], outputs["TO_CHOOSE"], outputs["PROPOSED"]) == (1, 1, 0)
    assert "122020000A0001 122020000A0002" in report.read_text(encoding="utf-8-sig")
    with open_store(store, read_only=True) as opened:
        assert list(opened.rows("SELECT statut_lien FROM anc_installation")) == [("ANCIEN",)]


def test_the_cadastre_is_opened_with_the_style_asked_for(aubrelle: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "base.gpkg")
    run("import_cadastre", INPUT=[str(aubrelle)], STORE=store)
    context = QgsProcessingContext()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("smica:open_shared_layers")
    asked = {"STORE": store, "THEMES": ["cadastre"], "STYLE": "orthophoto"}
    outputs, succeeded = algorithm.run(asked, context, RecordingFeedback(), {}, False)
    assert succeeded
    layers = {name: context.getMapLayer(name) for name in outputs["LAYERS"]}
    details = {name: context.layerToLoadOnCompletionDetails(name) for name in layers}
    assert [layer.name() for layer in layers.values()] == ["Communes (cadastre)", "Parcelles", "Bâtiments"]
    assert {layer.styleManager().currentStyle() for layer in layers.values()} == {"orthophoto"}
    assert {detail.groupName for detail in details.values()} == {"Cadastre"}
    keys = [details[name].layerSortKey for name in outputs["LAYERS"]]
    assert keys == sorted(keys, reverse=True)


def test_a_download_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="ni une commune"):
        run("download_cadastre", TERRITORY="Aubrelle", STORE=str(tmp_path / "base.gpkg"))


def test_a_download_from_nowhere(tmp_path: Path) -> None:
    address = "http://127.0.0.1:1/{code}/{couche}.json.gz"
    with pytest.raises(QgsProcessingException, match="ne peut être jointe"):
        run("download_cadastre", TERRITORY="12202", STORE=str(tmp_path / "base.gpkg"), ADDRESS=address)


@pytest.mark.network
def test_a_download_from_a_server(httpserver: HTTPServer, aubrelle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "served.zip", "w") as bundle:
        bundle.write(aubrelle / "cadastre-12202-parcelles.json.gz", "12202/cadastre-12202-parcelles.json.gz")
    httpserver.expect_request("/12202/edigeo").respond_with_data((tmp_path / "served.zip").read_bytes())
    httpserver.expect_request("/12203/edigeo").respond_with_data(status=404)
    asked: dict[str, Any] = {
        "STORE": str(tmp_path / "base.gpkg"),
        "ADDRESS": httpserver.url_for("/{code}/edigeo"),
        "FORMAT": "edigeo",
    }
    assert run("download_cadastre", TERRITORY="12202", **asked)["PARCELS"] == 20
    with pytest.raises(QgsProcessingException, match="pas de cadastre edigeo pour « 12203 »"):
        run("download_cadastre", TERRITORY="12203", **asked)
    with pytest.raises(QgsProcessingException, match="interrompu"):
        run("download_cadastre", RecordingFeedback("Téléchargement"), TERRITORY="12202", **asked)


@pytest.mark.parametrize(
    ("name", "phase"), [("check_cadastre", "Contrôle du cadastre"), ("check_parcel_links", "Contrôle des parcelles")]
)
def test_a_check_may_be_cancelled(aubrelle: Path, filiation: Path, tmp_path: Path, name: str, phase: str) -> None:
    store = str(tmp_path / "b.gpkg")
    run("import_cadastre", INPUT=[str(aubrelle)], STORE=store)
    options: dict[str, object] = {"APPLY": True} if name == "check_parcel_links" else {}
    with pytest.raises(QgsProcessingException, match="interrompu"):
        run(name, RecordingFeedback(phase), STORE=store, **options)
    with pytest.raises(QgsProcessingException, match="interrompu"):
        run("import_filiation", RecordingFeedback("Import de la filiation"), INPUT=[str(filiation)], STORE=store)


def test_cancel(aubrelle: Path, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="interrompu"):
        run("import_cadastre", RecordingFeedback("Import de"), INPUT=[str(aubrelle)], STORE=str(tmp_path / "b.gpkg"))
