"""METADATA_TITLE_NOT_FOUND"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import record_faults


@pytest.mark.parametrize("title", [None, ""])
def test_none(title: str | None) -> None:
    assert record_faults(title=title) == [("METADATA_TITLE_NOT_FOUND", {})]


def test_any_text() -> None:
    assert record_faults(title="x") == []
