"""Who may do what of the instruction, in PostGIS: with the plugin, and with SQL of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from smica_qgis.core.workflow.procedure import Procedure
from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError, Role
from smica_qgis.core.workflow.vocabulary import Decision, ProcedureKind, RoundState
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import StoreError
from smica_qgis.operations.decide_round import DecisionRequest, decide_round, round_file
from smica_qgis.operations.instruction.acting import actor_in
from smica_qgis.operations.instruction.kept_rounds import exceptions_of
from smica_qgis.operations.instruction.procedures import add_procedure, the_round
from smica_qgis.operations.instruction.remarks import except_finding
from smica_qgis.operations.receive_round import RoundRequest, receive_round
from tests.integration.postgis_cluster import Cluster, start_cluster
from tests.integration.publication_accounts import (
    AUTHORITY,
    MEMBER,
    OFFICER,
    TECHNICIAN,
    add_accounts,
    address,
    prepared_database,
)
from tests.integration.test_instruction_postgis import AT, delivery, invented

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    cluster = start_cluster()
    before = os.environ.get("PGSERVICEFILE")
    os.environ["PGSERVICEFILE"] = str(cluster.service_file)
    add_accounts(cluster)
    yield cluster
    cluster.stop()
    os.environ.pop("PGSERVICEFILE")
    if before is not None:
        os.environ["PGSERVICEFILE"] = before


@pytest.fixture
def database(cluster: Cluster, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return a database where the technician received a round with two faults."""
    name = prepared_database(cluster, f"roles_{abs(hash(request.node.name)) % 10**8}", tmp_path)
    with open_store(address(name, TECHNICIAN)) as store:
        made = invented()
        territory = made.document.folder.split("_")[0]
        add_procedure(store, Procedure("rev1", territory, made.name, ProcedureKind.REVISION), actor_in(store), AT)
        receive(name, delivery(tmp_path / "1", 2))
    return name


def receive(database: str, path: str) -> None:
    with open_store(address(database, TECHNICIAN)) as store:
        received = receive_round(store, RoundRequest("rev1", path), actor_in(store), AT)
        received.report.geometries.close()


def test_each_login_has_its_role(database: str) -> None:
    held = {}
    for account in (TECHNICIAN, OFFICER, MEMBER, AUTHORITY):
        with open_store(address(database, account)) as store:
            held[account] = actor_in(store)
    assert held[TECHNICIAN].roles == {Role.MEMBER, Role.TECHNICIAN}
    assert held[OFFICER].roles == {Role.MEMBER, Role.OFFICER}
    assert held[MEMBER].roles == held[AUTHORITY].roles == {Role.MEMBER}
    assert held[OFFICER].name == OFFICER


def test_the_officer_decides_and_the_technician_does_not(database: str, tmp_path: Path) -> None:
    request = DecisionRequest("rev1", Decision.SENT_BACK, "DDT", "à revoir")
    with open_store(address(database, TECHNICIAN)) as store, pytest.raises(ForbiddenMoveError):
        decide_round(store, request, actor_in(store), AT, ())
    with open_store(address(database, OFFICER)) as store:
        decide_round(store, request, actor_in(store), AT, ())
        assert the_round(store, "rev1").round.state is RoundState.SENT_BACK
        with pytest.raises(ForbiddenMoveError):
            receive_round(store, RoundRequest("rev1", delivery(tmp_path / "2")), actor_in(store), AT)


def test_a_technician_who_lies_about_the_role_is_stopped_by_the_database(database: str) -> None:
    everyone = Actor(TECHNICIAN, frozenset(Role))
    with open_store(address(database, TECHNICIAN)) as store:
        with pytest.raises(StoreError):
            decide_round(store, DecisionRequest("rev1", Decision.SENT_BACK, "DDT", "vu"), everyone, AT, ())
        assert the_round(store, "rev1").round.state is RoundState.CHECKED
        (key, _) = (one.key for one in round_file(store, "rev1", ()).to_mend)
        with pytest.raises(StoreError):
            except_finding(store, "rev1", key, "toléré", everyone, AT)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE inst_tour SET etat = 'accepted'",
        (
            "INSERT INTO inst_certificat (tour_id, sceau, texte, signataire, le, precedent, empreinte) "
            "SELECT fid, 's', 't', 'moi', now(), '', 'e' FROM inst_tour"
        ),
        (
            "INSERT INTO inst_mouvement (tour_id, avant, apres, par, le) "
            "SELECT fid, 'checked', 'accepted', session_user, now() FROM inst_tour"
        ),
        (
            "INSERT INTO inst_message (procedure_id, cle, tour, auteur, le, texte) "
            "VALUES ('rev1', 'k', 1, 'agente_ddt', now(), 'oui')"
        ),
        (
            "INSERT INTO inst_exception (procedure_id, cle, motif, auteur, le, depuis_tour) "
            "VALUES ('rev1', 'k', 'm', 'agente_ddt', now(), 1)"
        ),
        "DELETE FROM inst_constat",
        "UPDATE inst_procedure SET document = 'autre'",
    ],
)
def test_the_technicians_own_sql_forges_nothing(database: str, statement: str) -> None:
    with open_store(address(database, TECHNICIAN)) as store, pytest.raises(StoreError):
        store.execute(statement)


@pytest.mark.parametrize("account", [MEMBER, AUTHORITY])
def test_members_and_authorities_do_not_see_the_instruction(database: str, account: str) -> None:
    with open_store(address(database, account)) as store:
        for table in ("inst_tour", "inst_constat", "inst_certificat"):
            with pytest.raises(StoreError):
                list(store.rows(f"SELECT * FROM {table}"))  # noqa: S608


def test_an_exception_of_the_officer_follows_its_finding_to_the_next_round(database: str, tmp_path: Path) -> None:
    with open_store(address(database, OFFICER)) as store:
        key = round_file(store, "rev1", ()).to_mend[0].key
        except_finding(store, "rev1", key, "toléré", actor_in(store), AT)
        decide_round(store, DecisionRequest("rev1", Decision.SENT_BACK, "DDT", "vu"), actor_in(store), AT, ())
    receive(database, delivery(tmp_path / "2", 1))
    with open_store(address(database, OFFICER)) as store:
        assert {one.author for one in exceptions_of(store, "rev1")} == {OFFICER}
        assert round_file(store, "rev1", ()).to_mend == []
