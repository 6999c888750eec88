from __future__ import annotations

import pytest
from qgis.core import QgsGeometry

from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.core.workflow.object_comparison import ObjectFate
from smica_qgis.geodata.comparison.table_objects import compare_tables, share_in_common
from smica_qgis.geodata.comparison.zone_changes import zone_changes


def wkb(text: str) -> bytes:
    return bytes(QgsGeometry.fromWkt(text).asWkb())


def box(west: float, south: float, east: float, north: float) -> bytes:
    return wkb(f"MULTIPOLYGON((({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south})))")


def zones(*rows: tuple[str | None, str, bytes]) -> ContentTable:
    return ContentTable("zone_urba", ("idzone", "typezone"), [row[:2] for row in rows], [row[2] for row in rows])


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Polygon((0 0, 10 0, 10 10, 0 10, 0 0))", "Polygon((0 0, 10 0, 10 9, 0 9, 0 0))", 0.9),
        ("Polygon((0 0, 10 0, 10 10, 0 10, 0 0))", "Polygon((20 0, 30 0, 30 9, 20 9, 20 0))", 0.0),
        ("LineString(0 0, 100 0)", "LineString(0 0.5, 100 0.5)", 1.0),
        ("LineString(0 0, 100 0)", "LineString(0 0, 50 0)", 0.51),
        ("LineString(0 0, 100 0)", "LineString(0 5, 100 5)", 0.0),
        ("Point(0 0)", "Point(0.4 0)", 1.0),
        ("Point(0 0)", "Point(4 0)", 0.0),
        ("Point(0 0)", "LineString(0 0, 1 1)", 0.0),
        ("LineString(0 0, 0 0)", "LineString(0 0, 0 0)", 0.0),
    ],
)
def test_the_share_that_two_shapes_have_in_common(one: str, other: str, share: float) -> None:
    assert share_in_common(QgsGeometry.fromWkt(one), QgsGeometry.fromWkt(other)) == pytest.approx(share, abs=0.01)


def test_a_border_that_a_repair_moved_is_the_same_object() -> None:
    before = zones((None, "U", box(0, 0, 100, 100)), (None, "A", box(100, 0, 200, 100)))
    after = zones(
        (None, "A", box(102, 0, 200, 100)), (None, "U", box(0, 0, 102, 100)), (None, "N", box(0, 200, 5, 210))
    )
    compared = compare_tables(before, after)
    assert [(one.fate, one.before) for one in compared] == [
        (ObjectFate.MOVED, 1),
        (ObjectFate.MOVED, 0),
        (ObjectFate.ADDED, None),
    ]


def test_less_than_a_millimetre_is_not_a_move() -> None:
    before, after = zones(("1", "U", box(0, 0, 100, 100))), zones(("1", "U", box(0, 0, 100.0003, 100)))
    assert compare_tables(before, after, "idzone")[0].fate is ObjectFate.SAME


def test_areas_from_one_type_to_the_other() -> None:
    before = zones(
        ("1", "U", box(0, 0, 100, 100)), ("2", "A", box(100, 0, 200, 100)), ("3", "N", box(0, 100, 100, 200))
    )
    after = zones(
        ("1", "U", box(0, 0, 130, 100)), ("2", "A", box(130, 0, 190, 100)), ("3", "AUc", box(0, 100, 100, 200))
    )
    changes = zone_changes(before, after, compare_tables(before, after, "idzone"), SilentProgress())
    assert {pair: round(area) for pair, area in changes.areas.items()} == {
        ("U", "U"): 10_000,
        ("A", "U"): 3_000,
        ("A", "A"): 6_000,
        ("A", ""): 1_000,
        ("N", "AUc"): 10_000,
    }
    assert sorted((patch.before, patch.after) for patch in changes.patches) == [("A", ""), ("A", "U"), ("N", "AUc")]
    total = sum(patch.area for patch in changes.patches)
    assert total == pytest.approx(14_000)


def test_new_ground_is_said() -> None:
    before, after = (
        zones(("1", "U", box(0, 0, 10, 10))),
        zones(("1", "U", box(0, 0, 10, 10)), ("2", "N", box(10, 0, 20, 10))),
    )
    changes = zone_changes(before, after, compare_tables(before, after, "idzone"), SilentProgress())
    assert dict(changes.areas) == {("U", "U"): 100.0, ("", "N"): 100.0}


def test_an_overlap_with_a_zone_that_did_not_change_is_not_lost_ground() -> None:
    before = zones(("1", "U", box(0, 0, 10, 10)), ("2", "A", box(5, 0, 20, 10)))
    after = zones(("1", "U", box(0, 0, 10, 10)), ("2", "A", box(10, 0, 20, 10)))
    changes = zone_changes(before, after, compare_tables(before, after, "idzone"), SilentProgress())
    assert ("A", "") not in changes.areas
