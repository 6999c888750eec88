"""The algorithms of sanitation and permits at their edges: the store of the options, an empty one, errors, a stop."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsSettings,
    QgsVectorLayer,
)

from smica_qgis.database.open_store import open_store
from smica_qgis.host import settings
from smica_qgis.host.settings import change_settings
from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.processing.conftest import RecordingFeedback
from tests.qgis.shared_tables import fill_cadastre, made_territory, names_in, write_csv

INSTALLATIONS = [
    ["N° dossier", "Code INSEE", "Propriétaire", "Adresse", "Observations"],
    ["1", "12302", "Zolmardier Ysoline", "3 rue du Lavoir, chez Mme Zolmardier", "M. Pirolibeau rappelle"],
    ["Zolmardier", "12302", "Zolmardier", "", ""],
]
COMPONENTS = [["N° dossier", "Ouvrage"], ["1", "101"]]
PERMITS = [
    ["Numéro", "Demandeur", "Dépôt", "Complet le", "Objet", "Etat"],
    ["PC 012 302 25 A0001", "Pirolibeau", "05/01/2025", "10/01/2025", "Maison de M. Pirolibeau", ""],
    ["PC 012 302 25 A0002", "Pirolibeau", "05/01/2025", "10/01/2025", "", "Zolmardier"],
]
EMPTY = {
    "list_due_controls": {"DUE": 0, "UNPLACED": 0, "COUNTS": "{}"},
    "list_permit_deadlines": {"DUE": 0, "UNPLACED": 0, "COUNTS": "{}"},
}


@pytest.fixture(autouse=True)
def _provider(provider: SmicaProvider, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    del provider
    # settings are a file that other runs of the tests share
    own = f"smica-{os.getpid()}"
    monkeypatch.setattr(settings, "PREFIX", own)
    yield
    QgsSettings().remove(own)


@pytest.fixture
def store(tmp_path: Path) -> str:
    address = str(tmp_path / "base.gpkg")
    fill_cadastre(address, made_territory())
    return address


class Told(RecordingFeedback):
    """All that a person or a log could read."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def pushInfo(self, info: str) -> None:
        self.text += f"{info}\n"

    def pushWarning(self, warning: str) -> None:
        self.text += f"{warning}\n"

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: FBT001, FBT002, N803
        del fatalError
        self.text += f"{error}\n"


def run(name: str, feedback: QgsProcessingFeedback | None = None, **parameters: object) -> dict[str, Any]:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"smica:{name}")
    assert algorithm is not None
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    accepted, reason = algorithm.checkParameterValues(parameters, context)
    assert accepted, reason
    outputs, succeeded = algorithm.run(parameters, context, feedback or RecordingFeedback(), {}, False)
    assert succeeded
    return dict(outputs)


@pytest.mark.parametrize("name", ["import_anc", "import_ads", "import_dossier_details", *EMPTY, "open_shared_layers"])
def test_without_a_store_it_is_said_where_to_choose_one(name: str, tmp_path: Path) -> None:
    table = write_csv(tmp_path / "t.csv", INSTALLATIONS)
    parameters = {"INPUT": str(table), "SERVICE": "S1", "KIND": "anc_composant"}
    with pytest.raises(QgsProcessingException, match="options de SMICA"):
        run(name, **parameters)


def test_an_empty_store_parameter_is_the_store_of_the_options(store: str, tmp_path: Path) -> None:
    change_settings(store=store)
    table = str(write_csv(tmp_path / "i.csv", INSTALLATIONS))
    assert run("import_anc", INPUT=table, SERVICE="S1")["TAKEN"] == 1
    details = str(write_csv(tmp_path / "c.csv", [["N° dossier", "Ouvrage"], ["1", "101"]]))
    outputs = run("import_dossier_details", KIND="anc_composant", INPUT=details, SERVICE="S1")
    assert outputs["TAKEN"] == 1
    permits = str(write_csv(tmp_path / "p.csv", PERMITS))
    assert run("import_ads", INPUT=permits)["TAKEN"] == 1
    assert run("list_due_controls")["DUE"] == 1
    assert run("list_permit_deadlines", DAY="2026-01-01")["DUE"] == 1
    assert run("open_shared_layers", THEMES=["ads"])["LAYERS"]


@pytest.mark.parametrize("name", list(EMPTY))
def test_a_store_without_any_row_gives_an_empty_list_and_says_why(name: str, store: str, tmp_path: Path) -> None:
    layer_path, table, told = tmp_path / "liste.gpkg", tmp_path / "liste.json", Told()
    outputs = run(name, told, STORE=store, OUTPUT=str(layer_path), LIST=str(table))
    assert "aucun dossier à suivre" in told.text
    assert {key: outputs[key] for key in EMPTY[name]} == EMPTY[name]
    assert QgsVectorLayer(str(layer_path), "liste", "ogr").featureCount() == 0
    assert json.loads(table.read_text(encoding="utf-8"))["lignes"] == []
    with pytest.raises(QgsProcessingException, match="12999"):
        run(name, STORE=store, COMMUNES="12999")


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("list_due_controls", {"DAY": "31/01/2026"}, "2025-03-31"),
        ("list_due_controls", {"BEFORE": "demain"}, "demain"),
        ("list_permit_deadlines", {"DAYS": -1}, "négatif"),
        ("list_due_controls", {"COMMUNES": "rodez"}, "RODEZ » n'est pas le code INSEE"),
        ("import_ads", {}, "Aucune table"),
        ("import_ads", {"INPUT_TABLE": "service=x password=y | table=z"}, "mot de passe"),
        ("import_ads", {"INPUT_TABLE": "dossiers.pdf"}, "dossiers.pdf"),
        ("import_dossier_details", {"KIND": "anc_travaux"}, "Aucune table"),
    ],
)
def test_what_cannot_be_asked_is_said(name: str, parameters: dict[str, object], said: str, store: str) -> None:
    with pytest.raises(QgsProcessingException, match=said):
        run(name, STORE=store, **parameters)


