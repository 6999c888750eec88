"""Which parcel a building stands on; how sheets fit together."""

from __future__ import annotations

from osgeo import ogr

from smica_qgis.geodata.cadastre.building_parcels import link_buildings
from smica_qgis.geodata.cadastre.sheet_mosaic import outside, overlaps, places_without
from tests.qgis.made_cadastre import SIDE, square


def wkb(geometry: ogr.Geometry) -> bytes:
    return bytes(geometry.ExportToWkb(ogr.wkbNDR))


def test_a_building_belongs_where_most_of_it_is() -> None:
    parcels = [("left", wkb(square(0, 0))), ("right", wkb(square(1, 0)))]
    buildings = [
        (1, wkb(square(0.2, 0.2, 0.2, 0.2))),
        (2, wkb(square(0.9, 0.2, 0.4, 0.2))),  # a quarter left, three quarters right
        (3, wkb(square(5, 5, 0.2, 0.2))),
        (4, wkb(square(1.9, 0.2, 0.4, 0.2))),  # a quarter right, the rest on no parcel
    ]
    found = [(link.fid, link.idu14, link.share) for link in link_buildings(parcels, buildings)]
    assert found == [(1, "left", 100.0), (2, "right", 75.0), (3, None, 0.0), (4, "right", 25.0)]


def test_an_invalid_parcel_stops_nothing() -> None:
    bow_tie = ogr.CreateGeometryFromWkt("POLYGON((0 0,10 10,10 0,0 10,0 0))")
    building = ogr.CreateGeometryFromWkt("POLYGON((9 4,9 6,9.5 6,9.5 4,9 4))")
    aside = ogr.CreateGeometryFromWkt("POLYGON((20 20,21 20,21 21,20 20))")
    links = list(link_buildings([("bow", wkb(bow_tie))], [(1, wkb(building)), (2, wkb(aside))]))
    assert [link.idu14 for link in links] == ["bow", None]


def test_sheets_that_fit_have_no_fault() -> None:
    sheets = [("a", wkb(square(0, 0, 2))), ("b", wkb(square(2, 0, 2)))]
    assert list(overlaps(sheets)) == []
    assert list(places_without(wkb(square(0, 0, 4)), sheets)) == []


def test_sheets_that_overlap_are_named_together() -> None:
    sheets = [("a", wkb(square(0, 0, 2))), ("b", wkb(square(1.9, 0, 2))), ("c", wkb(square(9, 9)))]
    (fault,) = overlaps(sheets)
    assert (fault.identifier, fault.detail, fault.area) == ("a", "b", round(0.1 * SIDE * SIDE, 2))
    assert square(1.9, 0, 0.1).Contains(ogr.CreateGeometryFromWkt(f"POINT({fault.x} {fault.y})"))


def test_a_gap_is_told_from_a_missing_sheet() -> None:
    whole = wkb(square(0, 0, 4))
    ((narrow, gap),) = places_without(whole, [("a", wkb(square(0, 0, 2))), ("b", wkb(square(2.1, 0, 1.9)))])
    assert (narrow, gap.area) == (True, round(0.1 * SIDE * SIDE, 2))
    ((narrow, hole),) = places_without(whole, [("a", wkb(square(0, 0, 2)))])
    assert (narrow, hole.area) == (False, 2 * SIDE * SIDE)


def test_a_difference_that_counts_for_nothing_is_let_pass() -> None:
    assert list(overlaps([("a", wkb(square(0, 0))), ("b", wkb(square(0.9999, 0)))])) == []


def test_parcels_out_of_their_commune() -> None:
    commune = wkb(square(0, 0, 4, 4))
    parcels = [("in", wkb(square(1, 1))), ("out", wkb(square(3.5, 0))), ("sliver", wkb(square(3.0001, 3)))]
    assert [(fault.identifier, fault.area) for fault in outside(commune, parcels)] == [("out", SIDE * SIDE / 2)]
