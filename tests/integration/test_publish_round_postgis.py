"""Story 11 in a real PostGIS: refused, accepted, published through the gate, replaced, withdrawn, restored."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.workflow.roles import ForbiddenMoveError
from smica_qgis.core.workflow.vocabulary import Decision
from smica_qgis.operations.publish_round import PublishedRound, RoundPublication, publish_round
from smica_qgis.operations.restore_document import RestorationRequest, restore_document
from smica_qgis.operations.withdraw_document import WithdrawalRequest, withdraw_document
from tests.integration.postgis_cluster import Cluster, start_cluster
from tests.qgis.published_rounds import DOCUMENT, NEXT, accepted, decide, delivery, opened, receive, states

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
GROUPS = ("smica_lecteur", "smica_technicien", "smica_ddt")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    cluster = start_cluster()
    before = os.environ.get("PGSERVICEFILE")
    os.environ["PGSERVICEFILE"] = str(cluster.service_file)
    for group in GROUPS:
        cluster.sql(f"CREATE ROLE {group} NOLOGIN", "postgres")
    yield cluster
    cluster.stop()
    os.environ.pop("PGSERVICEFILE")
    if before is not None:
        os.environ["PGSERVICEFILE"] = before


@pytest.fixture
def store(cluster: Cluster, request: pytest.FixtureRequest) -> str:
    """Return the address of a new store, with a login that holds every role."""
    return f"service={cluster.create_database(f'round_{abs(hash(request.node.nodeid)) % 10**8}')}"


def audited(cluster: Cluster, store: str, seal: str) -> list[str]:
    """The operations of the audit that name a certificate."""
    rows = cluster.sql(
        "SELECT operation || '|' || detail FROM smica.urba_audit WHERE detail IS NOT NULL ORDER BY fid",
        store.partition("=")[2],
    )
    told = (line.partition("|") for line in rows.splitlines())
    return [operation for operation, _, detail in told if json.loads(detail).get("certificat") == seal]


def test_the_whole_story(cluster: Cluster, store: str, tmp_path: Path) -> None:
    opened(store, DOCUMENT, "rev1")
    first = delivery(tmp_path / "1", DOCUMENT, faults=3)
    receive(store, "rev1", first)
    with pytest.raises(ForbiddenMoveError, match="pas accepté"):
        publish_round(RoundPublication("rev1", first, store))
    decide(store, "rev1", Decision.SENT_BACK, "trois zones sans libellé")
    second = delivery(tmp_path / "2", DOCUMENT, faults=2)
    receive(store, "rev1", second)
    decide(store, "rev1")
    with pytest.raises(InvalidParameterError, match="n'est pas la livraison du tour 2"):
        publish_round(RoundPublication("rev1", first, store))
    done = publish_round(RoundPublication("rev1", second, store))
    assert (done.number, done.report.state, done.report.version) == (2, "done", 1)
    assert audited(cluster, store, done.seal) == ["publish", "certificate"]
    assert states(store) == {"rev1": ["sent_back", "published"]}
    assert publish_round(RoundPublication("rev1", second, store)).report.state == "unchanged"

    third = accepted(store, "rev2", NEXT, tmp_path / "3", label="UZ")
    publish_round(RoundPublication("rev2", third, store))
    assert states(store)["rev1"][-1] == "superseded"
    withdraw_document(WithdrawalRequest(NEXT, "annulé par le tribunal", store))
    restore_document(RestorationRequest(DOCUMENT, store, reason="le document d'avant revient"))
    assert states(store) == {"rev1": ["sent_back", "published"], "rev2": ["withdrawn"]}


def test_two_technicians_publish_one_round(cluster: Cluster, store: str, tmp_path: Path) -> None:
    path = accepted(store, "rev1", DOCUMENT, tmp_path / "1")

    def publish(_who: int) -> PublishedRound:
        return publish_round(RoundPublication("rev1", path, store))

    with ThreadPoolExecutor(2) as both:
        done = list(both.map(publish, range(2)))
    assert {one.report.version for one in done} == {1}
    assert states(store) == {"rev1": ["published"]}
    assert audited(cluster, store, done[0].seal).count("publish") == 1
