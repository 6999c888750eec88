"""METADATA_LOCATORS_EMPTY, METADATA_LOCATOR_NAME_NOT_FOUND and those of protocol and address"""

from __future__ import annotations

from dataclasses import replace

import pytest

from smica_qgis.core.validation.metadata import OnlineResource
from tests.unit.made_delivery import record_faults
from tests.unit.made_metadata import ONLINE

EMPTY, NAME = "METADATA_LOCATORS_EMPTY", "METADATA_LOCATOR_NAME_NOT_FOUND"
PROTOCOL, URL = "METADATA_LOCATOR_PROTOCOL_NOT_FOUND", "METADATA_LOCATOR_URL_NOT_FOUND"


def test_no_locator() -> None:
    assert record_faults(locators=()) == [(EMPTY, {})]


@pytest.mark.parametrize("text", [None, ""])
@pytest.mark.parametrize(("field", "code"), [("name", NAME), ("protocol", PROTOCOL), ("url", URL)])
def test_one_part_is_absent(field: str, code: str, text: str | None) -> None:
    locators = (ONLINE, replace(ONLINE, **{field: text}))
    assert record_faults(locators=locators) == [(code, {"NUMBER": "2", "COUNT": "2"})]


def test_all_parts_in_order() -> None:
    assert [code for code, _ in record_faults(locators=(OnlineResource(None, None, None),))] == [NAME, PROTOCOL, URL]


def test_any_text_is_a_protocol_or_an_address() -> None:
    assert record_faults(locators=(OnlineResource("x", "x", "x"),)) == []
