"""One file for each thing that may happen to a value between a file and the official tool (facts: pipeline §4, §6)."""

from __future__ import annotations

import random
import sqlite3
import struct
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from osgeo import ogr, osr

from tests.qgis.geodata.dbase import write_dbf

Sample = Callable[[Path], Path]
"""Writes itself in a folder and returns its main file."""
Row = tuple["str | None", Sequence[Any]]
"""WKT of the geometry and the values of a row."""

INTEGER, BOOLEAN, LONG = (ogr.OFTInteger, 0), (ogr.OFTInteger, ogr.OFSTBoolean), (ogr.OFTInteger64, 0)
TEXT, REAL, SINGLE = (ogr.OFTString, 0), (ogr.OFTReal, 0), (ogr.OFTReal, ogr.OFSTFloat32)
DATE, MOMENT = (ogr.OFTDate, 0), (ogr.OFTDateTime, 0)
Types = dict[str, "tuple[int, int]"]
_FORMATS = {".shp": "ESRI Shapefile", ".gpkg": "GPKG", ".tab": "MapInfo File", ".gml": "GML"}
_RANDOM_POINTS = 300


def write_layer(path: Path, kind: int, rows: Iterable[Row], types: Types | None = None, **options: str) -> Path:
    """Write a layer in Lambert-93 with GDAL, in the format of its extension. options: of the layer's creation."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(2154)
    dataset = ogr.GetDriverByName(_FORMATS[path.suffix]).CreateDataSource(str(path))
    layer = dataset.CreateLayer(path.stem, reference, kind, [f"{name}={value}" for name, value in options.items()])
    for name, (main, sub) in (types or {"LIBELLE": TEXT}).items():
        field = ogr.FieldDefn(name, main)
        field.SetSubType(sub)
        layer.CreateField(field)
    for wkt, values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        for index, value in enumerate(values):
            if value is not None:
                feature.SetField(index, value)
        layer.CreateFeature(feature)
    del layer, dataset
    return path


def shapefile(name: str, kind: int, geometries: Iterable[str | None]) -> Sample:
    rows = [(wkt, [f"objet {number}"]) for number, wkt in enumerate(geometries)]
    return lambda folder: write_layer(folder / f"{name}.shp", kind, rows).with_suffix(".dbf")


def dbf(*fields: tuple[str, str, int, int], rows: Sequence[Sequence[bytes]], deleted: Sequence[int] = ()) -> Sample:
    return lambda folder: write_dbf(folder / "TABLE.dbf", fields, rows, deleted)


def geopackage(kind: int, rows: Sequence[Row], types: Types | None = None, **options: str) -> Sample:
    return lambda folder: write_layer(folder / "TABLE.gpkg", kind, rows, types, **options)


def random_points() -> list[str]:
    """Places of every size and shape: what is printed bare, with a point, with zeros, with an exponent."""
    chance = random.Random(2154)  # noqa: S311 - the same points every time
    kinds: list[Callable[[], float]] = [
        lambda: chance.uniform(1e5, 1.3e6),
        lambda: chance.uniform(6e6, 7.2e6),
        lambda: chance.uniform(-10, 10),
        lambda: float(chance.randrange(-1000, 1000)),
        lambda: chance.randrange(10**7) / 4,
        lambda: chance.uniform(1, 10) * 10.0 ** chance.randrange(0, 20),
        lambda: chance.choice([0.0, 1e5, 2.0**31 - 1, 2.0**31, -(2.0**31), -(2.0**31) - 1, 1e15, 0.25, -0.5, 1e-5]),
    ]
    numbers = [[chance.choice(kinds)() for _ in range(2)] for _ in range(_RANDOM_POINTS)]
    return [f"POINT ({x!r} {y!r})" for x, y in numbers]


NUMBERS = dbf(
    ("N3", "N", 10, 3),
    ("N0", "N", 5, 0),
    ("LONG", "N", 11, 0),
    ("LONGEST", "N", 20, 0),
    ("F6", "F", 15, 6),
    ("N15", "N", 30, 15),
    rows=[
        [b"     1.500", b"  007", b"99999999999", b"12345678901234567890", b"1.5", b"0.1"],
        [b"*" * 10, b"*" * 5, b"*" * 11, b"*" * 20, b"*" * 15, b"*" * 30],
        [b"", b"", b"", b"", b"", b""],
        [b"1e5", b"+5", b"-0", b"-1", b"0.0000005", b"1e-30"],
        [b"1,5", b"1.5", b"1e3", b"abc", b"nan", b"inf"],
        [b"-0.0004", b"x1", b"1x", b"00000000000000000001", b"12345678901.", b"3.14159265358979323846"],
        [b"0.0005", b"1 2", b"2147483648", b"9223372036854775808", b"1.23456789e10", b"5e-324"],
        [b"2.5005", b"-9999", b"-2147483649", b"9223372036854775807", b"-7", b"123456789012345678901234567890"],
    ],
)
DATES = dbf(
    ("DATAPPRO", "D", 8, 0),
    rows=[
        [text]
        for text in (b"20130926", b"2020", b"00000000", b"", b"20201399", b"abcd1234", b"2020/1/2", b"0", b"99999999")
    ],
)
LOGICALS = dbf(("OUI", "L", 1, 0), rows=[[letter] for letter in (b"T", b"F", b"Y", b"N", b"t", b"n", b"?", b" ", b"1")])
TEXTS = dbf(
    ("NOMFIC", "C", 60, 0),
    ("AUTRE", "C", 254, 0),
    rows=[
        [rb"\\ALPICITE-NAS\etudes\reglement\.pdf", b"x" * 254],
        [b'un "mot", deux', b"  des blancs autour \t"],
        [b"deux\r\nlignes", b""],
        [b"avant\x00apres", b"\xc2\xa0insecable\xc2\xa0"],
        ["œuvre’s à l’été".encode(), b";"],
    ],
)
LATIN1 = dbf(("LIBELLE", "C", 20, 0), rows=[[b"b\xe2timent"], ["été".encode()], [b"NOMFIC\x92"], [b"ascii"]])
LATIN1_WITH_DATES = dbf(
    ("LIBELLE", "C", 20, 0),
    ("DATAPPRO", "D", 8, 0),
    rows=[[b"b\xe2timent", b"20200101"], ["été".encode(), b"2"], [b"ascii", b""]],
)
UTF8 = dbf(("LIBELLE", "C", 20, 0), rows=[["bâtiment".encode()], [b"ascii"]])
UTF8_WITH_DATES = dbf(("LIBELLE", "C", 20, 0), ("D", "D", 8, 0), rows=[["bâtiment".encode(), b"20200101"]])
LATIN1_NAME = dbf(("ANN\xc9E", "C", 10, 0), ("LIBELLE", "C", 10, 0), rows=[[b"2020", b"a"], [b"2021", b"\xe9"]])
REPEATED_NAMES = dbf(
    ("LIBELLE", "C", 5, 0),
    ("LIBELLE", "C", 5, 0),
    ("libelle", "C", 5, 0),
    rows=[[b"a", b"b", b"c"], [b"d", b"e", b"f"]],
)
NAMES_OF_GDAL = dbf(
    ("OGC_FID", "C", 4, 0), ("fid", "N", 5, 0), ("wkb_geomet", "C", 4, 0), rows=[[b"x", b"7", b"y"], [b"z", b"8", b""]]
)
DELETED = dbf(("A", "C", 3, 0), ("B", "C", 3, 0), rows=[[b"a", b"1"], [b"b", b"2"], [b"c", b"3"]], deleted=[1])

EVERYTHING: Types = {
    "TEXTE": TEXT,
    "OUI": BOOLEAN,
    "ENTIER": INTEGER,
    "LONG": LONG,
    "REEL": REAL,
    "SIMPLE": SINGLE,
    "JOUR": DATE,
    "MOMENT": MOMENT,
}
VALUES: list[Row] = [
    ("POINT (1 2)", ["été", 1, 5, 12345678901, 1e-7, 1.1, "2020/01/02", "2020/01/02 10:00:00"]),
    ("POINT (1.5 2)", ['a\r\nb, "c" \\', 0, -5, -1, 0.1 + 0.2, 3.3333333, "2020/12/31", "2020/01/02 10:00:00.123"]),
    (None, [None] * 8),
    ("POINT (1 2)", ["", 0, 0, 0, 0.0, 1e10, "0001/01/01", "2020/01/02 10:00:00+02"]),
    ("POINT (1 2)", ["  a\t", 0, 0, 0, 123456789.123456789, 1e-10, "2020/01/01", "2020/01/02 10:00:00Z"]),
    ("POINT EMPTY", ["b", 0, 0, 2**62, 1e22, 16777217.0, "2020/01/01", "2020/01/02 23:59:59"]),
]
SHORT_TYPES: Types = {name: kind for name, kind in EVERYTHING.items() if name in ("TEXTE", "OUI", "LONG", "REEL")}
SHORT_VALUES: list[Row] = [(wkt, [values[0], values[1], values[3], values[4]]) for wkt, values in VALUES]
CURVES = [
    "CURVEPOLYGON (COMPOUNDCURVE (CIRCULARSTRING (0 0,1 1,2 0),(2 0,0 0)))",
    "MULTISURFACE (CURVEPOLYGON (CIRCULARSTRING (0 0,4 0,4 4,0 4,0 0)))",
    "CIRCULARSTRING (0 0,1 1,2 0)",
    "COMPOUNDCURVE ((0 0,1 1.5))",
    "TIN (((0 0,1 0,1 1,0 0)))",
    "TRIANGLE ((0 0,1 0,1 1,0 0))",
    "GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (0 0,1.5 1))",
    "MULTIPOINT ((1 2),(3 4.5))",
    "MULTIPOLYGON EMPTY",
    "GEOMETRYCOLLECTION EMPTY",
]


def strange_cells(folder: Path) -> Path:
    """A GeoPackage whose cells do not hold what their columns say."""
    path = write_layer(folder / "TABLE.gpkg", ogr.wkbNone, [(None, ["a"])])
    with closing(sqlite3.connect(path)) as database:
        for name, kind in (("I", "INTEGER"), ("R", "REAL"), ("D", "DATE"), ("B", "BOOLEAN"), ("O", "BLOB")):
            database.execute(f"ALTER TABLE TABLE_ ADD {name} {kind}".replace("TABLE_", '"TABLE"'))
        for value in ("abc", 5.5, 7, b"\1\2", 2**63 - 1, "2020-13-45", "2020-01-02T10:00:00Z", "é"):
            database.execute('INSERT INTO "TABLE" (LIBELLE, I, R, D, B, O) VALUES (?, ?, ?, ?, ?, ?)', (value,) * 6)
        database.execute("""INSERT INTO "TABLE" (LIBELLE) VALUES (CAST(x'e9' AS TEXT)), (CAST(x'410042' AS TEXT))""")
        database.commit()
    return path


def broken_geometries(folder: Path) -> Path:
    """A GeoPackage whose geometries cannot be read: ogr2ogr prints nothing for them."""
    path = write_layer(folder / "TABLE.gpkg", ogr.wkbUnknown, [("POINT (1 2)", ["a"])], SPATIAL_INDEX="NO")
    head = b"GP\0\1" + struct.pack("<i", 2154)
    point = struct.pack("<BIdd", 1, 1, 1.0, 2.0)
    bodies = {
        "coupé": struct.pack("<BIII", 1, 3, 1, 0x0FFFFFFF),
        "coupé aussi": struct.pack("<BIII", 1, 3, 2, 0x0FFFFFFF),
        "trop de points": struct.pack("<BII", 1, 4, 0xFFFFFFFF),
        "profond": struct.pack("<BII", 1, 7, 1) * 5000 + point,
        "vide": b"",
        "quelconque": b"zzzz",
        "un point dans un multipolygone": struct.pack("<BII", 1, 6, 1) + point,
        "gros-boutiste": struct.pack(">BIdd", 0, 1, 1.0, 2.0),
    }
    with closing(sqlite3.connect(path)) as database:
        for text, body in bodies.items():
            database.execute('INSERT INTO "TABLE" (geom, LIBELLE) VALUES (?, ?)', (head + body, text))
        database.execute("""INSERT INTO "TABLE" (geom, LIBELLE) VALUES ('texte', 'texte'), (5, 'nombre')""")
        database.commit()
    return path


MAPINFO_TYPES: Types = {"TYPE": TEXT, "ENTIER": INTEGER, "REEL": REAL, "JOUR": DATE}
SQUARE = "POLYGON ((700000 6600000,700010 6600000,700010.25 6600010,700000 6600000))"


def gml_with_schema(folder: Path) -> Path:
    """GDAL writes the schema beside: it keeps a column that is always empty."""
    rows: list[Row] = [(SQUARE, ["  x ", 2, None]), (None, ["été", None, None])]
    return write_layer(folder / "TABLE.gml", ogr.wkbPolygon, rows, {"LIBELLE": TEXT, "ENTIER": INTEGER, "URLFIC": TEXT})


def gml_without_schema(folder: Path) -> Path:
    path = gml_with_schema(folder)
    path.with_suffix(".xsd").unlink()
    return path


SAMPLES: dict[str, Sample] = {
    "dbf numbers": NUMBERS,
    "dbf dates": DATES,
    "dbf logicals": LOGICALS,
    "dbf texts": TEXTS,
    "dbf latin1": LATIN1,
    "dbf latin1 with dates": LATIN1_WITH_DATES,
    "dbf latin1 in a name": LATIN1_NAME,
    "dbf utf8": UTF8,
    "dbf utf8 with dates": UTF8_WITH_DATES,
    "dbf one column": dbf(("IDSUP", "C", 10, 0), rows=[[b"a"], [b""], [b"c"]]),
    "dbf no row": dbf(("A", "C", 10, 0), ("B", "N", 4, 0), rows=[]),
    "dbf deleted rows": DELETED,
    "dbf repeated names": REPEATED_NAMES,
    "dbf names of GDAL": NAMES_OF_GDAL,
    "shp points": shapefile("TABLE", ogr.wkbPoint, random_points()),
    "shp nulls": shapefile("TABLE", ogr.wkbPoint, ["POINT (1 2)", None]),
    "shp z": shapefile("TABLE", ogr.wkbPoint25D, ["POINT Z (1.5 2.5 3.5)", "POINT Z (1 2 3)"]),
    "shp m": shapefile("TABLE", ogr.wkbPointM, ["POINT M (1.5 2.5 3.5)"]),
    "shp lines": shapefile(
        "TABLE", ogr.wkbLineString, ["LINESTRING (0 0,1 1)", "MULTILINESTRING ((0 0,1.5 2),(3 3,4 4))"]
    ),
    "shp polygons": shapefile(
        "TABLE",
        ogr.wkbPolygon,
        [
            "POLYGON ((0 0,0 2,2 2,2 0,0 0),(0.5 0.5,1 0.5,1 1,0.5 0.5))",
            "MULTIPOLYGON (((0 0,1 1,1.5 0,0 0)),((3 3,4 4,4 3,3 3)))",
            "POLYGON Z ((0 0 1,2 0 1,2 2 2,0 2 3,0 0 1))",
        ],
    ),
    "shp multipoints": shapefile("TABLE", ogr.wkbMultiPoint, ["MULTIPOINT ((0 0),(1.5 1))", "MULTIPOINT ((0 0))"]),
    "gpkg every type": geopackage(ogr.wkbPoint, VALUES, EVERYTHING),
    "gpkg by Arrow": geopackage(ogr.wkbPoint, SHORT_VALUES, SHORT_TYPES),
    "gpkg long text": geopackage(ogr.wkbPoint, [("POINT (1 2)", ["x" * 20_000]), ("POINT (1 2)", ["y"])]),
    "gpkg other key": geopackage(ogr.wkbPoint, [("POINT (1 2)", ["a"])], FID="IDZONE", GEOMETRY_NAME="forme"),
    "gpkg curves": geopackage(ogr.wkbUnknown, [(wkt, ["a"]) for wkt in CURVES]),
    "gpkg no geometry": geopackage(ogr.wkbNone, [(None, ["a"]), (None, ["b"])]),
    "gpkg strange cells": strange_cells,
    "gpkg broken geometries": broken_geometries,
    "tab": lambda folder: write_layer(
        folder / "TABLE.tab",
        ogr.wkbUnknown,
        [
            ("POINT (557311.155866353 6742836.60415676)", ["été", 1, 1.25, "2020/01/02"]),
            (SQUARE, ["b", 2, 1e-7, None]),
            (None, [None, None, None, None]),
        ],
        MAPINFO_TYPES,
    ),
    "tab no geometry": lambda folder: write_layer(folder / "TABLE.tab", ogr.wkbNone, [(None, ["été"])]),
    "gml with schema": gml_with_schema,
    "gml without schema": gml_without_schema,
}
