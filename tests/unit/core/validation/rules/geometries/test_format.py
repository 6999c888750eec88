"""ATTRIBUTE_GEOMETRY_INVALID_FORMAT"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.geometry_column import InvalidGeometry
from tests.unit.made_delivery import MadeGeometries, geometry_faults

CODE = "ATTRIBUTE_GEOMETRY_INVALID_FORMAT"


@pytest.mark.parametrize("kind", ["Geometry", "Point", "MultiLineString", "MultiPolygon", "GeometryCollection"])
def test_what_cannot_be_bound_to_the_type_of_the_model(kind: str) -> None:
    geometries = MadeGeometries(["POLYGON ((0 0))", "POLYGON EMPTY"], unbound=[0])
    assert geometry_faults(geometries, kind) == [(CODE, "1", {})]
    assert f"not_bound {kind}" in geometries.asked


def test_what_can() -> None:
    assert geometry_faults(MadeGeometries(["POLYGON A", None])) == []


def test_it_silences_the_other_rules_on_that_row_only() -> None:
    broken = [InvalidGeometry(row, "Croisement.", 1, 1) for row in (0, 1)]
    geometries = MadeGeometries(["POLYGON ((0 0))", "POLYGON B"], unbound=[0], broken=broken)
    found = [(code, row) for code, row, _ in geometry_faults(geometries)]
    assert found == [(CODE, "1"), ("ATTRIBUTE_GEOMETRY_INVALID", "2")]
