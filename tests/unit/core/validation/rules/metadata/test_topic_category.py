"""METADATA_TOPICCATEGORY_NOT_FOUND, METADATA_TOPICCATEGORY_INVALID"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata_codes import TOPICS
from tests.unit.made_delivery import record_faults

NOT_FOUND, INVALID = "METADATA_TOPICCATEGORY_NOT_FOUND", "METADATA_TOPICCATEGORY_INVALID"


@pytest.mark.parametrize("code", ["planningCadastre", "disaster", "extraTerrestrial"])
def test_a_code_of_the_list(code: str) -> None:
    assert record_faults(topic_category=code) == []


@pytest.mark.parametrize("code", ["planningcadastre", "urbanisme", ""])
def test_another(code: str) -> None:
    assert record_faults(topic_category=code) == [(INVALID, {"CODE": code, "EXPECTED_CODES": ", ".join(TOPICS)})]


def test_none() -> None:
    assert record_faults(topic_category=None) == [(NOT_FOUND, {})]


def test_there_are_21() -> None:
    assert len(set(TOPICS)) == 21
