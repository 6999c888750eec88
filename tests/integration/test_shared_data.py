"""Every kind of source against real servers: listed, searched, opened, styled, put where it belongs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.profile_sources import LoadedProfiles
from smica_qgis.connectors.catalogue.service_listing import source_of_layer
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble
from smica_qgis.connectors.catalogue.wfs_pages import WfsRead
from smica_qgis.core.source_profile.layer_doctor import Cause
from smica_qgis.core.source_profile.profile import Source
from smica_qgis.core.source_profile.search import SourceQuery, find_sources
from smica_qgis.geodata.project_layers import project_facts
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.operations.add_source import make_layers, place_layers
from smica_qgis.operations.check_network import check_network
from smica_qgis.operations.check_project import check_project
from smica_qgis.operations.open_catalogue import Catalogue
from smica_qgis.operations.repair_project import plan_repairs, repair_project, try_repairs
from tests.integration.map_servers import (
    CAP,
    OBJECTS,
    PASSWORD,
    USER,
    MapServers,
    start_map_servers,
)
from tests.integration.metadata_catalogue import DUBLIN_CORE_RECORD, start_metadata_catalogue
from tests.integration.postgis_cluster import Cluster, start_cluster
from tests.unit.core.source_profile.made_profile import profile

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]


@pytest.fixture(scope="module")
def servers(qgis_app: QgsApplication) -> Iterator[MapServers]:  # noqa: ARG001
    started = start_map_servers()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    started = start_cluster()
    yield started
    started.stop()


@pytest.fixture
def authcfg(qgis_app: QgsApplication) -> Iterator[str]:  # noqa: ARG001
    manager = QgsApplication.authManager()
    if not manager.masterPasswordIsSet():
        assert manager.setMasterPassword("maitre", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("syndicat")
    config.setConfig("username", USER)
    config.setConfig("password", PASSWORD)
    stored, config = manager.storeAuthenticationConfig(config)
    assert stored
    yield config.id()
    manager.removeAuthenticationConfig(config.id())


def opened(folder: Path, *sources: dict[str, Any], logins: dict[str, str] | None = None) -> Catalogue:
    seen = profile(
        groups=[{"id": "u", "title": "Urbanisme", "theme": "urbanisme"}],
        logins=[{"id": "syndicat", "title": "Compte du syndicat"}],
        sources=[{"id": "z", "title": "Zonage", "group": "u", **source} for source in sources],
    )
    return Catalogue(LoadedProfiles(seen, ()), logins or {}, KeptCopies(folder / "copies"), 15_000)


def style_file(folder: Path) -> str:
    """Write a style whose opacity is known."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:2154&field=gid:integer", "m", "memory")
    layer.setOpacity(0.35)
    path = folder / "zonage.qml"
    layer.saveNamedStyle(str(path))
    return str(path)


def added(catalogue: Catalogue, source: Source) -> Any:  # noqa: ANN401
    project = QgsProject()
    [identifier] = place_layers(project, make_layers(catalogue, source))
    node = project.layerTreeRoot().findLayer(identifier)
    assert node.parent().name() == "Urbanisme"
    layer = project.mapLayer(identifier)
    assert layer.isValid()
    return layer.clone()


def service_cases(servers: MapServers) -> dict[str, dict[str, Any]]:
    return {
        "wms": {"kind": "wms", "url": servers.qgis},
        "wmts": {"kind": "wmts", "url": servers.qgis},
        "wfs": {"kind": "wfs", "url": servers.qgis},
        "ogc_api_features": {"kind": "ogc_api_features", "url": f"{servers.qgis}wfs3"},
        "wms of MapServer": {"kind": "wms", "url": servers.mapserver},
        "wfs of MapServer": {"kind": "wfs", "url": servers.mapserver},
    }


CASES = ["wms", "wmts", "wfs", "ogc_api_features", "wms of MapServer", "wfs of MapServer"]


@pytest.mark.parametrize("case", CASES)
def test_a_service_is_listed_and_its_layer_added(servers: MapServers, tmp_path: Path, case: str) -> None:
    catalogue = opened(tmp_path, service_cases(servers)[case])
    [service] = find_sources(catalogue.profile, SourceQuery("zonage"))
    assert service.is_service
    reading = catalogue.list_service(service)
    assert reading.trouble is None
    listed = next(layer for layer in reading.listing.layers if layer.name.rpartition(":")[2] == "zone_urba")
    source = source_of_layer(service, listed, reading.listing.version)
    assert source is not None
    layer = added(catalogue, source)
    if case != "ogc_api_features":  # QGIS 3.40 reads it in lon, lat whatever is asked
        assert layer.crs().authid() == "EPSG:2154"
    if isinstance(layer, QgsVectorLayer) and case != "ogc_api_features":
        assert sum(1 for _feature in layer.getFeatures()) == OBJECTS
    else:
        assert isinstance(layer, (QgsRasterLayer, QgsVectorLayer))


def test_a_layer_of_the_profile_comes_with_its_style(servers: MapServers, tmp_path: Path) -> None:
    source = {"kind": "wfs", "url": servers.mapserver, "layer": "wfs_du:zone_urba", "style_file": style_file(tmp_path)}
    catalogue = opened(tmp_path, {**source, "version": "2.0.0", "crs": "EPSG:2154"})
    layer = added(catalogue, catalogue.profile.sources["z"])
    assert layer.opacity() == pytest.approx(0.35)


