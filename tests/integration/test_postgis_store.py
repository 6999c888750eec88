"""The store in a real PostGIS on this machine: same tables, same answers, rights, several writers, no secret told."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsDataSourceUri, QgsProviderRegistry, QgsVectorLayer

from smica_qgis.core.cadastre.link_check import Outcome
from smica_qgis.core.cadastre.parcel_id import parcel_of_idu14
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.migration import migrations, store_tables
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import StoreError
from smica_qgis.operations.cadastre.descent import descent_of
from smica_qgis.operations.cadastre.import_report import InputState
from smica_qgis.operations.check_cadastre import check_cadastre
from smica_qgis.operations.check_parcel_links import check_parcel_links
from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre
from smica_qgis.operations.import_filiation import FiliationRequest, import_filiation
from tests.integration.postgis_cluster import ADMIN, PASSWORD, Cluster, start_cluster
from tests.qgis.made_cadastre import MadeCommune

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
COLUMNS = ("idu14_mere", "idu14_fille", "source")


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
def database(cluster: Cluster, request: pytest.FixtureRequest) -> str:
    """Return the service of a database of the test's own."""
    return cluster.create_database(f"db_{abs(hash(request.node.name)) % 10**8}")


@pytest.fixture
def address(database: str) -> str:
    """Return a store in a schema whose name asks to be quoted."""
    return f"service={database} schema='Commune de l_Aubrelle'"


def test_every_table_opens_in_qgis(address: str) -> None:
    with open_store(address) as store:
        assert store.srid == 2154
        assert list(store.rows("SELECT max(numero) FROM smica_version")) == [(len(migrations()),)]
        for name in store_tables():
            found = store.layer(name)
            assert QgsVectorLayer(found.uri, found.title, found.provider).isValid(), found
            assert PASSWORD not in found.uri


def test_the_cadastre_is_the_same_as_in_a_geopackage(address: str, tmp_path: Path) -> None:
    folder = MadeCommune("12202").write(tmp_path / "etalab")
    stores = (address, str(tmp_path / "base.gpkg"))
    reports = [import_cadastre(CadastreRequest([folder], store, millesime="2025-09-01")) for store in stores]
    assert reports[0].objects() == reports[1].objects()
    assert reports[0].linked == reports[1].linked == 20
    rows = []
    for store in stores:
        with open_store(store, read_only=True) as opened:
            columns = ("idu14", "idu15", "contenance_m2", "surface_geom_m2", "millesime", "geom")
            rows.append(list(opened.select("cad_parcelle", columns)))
            rows[-1] += list(opened.select("cad_batiment", ("uid", "idu14", "part_pct", "geom")))
    assert rows[0] == rows[1]
    again = import_cadastre(CadastreRequest([folder], address))
    assert again.count(InputState.KNOWN) == 3
    assert check_cadastre(address).counts() == check_cadastre(stores[1]).counts()


@pytest.mark.corpus
def test_the_nine_sheets(address: str, shared: Path) -> None:
    report = import_cadastre(CadastreRequest([shared / "corpus" / "edigeo"], address))
    assert (report.count(InputState.IMPORTED), report.anomalies()) == (9, {})
    assert (report.buildings, report.linked) == (491, 489)
    with open_store(address, read_only=True) as store:
        assert list(store.rows("SELECT count(*), sum(CASE WHEN ST_IsValid(geom) THEN 1 END) FROM cad_parcelle")) == [
            (900, 900)
        ]
        # the areas that we computed are those of PostGIS
        assert list(store.rows("SELECT max(abs(surface_geom_m2 - ST_Area(geom))) < 0.01 FROM cad_parcelle")) == [
            (True,)
        ]
        # and so are the parcels of the buildings
        disagree = """SELECT count(*) FROM cad_batiment b WHERE idu14 IS NOT NULL AND idu14 <> (
            SELECT p.idu14 FROM cad_parcelle p WHERE p.geom && b.geom
            ORDER BY ST_Area(ST_Intersection(p.geom, b.geom)) DESC LIMIT 1)"""
        assert list(store.rows(disagree)) == [(0,)]


def test_texts_go_in_as_they_are(address: str) -> None:
    nasty = "tab\there \\N \\. \n'quoted' \"double\" 100 % é"
    with open_store(address) as store:
        assert store.insert("cad_filiation", COLUMNS, [("a", "b", "x")]) == 1
        assert (
            store.insert("cad_anomalie", ("code", "identifiant", "detail"), [("c", "i", nasty), ("c", "i", None)]) == 2
        )
        assert [detail for (detail,) in store.select("cad_anomalie", ("detail",))] == [nasty, None]
        where = "detail = :detail AND detail LIKE '%100 %%'"
        found = store.select("cad_anomalie", ("code",), where=where, parameters={"detail": nasty})
        assert list(found) == [("c",)]
        assert store.update("cad_anomalie", "fid", ("detail", "x"), [(1, "y", 1.5)]) == 1
        assert list(store.select("cad_anomalie", ("detail", "x"))) == [("y", 1.5), (None, None)]


