"""The small map of the faults."""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.finding import Level
from smica_qgis.reports.fault_map import WIDTH, frame_of, marks_of, outline_path, spot_of
from tests.unit.reports.made_report import finding

SQUARE = [(2.0, 44.0), (2.1, 44.0), (2.1, 44.1), (2.0, 44.1), (2.0, 44.0)]


def at(lon: float, lat: float, code: str = "FILE_UNEXPECTED"):  # noqa: ANN201
    return finding(code, feature_bbox=(lon, lat, lon, lat))


def test_north_is_up_and_proportions_are_true() -> None:
    frame = frame_of([], [SQUARE])
    assert frame is not None
    left, top, right, bottom = frame.box((2.0, 44.0, 2.1, 44.1))
    assert 0 < left < right < WIDTH
    assert 0 < top < bottom < frame.height
    # a degree of longitude is shorter than one of latitude by the cosine of the latitude
    assert (right - left) / (bottom - top) == pytest.approx(0.7187, abs=0.001)


def test_a_stray_object_does_not_shrink_the_commune() -> None:
    many = [at(2 + n / 1000, 44 + n / 1000) for n in range(100)]
    frame = frame_of([*many, at(0.0, 0.0)], [])
    assert frame is not None
    left, _, right, _ = frame.box((2.0, 44.0, 2.099, 44.099))
    assert right - left > WIDTH / 4


def test_without_any_place_there_is_no_map() -> None:
    assert frame_of([finding("FILE_UNEXPECTED")], []) is None
    outside = [finding("FILE_UNEXPECTED", feature_bbox=box) for box in ((float("nan"),) * 4, (6e5, 6e6, 6e5, 6e6))]
    assert frame_of(outside, []) is None


def test_a_lone_point_gets_some_ground() -> None:
    frame = frame_of([at(2.0, 44.0)], [])
    assert frame is not None
    x, y = frame.xy(2.0, 44.0)
    assert (x, y) == (pytest.approx(WIDTH / 2, abs=2), pytest.approx(frame.height / 2, abs=2))


def test_one_mark_for_a_cell_the_gravest_level_shown_and_drawn_last() -> None:
    found = [
        at(2.05, 44.05),
        at(2.05, 44.05, "CNIG_IDURBA_UNEXPECTED"),
        at(2.05, 44.05, "VALIDATOR_PROJECTION_INFO"),
        at(2.01, 44.01, "VALIDATOR_PROJECTION_INFO"),
    ]
    frame = frame_of(found, [SQUARE])
    assert frame is not None
    assert [(m.level, m.faults) for m in marks_of(found, frame)] == [(Level.INFO, 1), (Level.ERROR, 3)]


def test_the_fault_itself_wins_over_the_box_of_the_object() -> None:
    made = finding(
        "ATTRIBUTE_GEOMETRY_INVALID",
        feature_bbox=(2.0, 44.0, 2.1, 44.1),
        error_geometry="POINT (2.0123 44.02)",
    )
    frame = frame_of([made], [SQUARE])
    assert frame is not None
    assert spot_of(made) == (2.0123, 44.02)
    assert marks_of([made], frame)[0][:2] == frame.xy(2.0123, 44.02)


@pytest.mark.parametrize(
    "wkt", [None, "", "POINT (x y)", "POINT (1e400 2)", "POINT (1.2.3 4)", "LINESTRING (0 0, 1 1)"]
)
def test_no_spot(wkt: str | None) -> None:
    assert spot_of(finding("FILE_UNEXPECTED", error_geometry=wkt)) is None


def test_the_outline_goes_through_its_corners() -> None:
    frame = frame_of([], [SQUARE])
    assert frame is not None
    path = outline_path([SQUARE, [(2.0, 44.0)]], frame)
    assert path.count("M") == 1
    start, steps = path[1:].split("l")
    numbers = list(map(int, steps.split()))
    assert tuple(map(int, start.split())) == frame.xy(2.0, 44.0)
    assert (sum(numbers[::2]), sum(numbers[1::2])) == (0, 0)
