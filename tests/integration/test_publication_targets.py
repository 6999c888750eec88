"""Store, archive, catalogue and feed in one move, on real servers: published, superseded, withdrawn, restored."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

import pytest

from smica_qgis.core.publication.outcome import State
from smica_qgis.core.publication.report import PublicationReport
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.operations.publish_document import PublicationRequest, apply_publication, plan_publication
from smica_qgis.operations.withdraw_document import WithdrawalRequest, withdraw_document
from smica_qgis.publishing.catalogue.csw import CswClient
from tests.integration.metadata_catalogue import MetadataCatalogue
from tests.integration.webdav_server import WebDavServer
from tests.qgis.deliveries import conformant
from tests.qgis.publishing.feed_readers import harvest

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
TARGETS = ("store", "archive", "catalogue", "feed")


def read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310
        content: bytes = answer.read()
    return content


def states(report: PublicationReport) -> dict[str, State]:
    return {outcome.target: outcome.state for outcome in report.outcomes}


def test_each_target_follows_what_is_in_force(
    webdav: WebDavServer, metadata_catalogue: MetadataCatalogue, authcfg: str, tmp_path: Path
) -> None:
    settings = {
        "archive": {"folder": str(tmp_path / "archives")},
        "catalogue": {"url": metadata_catalogue.address},
        "feed": {"url": webdav.with_login, "authcfg": authcfg, "public_url": webdav.read_only},
    }
    store = str(tmp_path / "base.gpkg")
    former = conformant("cnig_PLU_2024", tmp_path / "a", objects=10)
    new = conformant("cnig_PLU_2025", tmp_path / "b", objects=10)

    def publish(path: Path) -> PublicationReport:
        return apply_publication(PublicationRequest(str(path), store=store, targets=TARGETS, settings=settings))

    planned = plan_publication(PublicationRequest(str(former.root), store=store, targets=TARGETS, settings=settings))
    assert set(states(planned).values()) == {State.PLANNED}
    assert not list(webdav.files.iterdir())
    for delivery in (former, new):
        report = publish(delivery.root)
        assert set(states(report).values()) == {State.DONE}, [o.message for o in report.outcomes]
        assert all(outcome.proved for outcome in report.outcomes)
        assert [item.document for item in harvest(read, f"{webdav.read_only}/feed.xml")] == [delivery.name]
    assert set(states(publish(new.root)).values()) == {State.UNCHANGED}
    withdrawn = withdraw_document(WithdrawalRequest(new.name, "jugement", store, TARGETS, settings))
    assert set(states(withdrawn).values()) == {State.DONE}, [o.message for o in withdrawn.outcomes]
    assert harvest(read, f"{webdav.read_only}/feed.xml") == []
    with AuthenticatedSession() as session:
        assert CswClient(session, metadata_catalogue.address).search("12901") == []
    assert "invented-for-tests" not in json.dumps([outcome.message for outcome in withdrawn.outcomes])
