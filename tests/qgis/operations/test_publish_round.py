"""The gate, in a GeoPackage: accepted, published, replaced by the next one, restored after an annulment."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.outcome import State
from smica_qgis.core.workflow.certificate import read_certificate
from smica_qgis.core.workflow.roles import ForbiddenMoveError
from smica_qgis.core.workflow.vocabulary import Decision
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.operations import publish_round as gate
from smica_qgis.operations.decide_round import certificate_of
from smica_qgis.operations.instruction.procedures import moves_of, the_round
from smica_qgis.operations.publish_document import PublicationRequest, apply_publication
from smica_qgis.operations.publish_round import RoundPublication, plan_round_publication, publish_round
from smica_qgis.operations.restore_document import RestorationRequest, restore_document
from smica_qgis.operations.withdraw_document import WithdrawalRequest, withdraw_document
from tests.qgis.published_rounds import DOCUMENT, FORMER, NEXT, accepted, decide, delivery, opened, receive, states

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "base.gpkg")


def audit(address: str, seal: str) -> list[tuple[str, str, int]]:
    """What the audit says with a certificate: operation, document, version."""
    with open_store(address, read_only=True) as opened_store:
        rows = opened_store.rows("SELECT operation, document_id, version, detail FROM urba_audit ORDER BY fid")
        return [(a, b, c) for a, b, c, detail in rows if json.loads(detail or "{}").get("certificat") == seal]


def test_published_replaced_withdrawn_restored(store: str, tmp_path: Path) -> None:
    first = accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    request = RoundPublication("rev1", first, store)
    planned = plan_round_publication(request)
    assert planned.report.state == "planned"
    assert states(store) == {"rev1": ["accepted"]}
    done = publish_round(request)
    assert (done.number, done.report.state, done.report.version, done.report.reason) == (1, "done", 1, "")
    assert states(store) == {"rev1": ["published"]}
    with open_store(store, read_only=True) as opened_store:
        read = read_certificate(certificate_of(opened_store, the_round(opened_store, "rev1")))
        state = PlanningRegistry(opened_store).state(DOCUMENT)
        assert done.seal == read.seal
        assert state is not None
        assert state.hash == read.certificate.content_sha256, "the certificate names what was published"
    assert audit(store, done.seal) == [("publish", DOCUMENT, 1), ("certificate", DOCUMENT, 1)]

    second = accepted(store, "rev2", NEXT, tmp_path / "2", label="UZ")
    publish_round(RoundPublication("rev2", second, store))
    assert states(store) == {"rev1": ["superseded"], "rev2": ["published"]}

    withdraw_document(WithdrawalRequest(NEXT, "annulé par le tribunal", store))
    assert states(store) == {"rev1": ["superseded"], "rev2": ["withdrawn"]}
    restore_document(RestorationRequest(DOCUMENT, store, reason="le document d'avant revient"))
    assert states(store) == {"rev1": ["published"], "rev2": ["withdrawn"]}
    with open_store(store, read_only=True) as opened_store:
        reasons = [move.reason for move in moves_of(opened_store, the_round(opened_store, "rev1"))]
    assert f"certificat {done.seal}" in reasons[-3]
    assert reasons[-1] == "le document d'avant revient"
    with pytest.raises(InvalidParameterError, match="rétablissez"):
        publish_round(RoundPublication("rev2", second, store, 1))


def test_exceptions_are_the_reason_of_an_accepted_round(store: str, tmp_path: Path) -> None:
    path = accepted(store, "rev1", DOCUMENT, tmp_path / "1", faults=2)
    done = publish_round(RoundPublication("rev1", path, store))
    assert (done.report.verdict, done.report.state) == ("invalid", "done")
    assert "2 exception(s)" in done.report.reason
    assert done.seal in done.report.reason


def test_only_the_accepted_delivery_goes_through(store: str, tmp_path: Path) -> None:
    path = accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    other = delivery(tmp_path / "2", DOCUMENT, label="UZ")
    with pytest.raises(InvalidParameterError, match=r"n'est pas la livraison du tour 1.*ZONE_URBA"):
        publish_round(RoundPublication("rev1", other, store))
    piece = next(Path(path).rglob("*.pdf"))
    piece.write_bytes(piece.read_bytes() + b"%")
    with pytest.raises(InvalidParameterError, match="1 fichier"):
        plan_round_publication(RoundPublication("rev1", path, store))
    assert states(store) == {"rev1": ["accepted"]}


def test_without_a_decision_a_reason_is_asked_and_the_round_stays(store: str, tmp_path: Path) -> None:
    path = delivery(tmp_path / "1", DOCUMENT)
    opened(store, DOCUMENT, "rev1")
    receive(store, "rev1", path)
    with pytest.raises(ForbiddenMoveError, match="pas accepté"):
        publish_round(RoundPublication("rev1", path, store))
    done = publish_round(RoundPublication("rev1", path, store, reason="urgence préfectorale"))
    assert (done.report.state, done.seal) == ("done", "")
    assert states(store) == {"rev1": ["checked"]}
    decide(store, "rev1")
    again = publish_round(RoundPublication("rev1", path, store))
    assert again.report.state == "unchanged", "it was in force already"
    assert audit(store, again.seal) == [("certificate", DOCUMENT, 1)]
    assert states(store) == {"rev1": ["published"]}


def test_a_round_that_was_sent_back_is_no_accepted_one(store: str, tmp_path: Path) -> None:
    path = delivery(tmp_path / "1", DOCUMENT)
    opened(store, DOCUMENT, "rev1")
    receive(store, "rev1", path)
    decide(store, "rev1", Decision.SENT_BACK, "à revoir")
    with pytest.raises(ForbiddenMoveError, match="renvoyé"):
        publish_round(RoundPublication("rev1", path, store))


@pytest.mark.parametrize("step", ["apply_publication", "_move", "follow_registry"])
def test_a_second_call_finishes_what_was_stopped(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    former = accepted(store, "rev0", FORMER, tmp_path / "0", label="UY")
    publish_round(RoundPublication("rev0", former, store))
    path = accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    request = RoundPublication("rev1", path, store)
    whole: Callable[..., object] = getattr(gate, step)

    def stopped(*given: object) -> object:
        if step == "apply_publication":
            whole(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(gate, step, stopped)
        with pytest.raises(KeyboardInterrupt):
            publish_round(request)
    done = publish_round(request)
    assert done.report.state == "unchanged"
    assert done.report.outcome("store").state is State.UNCHANGED  # type: ignore[union-attr]
    assert states(store) == {"rev0": ["superseded"], "rev1": ["published"]}


def test_a_target_that_fails_does_not_hold_the_round_back(store: str, tmp_path: Path) -> None:
    path = accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    wall = tmp_path / "mur"
    wall.write_text("un fichier, pas un dossier", encoding="utf-8")
    request = RoundPublication("rev1", path, store, targets=("archive",), settings={"archive": {"folder": str(wall)}})
    done = publish_round(request)
    assert [outcome.target for outcome in done.report.outcomes] == ["store", "archive"]
    assert (done.report.state, done.report.failed) == ("partial", ["archive"])
    assert states(store) == {"rev1": ["published"]}
    wall.unlink()
    assert publish_round(request).report.failed == []


def test_what_is_published_beside_the_gate_supersedes_a_round(store: str, tmp_path: Path) -> None:
    path = accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    publish_round(RoundPublication("rev1", path, store))
    apply_publication(PublicationRequest(delivery(tmp_path / "2", NEXT), store=store))
    assert states(store) == {"rev1": ["superseded"]}


def test_a_certificate_changed_by_hand_opens_nothing(store: str, tmp_path: Path) -> None:
    path = accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    with open_store(store) as opened_store:
        opened_store.execute("DROP TRIGGER inst_certificat_update_refuse")  # what who holds the file may always do
        opened_store.execute("UPDATE inst_certificat SET signataire = 'moi'")
    with pytest.raises(SmicaError, match="modifié à la main"):
        publish_round(RoundPublication("rev1", path, store), SilentProgress())


def test_content_that_is_read_otherwise_is_refused(store: str, tmp_path: Path) -> None:
    path = accepted(store, "rev1", DOCUMENT, tmp_path / "1")
    with pytest.raises(InvalidParameterError, match="pas celui du certificat"):
        apply_publication(PublicationRequest(path, store=store, content_sha256="0" * 64))
