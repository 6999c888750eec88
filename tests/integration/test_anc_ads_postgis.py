"""Sanitation and permits in a real PostGIS: same rows as in a GeoPackage, a table of the software read, names apart."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject

from smica_qgis.core.anc.vocabulary import STATUTS_ECHEANCE
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.shared_tables.source_table import UnreadableTableError
from smica_qgis.geodata.synthetic_anc_ads.permits import TODAY, make_permits
from smica_qgis.geodata.synthetic_anc_ads.spanc import make_spanc
from smica_qgis.operations.check_store import StoreVerdict, check_store, make_store
from smica_qgis.operations.import_ads import AdsRequest, import_ads
from smica_qgis.operations.import_anc import AncRequest, import_anc
from smica_qgis.operations.list_due_controls import DueControlsRequest, list_due_controls
from smica_qgis.operations.list_permit_deadlines import PermitDeadlinesRequest, list_permit_deadlines
from smica_qgis.operations.open_shared_layers import add_to_project
from smica_qgis.operations.shared_import.table_source import open_source
from tests.integration.postgis_cluster import Cluster, start_cluster
from tests.qgis.shared_tables import SEED, fill_cadastre, made_territory, names_in, write_csv

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]


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
    return cluster.create_database(f"db_{abs(hash(request.node.name)) % 10**8}")


def test_the_same_lists_as_in_a_geopackage(database: str, tmp_path: Path) -> None:
    territory, chance = made_territory(), random.Random(SEED)  # noqa: S311
    spanc, permits = make_spanc(chance, territory, 400, 800), make_permits(chance, territory, 300)
    installations = open_source(str(write_csv(tmp_path / "i.csv", spanc.installation_rows)))
    controls = open_source(str(write_csv(tmp_path / "c.csv", spanc.control_rows)))
    dossiers = open_source(str(write_csv(tmp_path / "d.csv", permits.rows)))
    found = []
    for store in (f"service={database} schema=smica", str(tmp_path / "base.gpkg")):
        fill_cadastre(store, territory)
        reports = []
        for _ in range(2):
            anc = import_anc(AncRequest(store, "S1", installations, controls, today=spanc.today))
            ads = import_ads(AdsRequest(store, dossiers, today=TODAY))
            reports.append(([*anc.notes, *ads.notes], dict(anc.links), dict(ads.links)))
        assert reports[0] == reports[1]
        again = {**anc.written, **ads.written}
        assert {word: count for word, count in again.items() if "inchangés" not in word and count} == {}
        due = list_due_controls(DueControlsRequest(store, statuses=tuple(STATUTS_ECHEANCE), today=spanc.today))
        late = list_permit_deadlines(PermitDeadlinesRequest(store, kinds=("INSTRUCTION", "VALIDITE"), today=TODAY))
        found.append((reports[0], [(row.values, row.wkb) for row in (*due.rows, *late.rows)]))
    assert found[0] == found[1]


def test_a_table_of_the_software_of_a_service_is_read_where_it_is(
    cluster: Cluster, database: str, tmp_path: Path
) -> None:
    cluster.sql(
        "CREATE TABLE public.dossiers (id serial PRIMARY KEY, numero text, insee text, proprietaire text, "
        "parcelle text, date_visite date, geom geometry(Point, 4326)); "
        "INSERT INTO dossiers (numero, insee, proprietaire, parcelle, date_visite, geom) VALUES "
        "('A1', '12302', 'Zolmardier', 'A 12', '2020-02-29', ST_SetSRID(ST_MakePoint(2.5, 44.35), 4326)), "
        "('A2', '12302', 'Zolmardier', 'A 13', NULL, NULL)",
        database,
    )
    store = str(tmp_path / "base.gpkg")
    import_anc(AncRequest(store, "S1", open_source(f"service={database} | table=dossiers")))
    with open_store(store, read_only=True) as opened:
        rows = list(opened.select("anc_installation", ("numero_dossier", "statut_lien", "source_position")))
    assert rows == [("A1", "INTROUVABLE", "GPS"), ("A2", "INTROUVABLE", None)]
    assert names_in(Path(store).read_bytes()) == set()
    with pytest.raises(UnreadableTableError, match="absente"):
        open_source(f"service={database} | table=absente")
    with pytest.raises(InvalidParameterError, match="table=NOM"):
        open_source(f"service={database}")


def test_names_go_to_another_schema_and_the_shared_one_has_none(
    cluster: Cluster, database: str, tmp_path: Path
) -> None:
    territory = made_territory()
    spanc = make_spanc(random.Random(SEED), territory, 60, 60)  # noqa: S311
    store, apart = f"service={database} schema=smica", f"service={database} schema=nominatif"
    installations = open_source(str(write_csv(tmp_path / "i.csv", spanc.installation_rows)))
    with pytest.raises(InvalidParameterError, match="nominatives"):
        import_anc(AncRequest(store, "S1", installations, personal_store=store))
    for _ in range(2):
        report = import_anc(AncRequest(store, "S1", installations, personal_store=apart))
    assert report.personal > 50
    assert cluster.sql("SELECT count(*) FROM nominatif.anc_contact", database) == str(report.personal)
    assert cluster.sql("SELECT count(*) FROM nominatif.acces_nominatif", database) == "2"
    assert cluster.sql("SELECT to_regclass('smica.anc_contact') IS NULL", database) == "t"


def test_the_store_is_tried_without_being_made_and_its_rights_are_told(cluster: Cluster, database: str) -> None:
    address = f"service={database} schema=smica"
    first = check_store(address)
    assert first.verdict is StoreVerdict.TO_MAKE
    assert cluster.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'smica'", database) == "0"
    assert make_store(address).verdict is StoreVerdict.READY
    cluster.sql(
        f"CREATE ROLE lecteur_{database} LOGIN PASSWORD 'invented-too'; "
        f"GRANT USAGE ON SCHEMA smica TO lecteur_{database}; "
        f"GRANT SELECT ON ALL TABLES IN SCHEMA smica TO lecteur_{database}",
        database,
    )
    with cluster.service_file.open("a", encoding="utf-8") as stream:
        stream.write(
            f"[lecteur_{database}]\nhost=127.0.0.1\nport={cluster.port}\ndbname={database}\n"
            f"user=lecteur_{database}\npassword=invented-too\nsslmode=disable\n"
        )
    reader = check_store(f"service=lecteur_{database} schema=smica")
    assert reader.verdict is StoreVerdict.READ_ONLY
    assert any("INSERT" in line for line in reader.asked)
    assert "PostGIS" in reader.report()
    assert "invented-too" not in reader.report()
    cluster.sql(f"REVOKE USAGE ON SCHEMA smica FROM lecteur_{database}", database)
    assert check_store(f"service=lecteur_{database} schema=smica").verdict is StoreVerdict.UNUSABLE


def test_layers_with_their_last_control_from_postgis(database: str, tmp_path: Path) -> None:
    store = f"service={database} schema='Ma commune'"
    fill_cadastre(store, made_territory())
    spanc = make_spanc(random.Random(SEED), made_territory(), 40, 120)  # noqa: S311
    installations = open_source(str(write_csv(tmp_path / "i.csv", spanc.installation_rows)))
    controls = open_source(str(write_csv(tmp_path / "c.csv", spanc.control_rows)))
    import_anc(AncRequest(store, "S1", installations, controls, today=spanc.today))
    project = QgsProject.instance()
    project.clear()
    assert add_to_project(store, ("anc",), project) > 5
    layer = project.mapLayersByName("Installations d'assainissement non collectif")[0]
    assert {str(feature["dernier_classe"]) for feature in layer.getFeatures()} >= {"A", "NULL"}
    assert project.relationManager().relation("smica_anc_controle").isValid()
    project.clear()
