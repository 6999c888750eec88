"""METADATA_LINEAGE_NOT_FOUND"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import record_faults


@pytest.mark.parametrize("lineage", [None, ""])
def test_none(lineage: str | None) -> None:
    assert record_faults(lineage=lineage) == [("METADATA_LINEAGE_NOT_FOUND", {})]


def test_any_text() -> None:
    assert record_faults(lineage="x") == []