@pytest.mark.parametrize(
    ("name", "rows", "parameters"),
    [
        ("import_anc", INSTALLATIONS, {"SERVICE": "S1"}),
        ("import_ads", PERMITS, {}),
        ("import_dossier_details", COMPONENTS, {"SERVICE": "S1", "KIND": "anc_composant"}),
    ],
)
def test_a_run_that_is_cancelled_changes_nothing(
    name: str, rows: list[list[str]], parameters: dict[str, object], store: str, tmp_path: Path
) -> None:
    feedback = RecordingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        run(name, feedback, INPUT=str(write_csv(tmp_path / "t.csv", rows)), STORE=store, **parameters)
    for table in ("anc_installation", "anc_controle", "anc_composant", "ads_dossier", "ads_parcelle"):
        assert column_of(store, table, "fid") == []


def test_nobody_is_named_in_the_store_a_layer_the_log_or_the_report(store: str, tmp_path: Path) -> None:
    told = Told()
    reports = [tmp_path / "anc.json", tmp_path / "ads.csv"]
    run(
        "import_anc",
        told,
        INPUT=str(write_csv(tmp_path / "i.csv", INSTALLATIONS)),
        SERVICE="S1",
        STORE=store,
        REPORT=str(reports[0]),
    )
    run("import_ads", told, INPUT=str(write_csv(tmp_path / "p.csv", PERMITS)), STORE=store, REPORT=str(reports[1]))
    lists = [tmp_path / "controles.gpkg", tmp_path / "delais.csv"]
    run("list_due_controls", told, STORE=store, OUTPUT=str(lists[0]))
    run("list_permit_deadlines", told, STORE=store, LIST=str(lists[1]), DAY="2026-01-01")
    for path in (Path(store), *reports, *lists):
        assert names_in(path.read_bytes()) == set(), path.name
    assert names_in(told.text.encode()) == set()
    assert "[nom retiré]" in "".join(
        str(value)
        for table, column in (("anc_installation", "adresse_txt"), ("ads_dossier", "objet"))
        for value in column_of(store, table, column)
    )


def column_of(store: str, table: str, column: str) -> list[object]:
    with open_store(store, read_only=True) as opened:
        return [row[0] for row in opened.select(table, (column,))]


def test_no_layer_of_people_is_among_those_that_are_opened(store: str, tmp_path: Path) -> None:
    apart = tmp_path / "nominatif.gpkg"
    table = str(write_csv(tmp_path / "i.csv", INSTALLATIONS))
    run("import_anc", INPUT=table, SERVICE="S1", STORE=store, PERSONAL_STORE=str(apart))
    assert names_in(apart.read_bytes()), "they were kept, elsewhere"
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("smica:open_shared_layers")
    outputs, succeeded = algorithm.run({"STORE": store}, context, RecordingFeedback(), {}, False)
    assert succeeded
    for identifier in outputs["LAYERS"]:
        layer = context.temporaryLayerStore().mapLayer(identifier)
        assert "contact" not in layer.source()
        assert not {"nom_proprietaire", "proprio_nom", "demandeur_nom"} & set(layer.fields().names())
    assert names_in(Path(store).read_bytes()) == set()


def test_a_list_is_styled_each_time_it_is_added_to_the_project(store: str, tmp_path: Path) -> None:
    # the object that styles it dies with its run: it must not be kept for the next one
    run("import_anc", INPUT=str(write_csv(tmp_path / "i.csv", INSTALLATIONS)), SERVICE="S1", STORE=store)
    for _ in range(2):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("smica:list_due_controls")
        sink = QgsProcessingOutputLayerDefinition(QgsProperty.fromValue("memory:"), QgsProject.instance())
        feedback = RecordingFeedback()
        outputs, succeeded = algorithm.run({"STORE": store, "OUTPUT": sink}, context, feedback, {}, False)
        assert succeeded
        layer = context.getMapLayer(outputs["OUTPUT"])
        details = context.layerToLoadOnCompletionDetails(outputs["OUTPUT"])
        details.postProcessor().postProcessLayer(layer, context, feedback)
        assert layer.renderer().type() == "categorizedSymbol"
        del details, layer, context


def test_the_relations_come_with_the_layers(store: str) -> None:
    project = QgsProject()
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("smica:open_shared_layers")
    feedback = RecordingFeedback()
    parameters = {"STORE": store, "THEMES": ["anc"]}
    outputs, succeeded = algorithm.run(parameters, context, feedback, {}, False)
    assert succeeded
    groups = set()
    for identifier in outputs["LAYERS"]:  # as Processing does when an algorithm ends in the window
        groups.add(context.layerToLoadOnCompletionDetails(identifier).groupName)
        project.addMapLayer(context.takeResultLayer(identifier))
    for identifier in outputs["LAYERS"]:
        processor = context.layerToLoadOnCompletionDetails(identifier).postProcessor()
        processor.postProcessLayer(project.mapLayer(identifier), context, feedback)
    assert groups == {"Assainissement", ""}
    assert project.relationManager().relation("smica_anc_controle").isValid()
    project.clear()
