"""METADATA_SPATIALRESOLUTIONS_EMPTY, METADATA_SPATIALRESOLUTION_INVALID_DENOMINATOR and …_DISTANCE"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata import Resolution
from tests.unit.made_delivery import record_faults

EMPTY = "METADATA_SPATIALRESOLUTIONS_EMPTY"
DENOMINATOR = "METADATA_SPATIALRESOLUTION_INVALID_DENOMINATOR"
DISTANCE = "METADATA_SPATIALRESOLUTION_INVALID_DISTANCE"
ONE = {"NUMBER": "1", "COUNT": "1"}


def test_none() -> None:
    assert record_faults(resolutions=()) == [(EMPTY, {})]


@pytest.mark.parametrize(
    "resolution", [Resolution("12", None), Resolution("+5000", None), Resolution(None, "12.5"), Resolution(None, None)]
)
def test_a_number_or_nothing(resolution: Resolution) -> None:
    assert record_faults(resolutions=(resolution,)) == []


@pytest.mark.parametrize("scale", ["12.5", "5 000", "1/5000", "", "2147483648", "9" * 5000])
def test_a_scale_that_is_no_java_int(scale: str) -> None:
    assert record_faults(resolutions=(Resolution(scale, None),)) == [(DENOMINATOR, {"VALUE": scale, **ONE})]


@pytest.mark.parametrize("distance", ["invalid", "12,5", "5 m", ""])
def test_a_distance_that_is_no_number(distance: str) -> None:
    assert record_faults(resolutions=(Resolution(None, distance),)) == [(DISTANCE, {"VALUE": distance, **ONE})]


def test_each_is_numbered() -> None:
    found = record_faults(resolutions=(Resolution("1", None), Resolution("x", "y")))
    assert [(code, values["NUMBER"], values["COUNT"]) for code, values in found] == [
        (DENOMINATOR, "2", "2"),
        (DISTANCE, "2", "2"),
    ]
