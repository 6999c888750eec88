"""Curves, third dimensions, surfaces of triangles, empty and missing geometries, in every format that can hold them.

What the official tool does of them: checks (ATTRIBUTE_GEOMETRY_INVALID_FORMAT), unit_cases ("Geometry reading"), and
its reader, which makes twelve segments of a quarter of a circle (GDAL: one or two more), and knows neither TIN nor
curves with a Z.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import ogr

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.geometry_column import GeometryColumn
from smica_qgis.core.validation.options import ComplexityTolerance, Thresholds
from tests.qgis.geodata.printed_tables import assert_read_as_printed, read_by_us
from tests.qgis.geodata.table_samples import write_layer

HALF_DISC = "CURVEPOLYGON (COMPOUNDCURVE (CIRCULARSTRING (0 0,1 1,2 0),(2 0,0 0)))"
DISC = "CURVEPOLYGON (CIRCULARSTRING (0 0,4 0,4 4,0 4,0 0))"
ARC = "CIRCULARSTRING (0 0,1 1,2 0)"
QUARTER = "CIRCULARSTRING (1 0,0.707106781186548 0.707106781186548,0 1)"
CROSSED = "CURVEPOLYGON (COMPOUNDCURVE (CIRCULARSTRING (0 0,2 2,4 0),(4 0,2 3,0 0)))"
"""The two sides of an arrow drawn over the arc that it should stay under."""
SURFACES = {
    HALF_DISC: ColumnType.POLYGON,
    DISC: ColumnType.MULTIPOLYGON,
    f"MULTISURFACE ({DISC})": ColumnType.MULTIPOLYGON,
    f"MULTISURFACE ({DISC},((10 10,11 10,11 11,10 10)))": ColumnType.MULTIPOLYGON,
    "CURVEPOLYGON ((0 0,1 0,1 1,0 0))": ColumnType.POLYGON,
    "MULTISURFACE (((0 0,1 0,1 1,0 0)))": ColumnType.MULTIPOLYGON,
    "MULTICURVE ((0 0,1 1))": ColumnType.MULTILINESTRING,
    ARC: ColumnType.LINESTRING,
    "COMPOUNDCURVE ((0 0,1 1),CIRCULARSTRING (1 1,2 2,3 1))": ColumnType.MULTILINESTRING,
    f"MULTICURVE ({ARC},(5 5,6 6))": ColumnType.MULTILINESTRING,
    f"GEOMETRYCOLLECTION ({ARC},POINT (1 2))": ColumnType.GEOMETRYCOLLECTION,
}
TRIANGLES = [
    "TIN (((0 0,1 0,1 1,0 0)))",
    "TRIANGLE ((0 0,1 0,1 1,0 0))",
    "POLYHEDRALSURFACE (((0 0,1 0,1 1,0 0)))",
    "GEOMETRYCOLLECTION (TIN (((0 0,1 0,1 1,0 0))))",
]
EMPTY = [
    "POINT EMPTY",
    "LINESTRING EMPTY",
    "POLYGON EMPTY",
    "MULTIPOLYGON EMPTY",
    "GEOMETRYCOLLECTION EMPTY",
    "CURVEPOLYGON EMPTY",
    "MULTISURFACE EMPTY",
]
Written = Callable[[Path, "list[str | None]"], GeometryColumn]


def in_geopackage(folder: Path, wkts: list[str | None]) -> GeometryColumn:
    return _native(write_layer(folder / "TABLE.gpkg", ogr.wkbUnknown, [(wkt, ["a"]) for wkt in wkts]))


def in_gml(folder: Path, wkts: list[str | None]) -> GeometryColumn:
    return _native(write_layer(folder / "TABLE.gml", ogr.wkbUnknown, [(wkt, ["a"]) for wkt in wkts], FORMAT="GML3.2"))


def in_csv(folder: Path, wkts: list[str | None]) -> GeometryColumn:
    (folder / "TABLE.csv").write_text("WKT,A\n" + "".join(f'"{wkt or ""}",a\n' for wkt in wkts), encoding="utf-8")
    geometries = read_by_us(folder / "TABLE.csv").geometry(0)
    assert geometries is not None
    return geometries


def _native(path: Path) -> GeometryColumn:
    geometries = read_by_us(path).native_geometry
    assert geometries is not None
    return geometries


every_format = pytest.mark.parametrize("written", [in_geopackage, in_gml, in_csv])


@every_format
@pytest.mark.parametrize(("wkt", "expected"), SURFACES.items(), ids=lambda value: str(value)[:30])
def test_a_curve_is_of_the_kind_of_its_straight_form(
    written: Written, wkt: str, expected: ColumnType, tmp_path: Path
) -> None:
    geometries = written(tmp_path, [wkt])
    assert list(geometries.not_bound(expected)) == []
    assert list(geometries.not_bound(ColumnType.MULTIPOINT)) == [0]
    assert list(geometries.invalid()) == []


@every_format
def test_a_curve_that_crosses_itself_is_not_valid(written: Written, tmp_path: Path) -> None:
    geometries = written(tmp_path, [HALF_DISC, CROSSED])
    assert [(problem.row, problem.internal) for problem in geometries.invalid()] == [(1, False)]


@pytest.mark.parametrize("written", [in_geopackage, in_csv])
def test_a_quarter_of_a_circle_has_about_twelve_segments(written: Written, tmp_path: Path) -> None:
    def limit(points: float) -> ComplexityTolerance:
        none = Thresholds(-1, -1, -1, 1000, 0)
        return ComplexityTolerance(none, Thresholds(points, -1, -1, 1000, 0))

    geometries = written(tmp_path, [QUARTER])
    assert [found.row for found in geometries.complex(limit(12))] == [0]
    assert list(geometries.complex(limit(14))) == []


@pytest.mark.parametrize("written", [in_geopackage, in_csv])
@pytest.mark.parametrize("wkt", TRIANGLES)
def test_surfaces_of_triangles_are_unreadable(written: Written, wkt: str, tmp_path: Path) -> None:
    geometries = written(tmp_path, [wkt, "POINT (1 2)"])
    assert list(geometries.not_bound(ColumnType.GEOMETRY)) == [0]
    assert list(geometries.nulls()) == []
    assert list(geometries.invalid()) == []


@pytest.mark.parametrize("written", [in_geopackage, in_csv])
@pytest.mark.parametrize(
    ("wkt", "expected"),
    [
        ("POINT Z (1 2 3)", ColumnType.POINT),
        ("POINT M (1 2 3)", ColumnType.POINT),
        ("LINESTRING ZM (0 0 1 2,1 1 1 2)", ColumnType.LINESTRING),
        ("POLYGON Z ((0 0 5,2 0 5,2 2 5,0 0 5))", ColumnType.MULTIPOLYGON),
        ("MULTIPOLYGON M (((0 0 5,2 0 5,2 2 5,0 0 5)))", ColumnType.MULTIPOLYGON),
    ],
)
def test_a_third_dimension_changes_nothing(written: Written, wkt: str, expected: ColumnType, tmp_path: Path) -> None:
    geometries = written(tmp_path, [wkt])
    assert list(geometries.not_bound(expected)) == []
    assert list(geometries.invalid()) == []
    assert len(geometries.boxes([0])) == 1


CURVE_Z = "CURVEPOLYGON Z (CIRCULARSTRING Z (0 0 1,4 0 1,4 4 1,0 4 1,0 0 1))"


def test_a_curve_with_a_z_is_flattened_in_a_layer_and_unreadable_as_a_text(tmp_path: Path) -> None:
    """What ogr2ogr prints has two dimensions; a CSV is read as it is."""
    assert list(in_geopackage(tmp_path, [CURVE_Z]).not_bound(ColumnType.POLYGON)) == []
    assert list(in_csv(tmp_path, [CURVE_Z, CURVE_Z.replace(" Z", "")]).not_bound(ColumnType.POLYGON)) == [0]


@every_format
def test_a_missing_geometry_is_a_null_and_an_empty_one_is_not(written: Written, tmp_path: Path) -> None:
    geometries = written(tmp_path, [None, "POINT (1 2)"])
    assert list(geometries.nulls()) == [0]
    assert list(geometries.not_bound(ColumnType.POINT)) == []
    assert geometries.digests()[0] is None
    assert list(geometries.boxes([0, 1])) == [1]


@pytest.mark.parametrize("written", [in_geopackage, in_csv])
@pytest.mark.parametrize("expected", [t for t in ColumnType if t.is_geometry])
def test_an_empty_geometry_suits_every_type(written: Written, expected: ColumnType, tmp_path: Path) -> None:
    geometries = written(tmp_path, list(EMPTY))
    assert list(geometries.nulls()) == []
    assert list(geometries.not_bound(expected)) == []
    assert list(geometries.invalid()) == []
    assert list(geometries.outside("POLYGON ((0 0,1 0,1 1,0 0))")) == []
    assert geometries.is_empty()
    assert geometries.boxes(range(len(EMPTY))) == {}


@pytest.mark.parametrize("extension", ["gpkg", "gml"])
def test_curves_are_printed_as_ogr2ogr_prints_them(extension: str, tmp_path: Path) -> None:
    folder = tmp_path / "source"
    folder.mkdir()
    options = {"FORMAT": "GML3.2"} if extension == "gml" else {}
    wkts = [wkt for wkt in SURFACES if extension == "gpkg" or "MULTI" not in wkt]
    path = write_layer(folder / f"TABLE.{extension}", ogr.wkbUnknown, [(wkt, ["a"]) for wkt in wkts], **options)
    assert_read_as_printed(path, tmp_path / "printed")
