"""The algorithms of sanitation and permits, as scripts and models run them; tables of every kind."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

from smica_qgis.core.ads import vocabulary as ads_vocabulary
from smica_qgis.core.ads.permit_number import TYPES
from smica_qgis.core.anc import vocabulary
from smica_qgis.core.cadastre.parcel_link import LINK_STATES
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.layer_styles import STYLES
from smica_qgis.operations.open_shared_layers import open_shared_layers
from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.processing.conftest import RecordingFeedback
from tests.qgis.shared_tables import fill_cadastre, made_territory, names_in, write_csv

TITLES = [
    "N° dossier",
    "Code INSEE",
    "Propriétaire",
    "Parcelle",
    "Date visite",
    "Type de contrôle",
    "Constats",
    "ZES",
    "ZEE",
]
ROWS = [
    ["1", "12302", "Zolmardier", "A 12", "15/03/2012", "PER", "ENT", "non", "non"],
    ["1", "12302", "Zolmardier", "A 12", "15/03/2020", "PER", "INC", "oui", "non"],
    ["2", "12302", "Pirolibeau", "A 13", "", "", "", "", ""],
    ["3", "12303", "Pirolibeau", "ZY 999", "30/06/2015", "DIA", "aucun", "non", "non"],
]


class Said(RecordingFeedback):
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
    context.setProject(QgsProject.instance())
    accepted, reason = algorithm.checkParameterValues(parameters, context)
    assert accepted, reason
    outputs, succeeded = algorithm.run(parameters, context, feedback or RecordingFeedback(), {}, False)
    assert succeeded
    return dict(outputs)


@pytest.fixture(autouse=True)
def _provider(provider: SmicaProvider) -> None:
    del provider


@pytest.fixture
def store(tmp_path: Path) -> str:
    address = str(tmp_path / "base.gpkg")
    fill_cadastre(address, made_territory())
    return address


def write_with_gdal(path: Path, driver: str) -> Path:
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = dataset.CreateLayer("Feuille", None, ogr.wkbNone)
    for title in TITLES:
        layer.CreateField(ogr.FieldDefn(title, ogr.OFTString))
    for row in ROWS:
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, text in enumerate(row):
            if text:
                feature.SetField(place, text)
        layer.CreateFeature(feature)
    del layer
    del dataset
    return path


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "gpkg"])
def test_one_table_of_installations_and_controls_of_any_kind(kind: str, store: str, tmp_path: Path) -> None:
    path = tmp_path / f"spanc.{kind}"
    if kind == "csv":
        write_csv(path, [TITLES, *ROWS], encoding="cp1252", separator="\t", title="Extraction")
    else:
        write_with_gdal(path, kind.upper())
    feedback, report = Said(), tmp_path / "rapport.json"
    outputs = run(
        "import_anc", feedback, INPUT=str(path), CONTROLS=str(path), SERVICE="S1", STORE=store, REPORT=str(report)
    )
    assert {name: outputs[name] for name in ("TAKEN", "REFUSED")} == {"TAKEN": 6, "REFUSED": 0}
    with open_store(store, read_only=True) as opened:
        columns = ("numero_dossier", "statut_lien", "n_parcelles_trouvees")
        assert list(opened.select("anc_installation", columns)) == [
            ("1", "EXACT", 1), ("2", "EXACT", 1), ("3", "INTROUVABLE", 0),
        ]  # fmt: skip
        assert [row[0] for row in opened.select("anc_controle", ("calc_classe",))] == ["D", "A", "E"]
    told = "\n".join(feedback.said) + report.read_text(encoding="utf-8")
    assert names_in((told + str(outputs)).encode()) == set()
    assert names_in(Path(store).read_bytes()) == set()


def test_lists_as_table_and_layer(store: str, tmp_path: Path) -> None:
    path = str(write_csv(tmp_path / "spanc.csv", [TITLES, *ROWS]))
    run("import_anc", INPUT=path, CONTROLS=path, SERVICE="S1", STORE=store)
    layer_path, table = tmp_path / "du.gpkg", tmp_path / "du.csv"
    outputs = run("list_due_controls", STORE=store, DAY="2026-01-15", OUTPUT=str(layer_path), LIST=str(table))
    assert (outputs["DUE"], outputs["UNPLACED"]) == (2, 1)
    assert json.loads(outputs["COUNTS"]) == {"12302": {"JAMAIS": 1}, "12303": {"ECHU": 1}}
    layer = QgsVectorLayer(str(layer_path), "du", "ogr")
    assert layer.crs().authid() == "EPSG:2154"
    rows = {feature["numero_dossier"]: QgsFeature(feature) for feature in layer.getFeatures()}
    assert rows["3"]["prochain_controle"].toPyDate() == date(2025, 6, 30)
    assert rows["3"].geometry().isEmpty()
    assert not rows["2"].geometry().isEmpty()
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("insee;commune;service_id;numero_dossier")
    assert len(lines) == 3
    assert "True" not in lines[1]
    assert dict(zip(lines[0].split(";"), lines[2].split(";")))["geolocalise"] == "non"
    only = run("list_due_controls", STORE=store, DAY="2026-01-15", COMMUNES="12303", BEFORE="2025-06-29")
    assert only["DUE"] == 0


def test_permits_then_their_deadlines(store: str, tmp_path: Path) -> None:
    table = write_csv(
        tmp_path / "dossiers.csv",
        [
            ["Numéro", "Demandeur", "Dépôt", "Complet le", "Parcelles"],
            ["DP 012 302 25 A0001", "Zolmardier", "05/01/2025", "31/01/2025", "A 12"],
            ["illisible", "Zolmardier", "05/01/2025", "31/01/2025", "A 12"],
        ],
    )
    outputs = run("import_ads", INPUT=str(table), STORE=store)
    assert (outputs["TAKEN"], outputs["REFUSED"]) == (1, 1)
    listed = run("list_permit_deadlines", STORE=store, DAY="2025-02-20", OUTPUT="memory:")
    assert json.loads(listed["COUNTS"]) == {"12302": {"PROCHE": 1}}


def test_a_mapping_is_saved_and_serves_again(store: str, tmp_path: Path) -> None:
    odd = [["zzz", *TITLES[1:]], *ROWS[2:]]
    path, mapping = str(write_csv(tmp_path / "spanc.csv", [TITLES, *ROWS[2:]])), tmp_path / "correspondance.json"
    run("import_anc", INPUT=path, SERVICE="S1", STORE=store, DRY_RUN=True, SAVE_MAPPING=str(mapping))
    saved = json.loads(mapping.read_text(encoding="utf-8"))
    assert saved["champs"]["parcelles"] == "Parcelle"
    saved["champs"]["numero_dossier"] = "zzz"
    mapping.write_text(json.dumps(saved), encoding="utf-8")
    other = str(write_csv(tmp_path / "autre.csv", odd))
    with pytest.raises(QgsProcessingException, match="numero_dossier"):
        run("import_anc", INPUT=other, SERVICE="S1", STORE=store)
    assert run("import_anc", INPUT=other, SERVICE="S1", STORE=store, MAPPING=str(mapping))["TAKEN"] == 2


@pytest.mark.parametrize(
    ("table", "column", "codes"),
    [
        ("anc_installation", "etat", vocabulary.ETATS),
        ("anc_installation", "type_immeuble", vocabulary.TYPES_IMMEUBLE),
        ("anc_installation", "statut_lien", LINK_STATES),
        ("anc_controle", "nature", vocabulary.NATURES),
        ("anc_controle", "classe_saisie", vocabulary.CLASSES),
        ("anc_composant", "type_code", vocabulary.TYPES_COMPOSANT),
        ("ads_dossier", "etat", ads_vocabulary.ETATS),
        ("ads_dossier", "type", TYPES),
    ],
)
def test_the_lists_of_the_forms_are_those_of_the_vocabulary(
    store: str, table: str, column: str, codes: dict[str, str]
) -> None:
    layers = {shared.layer.source().rpartition("=")[2]: shared.layer for shared in open_shared_layers(store)}
    layer = layers[table]
    setup = layer.editorWidgetSetup(layer.fields().indexOf(column))
    assert setup.type() == "ValueMap"
    found = {code: label for item in setup.config()["map"] for label, code in item.items()}
    assert {code: label for code, label in found.items() if label != "<NULL>"} == dict(codes)


def test_the_layers_are_opened_with_their_symbols(store: str) -> None:
    context_layers = run("open_shared_layers", STORE=store, THEMES=["anc", "ads"])["LAYERS"]
    assert len(context_layers) == 17
    layers = open_shared_layers(store, ("ads",))  # a renderer dies with its layer
    assert {category.value() for category in layers[0].layer.renderer().categories()} == set(ads_vocabulary.ETATS)


@pytest.mark.parametrize(("theme", "statuses"), [
    ("anc", vocabulary.STATUTS_ECHEANCE), ("ads", ads_vocabulary.STATUTS_DELAI),
])  # fmt: skip
def test_every_status_of_a_list_has_its_symbol(theme: str, statuses: dict[str, str]) -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=statut:string", "liste", "memory")
    _, loaded = layer.loadNamedStyle(str(STYLES / theme / "echeances.qml"))
    assert loaded
    assert {category.value() for category in layer.renderer().categories()} == set(statuses) - {"DECIDE"}


def test_a_layer_of_the_project(store: str) -> None:
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=numero:string&field=insee:string&field=date_mise_en_service:date", "fosses", "memory"
    )
    QgsProject.instance().addMapLayer(layer)
    try:
        outputs = run("import_anc", INPUT_LAYER=layer.id(), SERVICE="S1", STORE=store)
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
    assert outputs["READ"] == 0


def test_a_sheet_of_a_spreadsheet_by_its_address(store: str, tmp_path: Path) -> None:
    path = write_with_gdal(tmp_path / "spanc.xlsx", "XLSX")
    assert run("import_anc", INPUT_TABLE=f"{path}|layername=Feuille", SERVICE="S1", STORE=store)["REFUSED"] == 1
    with pytest.raises(QgsProcessingException, match="Feuille"):
        run("import_anc", INPUT_TABLE=f"{path}|layername=Absente", SERVICE="S1", STORE=store)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"SERVICE": "S1"}, "Rien n'est donné"),
        ({"SERVICE": "S1", "INPUT_TABLE": "absent.csv"}, "n'existe pas"),
        ({"SERVICE": "S1", "INPUT_TABLE": "service=x table=y password=z"}, "mot de passe"),
    ],
)
def test_what_is_missing_is_said(parameters: dict[str, object], said: str, store: str) -> None:
    with pytest.raises(QgsProcessingException, match=said):
        run("import_anc", STORE=store, **parameters)
