"""METADATA_ABSTRACT_NOT_FOUND"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import record_faults


@pytest.mark.parametrize("abstract", [None, ""])
def test_none(abstract: str | None) -> None:
    assert record_faults(abstract=abstract) == [("METADATA_ABSTRACT_NOT_FOUND", {})]


def test_any_text() -> None:
    assert record_faults(abstract="x") == []
