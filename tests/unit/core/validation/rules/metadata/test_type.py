"""METADATA_TYPE_NOT_FOUND, METADATA_TYPE_INVALID"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata_codes import SCOPE_CODES
from tests.unit.made_delivery import Said, record_faults

NOT_FOUND, INVALID = "METADATA_TYPE_NOT_FOUND", "METADATA_TYPE_INVALID"


def faults(type_: str | None) -> list[Said]:
    return [fault for fault in record_faults(type=type_) if fault[0] in (NOT_FOUND, INVALID)]


@pytest.mark.parametrize("code", ["dataset", "series", "service", "repository"])
def test_a_code_of_the_list(code: str) -> None:
    assert faults(code) == []


@pytest.mark.parametrize("code", ["serie", "Dataset", ""])
def test_another(code: str) -> None:
    assert faults(code) == [(INVALID, {"CODE": code, "EXPECTED_CODES": ", ".join(SCOPE_CODES)})]


def test_none() -> None:
    assert faults(None) == [(NOT_FOUND, {})]


def test_there_are_26() -> None:
    assert len(set(SCOPE_CODES)) == 26
