"""METADATA_EXTENTS_EMPTY, METADATA_EXTENT_INVALID"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata import Bounds
from tests.unit.made_delivery import record_faults
from tests.unit.made_metadata import BOUNDS

EMPTY, INVALID = "METADATA_EXTENTS_EMPTY", "METADATA_EXTENT_INVALID"


def test_no_box() -> None:
    assert record_faults(extents=()) == [(EMPTY, {})]


@pytest.mark.parametrize(
    "bounds",
    [BOUNDS, Bounds(" 1.0", "-1e0 ", "+1", ".5"), Bounds("9", "9", "1", "1"), Bounds("Infinity", "1", "1", "1")],
)
def test_four_numbers_in_any_order(bounds: Bounds) -> None:
    assert record_faults(extents=(bounds,)) == []


@pytest.mark.parametrize(
    ("bounds", "shown"),
    [
        (Bounds("1.0", "-1.0", "-1,0", "1.0"), "1.0,-1.0,-1,0,1.0"),
        (Bounds("1.0", None, "1.0", ""), "1.0,null,1.0,"),
        (Bounds("NaN", "1", "1", "1"), "NaN,1,1,1"),
        (Bounds("\u00a01", "1", "1", "1"), "\u00a01,1,1,1"),
    ],
)
def test_what_is_no_number(bounds: Bounds, shown: str) -> None:
    expected = {"NUMBER": "2", "COUNT": "2", "BBOX": shown}
    assert record_faults(extents=(BOUNDS, bounds)) == [(INVALID, expected)]
