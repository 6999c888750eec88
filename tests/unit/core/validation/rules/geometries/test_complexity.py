"""CNIG_GEOMETRY_COMPLEXITY_ERROR, CNIG_GEOMETRY_COMPLEXITY_WARNING"""

from __future__ import annotations

from smica_qgis.core.validation.geometry_column import ComplexGeometry
from tests.unit.made_delivery import (
    MadeGeometries,
    column,
    delivery,
    document_model,
    findings,
    geometry_faults,
    made_table,
    table_model,
)

ERROR, WARNING = "CNIG_GEOMETRY_COMPLEXITY_ERROR", "CNIG_GEOMETRY_COMPLEXITY_WARNING"
TOLERANCE = "[[-1, 500, 500, 0.1, 50000], [200000, 1000, 1000, 10, 50000]]"
EXCESSES = (
    ComplexGeometry(0, "Nombre de sommets 5 > 4.", error=True),
    ComplexGeometry(1, "Nombre de parties 2 > 1.", error=False),
)


def geometries() -> MadeGeometries:
    return MadeGeometries(["POLYGON A", "POLYGON B", "POLYGON C"], excesses=EXCESSES)


def test_over_a_threshold() -> None:
    asked = geometries()
    assert geometry_faults(asked, cnig_complexity_tolerance=TOLERANCE) == [
        (ERROR, "1", {"TYPE_ERROR": "Nombre de sommets 5 > 4."}),
        (WARNING, "2", {"TYPE_ERROR": "Nombre de parties 2 > 1."}),
    ]
    assert "complex 200000" in asked.asked


def test_within_the_thresholds() -> None:
    assert geometry_faults(MadeGeometries(["POLYGON A"]), cnig_complexity_tolerance=TOLERANCE) == []


def test_without_the_option_nobody_asks() -> None:
    asked = geometries()
    assert geometry_faults(asked) == []
    assert "complex 200000" not in asked.asked


def test_only_the_first_geometry_column_of_a_table() -> None:
    two = [column("AUTRE", "Point"), column("WKT", "MultiPolygon")]
    table = made_table("A.csv", "WKT AUTRE", "x y", text_geometry=lambda _column: geometries())
    model = document_model(table_model("A", *two))
    found = findings(delivery(tables=[table]), model, cnig_complexity_tolerance=TOLERANCE)
    assert {f.attribute for f in found if f.code in (ERROR, WARNING)} == {"AUTRE"}
