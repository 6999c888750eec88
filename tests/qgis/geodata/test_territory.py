"""The invented territory: an exact partition, at any size."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest
from osgeo import ogr

from smica_qgis.geodata.synthetic.shapes import polygon_wkb, rings_of_polygon
from smica_qgis.geodata.synthetic.territory import Territory, make_territory
from smica_qgis.geodata.synthetic.zoning import Zones, make_zones

ISLANDS = 6


def drawn(cells: int, seed: int, communes: int = 4, multiparts: int = 0) -> tuple[Territory, Zones]:
    generator = np.random.default_rng(seed)
    territory = make_territory(cells, communes, generator)
    return territory, make_zones(territory, ISLANDS, multiparts, generator)


def parts(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    if geometry.GetGeometryName() == "POLYGON":
        return [geometry]
    return [geometry.GetGeometryRef(rank) for rank in range(geometry.GetGeometryCount())]


@pytest.mark.parametrize(("cells", "seed"), [(36, 2025), (36, 1), (50, 2), (300, 3), (1500, 4)])
@pytest.mark.parametrize("multiparts", [0, 2])
def test_zones_are_an_exact_partition(cells: int, seed: int, multiparts: int) -> None:
    territory, zones = drawn(cells, seed, multiparts=multiparts)
    geometries = [ogr.CreateGeometryFromWkb(wkb) for wkb in zones.geometries]
    assert all(geometry.IsValid() for geometry in geometries)
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in chain.from_iterable(map(parts, geometries)):
        together.AddGeometry(part)
    union = together.UnionCascaded()
    assert union.GetGeometryName() == "POLYGON"
    assert union.GetGeometryCount() == 1  # no gap
    assert union.Area() == pytest.approx(sum(geometry.Area() for geometry in geometries), abs=1e-3)
    vertices = len({tuple(vertex) for ring in territory.rings for vertex in ring.tolist()})
    ends = union.GetGeometryRef(0).GetPointCount()
    assert ends < vertices  # neighbours share their vertices: none is added by the union


def test_neighbours_share_every_vertex() -> None:
    territory, _ = drawn(60, 7)
    uses = {
        tuple(sorted(map(tuple, (start, end))))
        for ring in territory.rings
        for start, end in zip(ring.tolist(), ring[1:].tolist())
    }
    total = sum(len(ring) - 1 for ring in territory.rings)
    outline = ogr.Geometry(ogr.wkbMultiPolygon)
    for ring in territory.rings:
        outline.AddGeometry(ogr.CreateGeometryFromWkb(polygon_wkb([ring])))
    union = outline.UnionCascaded()
    rim = union.GetGeometryRef(0).GetPointCount() - 1
    assert total == 2 * len(uses) - rim


def test_zones_have_twenty_to_sixty_vertices_and_some_have_holes() -> None:
    _, zones = drawn(300, 11)
    rings = [rings_of_polygon(wkb) for wkb in zones.geometries]
    assert all(20 <= len(ring) - 1 <= 60 for polygon in rings for ring in polygon)
    assert sum(len(polygon) == 2 for polygon in rings) == ISLANDS


def test_zones_of_two_parts_with_a_hole_are_made_when_asked() -> None:
    _, zones = drawn(60, 5, multiparts=2)
    geometries = [ogr.CreateGeometryFromWkb(wkb) for wkb in zones.geometries]
    multiple = [parts(geometry) for geometry in geometries if geometry.GetGeometryName() == "MULTIPOLYGON"]
    assert [[part.GetGeometryCount() for part in geometry] for geometry in multiple] == [[2, 1], [2, 1]]
    assert all(geometry.IsValid() for geometry in geometries)
    assert len(zones.kinds) == len(zones.communes) == len(geometries) == 60 + ISLANDS - 2


def test_every_commune_has_zones_around_its_village() -> None:
    territory, _ = drawn(60, 5)
    assert set(territory.commune.tolist()) == {0, 1, 2, 3}
    assert territory.commune[territory.villages].tolist() == [0, 1, 2, 3]


def test_the_same_seed_gives_the_same_territory() -> None:
    (first, _), (second, _), (other, _) = drawn(60, 5), drawn(60, 5), drawn(60, 6)
    assert all(np.array_equal(a, b) for a, b in zip(first.rings, second.rings))
    assert not all(np.array_equal(a, b) for a, b in zip(first.rings, other.rings))
