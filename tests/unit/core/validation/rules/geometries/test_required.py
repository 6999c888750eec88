"""ATTRIBUTE_UNEXPECTED_NULL, of a geometry"""

from __future__ import annotations

from tests.unit.made_delivery import MadeGeometries, geometry_faults

CODE = "ATTRIBUTE_UNEXPECTED_NULL"


def test_a_row_without_a_geometry() -> None:
    geometries = MadeGeometries(["POLYGON A", None, None])
    assert geometry_faults(geometries, required=True) == [(CODE, "2", {}), (CODE, "3", {})]


def test_an_empty_geometry_is_there() -> None:
    assert geometry_faults(MadeGeometries(["POLYGON EMPTY"]), required=True) == []


def test_a_geometry_that_may_be_absent() -> None:
    assert geometry_faults(MadeGeometries([None]), required=False) == []


def test_a_text_that_is_no_geometry_is_not_an_absent_one() -> None:
    geometries = MadeGeometries([None], unbound=[0])
    assert [code for code, _, _ in geometry_faults(geometries, required=True)] == ["ATTRIBUTE_GEOMETRY_INVALID_FORMAT"]
