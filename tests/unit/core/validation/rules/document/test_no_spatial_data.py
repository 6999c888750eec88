"""NO_SPATIAL_DATA"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import (
    MadeGeometries,
    Said,
    column,
    delivery,
    document_model,
    made_table,
    said,
    table_model,
)

CODE = "NO_SPATIAL_DATA"


def faults(geometries: MadeGeometries | None, name: str = "WKT") -> list[Said]:
    made = delivery(tables=[made_table("A.dbf", "LIBELLE" if geometries is None else "", geometries=geometries)])
    return said([CODE], made, document_model(table_model("A", column(name, "MultiPolygon"))))


def test_one_geometry_is_enough() -> None:
    assert faults(MadeGeometries([None, "POLYGON A", "POLYGON B"], unbound=[2])) == []


@pytest.mark.parametrize(
    "geometries",
    [
        None,
        MadeGeometries([]),
        MadeGeometries([None]),
        MadeGeometries(["POLYGON EMPTY"]),
        MadeGeometries(["POLYGON ((0 0))", None], unbound=[0]),
    ],
    ids=["no column", "no row", "null", "empty", "unreadable"],
)
def test_no_geometry_that_can_be_read(geometries: MadeGeometries | None) -> None:
    assert faults(geometries) == [(CODE, {})]


def test_only_the_column_wkt_counts() -> None:
    assert faults(MadeGeometries(["POLYGON A"]), name="GEOM") == [(CODE, {})]


def test_a_delivery_without_any_table() -> None:
    assert said([CODE], delivery("a.pdf"), document_model()) == [(CODE, {})]
