"""Sheets in a real catalogue, pycsw: inserted, updated, superseded, withdrawn, read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.publishing.catalogue.csw import CatalogueError, CswClient
from smica_qgis.publishing.catalogue.target import CatalogueTarget, make_target
from tests.integration.metadata_catalogue import DUBLIN_CORE_RECORD, MetadataCatalogue, start_metadata_catalogue
from tests.qgis.publishing.documents import MAIL, carried_out, conformant_content, published, withdrawn

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
PLU, NEXT = "cnig_PLU_2024", "cnig_PLU_2025"


@pytest.fixture
def client(metadata_catalogue: MetadataCatalogue) -> Iterator[CswClient]:
    with AuthenticatedSession() as session:
        yield CswClient(session, metadata_catalogue.address)


@pytest.fixture
def plan_2024(tmp_path: Path) -> Iterator[DocumentContent]:
    with conformant_content(PLU, tmp_path / "2024", objects=10) as content:
        yield content


@pytest.fixture
def plan_2025(tmp_path: Path) -> Iterator[DocumentContent]:
    with conformant_content(NEXT, tmp_path / "2025", objects=10) as content:
        yield content


def target_of(catalogue: MetadataCatalogue) -> CatalogueTarget:
    return make_target({"url": catalogue.address, "metadata": MAIL}, None)


def retitled(content: DocumentContent, title: bytes) -> DocumentContent:
    return replace(content, metadata=content.metadata.replace(b"Castelbrac", title))


def test_inserted_then_unchanged_then_updated(
    metadata_catalogue: MetadataCatalogue, client: CswClient, plan_2024: DocumentContent
) -> None:
    target = target_of(metadata_catalogue)
    plan, address, proofs = carried_out(target, published(plan_2024))
    assert [change.text for change in plan.changes] == ["Insérer la fiche fr-000012901-plu20241106"]
    assert "XML entier de la fiche" in [proof.what for proof in proofs]
    assert "GetRecordById" in address
    assert target.plan(published(plan_2024), SilentProgress()).is_empty
    changed = retitled(plan_2024, b"Castelbrac-le-Haut")
    plan, _, _ = carried_out(target, published(changed))
    assert [change.text for change in plan.changes] == ["Mettre à jour la fiche fr-000012901-plu20241106"]
    assert len(client.search("12901")) == 1
    wrong = [proof.what for proof in target.read_back(published(plan_2024), SilentProgress()) if not proof.agrees]
    assert "Intitulé" in wrong
    assert "Toutes les rubriques lues" in wrong


def test_superseded_withdrawn_and_back(
    metadata_catalogue: MetadataCatalogue,
    client: CswClient,
    plan_2024: DocumentContent,
    plan_2025: DocumentContent,
) -> None:
    target = target_of(metadata_catalogue)
    carried_out(target, published(plan_2024))
    plan, _, _ = carried_out(target, published(plan_2025))
    assert len(plan.changes) == 2
    assert client.sheet("fr-000012901-plu20241106") is None
    assert client.sheet("fr-000012901-plu20251106") is not None
    carried_out(target, withdrawn(plan_2025, plan_2024))
    assert client.sheet("fr-000012901-plu20251106") is None
    assert client.sheet("fr-000012901-plu20241106") is not None
    plan, _, _ = carried_out(target, withdrawn(plan_2024))
    assert next(change.text for change in plan.changes).startswith("Retirer la fiche fr-000012901-plu20241106")
    assert client.search("12901") == []
    assert target.plan(withdrawn(plan_2024), SilentProgress()).is_empty


def test_the_sheets_of_others_stay(plan_2024: DocumentContent, plan_2025: DocumentContent) -> None:
    theirs = plan_2024.metadata.decode().replace("fr-000012901-plu20241106", "ddt-12901-ancien")
    theirs = theirs.partition("?>")[2]
    catalogue = start_metadata_catalogue([theirs, DUBLIN_CORE_RECORD.format(address="http://127.0.0.1/")])
    try:
        carried_out(target_of(catalogue), published(plan_2025))
        with AuthenticatedSession() as session:
            assert CswClient(session, catalogue.address).sheet("ddt-12901-ancien") is not None
    finally:
        catalogue.stop()


def test_a_sheet_inserted_meanwhile_is_updated(
    metadata_catalogue: MetadataCatalogue, plan_2024: DocumentContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two publishers see no sheet, both insert: the second one is refused, and updates."""
    carried_out(target_of(metadata_catalogue), published(plan_2024))
    original = CswClient.sheet
    asked = []

    def blind_at_first(self: CswClient, name: str) -> object:
        asked.append(name)
        return None if len(asked) <= 2 else original(self, name)

    monkeypatch.setattr(CswClient, "sheet", blind_at_first)
    target = target_of(metadata_catalogue)
    changed = retitled(plan_2024, b"Ailleurs")
    plan = target.plan(published(changed), SilentProgress())
    assert [change.text for change in plan.changes] == ["Insérer la fiche fr-000012901-plu20241106"]
    target.apply(published(changed), plan, SilentProgress())
    assert all(proof.agrees for proof in target.read_back(published(changed), SilentProgress()))


def test_a_catalogue_that_does_not_take_transactions_says_so(plan_2024: DocumentContent) -> None:
    catalogue = start_metadata_catalogue(transactions=False)
    try:
        target = target_of(catalogue)
        plan = target.plan(published(plan_2024), SilentProgress())
        with pytest.raises(CatalogueError, match="n'offre pas l'écriture"):
            target.apply(published(plan_2024), plan, SilentProgress())
    finally:
        catalogue.stop()
