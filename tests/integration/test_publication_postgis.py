"""Publishing into a real PostGIS with roles: the twelve situations, an attack, kills, a server that stops."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg2
import pytest
from qgis.core import QgsVectorLayer

from smica_qgis.database.migration import migrations
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.database.planning.stored_content import stored_content
from smica_qgis.database.store import LostConnectionError, StoreError
from smica_qgis.operations.check_store import StoreVerdict, check_store
from tests.integration.postgis_cluster import Cluster, start_cluster
from tests.integration.publication_accounts import (
    AUTHORITY,
    MEMBER,
    OTHER,
    OWNER,
    STRANGER,
    TECHNICIAN,
    add_accounts,
    address,
    prepared_database,
)
from tests.qgis.database.test_stores_of_before import ACT, DOCUMENTS, check_rows
from tests.qgis.made_document import (
    NEXT,
    PLAN,
    count,
    made_content,
    publish,
    same_content,
    square,
    states,
    whole_document,
)
from tests.qgis.publication_situations import KillMoments, Opener, Situations, random_delays
from tests.qgis.publisher_process import PublisherProcess

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
ROWS = 300
FEW = 10
"""At least so many of fifty must have been killed before they were done, or the test tests nothing."""


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
    """Return a prepared database of the test's own."""
    return prepared_database(cluster, f"pub_{abs(hash(request.node.nodeid)) % 10**8}", tmp_path)


class TestAuthority(Situations):
    """The situations, with the login of the authority: row security and audit are on."""

    @pytest.fixture
    def opener(self, database: str, cluster: Cluster) -> Opener:
        """Return what opens the store once more. The authority has the two communes that the situations need."""
        cluster.sql("INSERT INTO smica.smica_autorite_code VALUES ('111111111', '12002')", database)
        return lambda: open_store(address(database, AUTHORITY))


_SCRIPT = Path(__file__).with_name("another_authority.sql").read_text(encoding="utf-8").partition("-- WRITES")
READS, WRITES = ([p for p in re.split(r"\n\s*\n", part) if p.strip() and p[:2] != "--"] for part in _SCRIPT[::2])
"""What nobody else may read of the authority (a draft, what was, who did it), and what nobody else may do."""


@pytest.fixture
def attacked(database: str) -> str:
    """Return a database with a document in force, one that was, and a draft, all of the authority."""
    with open_store(address(database, AUTHORITY)) as store:
        publish(store, made_content(4))
        publish(store, made_content(5, "UB"))
        columns = ("document_id", "type", "territoire", "source", "importe_le", "etat_publication")
        draft = ("12001_PLU_20270101", "PLU", "12001", "x", "2026-01-01T00:00:00Z", "draft")
        store.insert("urba_document", columns, [draft])
        store.insert("urba_zone", ("document_id", "typezone"), [("12001_PLU_20270101", "U")])
    with open_store(address(database, OTHER)) as store:
        publish(store, made_content(2, document="12002_PLU_20250101"))
    return database


def dump(cluster: Cluster, database: str) -> list[str]:
    """Everything that the store holds of the authority, as the administrator sees it."""
    tables = ("urba_document", "urba_zone", "urba_version", "urba_histoire", "urba_piece", "urba_diffusion")
    shown = [f"SELECT t.* FROM smica.{table} t WHERE document_id LIKE '12001%' ORDER BY fid" for table in tables]  # noqa: S608
    shown.append("SELECT * FROM smica.urba_audit WHERE document_id LIKE '12001%' ORDER BY fid")
    shown.append("SELECT * FROM smica.smica_autorite_code ORDER BY siren, code")
    shown.append("SELECT * FROM smica.smica_autorite ORDER BY siren")
    return [cluster.sql(query, database) for query in shown]


