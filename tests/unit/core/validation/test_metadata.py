"""Dates of a metadata record."""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata import Bounds, Metadata


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ((), None),
        ((("revision", None),), None),
        ((("creation", "2018"),), None),
        ((("revision", "2018"), ("revision", "2019"), ("creation", "2020")), "2019"),
        ((("revision", "28/08/2015"), ("revision", "2015-08-28")), "28/08/2015"),
        ((("revision", ""), ("revision", None)), ""),
    ],
)
def test_the_greatest_of_a_type_as_a_text(dates: tuple[tuple[str, str | None], ...], expected: str | None) -> None:
    assert Metadata(dates=dates).date("revision") == expected


def test_bounds_in_order() -> None:
    assert Bounds("w", "s", "e", "n").texts == ("w", "s", "e", "n")
