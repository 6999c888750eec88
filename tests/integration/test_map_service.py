"""The map service of what is in force, by a real QGIS Server, on a GeoPackage and on PostGIS."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.PyQt.QtGui import QColor, QImage

from smica_qgis.connectors.catalogue.wfs_pages import PAGE
from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Proof, TargetPlan
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.geodata.geometry.wkb_structure import wkb_structure
from smica_qgis.publishing.service.target import ServiceTarget, make_target
from smica_qgis.publishing.store.target import make_target as make_store_target
from smica_qgis.publishing.target import Publication
from tests.integration.map_servers import PASSWORD
from tests.integration.postgis_cluster import Cluster, start_cluster
from tests.integration.project_server import ProjectServer, start_project_server
from tests.qgis.publishing.documents import conformant_content, published, withdrawn

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
PLAN = "cnig_PLU_2024"
PROGRESS = SilentProgress()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    cluster = start_cluster()
    before = os.environ.get("PGSERVICEFILE")
    os.environ["PGSERVICEFILE"] = str(cluster.service_file)
    yield cluster
    cluster.stop()
    os.environ.pop("PGSERVICEFILE")
    if before is not None:
        os.environ["PGSERVICEFILE"] = before


@dataclass
class Served:
    """A store, the server of its project, and what publishes in both."""

    store: Store
    server: ProjectServer

    def target(self, **changes: Any) -> ServiceTarget:  # noqa: ANN401
        settings = {"project": str(self.server.project), "url": self.server.qgis, **changes}
        return make_target(settings, self.store)

    def publish(self, publication: Publication) -> tuple[TargetPlan, list[Proof]]:
        """Publish in the store, then in the service; the plan of the service is made before, as a person sees it."""
        store, service = make_store_target({}, self.store), self.target()
        plan = service.plan(publication, PROGRESS)
        store.apply(publication, store.plan(publication, PROGRESS), PROGRESS)
        if not plan.is_empty:
            service.apply(publication, plan, PROGRESS)
            self.server.wait()
        return plan, service.read_back(publication, PROGRESS)


@pytest.fixture(params=["geopackage", "postgis"])
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    """Return an empty store and the server that will serve it."""
    if request.param == "geopackage":
        server = start_project_server()
        address = str(server.folder / "urba.gpkg")
    else:
        cluster = request.getfixturevalue("cluster")
        server = start_project_server(cluster.service_file)
        address = f"service={cluster.create_database(f'service_{abs(hash(str(tmp_path))) % 10**8}')}"
    with open_store(address) as store:
        yield Served(store, server)
    server.stop()


@pytest.fixture
def first(tmp_path: Path) -> Iterator[DocumentContent]:
    with conformant_content(PLAN, tmp_path / "first") as content:
        yield content


@pytest.fixture
def large(tmp_path: Path) -> Iterator[DocumentContent]:
    """Return more zones than a page holds, with more decimals than anybody measures."""
    with conformant_content(PLAN, tmp_path / "large", objects=2800) as content:
        zones = content.tables["zone_urba"]
        assert len(zones.rows) > PAGE
        moved = [None if wkb is None else shifted(wkb) for wkb in zones.geometries or ()]
        yield replace(content, tables={"zone_urba": replace(zones, geometries=moved)})


def shifted(wkb: bytes) -> bytes:
    """The same shape elsewhere, at a place that no decimal writes."""
    octets = bytearray(wkb)
    for offset, points, _kind in wkb_structure(wkb).runs:
        pairs = np.frombuffer(octets, "<f8", 2 * points, offset)
        pairs += np.pi / 1000
    return bytes(octets)


@pytest.fixture
def second(tmp_path: Path) -> Iterator[DocumentContent]:
    """Return the next document of the territory: other objects, a later date."""
    with conformant_content(PLAN, tmp_path / "second", objects=60) as content:
        name = parse_document_name(f"{content.name.territory}_PLU_20260301")
        assert name is not None
        yield replace(content, name=name)


def disagreeing(proofs: list[Proof]) -> list[Proof]:
    return [proof for proof in proofs if not proof.agrees]


def test_the_service_follows_without_its_project_being_touched(
    served: Served, first: DocumentContent, second: DocumentContent
) -> None:
    plan, proofs = served.publish(published(first))
    assert [change.text.partition(" : ")[0] for change in plan.changes] == ["Écrire le projet du service, couches"]
    assert disagreeing(proofs) == []
    told = {proof.what: proof.found for proof in proofs}
    zones = len(first.tables["zone_urba"].rows)
    assert told["Objets en vigueur, zone_urba"] == str(zones)
    assert told[f"{first.idurba}, zone_urba (WFS)"].startswith(f"{zones} objets, ")
    assert told["Image de la carte (WMS)"] == "dessinée"
    written = served.server.project.read_bytes()

    for publication, in_force in ((published(first), first), (published(second), second)):
        plan, proofs = served.publish(publication)
        assert plan.is_empty, plan.changes
        assert disagreeing(proofs) == []
        assert any(proof.what.startswith(f"{in_force.idurba}, zone_urba") for proof in proofs)

    plan, proofs = served.publish(withdrawn(second))
    assert plan.is_empty, plan.changes
    assert disagreeing(proofs) == []
    assert {proof.found for proof in proofs if proof.what.startswith("Objets en vigueur")} == {"0"}

    plan, proofs = served.publish(published(first))
    assert plan.is_empty, plan.changes
    assert disagreeing(proofs) == []
    assert served.server.project.read_bytes() == written


def test_a_document_of_several_pages_is_read_whole(served: Served, large: DocumentContent) -> None:
    _plan, proofs = served.publish(published(large))
    assert disagreeing(proofs) == []
    told = {proof.what: proof.found for proof in proofs}
    assert told[f"{large.idurba}, zone_urba (WFS)"].startswith(f"{len(large.tables['zone_urba'].rows)} objets, ")


def test_an_object_that_differs_or_lacks_is_seen(served: Served, first: DocumentContent) -> None:
    served.publish(published(first))
    target = served.target()
    sql = "UPDATE urba_zone SET libelle = 'Zone changée' WHERE fid = (SELECT min(fid) FROM urba_zone)"
    before = {proof.what: proof.found for proof in target.read_back(published(first), PROGRESS)}
    served.store.execute(sql)
    after = {proof.what: proof.found for proof in target.read_back(published(first), PROGRESS)}
    what = f"{first.idurba}, zone_urba (WFS)"
    assert before[what] != after[what]
    assert {key: value for key, value in before.items() if key != what} == {
        key: value for key, value in after.items() if key != what
    }


def test_the_service_offers_what_a_client_needs(served: Served, first: DocumentContent) -> None:
    served.publish(published(first))
    text = served.server.project.read_text(encoding="utf-8")
    for secret in (PASSWORD, "authcfg", "host=", "127.0.0.1", "saveUser"):
        assert secret not in text
    proofs = served.target().read_back(published(first), PROGRESS)
    announced = next(proof for proof in proofs if proof.what == "Couches annoncées (WMS)")
    assert "zone_urba" in announced.found.split(", ")
    assert "WFSTLayers" not in text or "<WFSTLayers/>" in text


def test_what_answers_and_is_no_service_is_said(served: Served, first: DocumentContent) -> None:
    served.publish(published(first))
    cases = {
        served.server.page: "page web",
        served.server.qgis_login: "s'identifier",
        "http://127.0.0.1:9": "ne répond pas",
    }
    for url, word in cases.items():
        (proof,) = disagreeing(served.target(url=url).read_back(published(first), PROGRESS))
        assert proof.what == "Service"
        assert word in proof.found, proof.found
    served.server.stop_workers()
    (proof,) = disagreeing(served.target().read_back(published(first), PROGRESS))
    assert "en panne" in proof.found


def test_a_blank_map_is_seen(served: Served, first: DocumentContent) -> None:
    served.publish(published(first))
    blank = QImage(400, 400, QImage.Format.Format_ARGB32)
    blank.fill(QColor("white"))
    assert blank.save(str(served.server.folder / "blank.png"))
    (proof,) = disagreeing(served.target(url=served.server.empty).read_back(published(first), PROGRESS))
    assert (proof.expected, proof.found) == ("dessinée", "vide")
