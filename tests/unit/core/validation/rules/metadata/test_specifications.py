"""METADATA_SPECIFICATIONS_EMPTY and METADATA_SPECIFICATION_… of title, date and degree"""

from __future__ import annotations

from dataclasses import replace

import pytest

from smica_qgis.core.validation.metadata import Specification
from tests.unit.made_delivery import Said, record_faults
from tests.unit.made_metadata import SPECIFICATION

EMPTY, TITLE = "METADATA_SPECIFICATIONS_EMPTY", "METADATA_SPECIFICATION_TITLE_NOT_FOUND"
NO_DATE, BAD_DATE = "METADATA_SPECIFICATION_DATE_NOT_FOUND", "METADATA_SPECIFICATION_DATE_INVALID"
DEGREE = "METADATA_SPECIFICATION_DEGREE_INVALID"
PLACE = {"NUMBER": "2", "COUNT": "2"}


def faults(**changed: str | None) -> list[Said]:
    return record_faults(specifications=(SPECIFICATION, replace(SPECIFICATION, **changed)))


def test_none() -> None:
    assert EMPTY in [code for code, _ in record_faults(specifications=())]


@pytest.mark.parametrize("title", [None, ""])
def test_no_title(title: str | None) -> None:
    assert faults(title=title) == [(TITLE, PLACE)]


def test_no_date() -> None:
    assert faults(date=None) == [(NO_DATE, PLACE)]


@pytest.mark.parametrize("date", ["", "2015-8-28", "invalid"])
def test_a_date_that_is_none(date: str) -> None:
    assert faults(date=date) == [(BAD_DATE, {**PLACE, "VALUE": date})]


@pytest.mark.parametrize("degree", ["conforme", "1", "True"])
def test_a_degree_that_is_none(degree: str) -> None:
    assert faults(degree=degree) == [(DEGREE, {**PLACE, "VALUE": degree})]


@pytest.mark.parametrize("degree", ["true", "false", "", None])
def test_a_degree(degree: str | None) -> None:
    assert faults(degree=degree) == []


def test_everything_is_said() -> None:
    found = record_faults(specifications=(SPECIFICATION, Specification(None, None, None, "x")))
    assert [code for code, _ in found] == [TITLE, NO_DATE, DEGREE]
