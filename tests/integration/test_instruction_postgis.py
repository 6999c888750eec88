"""The instruction in a real PostGIS: the same story, two officers at once, a round cut while it is received."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.workflow.procedure import Procedure
from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError, Role
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.core.workflow.vocabulary import Decision, ProcedureKind, RoundState
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store, StoreError
from smica_qgis.geodata.delivery_writer import DeliveryRequest, InventedDelivery, invent_delivery
from smica_qgis.operations.compare_rounds import compare_rounds
from smica_qgis.operations.decide_round import DecisionRequest, decide_round, register
from smica_qgis.operations.instruction.acting import actor_in
from smica_qgis.operations.instruction.kept_rounds import kept_round
from smica_qgis.operations.instruction.procedures import add_procedure, moves_of, the_procedure, the_round
from smica_qgis.operations.receive_round import RoundRequest, receive_round
from smica_qgis.operations.verify_certificate import verify_certificate
from smica_qgis.operations.write_decision import DecisionPapers, write_decision
from tests.integration.postgis_cluster import Cluster, start_cluster

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
AT = "2026-11-24T10:00:00Z"
EVERYONE = Actor("tous", frozenset(Role))


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


@pytest.fixture
def address(cluster: Cluster, request: pytest.FixtureRequest) -> str:
    return f"service={cluster.create_database(f'inst_{abs(hash(request.node.name)) % 10**8}')}"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address) as opened:
        made = invented()
        procedure = Procedure("rev1", made.document.folder.split("_")[0], made.name, ProcedureKind.REVISION)
        add_procedure(opened, procedure, EVERYONE, AT)
        yield opened


def invented() -> InventedDelivery:
    return invent_delivery(bundled_registry().load("cnig_PLU_2024"), DeliveryRequest(objects=40))


def delivery(folder: Path, faults: int = 0) -> str:
    made = invented()
    made.tables["ZONE_URBA"].columns["TYPEZONE"][:faults] = ["ZZZ"] * faults
    folder.mkdir()
    return str(made.write(folder))


def receive(store: Store, path: str) -> int:
    received = receive_round(store, RoundRequest("rev1", path), EVERYONE, AT)
    received.report.geometries.close()
    return received.number


def test_the_same_story(store: Store, tmp_path: Path) -> None:
    assert receive(store, delivery(tmp_path / "1", 3)) == 1
    decide_round(store, DecisionRequest("rev1", Decision.SENT_BACK, "DDT", "à revoir"), EVERYONE, AT, ())
    good = delivery(tmp_path / "2")
    assert receive(store, good) == 2
    assert compare_rounds(store, "rev1").count(Fate.FIXED) == 3
    decide_round(store, DecisionRequest("rev1", Decision.ACCEPTED, "DDT"), EVERYONE, AT, ())
    papers = DecisionPapers(certificate_json=tmp_path / "c.json")
    write_decision(store, "rev1", 0, papers)
    assert verify_certificate(tmp_path / "c.json", store, good).state.value == "registered"
    stored = the_round(store, "rev1")
    assert [(one.after, one.at) for one in moves_of(store, stored)] == [
        (RoundState.CHECKED, AT),
        (RoundState.ACCEPTED, AT),
    ]
    assert the_procedure(store, "rev1").opened_at == AT


def test_two_officers_at_once_make_one_decision(store: Store, address: str, tmp_path: Path) -> None:
    receive(store, delivery(tmp_path / "1"))
    start, outcomes = threading.Barrier(2), []

    def officer(decision: Decision) -> None:
        with open_store(address) as mine:
            start.wait()
            try:
                decide_round(mine, DecisionRequest("rev1", decision, decision.value, "vu"), EVERYONE, AT, ())
            except SmicaError as error:
                outcomes.append(error)
            else:
                outcomes.append(decision)

    threads = [threading.Thread(target=officer, args=(decision,)) for decision in Decision]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (decided,) = (one for one in outcomes if isinstance(one, Decision))
    (refused,) = (one for one in outcomes if isinstance(one, SmicaError))
    assert "vient de changer" in refused.message or isinstance(refused, ForbiddenMoveError)
    assert [entry.signatory for entry in register(store)] == [decided.value]


def test_decisions_of_several_procedures_at_once_follow_one_another(store: Store, address: str, tmp_path: Path) -> None:
    made = invented()
    path = delivery(tmp_path / "1")
    names = [f"p{number}" for number in range(4)]
    for name in names:
        procedure = Procedure(name, made.document.folder.split("_")[0], made.name, ProcedureKind.REVISION)
        add_procedure(store, procedure, EVERYONE, AT)
        receive_round(store, RoundRequest(name, path), EVERYONE, AT).report.geometries.close()
    start = threading.Barrier(len(names))

    def officer(name: str) -> None:
        with open_store(address) as mine:
            start.wait()
            decide_round(mine, DecisionRequest(name, Decision.ACCEPTED, name), EVERYONE, AT, ())

    threads = [threading.Thread(target=officer, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(entry.signatory for entry in register(store)) == names
    from smica_qgis.core.workflow.certificate import broken_entry

    assert broken_entry(register(store)) is None


def test_a_round_cut_while_it_is_received_is_absent(
    store: Store, cluster: Cluster, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = delivery(tmp_path / "1", 2)
    cluster.sql("CHECKPOINT", "postgres")  # the server of the tests commits without waiting for the disk
    from smica_qgis.operations import receive_round as module

    def cut(*_: object) -> None:
        cluster.crash()
        msg = "la base s'arrête"
        raise StoreError(msg)

    monkeypatch.setattr(module, "keep_findings", cut)
    with pytest.raises(StoreError):
        receive(store, path)
    cluster.start_again()
    monkeypatch.undo()
    with open_store(address) as again:
        assert the_procedure(again, "rev1").rounds == ()
        assert list(again.rows("SELECT count(*) FROM inst_fichier")) == [(0,)]
        assert receive(again, path) == 1
        assert len(kept_round(again, the_round(again, "rev1")).report.findings) >= 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE inst_constat SET code = 'AUTRE'",
        "DELETE FROM inst_tour",
        "UPDATE inst_tour SET manifeste_sha256 = 'autre'",
        "UPDATE inst_mouvement SET par = 'moi'",
        "TRUNCATE inst_certificat",
    ],
)
def test_what_was_received_is_not_changed_afterwards(store: Store, tmp_path: Path, statement: str) -> None:
    receive(store, delivery(tmp_path / "1", 1))
    with pytest.raises(StoreError):
        store.execute(statement)


def test_without_prepared_roles_whoever_writes_may_do_everything(store: Store) -> None:
    assert actor_in(store).roles == frozenset(Role)
