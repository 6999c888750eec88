"""CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND"""

from __future__ import annotations

from tests.unit.made_delivery import record_faults

CODE = "CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND"


def test_no_date_of_revision() -> None:
    assert record_faults(dates=(("creation", "2018-01-01"),)) == [(CODE, {})]


def test_one() -> None:
    assert record_faults(dates=(("revision", "2018-01-01"),)) == []


def test_one_that_is_wrong_is_there() -> None:
    found = [code for code, _ in record_faults(dates=(("revision", "x"),))]
    assert found == ["METADATA_DATEOFLASTREVISION_INVALID"]