def test_a_capped_server_is_read_whole(servers: MapServers, tmp_path: Path) -> None:
    source = {"kind": "wfs", "url": servers.mapserver, "layer": "wfs_du:zone_urba", "page_size": 800}
    wanted = opened(tmp_path, source).profile.sources["z"]
    with AuthenticatedSession() as session:
        read = WfsRead(wanted, session)
        pages = list(read.pages())
    assert [len(page.features) for page in pages] == [CAP, OBJECTS - CAP]
    assert pages[0].capped
    assert read.expected is None  # MapServer announces its cap in place of the count
    assert read.received == OBJECTS
    assert len({feature["properties"]["gid"] for page in pages for feature in page.features}) == OBJECTS


def test_a_login_by_authcfg(servers: MapServers, tmp_path: Path, authcfg: str) -> None:
    source = {"kind": "wms", "url": servers.qgis_login, "login": "syndicat"}
    locked = opened(tmp_path, {**source, "login": ""})
    with pytest.raises(ServiceError) as refused:
        locked.list_service(locked.profile.sources["z"])
    assert refused.value.trouble is Trouble.LOGIN_WANTED
    catalogue = opened(tmp_path, source, logins={"syndicat": authcfg})
    service = catalogue.profile.sources["z"]
    listing = catalogue.list_service(service).listing
    listed = listing.layer("zone_urba")
    assert listed is not None
    wanted = source_of_layer(service, listed)
    assert wanted is not None
    layer = added(catalogue, wanted)
    assert authcfg in layer.source()
    assert PASSWORD not in layer.source()


def test_a_table_of_postgis(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    service = cluster.create_database("catalogue")
    cluster.sql("create schema urba", service)
    cluster.sql("create table urba.zone(gid serial primary key, geom geometry(Point, 2154))", service)
    cluster.sql("insert into urba.zone(geom) values (st_setsrid(st_point(640000, 6380000), 2154))", service)
    monkeypatch.setenv("PGSERVICEFILE", str(cluster.service_file))
    source = {"kind": "postgis", "connection": {"service": service}, "table": "urba.zone", "geometry": "geom"}
    catalogue = opened(tmp_path, {**source, "key": "gid", "crs": "EPSG:2154"})
    layer = added(catalogue, catalogue.profile.sources["z"])
    assert layer.featureCount() == 1
    [check] = check_network(catalogue)
    assert (check.reached, check.message) == (True, "")
    assert os.environ["PGSERVICEFILE"]


def test_a_database_that_moved_is_repaired(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    service = cluster.create_database("nouvelle")
    cluster.sql("create table zone(gid serial primary key, geom geometry(Point, 2154))", service)
    monkeypatch.setenv("PGSERVICEFILE", str(cluster.service_file))
    source = {"kind": "postgis", "connection": {"service": service}, "table": "public.zone", "geometry": "geom"}
    catalogue = opened(tmp_path, {**source, "key": "gid", "crs": "EPSG:2154"})
    project = QgsProject()
    uri = "dbname='ancienne' host=127.0.0.1 port=9 key='gid' srid=2154 type=Point table=\"public\".\"zone\" (geom)"
    layer = QgsVectorLayer(uri, "Zonage", "postgres")
    project.addMapLayer(layer)
    diagnoses = check_project(project_facts(project), catalogue, online=False)
    assert [cause for cause, _text in diagnoses[0].causes] == [Cause.MOVED_DATABASE]
    assert repair_project(project, try_repairs(plan_repairs(diagnoses, catalogue))).failed == ()
    assert layer.isValid()


def test_a_project_and_a_file(servers: MapServers, tmp_path: Path) -> None:
    project = {"kind": "qgis_project", "path": str(servers.folder / "urba.qgs")}
    catalogue = opened(tmp_path, project)
    assert added(catalogue, catalogue.profile.sources["z"]).featureCount() == OBJECTS
    stored = {"kind": "geopackage", "path": str(servers.folder / "urba.gpkg"), "layer": "zone_urba"}
    catalogue = opened(tmp_path, stored)
    assert added(catalogue, catalogue.profile.sources["z"]).featureCount() == OBJECTS


def test_a_catalogue_of_metadata(servers: MapServers, tmp_path: Path) -> None:
    started = start_metadata_catalogue([DUBLIN_CORE_RECORD.format(address=servers.qgis)])
    try:
        catalogue = opened(tmp_path, {"kind": "csw", "url": started.address})
        service = catalogue.profile.sources["z"]
        assert [record.title for record in catalogue.list_service(service).listing.layers] == ["PLU de Rodez"]
        assert catalogue.list_service(service, "rodez plan").listing.layers
        assert not catalogue.list_service(service, "absent").listing.layers
        record = catalogue.list_service(service).listing.layers[0]
        found = source_of_layer(service, record)
        assert found is not None
        assert found.url.startswith(servers.qgis)
    finally:
        started.stop()
    kept = catalogue.list_service(service)
    assert kept.trouble is not None
    assert kept.trouble.trouble is Trouble.DOWN
    assert kept.listing.layers[0].name == "fr-plu-rodez"


def test_a_renamed_layer_of_a_real_service(servers: MapServers, tmp_path: Path) -> None:
    source = {"kind": "wms", "url": servers.qgis, "layer": "zone_urba", "crs": "EPSG:2154"}
    catalogue = opened(tmp_path, {**source, "former_layers": ["zonage"]})
    project = QgsProject()
    layer = QgsRasterLayer(f"crs=EPSG:2154&format=image/png&layers=zonage&styles=&url={servers.qgis}", "Zonage", "wms")
    project.addMapLayer(layer)
    diagnoses = check_project(project_facts(project), catalogue)
    assert {cause for cause, _text in diagnoses[0].causes} == {Cause.RENAMED_LAYER}
    result = repair_project(project, try_repairs(plan_repairs(diagnoses, catalogue)))
    assert result.failed == ()
    assert check_project(project_facts(project), catalogue) == ()
