"""What a geometry is read as: the cases of the official tool's own tests (facts: unit_cases, "Geometry…")."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from osgeo import ogr

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.geometry_column import GeometryColumn
from smica_qgis.core.validation.table import column_of
from smica_qgis.geodata.geometry.validity import REASONS
from smica_qgis.geodata.tables.text_geometry import geometries_of_texts
from tests.qgis.geodata.printed_tables import read_by_us
from tests.qgis.geodata.table_samples import broken_geometries, write_layer

UNCLOSED = "POLYGON ((0 0, 2 0, 2 2, 0 2))"
CURVE = "CURVEPOLYGON (COMPOUNDCURVE (CIRCULARSTRING (0 0,1 1,2 0),(2 0,0 0)))"


def of_texts(*texts: str | None) -> GeometryColumn:
    return geometries_of_texts(column_of("WKT", texts), "EPSG:2154")


def of_layer(folder: Path, *wkts: str | None, kind: int = ogr.wkbUnknown) -> GeometryColumn:
    """The same geometries as a GeoPackage stores them."""
    table = read_by_us(write_layer(folder / "TABLE.gpkg", kind, [(wkt, ["a"]) for wkt in wkts]))
    assert table.native_geometry is not None
    return table.native_geometry


@pytest.mark.parametrize(
    ("wkt", "kind"),
    [
        ("POINT EMPTY", ColumnType.POINT),
        ("POINT(3.0 4.0)", ColumnType.POINT),
        ("POINT(3.0 4.0 5.0)", ColumnType.POINT),
        ("POINT Z (809848 6322607 8)", ColumnType.POINT),
        ("POINT(1 2) trailing text", ColumnType.POINT),
        ("POINT (1 2))", ColumnType.POINT),
        ("point(1 2)", ColumnType.POINT),
        ("POINT (.5 2)", ColumnType.POINT),
        ("LINESTRING M (0 0 1,1 1 2)", ColumnType.LINESTRING),
        ("MULTIPOINT (1 2,3 4)", ColumnType.MULTIPOINT),
        (CURVE, ColumnType.POLYGON),
        ("GEOMETRYCOLLECTION EMPTY", ColumnType.GEOMETRYCOLLECTION),
        ("POLYGON ((0 0, 1 1, 0 0))", ColumnType.POLYGON),
    ],
)
def test_readable_texts(wkt: str, kind: ColumnType) -> None:
    assert list(of_texts(wkt).not_bound(kind)) == []
    assert list(of_texts(wkt).nulls()) == []


@pytest.mark.parametrize(
    "text",
    [
        "NOT A WKT",
        "POINT",
        "POINT ()",
        "POINT (1)",
        "POINT (1,2)",
        "POINT 1 2",
        "POINT (1 2",
        "LINESTRING (0 0,1 1",
        "POLYGON ((0 0,1 0,1 1,0 0)",
        "MULTIPOLYGON (((0 0,1 0,1 1,0 0))",
        "POINT (inf 2)",
        "POINT (null 2)",
        "POLYGON ((0 0))",
        "POLYGON ((0 0, 2 0, 2 2, 0 NaN, null 0))",
        UNCLOSED,
        "POLYGON ((0 0,1 1,1 0,0 1))",
        "LINESTRING (0 0)",
        "SRID=2154;POINT (1 2)",
        "TIN (((0 0,1 0,1 1,0 0)))",
        "POINT\0 (1 2)",
        "é",
        "GEOMETRYCOLLECTION(" * 100 + "POINT(1 2)" + ")" * 100,
        "GEOMETRYCOLLECTION(" * 100_000 + "POINT(1 2)" + ")" * 100_000,
    ],
    ids=lambda text: text[:24].replace("\0", "NUL"),
)
def test_texts_that_are_no_geometry(text: str) -> None:
    geometries = of_texts(text)
    assert list(geometries.not_bound(ColumnType.GEOMETRY)) == [0]
    assert list(geometries.nulls()) == []
    assert list(geometries.invalid()) == []
    assert geometries.is_empty()


@pytest.mark.parametrize(
    "wkt",
    [
        "POINT (NaN 1)",
        "POINT (nan NAN)",
        "POINT (1e400 2)",
        "POINT (Infinity 1)",
        "POINT (+Infinity -NaN)",
        "MULTIPOINT (1 1,NaN NaN)",
        "GEOMETRYCOLLECTION (POINT (NaN 1))",
        "LINESTRING (0 0,NaN 1)",
        "POLYGON ((0 0,2 0,2 2,0 NaN,0 0))",
        "POLYGON ((0 0,1e400 0,1 1,0 0))",
    ],
)
def test_what_is_no_number_is_read_and_not_valid(wkt: str) -> None:
    """JTS 1.19 reads these texts and finds an invalid coordinate in them."""
    geometries = of_texts(wkt)
    assert list(geometries.not_bound(ColumnType.GEOMETRY)) == []
    assert [(p.row, p.reason, p.internal) for p in geometries.invalid()] == [(0, REASONS["invalid coordinate"], False)]
    assert not geometries.is_empty()


def test_an_open_ring_of_no_number_is_unreadable() -> None:
    geometries = of_texts("POLYGON ((NaN 0,2 0,2 2,0 1,NaN 0))")
    assert list(geometries.not_bound(ColumnType.GEOMETRY)) == [0]


def test_a_plus_before_a_number_is_read() -> None:
    geometries = of_texts("POINT (+3 +4.5)")
    assert list(geometries.not_bound(ColumnType.POINT)) == []
    assert geometries.boxes([0]) == of_texts("POINT (3 4.5)").boxes([0])


def test_an_empty_cell_is_a_null() -> None:
    geometries = of_texts(None, "", "POINT (1 2)")
    assert list(geometries.nulls()) == [0, 1]
    assert list(geometries.not_bound(ColumnType.POINT)) == []
    assert list(geometries.digests())[:2] == [None, None]


def test_an_unclosed_ring_of_a_layer_is_unreadable_as_its_text_is(tmp_path: Path) -> None:
    geometries = of_layer(tmp_path, UNCLOSED, "POLYGON ((0 0,2 0,2 2,0 0))")
    assert list(geometries.not_bound(ColumnType.POLYGON)) == [0]


def test_what_gdal_cannot_read_is_a_null_as_ogr2ogr_prints_it(tmp_path: Path) -> None:
    table = read_by_us(broken_geometries(tmp_path))
    assert table.native_geometry is not None
    names = table.columns[1]
    assert [names.value(row) for row in range(table.row_count)][7:9] == [
        "un point dans un multipolygone",
        "gros-boutiste",
    ]
    assert [row for row in range(table.row_count) if row not in table.native_geometry.nulls()] == [0, 8]
    assert list(table.native_geometry.not_bound(ColumnType.GEOMETRY)) == []


P, L = "POINT(3 4)", "LINESTRING(2 3,4 5)"
ACCEPTED: Sequence[tuple[ColumnType, str]] = [
    (ColumnType.POINT, "GEOMETRYCOLLECTION EMPTY"),
    (ColumnType.POINT, P),
    (ColumnType.POINT, "MULTIPOINT((3 4))"),
    (ColumnType.POINT, f"GEOMETRYCOLLECTION({P})"),
    (ColumnType.MULTIPOINT, "GEOMETRYCOLLECTION EMPTY"),
    (ColumnType.MULTIPOINT, P),
    (ColumnType.MULTIPOINT, "MULTIPOINT(3 4,5 6)"),
    (ColumnType.LINESTRING, f"MULTI{L[:10]}({L[10:]})"),
    (ColumnType.POLYGON, "MULTIPOLYGON(((0 0,0 1,1 1,0 0)))"),
    (ColumnType.MULTIPOLYGON, "POLYGON((0 0,0 1,1 1,0 0))"),
    (ColumnType.GEOMETRY, f"GEOMETRYCOLLECTION({P},{L})"),
    (ColumnType.GEOMETRYCOLLECTION, f"GEOMETRYCOLLECTION({P},{L})"),
]
REFUSED: Sequence[tuple[ColumnType, str]] = [
    (ColumnType.POINT, L),
    (ColumnType.POINT, f"GEOMETRYCOLLECTION({P},{P})"),
    (ColumnType.POINT, "MULTIPOINT(3 4,5 6)"),
    (ColumnType.MULTIPOINT, L),
    (ColumnType.MULTIPOINT, f"GEOMETRYCOLLECTION({P},{L})"),
    (ColumnType.POLYGON, "MULTIPOLYGON(((0 0,0 1,1 1,0 0)),((2 2,2 3,3 3,2 2)))"),
    (ColumnType.MULTIPOLYGON, "GEOMETRYCOLLECTION(POLYGON((0 0,0 1,1 1,0 0)))"),
    (ColumnType.GEOMETRYCOLLECTION, "MULTIPOINT((3 4))"),
]


@pytest.mark.parametrize("form", ["text", "layer"])
@pytest.mark.parametrize(("expected", "wkt"), ACCEPTED, ids=lambda value: str(value)[:30])
def test_kinds_that_an_expected_type_accepts(expected: ColumnType, wkt: str, form: str, tmp_path: Path) -> None:
    geometries = of_texts(wkt) if form == "text" else of_layer(tmp_path, wkt)
    assert list(geometries.not_bound(expected)) == []


@pytest.mark.parametrize("form", ["text", "layer"])
@pytest.mark.parametrize(("expected", "wkt"), REFUSED, ids=lambda value: str(value)[:30])
def test_kinds_that_an_expected_type_refuses(expected: ColumnType, wkt: str, form: str, tmp_path: Path) -> None:
    geometries = of_texts(wkt) if form == "text" else of_layer(tmp_path, wkt)
    assert list(geometries.not_bound(expected)) == [0]


def test_digests_are_equal_when_the_printed_forms_are(tmp_path: Path) -> None:
    stored = ["POINT (557311.1558663531 6742836.604156761)", "POINT (557311.155866353 6742836.60415676)", "POINT (1 2)"]
    first, second, third = of_layer(tmp_path, *stored).digests()
    assert first == second != third


def test_digests_of_texts_are_those_of_the_texts() -> None:
    first, second, third = of_texts("POINT (1 2)", "POINT (1 2)", "POINT (1 2.0)").digests()
    assert first == second != third


def test_parts_are_counted() -> None:
    geometries = of_texts("MULTIPOINT((0 0),(1 1))", "MULTIPOINT((0 0))", "GEOMETRYCOLLECTION EMPTY", None, P)
    assert list(geometries.multiparts()) == [(0, 2)]


def test_a_column_of_nulls_and_empties_is_empty() -> None:
    assert of_texts(None, "POINT EMPTY", "GEOMETRYCOLLECTION EMPTY").is_empty()
    assert not of_texts(None, P).is_empty()


def test_boxes_are_in_degrees_with_seven_decimals() -> None:
    geometries = of_texts("LINESTRING (700000 6600000,700010 6600010)", None, "NOT A WKT", "POINT EMPTY")
    boxes = geometries.boxes(range(4))
    assert list(boxes) == [0]
    assert boxes[0] == pytest.approx((3.0, 46.5, 3.0001303, 46.50009), abs=1e-6)
    assert all(round(value, 7) == value for value in boxes[0])


def test_a_place_that_is_none_has_no_text() -> None:
    assert of_texts(P).lonlat(700000.0, 6600000.0) == "POINT (3.0 46.5)"
    assert of_texts(P).lonlat(float("nan"), 1.0) == ""
    assert of_texts(P).lonlat(float("inf"), 1.0) == ""


@pytest.mark.parametrize(
    ("wkt", "outside"),
    [
        ("POLYGON ((0.2 0.2,0.2 0.8,0.8 0.8,0.2 0.2))", False),
        ("POLYGON ((-0.2 0.2,-0.2 0.8,0.8 0.8,-0.2 0.2))", True),
        (None, False),
        ("POLYGON EMPTY", False),
    ],
)
def test_outside_an_extent(wkt: str | None, tmp_path: Path, *, outside: bool) -> None:
    extent = "POLYGON ((0 0,0 1,1 1,1 0,0 0))"
    assert list(of_texts(wkt).outside(extent)) == ([0] if outside else [])
    assert list(of_layer(tmp_path, wkt).outside(extent)) == ([0] if outside else [])
