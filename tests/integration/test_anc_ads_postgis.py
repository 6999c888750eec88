"""Sanitation and permits in a real PostGIS: same rows as in a GeoPackage, a table of the software read, names apart."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.shared_tables.source_table import UnreadableTableError
from smica_qgis.geodata.synthetic_anc_ads.permits import TODAY, make_permits
from smica_qgis.geodata.synthetic_anc_ads.spanc import make_spanc
from smica_qgis.operations.import_ads import AdsRequest, import_ads
from smica_qgis.operations.import_anc import AncRequest, import_anc
from smica_qgis.operations.list_due_controls import ALL_STATUSES, DueControlsRequest, list_due_controls
from smica_qgis.operations.list_permit_deadlines import PermitDeadlinesRequest, list_permit_deadlines
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
        due = list_due_controls(DueControlsRequest(store, statuses=ALL_STATUSES, today=spanc.today))
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
