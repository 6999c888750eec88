"""CNIG_METADATA_TYPE_INVALID"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import Said, record_faults

CODE = "CNIG_METADATA_TYPE_INVALID"


def faults(type_: str | None) -> list[Said]:
    return [fault for fault in record_faults(type=type_) if fault[0] == CODE]


@pytest.mark.parametrize("type_", ["dataset", "serie", None])
def test_what_passes(type_: str | None) -> None:
    assert faults(type_) == []


@pytest.mark.parametrize("type_", ["feature", "series", "Dataset", ""])
def test_what_does_not(type_: str) -> None:
    assert faults(type_) == [(CODE, {"VALUE": type_})]


@pytest.mark.parametrize("type_", ["serie", "series"])
def test_no_record_of_a_series_can_be_clean(type_: str) -> None:
    assert len(record_faults(type=type_)) == 1
