"""All the parcels of a real commune against its real plan."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from smica_qgis.core.parcel.rules import DRAWN, Theme
from smica_qgis.database.open_store import open_store
from smica_qgis.operations.describe_parcels import DescribedParcels, ParcelRequest, describe_parcels
from tests.corpus.real_plan import fill

COMMUNE = "80016"


@pytest.fixture(scope="module")
def store(qgis_app: QgsApplication, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: ARG001
    folder = tmp_path_factory.mktemp("albert")
    address = str(folder / "base.gpkg")
    with open_store(address) as opened:
        fill(opened, shared / "corpus", folder)
        opened.refresh_statistics()
    return address


@pytest.fixture(scope="module")
def described(store: str) -> DescribedParcels:
    found = describe_parcels(ParcelRequest(COMMUNE, store=store))
    print(f"\n{len(found.sheets)} parcels: {found.seconds}")  # noqa: T201
    return found


def test_every_parcel_has_a_zone_and_shares_are_whole(described: DescribedParcels) -> None:
    assert len(described.sheets) == 6394
    for sheet in described.sheets:
        assert sheet.of(Theme.ZONING, certain=True), sheet.unit.key
        assert 0.99 <= sheet.zoned_share <= 1.01, sheet.unit.key


def test_the_five_smallest_parcels_have_a_zone(described: DescribedParcels) -> None:
    small = [sheet for sheet in described.sheets if sheet.unit.area < 1]
    assert len(small) == 5
    assert all(sheet.of(Theme.ZONING, certain=True) for sheet in small)


def test_totals_are_those_that_were_measured_elsewhere(described: DescribedParcels) -> None:
    """By PostGIS, on the same tables: facts/anc_ads/ads.md, 3.1."""
    lines = [line for sheet in described.sheets for line in sheet.lines]
    zoned = sum(line.value for line in lines if line.rule.theme is Theme.ZONING)
    assert zoned == pytest.approx(12_816_148.021, abs=0.01)
    slivers = [line for line in lines if line.rule.theme is Theme.ZONING and line.value < 1 and not line.certain]
    assert len(slivers) > 500
    assert {line.rule.shape for line in lines} == set(DRAWN)
    assert not described.notes, "all geometries are valid"


def test_one_parcel_on_demand(store: str, described: DescribedParcels) -> None:
    identifiers = [sheet.unit.key for sheet in described.sheets[::400]]
    times = []
    for identifier in identifiers:
        clock = time.process_time()  # others may use the machine meanwhile
        (sheet,) = describe_parcels(ParcelRequest(identifier, store=store)).sheets
        times.append(1000 * (time.process_time() - clock))
        whole = next(known for known in described.sheets if known.unit.key == identifier)
        assert [(line.rule, line.certain) for line in sheet.lines] == [
            (line.rule, line.certain) for line in whole.lines
        ]
        assert [line.value for line in sheet.lines] == pytest.approx([line.value for line in whole.lines], abs=1e-6)
    print(f"\none parcel: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms")  # noqa: T201
