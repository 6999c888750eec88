"""Why and where a geometry is not valid (facts: unit_cases, "Geometry validity")."""

from __future__ import annotations

import math
import struct
from pathlib import Path

import pytest
from osgeo import gdal, ogr

from smica_qgis.core.validation.geometry_column import InvalidGeometry
from smica_qgis.core.validation.table import column_of
from smica_qgis.geodata.geometry.scan import GeometryScan
from smica_qgis.geodata.geometry.validity import REASONS
from smica_qgis.geodata.tables.text_geometry import geometries_of_texts
from tests.qgis.geodata.printed_tables import read_by_us
from tests.qgis.geodata.table_samples import write_layer

SQUARE, HOLE = "(0 0, 0 2, 2 2, 2 0, 0 0)", "(.5 .5, .5 1, 1 1, 1 .5, .5 .5)"
CROSSING = "self-intersection", "ring self-intersection"
FEW = ("too few points in geometry component",)


def problems(wkt: str) -> list[InvalidGeometry]:
    return list(geometries_of_texts(column_of("WKT", [wkt]), "EPSG:2154").invalid())


@pytest.mark.parametrize(
    "wkt",
    [
        f"POLYGON({SQUARE})",
        f"POLYGON({SQUARE}, {HOLE})",
        "MULTIPOLYGON (((0 0,2 0,2 2,0 2,0 0)),((2 2,4 2,4 4,2 4,2 2)))",
        "MULTIPOINT (1 1,1 1)",
        "LINESTRING (0 0,1 1,0 1,1 0)",
        "POLYGON EMPTY",
        "GEOMETRYCOLLECTION EMPTY",
        "MULTIPOLYGON EMPTY",
    ],
)
def test_valid(wkt: str) -> None:
    assert problems(wkt) == []


@pytest.mark.parametrize(
    ("wkt", "reasons", "place"),
    [
        (f"POLYGON({SQUARE}, (3 3, 3 4, 4 4, 4 3, 3 3))", ("hole lies outside shell",), None),
        (f"POLYGON({SQUARE}, {HOLE}, (.75 .75, .75 .8, .8 .8, .8 .75, .75 .75));", ("holes are nested",), (0.75, 0.75)),
        # cut at (0, 1) and at (2, 1): versions of GEOS differ on which one they name
        (f"POLYGON({SQUARE}, (0 1, 1 1.5, 2 1, 1 .5, 0 1));", ("interior is disconnected",), None),
        (f"POLYGON ({SQUARE}, (0 0, 1 0, 1 1, 0 1, 0 0))", CROSSING, None),
        ("POLYGON ((0 0, 2 0, 0 2, 2 2, 0 0))", CROSSING, (1, 1)),
        (f"POLYGON ({SQUARE}, (1 1.5, 1 1, 1.5 1.5, 1.5 1, 1 1.5))", CROSSING, (1.25, 1.25)),
        ("MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((.5 .5, 1 .5, 1 1, .5 1, .5 .5)))", ("nested shells",), None),
        ("POLYGON((0 0, 0 2, 2 2, 2 0, 0 0, 0 2, 2 2, 2 0, 0 0))", CROSSING, None),
        ("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0), (0 0, 1 .1, .1 1, 0 0), (0 0, 1 .1, .1 1, 0 0))", CROSSING, None),
        ("POLYGON ((0 0,1 1,0 0))", FEW, (0, 0)),
        ("POLYGON ((0 0,0 0,0 0,0 0))", FEW, (0, 0)),
        ("LINESTRING (0 0,0 0)", FEW, (0, 0)),
        ("POLYGON ((0 0,4 0,4 4,2 2,2 4,2 2,0 4,0 0))", CROSSING, (2, 2)),
        ("POLYGON ((0 0,4 0,4 4,2 0,0 4,0 0))", CROSSING, (2, 0)),
        # Of a shared edge JTS tells one end and GEOS may tell the other.
        ("MULTIPOLYGON (((0 0,2 0,2 2,0 2,0 0)),((2 0,4 0,4 2,2 2,2 0)))", CROSSING, None),
        ("MULTIPOLYGON (((0 0,2 0,2 2,0 2,0 0)),((1 0,4 0,4 2,1 2,1 0)))", CROSSING, None),
        ("GEOMETRYCOLLECTION (POINT (9 9),POLYGON ((0 0,2 2,2 0,0 2,0 0)))", CROSSING, (1, 1)),
        (
            "GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (MULTIPOLYGON (((0 0,2 0,2 2,0 2,0 0)),((1 0,4 0,4 2,1 2,1 0)))))",
            CROSSING,
            None,
        ),
        ("MULTIPOLYGON (((0 0,2 0,2 2,0 2,0 0)),((0 0,2 0,2 2,0 2,0 0)))", (*CROSSING, "duplicate rings"), None),
    ],
)
def test_not_valid(wkt: str, reasons: tuple[str, ...], place: tuple[float, float] | None) -> None:
    (problem,) = problems(wkt)
    assert problem.reason in {REASONS[reason] for reason in reasons}
    assert place is None or (problem.x, problem.y) == place


