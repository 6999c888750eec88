"""CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import MadeGeometries, geometry_faults

CODE = "CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR"
EMPRISE = "POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0))"


def geometries() -> MadeGeometries:
    return MadeGeometries(["POLYGON A", "POLYGON B"], beyond={EMPRISE: [0]})


@pytest.mark.parametrize("table", ["ZONE_URBA", "SECTEUR_CC"])
def test_a_zone_outside(table: str) -> None:
    assert geometry_faults(geometries(), table=table, cnig_document_emprise=EMPRISE) == [(CODE, "1", {})]


@pytest.mark.parametrize("table", ["PRESCRIPTION_SURF", "INFO_SURF", "zone_urba", "ZONE_URBA_COM"])
def test_other_tables_may_go_beyond(table: str) -> None:
    assert geometry_faults(geometries(), table=table, cnig_document_emprise=EMPRISE) == []


def test_a_zone_inside() -> None:
    assert geometry_faults(MadeGeometries(["POLYGON A"]), cnig_document_emprise=EMPRISE) == []


def test_without_the_option() -> None:
    assert geometry_faults(geometries()) == []
