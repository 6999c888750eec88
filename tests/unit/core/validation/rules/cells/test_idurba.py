"""CNIG_IDURBA_INVALID, CNIG_IDURBA_UNEXPECTED"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import SaidOfRow, cell_faults, column

INVALID, UNEXPECTED = "CNIG_IDURBA_INVALID", "CNIG_IDURBA_UNEXPECTED"
IDURBA = column("IDURBA")


def in_doc_urba(value: str | None, standard: str = "cnig_PLU_2017") -> list[SaidOfRow]:
    return cell_faults(IDURBA, value, table="DOC_URBA", standard=standard)


def in_zone_urba(value: str | None, name: str, standard: str = "cnig_PLU_2017") -> list[SaidOfRow]:
    return cell_faults(IDURBA, value, standard=standard, name=name)


@pytest.mark.parametrize(
    "value", ["25349_20010101", "123456789_20010101", "25349_CC_20010101", "123456789_PLUI_20010101", "123456789_SCOT"]
)
def test_doc_urba_takes_every_form_of_any_document(value: str) -> None:
    assert in_doc_urba(value) == []


@pytest.mark.parametrize("value", ["something", "25349", "test"])
def test_doc_urba_refuses_what_has_no_form(value: str) -> None:
    assert in_doc_urba(value) == [(INVALID, "1", {"VALUE": value})]


def test_an_empty_one_is_said_too() -> None:
    assert in_doc_urba(None) == [(INVALID, "1", {"VALUE": "{VALUE}"})]
    expected = {"VALUE": "{VALUE}", "EXPECTED_VALUE": "25349_CC_20010101"}
    assert in_zone_urba(None, "25349_CC_20010101") == [(UNEXPECTED, "1", expected)]


@pytest.mark.parametrize("value", ["25349_CC_20010101", "25349_cc_20010101"])
def test_other_tables_name_this_document(value: str) -> None:
    assert in_zone_urba(value, "25349_CC_20010101") == []


@pytest.mark.parametrize("value", ["2534920010101", "25349_20010101", "25349_CC_20010102"])
def test_another_document(value: str) -> None:
    expected = {"VALUE": value, "EXPECTED_VALUE": "25349_CC_20010101"}
    assert in_zone_urba(value, "25349_CC_20010101") == [(UNEXPECTED, "1", expected)]


def test_the_expected_one_is_in_capitals() -> None:
    assert in_zone_urba("123456789_PLUI_20010101", "123456789_PLUi_20010101") == []
    found = in_zone_urba("x", "123456789_PLUi_20010101")
    assert found[0][2]["EXPECTED_VALUE"] == "123456789_PLUI_20010101"


@pytest.mark.parametrize("standard", ["cnig_PLU_2013", "cnig_PLU_2014"])
def test_v1_is_code_and_date(standard: str) -> None:
    for value in ("2534920010101", "25349_20010101", "25349_PLU_20010101_A"):
        assert in_zone_urba(value, "25349_PLU_20010101", standard) == []
    expected = {"VALUE": "25349_20010102", "EXPECTED_VALUE": "25349.*20010101.*"}
    assert in_zone_urba("25349_20010102", "25349_PLU_20010101", standard) == [(UNEXPECTED, "1", expected)]


def test_the_value_is_said_as_it_is() -> None:
    assert in_doc_urba("some\tthing") == [(INVALID, "1", {"VALUE": "some\tthing"})]


@pytest.mark.parametrize("standard", ["cnig_SUP_AC1_2016", "GPU_MEC_2025", "cnig_SCOT_2013", "essai"])
def test_models_without_an_idurba(standard: str) -> None:
    assert in_doc_urba("something", standard) == []


def test_the_column_is_a_text() -> None:
    # on another type the official tool stops: the engine's matter
    numeric = column("IDURBA", "Integer")
    assert cell_faults(numeric, "1", table="DOC_URBA", standard="cnig_PLU_2017") == []


def test_v1_without_a_valid_folder_name_is_not_looked_at() -> None:
    assert in_zone_urba("x", "livraison", "cnig_PLU_2014") == []