@pytest.mark.parametrize(("x", "y"), [(math.nan, 1.0), (1.0, math.nan)])
def test_a_point_without_a_number_is_not_valid(x: float, y: float) -> None:
    scan = GeometryScan()
    scan.add([struct.pack("<BIdd", 1, 1, 1.0, 2.0), struct.pack("<BIdd", 1, 1, x, y)])
    (problem,) = scan.invalid
    assert (problem.row, problem.reason) == (1, REASONS["invalid coordinate"])


@pytest.mark.parametrize("raises", [False, True])
def test_a_test_that_fails_is_not_an_invalid_geometry(monkeypatch: pytest.MonkeyPatch, *, raises: bool) -> None:
    """No geometry makes GEOS fail any more: what it said when one did."""
    said = "IllegalArgumentException: Cannot compute the quadrant for point (0, 0)"

    def fail(_geometry: ogr.Geometry) -> bool:
        if raises:
            raise RuntimeError(said)
        gdal.Error(gdal.CE_Failure, gdal.CPLE_AppDefined, said)
        return False

    monkeypatch.setattr(ogr.Geometry, "IsValid", fail)
    (problem,) = problems(f"POLYGON({SQUARE})")
    assert problem == InvalidGeometry(0, "", 0.0, 0.0, internal=True)


def test_a_ring_that_geos_cannot_build_is_an_invalid_geometry() -> None:
    (problem,) = problems("POLYGON ((0 0,1 1,0 0))")
    assert not problem.internal


def test_an_infinite_coordinate_of_a_layer_is_unreadable_as_its_text_is() -> None:
    scan = GeometryScan()
    scan.add([struct.pack("<BIdd", 1, 1, math.inf, 2.0), struct.pack("<BIdd", 1, 1, 1.0, 2.0)])
    assert scan.kinds.tolist() == [-1, 1]
    assert scan.extent == (1.0, 2.0, 1.0, 2.0)


def test_rows_are_counted_over_chunks() -> None:
    bowtie = bytes(ogr.CreateGeometryFromWkt("POLYGON ((0 0,2 2,2 0,0 2,0 0))").ExportToWkb(ogr.wkbNDR))
    square = bytes(ogr.CreateGeometryFromWkt(f"POLYGON ({SQUARE})").ExportToWkb(ogr.wkbNDR))
    scan = GeometryScan()
    scan.add([square, None, bowtie])
    scan.add([bowtie])
    assert [problem.row for problem in scan.invalid] == [2, 3]


def test_the_rounding_to_fifteen_digits_changes_verdicts(tmp_path: Path) -> None:
    """A sliver of a few nanometres in Lambert-93: valid as stored, crossing itself as printed."""
    x, y = 700000.0, 6600000.0
    third = f"{x + 10!r} {y + 4.4e-9!r}"
    sliver = f"POLYGON (({x} {y},{x + 20} {y},{x + 20} {y + 10},{third},{x} {y + 10},{x} {y}))"
    geometry = ogr.CreateGeometryFromWkt(sliver)
    assert geometry.IsValid()
    table = read_by_us(write_layer(tmp_path / "TABLE.gpkg", ogr.wkbPolygon, [(sliver, ["a"])]))
    assert table.native_geometry is not None
    assert [problem.row for problem in table.native_geometry.invalid()] == [0]


def test_curves_are_judged_on_their_straight_form(tmp_path: Path) -> None:
    circle = "CURVEPOLYGON (CIRCULARSTRING (0 0,4 0,4 4,0 4,0 0))"
    table = read_by_us(write_layer(tmp_path / "TABLE.gpkg", ogr.wkbCurvePolygon, [(circle, ["a"])]))
    assert table.native_geometry is not None
    assert list(table.native_geometry.invalid()) == []
    assert table.native_geometry.wkt(0).startswith("CURVEPOLYGON (CIRCULARSTRING (0 0,4 0")
