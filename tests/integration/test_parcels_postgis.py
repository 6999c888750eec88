"""The measures of the parcel sheets against PostGIS, which computes them its own way on the same real tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from smica_qgis.core.parcel.rules import Rule, Shape, Theme
from smica_qgis.database.open_store import open_store
from smica_qgis.operations.describe_parcels import DescribedParcels, ParcelRequest, describe_parcels
from tests.corpus.real_plan import fill
from tests.integration.postgis_cluster import Cluster, start_cluster

pytestmark = [pytest.mark.network, pytest.mark.corpus]

SURFACES = """
    SELECT p.idu14, {keys}, ST_Area(ST_Union(ST_Intersection(r.geom, p.geom)))
    FROM cad_parcelle p JOIN {table} r ON r.geom && p.geom AND ST_Intersects(r.geom, p.geom)
    GROUP BY p.idu14, {keys}
"""
LINES = SURFACES.replace("ST_Area", "ST_Length")
POINTS = """
    SELECT p.idu14, {keys}, count(*) FROM cad_parcelle p JOIN {table} r ON ST_Intersects(r.geom, p.geom)
    GROUP BY p.idu14, {keys}
"""
NEAR = """
    SELECT DISTINCT p.idu14, {keys} FROM cad_parcelle p
    JOIN {table} r ON ST_DWithin(r.geom, p.geom, 1.0)
"""
ZONE, PRESCRIPTION, INFORMATION = (
    ("r.typezone", "left(r.typezone, 0)", "r.libelle", "r.libelong", "r.nomfic"),
    ("r.typepsc", "r.stypepsc", "r.libelle", "r.txt", "r.nomfic"),
    ("r.typeinf", "r.stypeinf", "r.libelle", "r.txt", "r.nomfic"),
)
Key = tuple[str, ...]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    started = start_cluster()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def database(
    qgis_app: QgsApplication,  # noqa: ARG001
    cluster: Cluster,
    shared: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    before = os.environ.get("PGSERVICEFILE")
    os.environ["PGSERVICEFILE"] = str(cluster.service_file)
    address = f"service={cluster.create_database('albert')}"
    with open_store(address) as store:
        fill(store, shared / "corpus", tmp_path_factory.mktemp("albert"))
        store.refresh_statistics()
    yield address
    if before is None:
        del os.environ["PGSERVICEFILE"]
    else:
        os.environ["PGSERVICEFILE"] = before


@pytest.fixture(scope="module")
def described(database: str) -> DescribedParcels:
    return describe_parcels(ParcelRequest("80016", store=database))


def ours(described: DescribedParcels, theme: Theme, shape: Shape, *, near: bool = False) -> dict[Key, float]:
    found = {}
    for sheet in described.sheets:
        for line in sheet.of(theme):
            if line.rule.shape is shape and line.near is near:
                found[(sheet.unit.key, *_key(line.rule))] = line.value
    return found


def _key(rule: Rule) -> Key:
    return (rule.code, rule.subcode, rule.label, rule.text, rule.piece)


def theirs(database: str, table: str, columns: Key, query: str) -> dict[Key, float]:
    keys = ", ".join(f"coalesce(regexp_replace(trim({name}), '\\s+', ' ', 'g'), '')" for name in columns)
    with open_store(database, read_only=True) as store:
        rows = list(store.rows(query.format(keys=keys, table=table)))
    return {tuple(row[:6]): float(row[6]) if len(row) > 6 else 0.0 for row in rows}


@dataclass(frozen=True)
class Comparison:
    """One table, and how PostGIS is asked about it."""

    theme: Theme
    shape: Shape
    table: str
    columns: Key
    query: str


COMPARISONS = (
    Comparison(Theme.ZONING, Shape.SURFACE, "urba_zone", ZONE, SURFACES),
    Comparison(Theme.PRESCRIPTION, Shape.SURFACE, "urba_prescription_surf", PRESCRIPTION, SURFACES),
    Comparison(Theme.PRESCRIPTION, Shape.LINE, "urba_prescription_lin", PRESCRIPTION, LINES),
    Comparison(Theme.PRESCRIPTION, Shape.POINT, "urba_prescription_pct", PRESCRIPTION, POINTS),
    Comparison(Theme.INFORMATION, Shape.SURFACE, "urba_info_surf", INFORMATION, SURFACES),
    Comparison(Theme.INFORMATION, Shape.POINT, "urba_info_pct", INFORMATION, POINTS),
)


@pytest.mark.parametrize("asked", COMPARISONS, ids=lambda asked: asked.table)
def test_measures_are_those_of_postgis(database: str, described: DescribedParcels, asked: Comparison) -> None:
    mine = ours(described, asked.theme, asked.shape)
    reference = theirs(database, asked.table, asked.columns, asked.query)
    assert mine
    # a boundary that two drawings share to the last bit may be no area at all, or a millionth of a square millimetre
    for key in mine.keys() ^ reference.keys():
        assert max(mine.get(key, 0.0), reference.get(key, 0.0)) < 1e-4, key
    for key in mine.keys() & reference.keys():
        assert mine[key] == pytest.approx(reference[key], rel=1e-6, abs=1e-4), key


@pytest.mark.parametrize(
    ("shape", "table"), [(Shape.LINE, "urba_prescription_lin"), (Shape.POINT, "urba_prescription_pct")]
)
def test_what_is_beside_a_parcel(database: str, described: DescribedParcels, shape: Shape, table: str) -> None:
    within = ours(described, Theme.PRESCRIPTION, shape)
    beside = ours(described, Theme.PRESCRIPTION, shape, near=True)
    reference = theirs(database, table, PRESCRIPTION, NEAR)
    assert within.keys() | beside.keys() == reference.keys()


def test_both_stores_say_the_same(described: DescribedParcels, shared: Path, tmp_path: Path) -> None:
    address = str(tmp_path / "base.gpkg")
    with open_store(address) as store:
        fill(store, shared / "corpus", tmp_path / "plan")
    other = describe_parcels(ParcelRequest("80016", store=address))
    assert len(other.sheets) == len(described.sheets)
    for mine, same in zip(described.sheets, other.sheets):
        assert mine.unit.key == same.unit.key
        assert [(_key(line.rule), line.certain) for line in mine.lines] == [
            (_key(line.rule), line.certain) for line in same.lines
        ]
