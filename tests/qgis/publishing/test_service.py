"""The project of the map service: written when it must be, left alone otherwise, opened by QGIS as it was meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsCategorizedSymbolRenderer, QgsProject, QgsVectorLayer

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import TargetPlan
from smica_qgis.core.source_profile.reader import read_profile
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.operations.open_shared_layers import open_shared_layers, table_of
from smica_qgis.publishing.service import layers as service_layers
from smica_qgis.publishing.service.settings import read
from smica_qgis.publishing.service.target import make_target
from smica_qgis.publishing.store.target import make_target as make_store_target
from tests.qgis.publishing.documents import carried_out, conformant_content, published, withdrawn

pytestmark = pytest.mark.usefixtures("qgis_app")
PROGRESS = SilentProgress()


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DocumentContent]:
    with conformant_content("cnig_PLU_2024", tmp_path_factory.mktemp("delivery")) as content:
        yield content


@pytest.fixture
def store(tmp_path: Path, content: DocumentContent) -> Iterator[Store]:
    with open_store(str(tmp_path / "urba.gpkg")) as store:
        carried_out(make_store_target({}, store), published(content))
        yield store


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "urbanisme.qgs"


def plan_of(store: Store, project: Path, content: DocumentContent, **settings: str) -> TargetPlan:
    return make_target({"project": str(project), **settings}, store).plan(published(content), PROGRESS)


def write(store: Store, project: Path, content: DocumentContent, **settings: str) -> None:
    carried_out(make_target({"project": str(project), **settings}, store), published(content))


def test_the_project_opens_with_names_styles_and_what_it_says_of_itself(
    store: Store, project: Path, content: DocumentContent
) -> None:
    write(store, project, content, title="Urbanisme du syndicat", licence="Licence Ouverte 2.0", mail="sig@example.org")
    opened = QgsProject()
    assert opened.read(str(project))
    layers = {layer.serverProperties().shortName(): layer for layer in opened.mapLayers().values()}
    assert {"zone_urba", "prescription_surf", "info_surf", "habillage_txt"} <= set(layers)
    assert all(layer.isValid() for layer in layers.values())
    zones = layers["zone_urba"]
    assert isinstance(zones, QgsVectorLayer)
    assert zones.featureCount() == len(content.tables["zone_urba"].rows)
    assert isinstance(zones.renderer(), QgsCategorizedSymbolRenderer)
    assert zones.labelsEnabled()
    assert opened.readEntry("WMSServiceTitle", "/")[0] == "Urbanisme du syndicat"
    assert opened.readEntry("WMSFees", "/")[0] == "Licence Ouverte 2.0"
    assert {"EPSG:2154", "EPSG:3857", "EPSG:4326", "EPSG:3944"} <= set(opened.readListEntry("WMSCrsList", "/")[0])
    assert set(opened.readListEntry("WFSLayers", "/")[0]) == {layer.id() for layer in layers.values()}
    assert not opened.readListEntry("WFSTLayers", "Insert")[0]
    assert [node.name() for node in opened.layerTreeRoot().findGroups()] == ["Documents d'urbanisme"]
    order = [node.layer().serverProperties().shortName() for node in opened.layerTreeRoot().findLayers()]
    assert order.index("prescription_pct") < order.index("prescription_lin") < order.index("zone_urba")


def test_an_unchanged_project_is_left_alone(store: Store, project: Path, content: DocumentContent) -> None:
    assert plan_of(store, project, content).changes[0].text.startswith("Écrire le projet du service, couches : ")
    write(store, project, content)
    before = project.stat().st_mtime_ns, project.read_bytes()
    assert plan_of(store, project, content).is_empty
    write(store, project, content)
    assert (project.stat().st_mtime_ns, project.read_bytes()) == before


def test_a_plan_says_what_would_change(
    store: Store, project: Path, content: DocumentContent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = replace(content, tables={"zone_urba": content.tables["zone_urba"]})
    monkeypatch.setitem(service_layers.THEMES, service_layers.PLANNING, ("urba_zone_en_vigueur",))
    write(store, project, only)
    monkeypatch.undo()
    (change,) = plan_of(store, project, content).changes
    assert change.text.startswith("Ajouter au service : habillage_txt, ")
    assert "zone_urba" not in change.text
    write(store, project, content)
    (change,) = plan_of(store, project, content, title="Autre titre").changes
    assert change.text == "Mettre à jour ce que le service dit de lui-même"
    other = tmp_path / "zone_urba.qml"
    other.write_text("<qgis/>", encoding="utf-8")
    known = service_layers.style_files
    monkeypatch.setattr(
        service_layers, "style_files", lambda table: {"": other} if table == "zone_urba" else known(table)
    )
    (change,) = plan_of(store, project, content).changes
    assert (change.text, change.count) == ("Dessiner autrement : zone_urba", 1)


def test_the_extent_is_wide_enough_to_be_kept_and_follows_a_territory_that_grows(
    store: Store, project: Path, content: DocumentContent
) -> None:
    write(store, project, content)
    opened = QgsProject()
    opened.read(str(project))
    west, south, east, north = (float(edge) for edge in opened.readListEntry("WMSExtent", "/")[0])
    for layer in opened.mapLayers().values():
        extent = layer.extent()
        assert west < extent.xMinimum()
        assert north > extent.yMaximum()
    grown = project.read_text(encoding="utf-8").replace(repr(west), repr(east))
    project.write_text(grown, encoding="utf-8")
    (change,) = plan_of(store, project, content).changes
    assert change.text == "Agrandir l'emprise annoncée par le service"
    write(store, project, content)
    opened.read(str(project))
    assert [float(edge) for edge in opened.readListEntry("WMSExtent", "/")[0]] == [west, south, east, north]


def test_a_project_of_somebody_else_is_told_before_it_is_replaced(
    store: Store, project: Path, content: DocumentContent
) -> None:
    assert QgsProject().write(str(project))
    plan = plan_of(store, project, content)
    assert any("n'a pas été écrit par cette extension" in warning for warning in plan.warnings)
    assert plan.changes


def test_a_layer_that_somebody_removed_comes_back(store: Store, project: Path, content: DocumentContent) -> None:
    write(store, project, content)
    opened = QgsProject()
    opened.read(str(project))
    opened.removeMapLayer(opened.mapLayersByName("Zones d'urbanisme")[0])
    assert opened.write()
    assert not plan_of(store, project, content).is_empty
    write(store, project, content)
    assert plan_of(store, project, content).is_empty


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(
    store: Store, tmp_path: Path, content: DocumentContent
) -> None:
    target = make_target({"project": str(tmp_path / "absent" / "urbanisme.qgs")}, store)
    plan = target.plan(published(content), PROGRESS)
    with pytest.raises(SmicaError, match="absent"):
        target.apply(published(content), plan, PROGRESS)
    assert list(tmp_path.glob(".smica*")) == []


def test_members_get_a_profile_of_what_is_served(
    store: Store, project: Path, content: DocumentContent, tmp_path: Path
) -> None:
    profile = tmp_path / "profil.json"
    settings = {
        "project": str(project),
        "url": "http://127.0.0.1:9/ows/",
        "profile": str(profile),
        "authcfg": "abc1234",
    }
    target = make_target(settings, store)
    plan = target.plan(published(content), PROGRESS)
    assert plan.changes[-1].text == "Écrire le profil de sources profil.json"
    target.apply(published(content), plan, PROGRESS)
    read_back = {proof.what: proof for proof in target.read_back(published(content), PROGRESS)}
    assert read_back["Profil de sources"].agrees
    assert "zone_urba" in read_back["Profil de sources"].found.split(", ")
    sources = read_profile(profile.read_bytes()).sources
    zones = sources["service.urbanisme.wfs.zone-urba"]
    assert (zones.url, zones.layer, zones.crs) == ("http://127.0.0.1:9/ows/", "zone_urba", "EPSG:2154")
    assert "abc1234" not in profile.read_text(encoding="utf-8"), "each member has a login of their own"
    before = profile.stat().st_mtime_ns
    plan = target.plan(published(content), PROGRESS)
    assert plan.is_empty
    target.apply(published(content), plan, PROGRESS)
    assert profile.stat().st_mtime_ns == before


def test_without_a_store_there_is_nothing_to_serve() -> None:
    with pytest.raises(InvalidParameterError, match="base commune"):
        make_target({"project": "urbanisme.qgs"}, None)


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({}, "project"),
        ({"project": "urbanisme.qgz"}, "project"),
        ({"project": "u.qgs", "password": "x"}, "password"),
        ({"project": "u.qgs", "url": "https://agent:secret@example.org/ows"}, "url"),
        ({"project": "u.qgs", "url": "ftp://example.org"}, "url"),
        ({"project": "u.qgs", "pg_service": "smica; drop"}, "pg_service"),
        ({"project": "u.qgs", "crs": "Lambert"}, "crs"),
        ({"project": "u.qgs", "profile": "profil.json"}, "profile"),
    ],
)
def test_settings_that_are_wrong_name_their_key(given: dict[str, str], word: str) -> None:
    with pytest.raises(InvalidParameterError, match=word) as caught:
        read(given)
    assert "secret" not in caught.value.message


def test_what_is_in_force_opens_in_a_project_drawn_as_the_service_draws_it(
    store: Store, tmp_path: Path, content: DocumentContent
) -> None:
    opened = open_shared_layers(str(tmp_path / "urba.gpkg"), ("urba",))
    layers = {table_of(shared.layer): shared.layer for shared in opened}
    assert {shared.group for shared in opened} == {"Urbanisme en vigueur"}
    zones = layers["urba_zone_en_vigueur"]
    assert zones.featureCount() == len(content.tables["zone_urba"].rows)
    assert zones.readOnly()
    renderer = zones.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert "U : Urbaine" in [category.label() for category in renderer.categories()]
    assert "sup_assiette_s_en_vigueur" not in layers, "nothing is in force there"
    carried_out(make_store_target({}, store), withdrawn(content))
    assert open_shared_layers(str(tmp_path / "urba.gpkg"), ("urba",)) == []
