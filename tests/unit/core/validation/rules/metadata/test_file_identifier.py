"""METADATA_FILEIDENTIFIER_NOT_FOUND, METADATA_FILEIDENTIFIER_INVALID"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import record_faults

NOT_FOUND, INVALID = "METADATA_FILEIDENTIFIER_NOT_FOUND", "METADATA_FILEIDENTIFIER_INVALID"


@pytest.mark.parametrize(
    "identifier",
    [
        "test-identifier",
        "test:identifier",
        "fr-000080230-CC20110701",
        "fr-200034684-88104plu20071210.xml",
        "my fileidentifier",
        "http://x/[1]",
    ],
)
def test_plain_characters(identifier: str) -> None:
    assert record_faults(file_identifier=identifier) == []


@pytest.mark.parametrize("identifier", ["special!", "{1A2B-3C}", "é", "a#b", "a,b"])
def test_others(identifier: str) -> None:
    assert record_faults(file_identifier=identifier) == [(INVALID, {"VALUE": identifier})]


@pytest.mark.parametrize("identifier", [None, ""])
def test_none(identifier: str | None) -> None:
    assert record_faults(file_identifier=identifier) == [(NOT_FOUND, {})]