def test_a_failure_undoes_the_whole_transaction(address: str) -> None:
    with open_store(address) as store:
        with pytest.raises(StoreError), store.transaction():
            store.insert("cad_filiation", COLUMNS, [("a", "b", "x"), ("c", None, "x")])
        assert list(store.select("cad_filiation", COLUMNS)) == []
        store.insert("cad_filiation", COLUMNS, [("a", "b", "x")])
        assert list(store.select("cad_filiation", COLUMNS)) == [("a", "b", "x")]


def test_a_new_store_opened_by_several_at_once(address: str) -> None:
    failures: list[StoreError] = []

    def write() -> None:
        try:
            with open_store(address) as store:
                store.insert("cad_filiation", COLUMNS, [("a", "b", "x")] * 100)
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with open_store(address) as store:
        assert list(store.rows("SELECT count(*) FROM cad_filiation")) == [(400,)]


def test_two_imports_at_once(address: str, tmp_path: Path) -> None:
    folders = [MadeCommune(f"1220{n}", column=10 * n).write(tmp_path / str(n)) for n in range(1, 4)]
    threads = [
        threading.Thread(target=import_cadastre, args=(CadastreRequest([folder], address),)) for folder in folders
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_store(address, read_only=True) as store:
        counts = list(store.rows("SELECT insee, count(*) FROM cad_parcelle GROUP BY insee ORDER BY insee"))
        assert counts == [("12201", 20), ("12202", 20), ("12203", 20)]
        assert list(store.rows("SELECT count(*) FROM cad_import WHERE etat = 'terminé'")) == [(3,)]


def test_rights(cluster: Cluster, database: str) -> None:
    address = f"service={database} schema=smica"
    open_store(address).close()
    cluster.sql("CREATE ROLE lecteur LOGIN PASSWORD 'lecteur-invented'", database)
    cluster.sql(
        "GRANT USAGE ON SCHEMA smica TO lecteur; GRANT SELECT ON ALL TABLES IN SCHEMA smica TO lecteur", database
    )
    with cluster.service_file.open("a", encoding="utf-8") as stream:
        stream.write(
            f"[lecteur]\nhost=127.0.0.1\nport={cluster.port}\ndbname={database}\nuser=lecteur\npassword=lecteur-invented\n"
        )
    with open_store("service=lecteur schema=smica") as store:
        assert list(store.select("cad_filiation", COLUMNS)) == []
        with pytest.raises(StoreError, match="pas le droit"):
            store.insert_one("cad_filiation", {"idu14_mere": "a", "idu14_fille": "b", "source": "x"})
    with open_store(address, read_only=True) as store, pytest.raises(StoreError, match="lecture seule"):
        store.execute("DELETE FROM cad_filiation")


def test_the_authentication_of_qgis(cluster: Cluster, database: str) -> None:
    manager = QgsApplication.authManager()
    if not manager.masterPasswordIsSet():
        assert manager.setMasterPassword("maitre", True)  # the one of all tests: they share a profile
    config = QgsAuthMethodConfig("Basic")
    config.setName("smica test")
    config.setConfig("username", ADMIN)
    config.setConfig("password", PASSWORD)
    assert manager.storeAuthenticationConfig(config)[0]
    place = f"dbname='{database}' host=127.0.0.1 port={cluster.port} sslmode=disable"
    address = f"{place} authcfg={config.id()} schema=smica"
    with open_store(address) as store:
        found = store.layer("cad_parcelle")
        assert PASSWORD not in f"{store.name} {found.uri}"
        assert QgsVectorLayer(found.uri, found.title, found.provider).isValid()
    # the same, as a connection kept by QGIS
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = QgsDataSourceUri()
    uri.setConnection(
        "127.0.0.1", str(cluster.port), database, "", "", QgsDataSourceUri.SslMode.SslDisable, config.id()
    )
    metadata.saveConnection(metadata.createConnection(uri.uri(False), {}), "Base des communes")
    with open_store("postgis:Base des communes|schema=smica", read_only=True) as store:
        assert store.name == "Base des communes (smica)"
    metadata.deleteConnection("Base des communes")
    with pytest.raises(StoreError, match="n'a pas de connexion"):
        open_store("postgis:Base des communes")
    with pytest.raises(StoreError, match="que ce QGIS ne connaît pas"):
        open_store(f"{place} authcfg=zzzzzzz")


def test_parcels_that_are_no_more(address: str, tmp_path: Path) -> None:
    made = MadeCommune("12202")
    import_cadastre(CadastreRequest([made.write(tmp_path / "a")], address))
    del made.parcels[0]
    report = import_cadastre(CadastreRequest([made.write(tmp_path / "b")], address))
    assert report.changes["12202"].removed == ("122020000A0001",)
    head = "120;202;000;0000450;5;20190510;X;00001"
    filiation = tmp_path / "dfi.txt"
    filiation.write_text(f"{head};1;0A0001;\n{head};2;0A0002;\n", encoding="latin-1")
    for _ in range(2):
        assert import_filiation(FiliationRequest([filiation], address)).relations == 1
    file = {"inst_id": "i", "service_id": "S1", "numero_dossier": "7", "insee": "12202", "etat": "ACTIVE"}
    link = {"inst_id": "i", "idu14": "122020000A0001", "idu14_actuel": "122020000A0001", "statut": "EXACT"}
    with open_store(address) as store, store.transaction():
        store.insert_one("anc_service", {"service_id": "S1", "nom": "Service"})
        store.insert_one("anc_installation", {**file, "date_maj": "2024-01-01T00:00:00Z"})
        store.insert_one("anc_installation_parcelle", {**link, "ordre": 1})
    assert check_parcel_links(address, apply=True).counts() == {Outcome.PROPOSED: 1}
    with open_store(address, read_only=True) as store:
        descent = descent_of(store, parcel_of_idu14("122020000A0001"))
        assert descent is not None
        assert descent.sentence().endswith("renommée le 10/05/2019 : aujourd'hui A 2.")
        rows = store.rows("SELECT idu14, idu14_actuel, statut FROM anc_installation_parcelle")
        assert list(rows) == [("122020000A0001", "122020000A0002", "ANCIEN")]


def test_what_cannot_be_reached(cluster: Cluster, tmp_path: Path) -> None:
    for address in (f"dbname=x host=127.0.0.1 port={cluster.port} user=a password=b", "postgresql://a:b@127.0.0.1/x"):
        with pytest.raises(InvalidParameterError, match="mot de passe"):
            open_store(address)
        with pytest.raises(InvalidParameterError, match="mot de passe"):
            import_cadastre(CadastreRequest([address], str(tmp_path / "base.gpkg")))
    with pytest.raises(StoreError, match="ne répond pas"):
        open_store("dbname=x host=127.0.0.1 port=1")
    cluster.sql('CREATE DATABASE "sans postgis"', "postgres")
    with cluster.service_file.open("a", encoding="utf-8") as stream:
        stream.write(
            f"[nu]\nhost=127.0.0.1\nport={cluster.port}\ndbname=sans postgis\nuser={ADMIN}\npassword={PASSWORD}\n"
        )
    with pytest.raises(StoreError, match="l'extension PostGIS"):
        open_store("service=nu")


def test_a_server_that_stops_leaves_nothing_half_done(cluster: Cluster, address: str, database: str) -> None:
    def write_while_it_stops() -> None:
        with open_store(address) as store, store.transaction():
            store.insert("cad_filiation", COLUMNS, [("a", "b", "x")])
            cluster.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()", database
            )
            store.insert("cad_filiation", COLUMNS, [("a", "c", "x")])

    with pytest.raises(StoreError, match="ne répond plus"):
        write_while_it_stops()
    with open_store(address) as store:
        assert list(store.select("cad_filiation", COLUMNS)) == []