@pytest.mark.parametrize("account", [OTHER, MEMBER, STRANGER])
def test_another_login_reads_and_writes_nothing_of_the_authority(attacked: str, cluster: Cluster, account: str) -> None:
    before = dump(cluster, attacked)
    for attack in (*READS, *WRITES):
        found, told = attempt(attacked, account, attack)
        assert not [row for row in found if attack in READS or "12001" in str(row)], (attack, found[:2])
        assert "12001_PLU_2027" not in told, attack
    assert dump(cluster, attacked) == before


def test_the_attack_bites_where_it_is_allowed(attacked: str, cluster: Cluster) -> None:
    """What is refused to others does work for who may: the script above tests something."""
    before = dump(cluster, attacked)
    assert all(attempt(attacked, TECHNICIAN, attack)[0] for attack in READS[:4])
    for attack in WRITES[:3]:
        attempt(attacked, AUTHORITY, attack)
    after = dump(cluster, attacked)
    assert after[1] != before[1]
    for attack in WRITES:
        attempt(attacked, AUTHORITY, attack)
    # it adds to its own history, and changes nothing of it
    kept = zip(before[2:4], dump(cluster, attacked)[2:4])
    assert all(after.startswith(former) for former, after in kept)


def attempt(database: str, account: str, attack: str) -> tuple[list[tuple[object, ...]], str]:
    """Rows that an attack gives, and what the server told on the way."""
    connection = psycopg2.connect(service=f"{database}_{account}")
    connection.autocommit = True
    found: list[tuple[object, ...]] = []
    with suppress(psycopg2.Error), connection.cursor() as cursor:
        cursor.execute(attack)
        found = cursor.fetchall() if cursor.description is not None else []
    told = " ".join(connection.notices)
    connection.close()
    return found, told


def test_who_reads_and_who_writes(attacked: str) -> None:
    with open_store(address(attacked, MEMBER), read_only=True) as store:
        assert states(store) == {PLAN: ("published", 2), "12002_PLU_20250101": ("published", 1)}
        assert count(store, "urba_zone_en_vigueur") == 7
        assert count(store, "urba_zone") == 7
    with open_store(address(attacked, OTHER)) as store, pytest.raises(StoreError, match=r"droit|territoire"):
        publish(store, made_content(3, document=NEXT))
    with pytest.raises(StoreError, match="droit"):
        open_store(address(attacked, STRANGER), read_only=True)
    with open_store(address(attacked, TECHNICIAN)) as store:
        assert publish(store, made_content(3)).version == 3
        assert count(store, "urba_histoire") == 13
        with pytest.raises(StoreError):
            store.execute("DELETE FROM urba_audit")
        written = "SELECT DISTINCT qui FROM urba_audit WHERE document_id LIKE '12001%' ORDER BY qui"
        assert [row[0] for row in store.rows(written)] == [AUTHORITY, TECHNICIAN]


def test_one_line_of_audit_by_statement(database: str) -> None:
    with open_store(address(database, AUTHORITY)) as store:
        publish(store, made_content(2000))
        sql = "SELECT operation, nombre, application FROM urba_audit WHERE nom_table = 'urba_zone'"
        assert list(store.rows(sql)) == [("INSERT", 2000, "SMICA QGIS")]


def test_the_owner_may_still_migrate(database: str) -> None:
    """FORCE binds the owner too: it must still see and change every row."""
    with open_store(address(database, AUTHORITY)) as store:
        publish(store, made_content(3))
    with open_store(address(database, OWNER)) as store:
        assert count(store, "urba_zone") == 3
        assert store.execute("UPDATE urba_zone SET symbole = 'x'") == 3


@pytest.fixture
def publisher(cluster: Cluster) -> Iterator[PublisherProcess]:
    assert cluster.port
    started = PublisherProcess()
    yield started
    started.close()


