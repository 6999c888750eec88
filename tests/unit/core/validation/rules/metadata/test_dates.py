"""METADATA_DATES_NOT_FOUND and METADATA_DATEOFPUBLICATION_INVALID, …LASTREVISION…, …CREATION…"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import Said, record_faults

NOT_FOUND = "METADATA_DATES_NOT_FOUND"
OF_TYPE = {
    "publication": "METADATA_DATEOFPUBLICATION_INVALID",
    "revision": "METADATA_DATEOFLASTREVISION_INVALID",
    "creation": "METADATA_DATEOFCREATION_INVALID",
}
CNIG = "CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND"


def faults(*dates: tuple[str | None, str | None]) -> list[Said]:
    return [fault for fault in record_faults(dates=dates) if fault[0] != CNIG]


@pytest.mark.parametrize("dates", [(), (("revision", None),), (("adopted", "2015"),), ((None, "2015"),)])
def test_none_of_the_three_types(dates: tuple[tuple[str | None, str | None], ...]) -> None:
    assert faults(*dates) == [(NOT_FOUND, {})]


@pytest.mark.parametrize("kind", OF_TYPE)
@pytest.mark.parametrize("text", ["2015", "2015-08-28", "20150828", "12:00:00"])
def test_a_date(kind: str, text: str) -> None:
    assert faults((kind, text)) == []


@pytest.mark.parametrize("kind", OF_TYPE)
@pytest.mark.parametrize("text", ["2015-8-28", "28/08/2015", "2015-02-30", "2015-08-28T12:00", ""])
def test_no_date(kind: str, text: str) -> None:
    assert faults((kind, text)) == [(OF_TYPE[kind], {"VALUE": text})]


def test_the_greatest_as_a_text_is_read() -> None:
    assert faults(("creation", "28/08/2015"), ("creation", "2015-08-28"))[0][1] == {"VALUE": "28/08/2015"}
    assert faults(("creation", "01/01/2015"), ("creation", "2015-08-28")) == []


def test_the_three_in_order() -> None:
    assert [code for code, _ in faults(*((kind, "x") for kind in reversed(OF_TYPE)))] == list(OF_TYPE.values())
