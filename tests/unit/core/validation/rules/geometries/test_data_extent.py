"""ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT"""

from __future__ import annotations

from tests.unit.made_delivery import MadeGeometries, geometry_faults

CODE = "ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT"
EXTENT = "POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))"
OUTSIDE = {EXTENT: [1]}


def test_a_geometry_that_the_extent_does_not_contain() -> None:
    geometries = MadeGeometries(["POLYGON A", "POLYGON B", None], beyond=OUTSIDE)
    assert geometry_faults(geometries, data_extent=EXTENT) == [(CODE, "2", {})]


def test_geometries_that_it_contains() -> None:
    assert geometry_faults(MadeGeometries(["POLYGON A"]), data_extent=EXTENT) == []


def test_without_the_option_a_wrong_crs_is_not_seen() -> None:
    assert geometry_faults(MadeGeometries(["POLYGON A", "POLYGON B"], beyond=OUTSIDE)) == []


def test_a_geometry_that_cannot_be_read_is_not_measured() -> None:
    geometries = MadeGeometries(["POLYGON A", "POLYGON B"], beyond=OUTSIDE, unbound=[1])
    assert [code for code, _, _ in geometry_faults(geometries, data_extent=EXTENT)] == [
        "ATTRIBUTE_GEOMETRY_INVALID_FORMAT"
    ]
