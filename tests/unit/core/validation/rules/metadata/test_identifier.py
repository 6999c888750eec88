"""METADATA_IDENTIFIER_NOT_FOUND"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import record_faults


@pytest.mark.parametrize("identifiers", [(), ("",), (None, "")])
def test_none_that_is_filled(identifiers: tuple[str | None, ...]) -> None:
    assert record_faults(identifiers=identifiers) == [("METADATA_IDENTIFIER_NOT_FOUND", {})]


def test_one_is_enough() -> None:
    assert record_faults(identifiers=(None, "x")) == []
