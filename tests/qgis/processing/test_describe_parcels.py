"""`smica:describe_parcels` as Processing runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from smica_qgis.database.open_store import open_store
from smica_qgis.host.settings import SmicaSettings, change_settings
from smica_qgis.operations import open_catalogue
from smica_qgis.processing.describe_parcels import DescribeParcels
from tests.qgis.made_planning import made_store
from tests.unit.core.source_profile.made_profile import written


@pytest.fixture(scope="module")
def store(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: ARG001
    return made_store(tmp_path_factory.mktemp("store"))


class Listener(QgsProcessingFeedback):
    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803, FBT001, FBT002, ARG002
        self.errors.append(error)


def run(**parameters: Any) -> tuple[dict[str, Any], bool, list[str]]:  # noqa: ANN401
    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(QgsProject.instance())
    results, well = DescribeParcels().create().run(parameters, context, feedback)
    return results, well, feedback.errors


def test_all_outputs(store: str, tmp_path: Path) -> None:
    files = {
        "OUTPUT_GPKG": str(tmp_path / "a.gpkg"),
        "OUTPUT_CSV": str(tmp_path / "a.csv"),
        "OUTPUT_JSON": str(tmp_path / "a.json"),
        "PDF_FOLDER": str(tmp_path / "pdf"),
    }
    results, well, _errors = run(PARCELS="12202 A 1; 12202 A 2; 12202 A 99", STORE=store, **files)
    assert well
    assert (results["SHEETS"], results["NOT_FOUND"], results["WITHOUT_ZONE"]) == (2, 1, 0)
    assert all(Path(results[name]).exists() for name in files)
    assert len(list((tmp_path / "pdf").glob("*.pdf"))) == 2
    content = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert content["introuvables"] == ["12202 A 99"]
    assert results["LINES"] == sum(len(sheet["lignes"]) for sheet in content["fiches"])


def test_what_is_selected_in_a_layer(store: str) -> None:
    with open_store(store, read_only=True) as opened:
        place = opened.layer("cad_parcelle")
    layer = QgsVectorLayer(place.uri, "parcelles", place.provider)
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("idu14 in ('122020000A0001', '122020000A0002', '122020000A0003')")
    results, well, _errors = run(
        PARCEL_LAYER=QgsProcessingFeatureSourceDefinition(layer.id(), True), STORE=store, TOGETHER=True
    )
    QgsProject.instance().clear()
    assert well
    assert results["SHEETS"] == 1


@pytest.mark.parametrize("parameters", [{}, {"PARCELS": "12202 A 1", "STORE": ""}, {"PARCELS": "12202 A 98"}])
def test_what_cannot_be_done_is_said(store: str, parameters: dict[str, Any]) -> None:
    _results, well, errors = run(**{"STORE": store, **parameters})
    assert not well
    assert errors
    assert "Traceback" not in errors[0]


def test_a_delivery_may_be_a_folder(store: str, tmp_path: Path) -> None:
    folder = tmp_path / "12202_PLU_20310101"
    folder.mkdir()
    (folder / "notes.txt").write_text("rien", encoding="utf-8")
    parameters = {"PARCELS": "12202 A 1", "STORE": store, "DELIVERY": str(folder)}
    accepted, reason = DescribeParcels().create().checkParameterValues(parameters, QgsProcessingContext())
    assert accepted, reason
    assert run(**parameters)[1]


def test_points_are_no_parcels(store: str) -> None:
    points = QgsVectorLayer("Point?crs=EPSG:2154", "bornes", "memory")
    _results, well, errors = run(PARCEL_LAYER=points, STORE=store)
    assert not well
    assert errors == ["bornes n'est pas une couche de parcelles : elle n'a pas de surfaces."]


def test_a_folder_of_pdfs_that_cannot_be_is_a_failure(store: str, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x", encoding="utf-8")
    _results, well, errors = run(PARCELS="12202 A 1", STORE=store, PDF_FOLDER=str(tmp_path / "fichier" / "pdf"))
    assert not well
    assert "ne peut être créé" in errors[0]


def test_rules_from_the_geoportal(store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing answers at the address of the profile: it is said not to be loaded, and the store's plan is not told."""
    source = {"id": "gpu.wfs.zone_urba", "title": "Zones", "kind": "wfs", "group": "u", "layer": "wfs_du:zone_urba"}
    made = written(
        groups=[{"id": "u", "title": "Urbanisme", "theme": "urbanisme"}],
        sources=[{**source, "url": "http://127.0.0.1:9/wfs"}],
    )
    (tmp_path / "profil.json").write_bytes(made)
    monkeypatch.setattr(open_catalogue, "copies_folder", lambda: tmp_path / "copies")
    change_settings(source_profiles=(str(tmp_path / "profil.json"),))
    try:
        results, well, _errors = run(
            PARCELS="12202 A 1", STORE=store, GEOPORTAL=True, OUTPUT_JSON=str(tmp_path / "a.json")
        )
    finally:
        change_settings(source_profiles=SmicaSettings().source_profiles)
    assert well
    assert (results["LINES"], results["WITHOUT_ZONE"]) == (0, 1)
    (sheet,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["fiches"]
    reasons = {table["theme"]: table["raison"] for table in sheet["non_charge"]}
    assert "ne répond pas" in reasons["Zonage"]
    assert "n'a pas de source" in reasons["Servitudes"]
    assert not sheet["charge"]
