"""METADATA_SPATIALREPRESENTATIONTYPE_NOT_FOUND, METADATA_SPATIALREPRESENTATIONTYPE_INVALID"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import record_faults

NOT_FOUND = "METADATA_SPATIALREPRESENTATIONTYPE_NOT_FOUND"
INVALID = "METADATA_SPATIALREPRESENTATIONTYPE_INVALID"
CODES = ("vector", "grid", "textTable", "tin", "stereoModel", "video")


@pytest.mark.parametrize("code", CODES)
def test_a_code_of_the_list(code: str) -> None:
    assert record_faults(spatial_representation_type=code) == []


@pytest.mark.parametrize("code", ["Vector", "vecteur", ""])
def test_another(code: str) -> None:
    expected = [(INVALID, {"CODE": code, "EXPECTED_CODES": ", ".join(CODES)})]
    assert record_faults(spatial_representation_type=code) == expected


def test_none() -> None:
    assert record_faults(spatial_representation_type=None) == [(NOT_FOUND, {})]