def test_killed_at_fifty_moments(publisher: PublisherProcess, database: str) -> None:
    place = address(database, AUTHORITY)
    started = time.monotonic()
    assert publisher.publish(place, ROWS, "U0") == "version 1"
    assert publisher.publish(place, ROWS, "U1") == "version 2"
    moments = KillMoments((time.monotonic() - started) / 2)
    with open_store(place) as store:
        for turn in range(2, 52):
            label = f"U{turn}"
            moments.ended(publisher.publish(place, ROWS, label, kill_after=moments.next()))
            assert whole_document(place) in (f"U{turn - 1}", label)
            # the second call finishes, whatever was done; it waits for what the dead one still does in the server
            publish(store, made_content(ROWS, label))
            assert same_content(stored_content(store, PLAN), made_content(ROWS, label))
        assert moments.killed > FEW
        assert [found.version for found in PlanningRegistry(store).versions(PLAN)] == list(range(52, 0, -1))


def test_the_server_stops_in_the_middle(cluster: Cluster, database: str) -> None:
    place = address(database, AUTHORITY)
    with open_store(place) as store:
        publish(store, made_content(5, "U0"))
    for turn, delay in enumerate(random_delays(4, 0.8), 1):
        ended: list[object] = []
        publishing = threading.Thread(target=lambda turn=turn, ended=ended: ended.append(attempted(place, f"U{turn}")))
        publishing.start()
        time.sleep(delay)
        cluster.crash()
        publishing.join(60)
        cluster.start_again()
        assert whole_document(place) in ("U0", f"U{turn - 1}", f"U{turn}")
        with open_store(place) as store:
            publish(store, made_content(4000, f"U{turn}"))
        assert whole_document(place) == f"U{turn}"
        assert ended[0] is None or "répond" in str(ended[0]) or "s'est arrêtée" in str(ended[0]), ended


def test_a_connection_that_is_cut(cluster: Cluster, database: str) -> None:
    """The server ends the session while it publishes: nothing of it is kept, and it is said."""
    place = address(database, AUTHORITY)
    with open_store(place) as store:
        publish(store, made_content(5))
        (pid,) = next(store.rows("SELECT pg_backend_pid()"))
        timer = threading.Timer(0.5, cluster.sql, (f"SELECT pg_terminate_backend({pid})", database))
        timer.start()
        with pytest.raises(LostConnectionError, match="rien n'"):
            publish(store, made_content(20_000, "UK"))
        timer.join()
    assert whole_document(place) == "UA"


def attempted(place: str, label: str) -> str | None:
    """Publish; returns what was said when it failed."""
    try:
        with open_store(place) as store:
            publish(store, made_content(4000, label))
    except StoreError as error:
        return error.message
    return None


def test_the_technician_may_write_all_of_it(database: str) -> None:
    assert check_store(address(database, TECHNICIAN)).verdict is StoreVerdict.READY
    assert check_store(address(database, MEMBER)).verdict is StoreVerdict.READ_ONLY


@pytest.mark.parametrize("version", [2, 5])
def test_a_store_of_before_comes_up_to_date(cluster: Cluster, version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    place = f"service={cluster.create_database(f'avant_{version}')}"
    known = migrations()[:version]
    with monkeypatch.context() as patch:
        patch.setattr("smica_qgis.database.postgis_schema.migrations", lambda: known)
        patch.setattr("smica_qgis.database.schema_version.migrations", lambda: known)
        with open_store(place) as store:
            store.execute(DOCUMENTS)
            columns = ("document_id", "libelle", "typezone", "datvalid", "geom")
            shape = square(640_000, 6_380_000)
            store.insert("urba_zone", columns, [("12001_PLU_20200101", "UA", "ancien", "2020-02-03", shape)])
            columns = ("document_id", "idass", "idsup", "categorie", "nom", "type", "geom")
            store.insert("sup_assiette_s", columns, [("AC1-12", "A1", "S1", "AC1", "Église", "Périmètre", shape)])
            store.execute(ACT)
    with open_store(place) as store:
        check_rows(store)
        publish(store, made_content(3))
        assert states(store)["12001_PLU_20200101"] == ("superseded", 0)
        layer = store.layer("urba_zone_en_vigueur")
        assert QgsVectorLayer(layer.uri, layer.title, layer.provider).featureCount() == 3
