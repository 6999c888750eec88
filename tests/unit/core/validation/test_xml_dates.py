"""XML-Schema dates; every case was tried on a JDK 17."""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.xml_dates import is_xml_date


@pytest.mark.parametrize(
    "text",
    [
        "2015",
        "2015-08",
        "2015-08-28",
        "2015-08-28T12:00:00",
        "2015-08-28T12:00:00Z",
        "2015-08-28T12:00:00+02:00",
        "2015-08-28T12:00:00-14:00",
        "2015-08-28T12:00:00.5",
        "20150828",
        "12:00:00",
        "24:00:00",
        "--08-28",
        "--02-29",
        "--08",
        "---31",
        "-2015-08-28",
        "2015-08-28T24:00:00",
        "2001-01-01",
        "2016-02-29",
        "2015Z",
        "00157",
        "9" * 5000,
    ],
)
def test_dates(text: str) -> None:
    assert is_xml_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "2015-8-28",
        "28/08/2015",
        "2015-08-28T12:00",
        "2015-02-30",
        "2015-02-29",
        "36686-02-29",
        "2015-13-01",
        "2001-26-10",
        "2015-08-28 12:00:00",
        "2015-08-28T25:00:00",
        "2015-08-28T24:00:01",
        "2015-08-28T12:00:00+15:00",
        "0000-01-01",
        "0000",
        "00000",
        "---32",
        "--13",
        "215",
        "invalid",
        "",
        " 2015",
        "٢٠١٥",
    ],
)
def test_other_texts(text: str) -> None:
    assert not is_xml_date(text)
