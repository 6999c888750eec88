"""The doctor on real projects: layers read from QGIS, services asked, repairs done and undone, algorithms."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorTileLayer,
)

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.layer_address import layer_address
from smica_qgis.connectors.catalogue.profile_sources import LoadedProfiles
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.source_profile.layer_doctor import Cause
from smica_qgis.core.source_profile.profile import SourceKind
from smica_qgis.geodata.project_layers import layer_facts, project_facts
from smica_qgis.operations.check_network import check_network, network_report
from smica_qgis.operations.check_project import check_project
from smica_qgis.operations.open_catalogue import Catalogue, open_catalogue
from smica_qgis.operations.repair_project import plan_repairs, repair_project, try_repairs, undo_repairs
from smica_qgis.processing.check_network import CheckNetwork
from smica_qgis.processing.check_project import CheckProject
from smica_qgis.processing.list_sources import ListSources
from smica_qgis.processing.repair_project import RepairProject
from tests.qgis.connectors import service_answers
from tests.qgis.gui.catalogue_profile import geopackage
from tests.unit.core.source_profile.made_profile import profile, written

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]

WMS = {"id": "wms", "title": "Cartes", "kind": "wms", "group": "cadastre", "layer": "zone", "crs": "EPSG:2154"}


@pytest.fixture
def httpserver() -> Iterator[HTTPServer]:
    with HTTPServer(threaded=True) as server:
        yield server


def catalogue(tmp_path: Path, *sources: dict[str, Any]) -> Catalogue:
    return Catalogue(LoadedProfiles(profile(sources=list(sources)), ()), {}, KeptCopies(tmp_path / "copies"), 800)


def stored_zones(tmp_path: Path) -> dict[str, Any]:
    path = geopackage(tmp_path)
    return {"id": "zones", "title": "Zones", "kind": "geopackage", "path": str(path), "layer": "zone"}


@pytest.mark.parametrize(
    "source",
    [
        {**WMS, "url": "https://h/wms", "style": "gris"},
        {**WMS, "kind": "wmts", "url": "https://h/wmts", "tile_matrix_set": "PM", "crs": "EPSG:3857"},
        {"id": "a", "title": "A", "kind": "wfs", "url": "https://h/wfs", "layer": "a:b", "crs": "EPSG:2154"},
        {"id": "a", "title": "A", "kind": "ogc_api_features", "url": "https://h/oapif", "layer": "a"},
        {"id": "a", "title": "A", "kind": "vector_tiles", "url": "https://h/{z}/{x}/{y}.pbf"},
        {
            "id": "a",
            "title": "A",
            "kind": "postgis",
            "connection": {"host": "h", "database": "d"},
            "table": "s.t",
            "geometry": "geom",
            "crs": "EPSG:2154",
        },
    ],
)
def test_what_we_write_is_read_again(tmp_path: Path, source: dict[str, Any]) -> None:
    """A layer made from a source, even when nobody answers, is recognised as that source."""
    opened = catalogue(tmp_path, source)
    [made] = opened.profile.sources.values()
    address = layer_address(made, "abc1234")
    if address.flavour == "raster":
        layer: Any = QgsRasterLayer()
        layer.setDataSource(address.uri, made.title, address.provider)
    elif address.flavour == "vector_tile":
        layer = QgsVectorTileLayer(address.uri, made.title)
    else:
        layer = QgsVectorLayer(address.uri, made.title, address.provider)
    facts = layer_facts(layer)
    assert (facts.kind, facts.layer, facts.table) == (made.kind, made.layer, made.table)
    assert facts.authcfg == "abc1234"
    assert not facts.has_password
    assert [d for d in check_project([facts], opened, online=False) if d.causes] == []


def test_a_password_in_the_project_is_said() -> None:
    uri = "dbname='d' host=h port=5432 user='u' password='p' table=\"s\".\"t\" (geom)"
    assert layer_facts(QgsVectorLayer(uri, "T", "postgres")).has_password


def test_a_file_that_moved_is_repaired_with_its_style_and_undone(tmp_path: Path) -> None:
    source = stored_zones(tmp_path)
    opened = catalogue(tmp_path, source)
    project = QgsProject()
    layer = QgsVectorLayer("/absent/zones.gpkg|layername=zone", "Zones", "ogr")
    layer.setOpacity(0.4)
    project.addMapLayer(layer)
    before = layer.source()
    diagnoses = check_project(project_facts(project), opened, online=False)
    assert [cause for cause, _text in diagnoses[0].causes] == [Cause.MISSING_FILE]
    result = repair_project(project, try_repairs(plan_repairs(diagnoses, opened)))
    assert result.failed == ()
    assert layer.isValid()
    assert layer.opacity() == pytest.approx(0.4)
    assert check_project(project_facts(project), opened, online=False) == ()
    undo_repairs(project, try_repairs(result.undo))
    assert layer.source() == before


def test_a_repair_that_does_not_open_is_taken_back(tmp_path: Path) -> None:
    source = {**stored_zones(tmp_path), "path": "/ailleurs/zones.gpkg"}
    opened = catalogue(tmp_path, source)
    project = QgsProject()
    layer = QgsVectorLayer("/absent/zones.gpkg|layername=zone", "Zones", "ogr")
    project.addMapLayer(layer)
    before = layer.source()
    diagnoses = check_project(project_facts(project), opened, online=False)
    result = repair_project(project, try_repairs(plan_repairs(diagnoses, opened)))
    assert (result.repaired, layer.source()) == ((), before)
    assert "ne s'ouvre pas" in result.failed[0]


def test_a_wrong_projection(tmp_path: Path) -> None:
    source = {**stored_zones(tmp_path), "crs": "EPSG:2154"}
    opened = catalogue(tmp_path, source)
    project = QgsProject()
    layer = QgsVectorLayer(f"{source['path']}|layername=zone", "Zones", "ogr")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    project.addMapLayer(layer)
    diagnoses = check_project(project_facts(project), opened, online=False)
    assert [cause for cause, _text in diagnoses[0].causes] == [Cause.WRONG_CRS]
    repair_project(project, try_repairs(plan_repairs(diagnoses, opened)))
    assert layer.crs().authid() == "EPSG:2154"


def wms_facts(url: str, name: str) -> Any:  # noqa: ANN401
    layer = QgsRasterLayer()
    layer.setDataSource(f"crs=EPSG:2154&format=image/png&layers={name}&styles=&url={url}", name, "wms")
    return layer_facts(layer)


def test_a_service_that_does_not_name_the_layer_any_more(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/wms").respond_with_data(service_answers.WMS)
    url = httpserver.url_for("/wms")
    facts = [wms_facts(url, "zone"), wms_facts(url, "zones")]
    [diagnosis] = check_project(facts, catalogue(tmp_path))
    assert diagnosis.layer_name == "zones"
    assert diagnosis.causes[0][0] is Cause.RENAMED_LAYER
    assert "Noms proches : zone" in diagnosis.causes[0][1]


@pytest.mark.parametrize(("status", "cause"), [(404, Cause.DEAD_ADDRESS), (401, Cause.MISSING_LOGIN)])
def test_a_service_that_refuses(httpserver: HTTPServer, tmp_path: Path, status: int, cause: Cause) -> None:
    httpserver.expect_request("/wms").respond_with_data("non", status=status)
    [diagnosis] = check_project([wms_facts(httpserver.url_for("/wms"), "zone")], catalogue(tmp_path))
    assert [cause for cause, _text in diagnosis.causes] == [cause]
    assert not diagnosis.repairable


def test_the_network(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/wms").respond_with_data(service_answers.WMS)
    well = {**WMS, "url": httpserver.url_for("/wms")}
    down = {**WMS, "id": "down", "url": "http://127.0.0.1:9/wms"}
    base = {"id": "pg", "title": "P", "kind": "postgis", "connection": {"service": "absent"}, "table": "a.b"}
    checks = check_network(catalogue(tmp_path, well, down, {**well, "id": "b"}, base))
    assert [(check.reached, check.sources) for check in checks] == [(True, 2), (False, 1), (False, 1)]
    report = network_report(checks)
    assert "- http://127.0.0.1:9 (sortie TCP 9 vers ce nom)" in report
    assert "postgresql://absent" in report
    assert "QGIS 3" in report or "QGIS 4" in report


def test_a_login_that_is_missing_is_asked_for_without_the_network(tmp_path: Path) -> None:
    source = {**WMS, "url": "https://h.example.org/wms", "login": "openig"}
    del source["layer"]
    opened = catalogue(tmp_path, source)
    with pytest.raises(SmicaError, match="compte « openig »"):
        opened.list_service(opened.profile.sources["wms"])


def test_the_catalogue_of_the_settings() -> None:
    opened = open_catalogue(online=False)
    assert "ign.plan" in opened.profile.sources
    assert opened.profile.sources["openig.mapcache"].kind is SourceKind.WMTS


# -------------------------------------------------------------------------------------------- algorithms


def run(
    algorithm: Any,  # noqa: ANN401
    parameters: dict[str, Any],
    feedback: QgsProcessingFeedback | None = None,
) -> dict[str, Any]:
    made = algorithm.create()
    results, succeeded = made.run(parameters, QgsProcessingContext(), feedback or QgsProcessingFeedback())
    assert succeeded
    return results


def test_sources_are_listed(tmp_path: Path) -> None:
    output = tmp_path / "liste.json"
    results = run(ListSources(), {"SEARCH": "plan ign", "TERRITORY": "12202", "OUTPUT": str(output)})
    rows = json.loads(output.read_text(encoding="utf-8"))
    assert len(rows) == results["SOURCES"] >= 3
    assert rows[0]["id"] == "ign.plan.l93"
    run(ListSources(), {"THEMES": "cadastre", "OUTPUT": str(tmp_path / "liste.csv")})
    assert (tmp_path / "liste.csv").read_text(encoding="utf-8-sig").startswith("id;title;theme;")


def test_a_project_is_checked_and_repaired_in_a_copy(tmp_path: Path) -> None:
    source = stored_zones(tmp_path)
    given = tmp_path / "profil.json"
    given.write_bytes(written(sources=[source]))
    project = QgsProject()
    project.addMapLayer(QgsVectorLayer("/absent/zones.gpkg|layername=zone", "Zones", "ogr"))
    path = tmp_path / "projet.qgs"
    assert project.write(str(path))
    before = path.read_bytes()
    parameters = {"PROJECT": str(path), "PROFILES": str(given), "ONLINE": False}
    checked = run(CheckProject(), {**parameters, "OUTPUT": str(tmp_path / "bilan.json")})
    assert (checked["SICK"], checked["REPAIRABLE"]) == (1, 1)
    repaired = run(RepairProject(), {**parameters, "OUTPUT": str(tmp_path / "gueri.qgs")})
    assert (repaired["REPAIRED"], repaired["FAILED"]) == (1, 0)
    assert path.read_bytes() == before
    told = QgsProcessingFeedback()
    none = run(RepairProject(), {**parameters, "LAYERS": "absente", "OUTPUT": str(tmp_path / "rien.qgs")}, told)
    assert none["REPAIRED"] == 0
    assert "La couche absente n'est pas à réparer" in told.textLog()
    again = run(CheckProject(), {**parameters, "PROJECT": str(tmp_path / "gueri.qgs"), "OUTPUT": os.devnull})
    assert again["SICK"] == 0


def test_the_network_report_is_written(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/wms").respond_with_data(service_answers.WMS)
    given = tmp_path / "profil.json"
    downloads = {
        "cadastre_etalab": f"{httpserver.url_for('/etalab')}/{{code}}-{{couche}}",
        "cadastre_edigeo": "http://127.0.0.1:9/pci/{code}",
    }
    given.write_bytes(written(sources=[{**WMS, "url": httpserver.url_for("/wms")}], downloads=downloads))
    output = tmp_path / "reseau.txt"
    results = run(CheckNetwork(), {"PROFILES": str(given), "OUTPUT": str(output)})
    assert (results["REACHED"], results["FAILED"]) == (1, 1), "what the cadastre is fetched from is needed too"
    assert "OK" in output.read_text(encoding="utf-8")
    assert "- http://127.0.0.1:9 " in output.read_text(encoding="utf-8")