def test_a_schema_of_the_cadastre_extension(cluster: Cluster, database: str, tmp_path: Path) -> None:
    cluster.sql(
        """CREATE SCHEMA "COMMUNE_2021";
        CREATE TABLE "COMMUNE_2021".geo_parcelle (geo_parcelle text, supf numeric, geo_indp text, coar text,
            geo_subdsect text, creat_date date, update_dat date, geom geometry(MultiPolygon, 3944));
        INSERT INTO "COMMUNE_2021".geo_parcelle VALUES ('120202000AB0001', 1600, '01', 'A', '120202000AB01',
            '2012-03-04', NULL, ST_Transform(ST_Multi(ST_MakeEnvelope(660000, 6360000, 660040, 6360040, 2154)), 3944));
        CREATE TABLE "COMMUNE_2021".proprietaire (ddenom text)""",
        database,
    )
    store = str(tmp_path / "base.gpkg")
    source = f"service={database} schema=COMMUNE_2021"
    report = import_cadastre(CadastreRequest([source], store))
    assert dict(report.objects()) == {"cad_parcelle": 1}
    with open_store(store, read_only=True) as opened:
        columns = ("idu14", "contenance_m2", "arpente", "date_creation", "surface_geom_m2")
        assert list(opened.select("cad_parcelle", columns)) == [
            ("12202000AB0001", 1600, 1, "2012-03-04", pytest.approx(1600, abs=0.1))
        ]
    with pytest.raises(StoreError, match="pas celui de l'extension Cadastre"):
        import_cadastre(CadastreRequest([f"service={database} schema=public"], store))
