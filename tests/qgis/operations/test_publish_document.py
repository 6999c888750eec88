"""Publish, withdraw, restore: verdict first, then every target, told one by one; a second call finishes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError, UnreadableDeliveryError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.outcome import Action, State
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.database.planning.stored_content import stored_content
from smica_qgis.geodata.planning.content_hash import content_hash
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.operations.make_sample_delivery import make_sample_delivery
from smica_qgis.operations.parcel.store_documents import read_documents
from smica_qgis.operations.publication.verdict import InvalidDeliveryError
from smica_qgis.operations.publish_document import PublicationRequest, apply_publication, plan_publication
from smica_qgis.operations.restore_document import RestorationRequest, plan_restoration, restore_document
from smica_qgis.operations.withdraw_document import WithdrawalRequest, plan_withdrawal, withdraw_document
from smica_qgis.operations.write_publication_report import write_publication_report
from tests.qgis.made_document import count, states

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A conformant PLU, zipped."""
    return make_sample_delivery(str(tmp_path_factory.mktemp("valid")), standard="cnig_PLU_2024")


@pytest.fixture(scope="module")
def invalid(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The project's own sample, which is not valid."""
    return make_sample_delivery(str(tmp_path_factory.mktemp("invalid")))


@pytest.fixture
def request_of(tmp_path: Path) -> Callable[..., PublicationRequest]:
    def made(delivery: str, *targets: str, **more: object) -> PublicationRequest:
        settings = {"archive": {"folder": str(tmp_path / "archives"), "metadata": {"mail": "a@example.org"}}}
        asked = {"targets": targets or ("store",), "settings": settings, **more}
        return PublicationRequest(delivery, store=str(tmp_path / "base.gpkg"), **asked)  # type: ignore[arg-type]

    return made


Requests = Callable[..., PublicationRequest]


def test_a_plan_writes_nothing(valid: str, request_of: Requests, tmp_path: Path) -> None:
    report = plan_publication(request_of(valid, "store", "archive"))
    assert (report.state, report.verdict, report.version, report.needs_reason) == ("planned", "valid", 1, False)
    store, archive = report.outcomes
    assert store.plan is not None
    assert any(change.text == "ZONE_URBA, objets" and change.count > 10 for change in store.plan.changes)
    assert archive.state is State.PLANNED
    assert list(tmp_path.iterdir()) == []


def test_published_then_the_same_again(valid: str, request_of: Requests, tmp_path: Path) -> None:
    report = apply_publication(request_of(valid, "store", "archive"))
    assert (report.state, report.version, report.failed) == ("done", 1, [])
    assert all(outcome.proved for outcome in report.outcomes)
    again = apply_publication(request_of(valid, "store", "archive"))
    assert (again.state, again.version) == ("unchanged", 1)
    assert all(outcome.proved for outcome in again.outcomes)
    with open_store(str(tmp_path / "base.gpkg")) as store, content_of_delivery(valid) as content:
        kept = stored_content(store, report.document)
        assert content_hash(kept) == content_hash(content)
        assert kept.metadata == content.metadata
        delivered = {piece.path: Path(piece.source).read_bytes() for piece in content.pieces}
        assert {piece.path: Path(piece.source).read_bytes() for piece in kept.pieces} == delivered
        outcomes = PlanningRegistry(store).outcomes(report.document, 1, Action.PUBLISH)
        assert {name: found.state for name, found in outcomes.items()} == {
            "archive": State.UNCHANGED,
            "store": State.UNCHANGED,
        }
        assert outcomes["archive"].address == str(tmp_path / "archives" / f"{report.document}.zip")


def test_an_invalid_delivery_needs_a_reason_which_is_kept(valid: str, request_of: Requests, tmp_path: Path) -> None:
    shutil.unpack_archive(valid, tmp_path / "livraison")
    (root,) = (tmp_path / "livraison").iterdir()
    for table in root.rglob("*_DOC_URBA_2*"):
        table.unlink()
    plan = plan_publication(request_of(str(root)))
    assert (plan.verdict, plan.needs_reason, plan.errors > 0) == ("invalid", True, True)
    with pytest.raises(InvalidDeliveryError, match="REASON"):
        apply_publication(request_of(str(root)))
    assert not (tmp_path / "base.gpkg").exists()
    report = apply_publication(request_of(str(root), reason="Document approuvé, correction à venir"))
    assert (report.state, report.verdict) == ("done", "invalid")
    with open_store(str(tmp_path / "base.gpkg")) as store:
        (detail,) = next(store.rows("SELECT detail FROM urba_audit WHERE operation = 'publish'"))
        assert json.loads(detail)["motif"] == "Document approuvé, correction à venir"
        assert json.loads(detail)["verdict"] == "invalid"


def test_no_reason_makes_the_store_take_a_wrong_geometry(invalid: str, request_of: Requests, tmp_path: Path) -> None:
    report = apply_publication(request_of(invalid, "store", "archive", reason="tant pis"))
    assert (report.state, report.failed) == ("failed", ["store", "archive"])
    assert "ZONE_URBA, ligne" in report.outcomes[0].message
    with open_store(str(tmp_path / "base.gpkg")) as store:
        assert count(store, "urba_zone") == count(store, "urba_audit") == 0


def test_a_target_that_fails_does_not_stop_the_others(valid: str, request_of: Requests, tmp_path: Path) -> None:
    (tmp_path / "archives").write_text("a file where the folder should be", encoding="utf-8")
    settings = {"feed": {"folder": str(tmp_path / "flux"), "public_url": "https://example.org/flux"}}
    asked = request_of(valid, "store", "archive", "feed")
    asked = replace(asked, settings={**asked.settings, **settings})
    report = apply_publication(asked)
    assert report.failed[0] == "archive"
    assert report.state == "partial"
    assert report.outcome("store") is not None
    assert report.outcomes[0].state is State.DONE
    assert (tmp_path / "flux").exists()
    (tmp_path / "archives").unlink()
    second = apply_publication(asked)
    archive = second.outcome("archive")
    assert archive is not None
    assert (archive.state, archive.proved) == (State.DONE, True)
    assert second.outcomes[0].state is State.UNCHANGED


def test_what_is_asked_wrongly_is_said_before_anything(valid: str, request_of: Requests, tmp_path: Path) -> None:
    for wrong in (
        PublicationRequest(store="x.gpkg"),
        PublicationRequest(valid, "12202_PLU_20240101", store="x.gpkg"),
        PublicationRequest(valid),
        replace(request_of(valid), crs="EPSG:1"),
        replace(request_of(valid, "archive"), settings={"archive": {"dossier": "x"}}),
    ):
        with pytest.raises(InvalidParameterError):
            apply_publication(wrong)
    with pytest.raises(UnreadableDeliveryError):
        apply_publication(request_of(str(tmp_path / "absente.zip")))
    with pytest.raises(InvalidParameterError, match="Documents connus : aucun"):
        apply_publication(PublicationRequest(document="12202_PLU_20240101", store=str(tmp_path / "base.gpkg")))


def test_a_document_of_the_store_goes_to_other_targets(valid: str, request_of: Requests, tmp_path: Path) -> None:
    document = apply_publication(request_of(valid)).document
    asked = replace(request_of("", "archive"), document=document.lower())
    report = apply_publication(asked)
    assert (report.state, report.version) == ("done", 1)
    assert (tmp_path / "archives" / f"{document}.zip").is_file()
    both = apply_publication(replace(asked, targets=("store", "archive")))
    assert (both.state, both.version) == ("unchanged", 1)
    with open_store(str(tmp_path / "base.gpkg")) as store:
        store.execute("UPDATE urba_zone SET libelle = 'à la main'")
    with pytest.raises(SmicaError, match="sans passer par une publication"):
        apply_publication(asked)


def test_withdrawn_then_restored_everywhere(valid: str, request_of: Requests, tmp_path: Path) -> None:
    published = request_of(valid, "store", "archive")
    document = apply_publication(published).document
    archive = tmp_path / "archives" / f"{document}.zip"
    common = {"store": published.store, "targets": published.targets, "settings": published.settings}
    with pytest.raises(InvalidParameterError, match="pourquoi"):
        withdraw_document(WithdrawalRequest(document, " ", **common))  # type: ignore[arg-type]
    withdrawal = WithdrawalRequest(document, "annulé par le tribunal", **common)  # type: ignore[arg-type]
    assert plan_withdrawal(withdrawal).state == "planned"
    assert archive.is_file()
    assert withdraw_document(withdrawal).state == "done"
    assert not archive.exists()
    assert withdraw_document(withdrawal).state == "unchanged"
    with pytest.raises(InvalidParameterError, match="restore_document"):
        apply_publication(replace(published, delivery="", document=document))
    restoration = RestorationRequest(document, reason="appel", **common)  # type: ignore[arg-type]
    assert plan_restoration(restoration).version == 2
    restored = restore_document(restoration)
    assert (restored.state, restored.version, restored.failed) == ("done", 2, [])
    assert archive.is_file()
    with open_store(published.store) as store, content_of_delivery(valid) as content:
        assert states(store) == {document: ("published", 2)}
        assert content_hash(stored_content(store, document)) == content_hash(content)
        assert len(stored_content(store, document).pieces) == len(content.pieces)


def test_the_report_as_json(valid: str, request_of: Requests, tmp_path: Path) -> None:
    report = apply_publication(request_of(valid))
    write_publication_report(report, tmp_path / "rapport.json")
    read = json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))
    assert (read["state"], read["version"], read["targets"][0]["proved"]) == ("done", 1, True)
    assert {proof["agrees"] for proof in read["targets"][0]["proofs"]} == {True}


