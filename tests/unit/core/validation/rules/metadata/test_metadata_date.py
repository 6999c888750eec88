"""METADATA_METADATADATE_NOT_FOUND, METADATA_METADATADATE_INVALID"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import record_faults

NOT_FOUND, INVALID = "METADATA_METADATADATE_NOT_FOUND", "METADATA_METADATADATE_INVALID"


@pytest.mark.parametrize("date", [None, ""])
def test_none(date: str | None) -> None:
    assert record_faults(metadata_date=date) == [(NOT_FOUND, {})]


@pytest.mark.parametrize("date", ["2018-02-30", "01/02/2018", "invalid"])
def test_no_date(date: str) -> None:
    assert record_faults(metadata_date=date) == [(INVALID, {"VALUE": date})]


@pytest.mark.parametrize("date", ["2018-02-01", "2018-02-01T12:00:00Z"])
def test_a_date(date: str) -> None:
    assert record_faults(metadata_date=date) == []
