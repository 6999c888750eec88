"""ATTRIBUTE_GEOMETRY_INVALID, ATTRIBUTE_GEOMETRY_INVALID_INTERNAL"""

from __future__ import annotations

from smica_qgis.core.validation.geometry_column import InvalidGeometry
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

CODE, INTERNAL = "ATTRIBUTE_GEOMETRY_INVALID", "ATTRIBUTE_GEOMETRY_INVALID_INTERNAL"
REASON = "Le contour se croise."
BROKEN = (InvalidGeometry(1, REASON, 700000.123456789012, 6600000),)


def test_a_broken_geometry() -> None:
    geometries = MadeGeometries(["POLYGON A", "POLYGON B"], broken=BROKEN)
    assert geometry_faults(geometries) == [(CODE, "2", {"TYPE_ERROR": REASON})]


def test_a_sound_one() -> None:
    assert geometry_faults(MadeGeometries(["POLYGON A", "POLYGON EMPTY", None])) == []


def test_a_test_that_fails_itself_has_no_place() -> None:
    broken = (InvalidGeometry(0, "", 0, 0, internal=True),)
    assert geometry_faults(MadeGeometries(["POLYGON A"], broken=broken)) == [(INTERNAL, "1", {})]


def test_the_place_is_given_in_the_layer_and_on_the_globe() -> None:
    geometries = MadeGeometries(["POLYGON A", "POLYGON B"], broken=BROKEN)
    table = made_table("ZONE_URBA.dbf", "", geometries=geometries)
    model = document_model(table_model("ZONE_URBA", column("WKT", "MultiPolygon")))
    (fault,) = [f for f in findings(delivery(tables=[table]), model) if f.code == CODE]
    assert fault.geometry == "POINT (700000.123456789 6600000)"
    assert fault.error_geometry == "POINT (700 6600)"
    assert (fault.attribute, fault.row, fault.feature_bbox) == ("WKT", 1, (1.0, 0.0, 2.0, 1.0))
