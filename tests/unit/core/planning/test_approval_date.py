"""DATAPPRO, and what counts as a date."""

from __future__ import annotations

import pytest

from smica_qgis.core.planning.approval_date import approval_date, is_calendar_date, is_conventional_date
from smica_qgis.core.planning.document_name import parse_document_name


@pytest.mark.parametrize(
    ("folder", "date"), [("25349_PLU_20180101", "20180101"), ("123456789_scot", ""), ("livraison", "")]
)
def test_the_date_of_a_folder(folder: str, date: str) -> None:
    assert approval_date(parse_document_name(folder)) == date


@pytest.mark.parametrize("text", ["20180101", "20160229", "20000229", "00010101", "99991231"])
def test_days_of_the_calendar(text: str) -> None:
    assert is_calendar_date(text)


@pytest.mark.parametrize(
    "text",
    ["20150229", "19000229", "20181301", "20180001", "20180431", "20180100", "00000101", "2018010", "2018-1-1", ""],
)
def test_other_texts(text: str) -> None:
    assert not is_calendar_date(text)


@pytest.mark.parametrize(
    ("text", "yes"), [("00000000", True), ("20180000", True), ("20180100", False), ("2018", False)]
)
def test_conventional_dates(text: str, yes: bool) -> None:  # noqa: FBT001
    assert is_conventional_date(text) is yes
