"""METADATA_CHARACTERSET_NOT_FOUND, METADATA_CHARACTERSET_INVALID"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata_codes import CHARACTER_SETS
from tests.unit.made_delivery import record_faults

NOT_FOUND, INVALID = "METADATA_CHARACTERSET_NOT_FOUND", "METADATA_CHARACTERSET_INVALID"


@pytest.mark.parametrize("code", ["utf8", "8859part1", "usAscii", "GB2312"])
def test_a_code_of_the_list(code: str) -> None:
    assert record_faults(character_set=code) == []


@pytest.mark.parametrize("code", ["UTF-8", "utf-8", "8859Part1", "invalid", ""])
def test_another(code: str) -> None:
    expected = {"CHARSET_CODE": code, "EXPECTED_CHARSETS": ", ".join(CHARACTER_SETS)}
    assert record_faults(character_set=code) == [(INVALID, expected)]


def test_none() -> None:
    assert record_faults(character_set=None) == [(NOT_FOUND, {})]


def test_there_are_29() -> None:
    assert len(set(CHARACTER_SETS)) == 29