def test_stopped_before_the_store_is_written(valid: str, request_of: Requests, tmp_path: Path) -> None:
    class Stopping(SilentProgress):
        def phase(self, text: str, total: int = 0) -> None:  # noqa: ARG002
            self.stopping = text.startswith("Écriture")

        def cancelled(self) -> bool:
            return getattr(self, "stopping", False)

    with pytest.raises(CancelledError):
        apply_publication(request_of(valid), Stopping())
    with open_store(str(tmp_path / "base.gpkg")) as store:
        assert count(store, "urba_document") == 0


def test_a_folder_of_pieces_that_was_lost_is_said(valid: str, request_of: Requests, tmp_path: Path) -> None:
    document = apply_publication(request_of(valid)).document
    shutil.rmtree(tmp_path / "base_pieces")
    with open_store(str(tmp_path / "base.gpkg")) as store:
        assert stored_content(store, document).pieces == ()
    again = apply_publication(replace(request_of(""), document=document))
    assert again.state == "unchanged"


def test_pieces_are_kept_under_their_names_and_found_by_the_parcel_sheet(
    valid: str, request_of: Requests, tmp_path: Path
) -> None:
    shutil.unpack_archive(valid, tmp_path / "livraison")
    (root,) = (tmp_path / "livraison").iterdir()
    document = apply_publication(request_of(str(root))).document
    piece = next((root / "Pieces_ecrites").rglob("*.pdf"))
    piece.write_bytes(piece.read_bytes() + b"\n%")
    assert apply_publication(request_of(str(root))).version == 2
    with open_store(str(tmp_path / "base.gpkg")) as store:
        place = Path(read_documents(store).by_key[document].place)
        first, second = (stored_content(store, document, version).pieces for version in (1, 2))
    relative = piece.relative_to(root).as_posix()
    assert (place / relative).read_bytes() == piece.read_bytes()
    files = {kept.path: (Path(kept.source), Path(new.source)) for kept, new in zip(first, second)}
    assert files[relative][0].read_bytes() != piece.read_bytes()
    assert all(one.samefile(other) is (path != relative) for path, (one, other) in files.items())
