"""METADATA_DISTRIBUTIONFORMATS_EMPTY, METADATA_DISTRIBUTIONFORMAT_NAME_NOT_FOUND"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import record_faults

EMPTY, NO_NAME = "METADATA_DISTRIBUTIONFORMATS_EMPTY", "METADATA_DISTRIBUTIONFORMAT_NAME_NOT_FOUND"


def test_no_format() -> None:
    assert record_faults(distribution_formats=()) == [(EMPTY, {})]


@pytest.mark.parametrize("name", [None, ""])
def test_a_format_without_a_name(name: str | None) -> None:
    expected = [(NO_NAME, {"NUMBER": "1", "COUNT": "2"})]
    assert record_faults(distribution_formats=(name, "GeoPackage")) == expected


def test_named_ones() -> None:
    assert record_faults(distribution_formats=("a", "b")) == []
