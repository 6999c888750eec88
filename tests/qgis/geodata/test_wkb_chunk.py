"""Geometries recognised together are what each is when read alone."""

from __future__ import annotations

import itertools
import struct

import numpy as np
import pytest
from osgeo import ogr

from smica_qgis.geodata.geometry.flat_wkb import flat_wkb
from smica_qgis.geodata.geometry.scan import GeometryScan
from smica_qgis.geodata.geometry.wkb_chunk import NULL, UNREADABLE, WkbChunk
from smica_qgis.geodata.geometry.wkb_structure import MULTIPOINT, MULTIPOLYGON, POLYGON, wkb_structure

SQUARE, HOLE = "(0 0,9 0,9 9,0 9,0 0)", "(1 1,2 1,2 2,1 2,1 1)"
COMMON = (
    f"POLYGON ({SQUARE})",
    f"MULTIPOLYGON (({SQUARE}))",
    "LINESTRING (0 0,1 1,2 0)",
    "MULTILINESTRING ((0 0,1 1))",
    "POINT (1 2)",
    "MULTIPOINT ((1 2))",
)
OTHERS = (
    f"POLYGON ({SQUARE},{HOLE})",
    f"MULTIPOLYGON (({SQUARE},{HOLE}),((20 0,21 0,21 1,20 0)))",
    "MULTIPOINT ((1 2),(3 4))",
    f"GEOMETRYCOLLECTION (POINT (1 2),POLYGON ({SQUARE}))",
    "POINT EMPTY",
    "LINESTRING EMPTY",
    "POLYGON EMPTY",
    "MULTIPOLYGON EMPTY",
)
IN_RELIEF = ("POLYGON Z ((0 0 5,9 0 5,9 9 5,0 0 5))", "POINT ZM (1 2 3 4)", "LINESTRING M (0 0 1,1 1 2)")


def wkb_of(wkt: str) -> bytes:
    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToIsoWkb(ogr.wkbNDR))


EVERYTHING: tuple[bytes | None, ...] = (None, b"", *map(wkb_of, (*COMMON, *OTHERS, *IN_RELIEF)))


def coordinates_of(wkb: bytes) -> list[float]:
    runs = wkb_structure(wkb).runs
    return [number for offset, points, _ in runs for number in struct.unpack_from(f"<{2 * points}d", wkb, offset)]


def test_each_is_what_its_structure_says() -> None:
    chunk = WkbChunk(EVERYTHING)
    flat = [flat_wkb(wkb) if wkb else wkb for wkb in EVERYTHING]
    structures = [wkb_structure(wkb) if wkb else None for wkb in flat]
    kinds = [s.kind if s is not None else NULL if wkb is None else UNREADABLE for s, wkb in zip(structures, flat)]
    assert chunk.kinds.tolist() == kinds
    assert chunk.parts.tolist() == [s.parts if s is not None else 0 for s in structures]
    assert chunk.members.tolist() == [s.member if s is not None else 0 for s in structures]
    assert chunk.coordinates.tolist() == [number for wkb in flat if wkb for number in coordinates_of(wkb)]
    assert chunk.wkbs() == [wkb or b"" for wkb in flat]


@pytest.mark.parametrize("pair", [*itertools.product((wkb_of(COMMON[0]), wkb_of(OTHERS[0]), None), repeat=2)])
def test_what_stands_beside_changes_nothing(pair: tuple[bytes | None, bytes | None]) -> None:
    together = WkbChunk(pair)
    alone = [WkbChunk([wkb]) for wkb in pair]
    assert together.kinds.tolist() == [kind for chunk in alone for kind in chunk.kinds.tolist()]
    assert together.coordinates.tolist() == [number for chunk in alone for number in chunk.coordinates.tolist()]


def test_rounding_changes_coordinates_and_nothing_else() -> None:
    given = [wkb_of(wkt.replace("9", "9.12345678901234567")) for wkt in (*COMMON, *OTHERS)]
    chunk = WkbChunk(given)
    chunk.round()
    expected = [wkb_of(wkt.replace("9", "9.12345678901235")) for wkt in (*COMMON, *OTHERS)]
    assert chunk.wkbs() == expected
    assert np.isin(chunk.coordinates, [number for wkb in expected for number in coordinates_of(wkb)]).all()


@pytest.mark.parametrize("tail", [b"\0", bytes(16), bytes(100)])
@pytest.mark.parametrize("wkt", [COMMON[0], COMMON[4], OTHERS[1]])
def test_what_follows_a_geometry_is_left_out(wkt: str, tail: bytes) -> None:
    chunk = WkbChunk([wkb_of(wkt) + tail])
    assert chunk.wkbs() == [wkb_of(wkt)]
    assert chunk.parts.tolist() == WkbChunk([wkb_of(wkt)]).parts.tolist()


@pytest.mark.parametrize("length", [0, 3, 8, 12, 60])
def test_a_truncated_geometry_is_a_null(length: int) -> None:
    chunk = WkbChunk([wkb_of(COMMON[0])[:length] or None, wkb_of(COMMON[1])])
    assert chunk.kinds.tolist() == [NULL, MULTIPOLYGON]


@pytest.mark.parametrize("wkt", [OTHERS[4], OTHERS[5], OTHERS[6]])
def test_empty_geometries_alone_have_nothing_to_judge(wkt: str) -> None:
    scan = GeometryScan()
    scan.add([wkb_of(wkt)])
    assert scan.parts.tolist() == [0]
    assert scan.invalid == []
    assert scan.extent is None


def test_a_point_half_without_number_is_no_empty_one() -> None:
    half, none = (struct.pack("<BII", 1, MULTIPOINT, 1) + struct.pack("<BIdd", 1, 1, np.nan, y) for y in (2.0, np.nan))
    chunk = WkbChunk([half, none])
    assert len(chunk.coordinates) == 2
    assert chunk.without_number().tolist() == [True, False]


def test_open_and_short_rings_are_refused() -> None:
    open_ring = wkb_of(COMMON[0])[:-16] + struct.pack("<dd", 5.0, 5.0)
    short = struct.pack("<BIII", 1, POLYGON, 1, 1) + struct.pack("<dd", 0.0, 0.0)
    assert WkbChunk([open_ring, wkb_of(COMMON[0]), short, wkb_of(OTHERS[0])]).refused().tolist() == [
        True,
        False,
        True,
        False,
    ]
