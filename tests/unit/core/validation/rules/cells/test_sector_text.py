"""CNIG_TXT_REGEXP_INVALID"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import SaidOfRow, cell_faults, column

CODE = "CNIG_TXT_REGEXP_INVALID"


def faults(
    value: str | None, standard: str = "cnig_PLUi_2017", table: str = "PRESCRIPTION_SURF", name: str = "TXT"
) -> list[SaidOfRow]:
    return cell_faults(column(name), value, standard=standard, table=table)


@pytest.mark.parametrize("value", ["SECT01", "SECT99", "A", "sect1", "", None, "X SECT1"])
def test_what_passes(value: str | None) -> None:
    assert faults(value) == []


@pytest.mark.parametrize("value", ["SECT", "SECT1", "SECT001", "SECTEUR", "SECT 1", "SECT0A"])
def test_what_begins_like_a_sector_is_one(value: str) -> None:
    assert faults(value) == [(CODE, "1", {"VALUE": value})]


def test_the_model_is_that_one_ignoring_case() -> None:
    assert faults("SECT", standard="CNIG_PLUI_2017") == [(CODE, "1", {"VALUE": "SECT"})]


@pytest.mark.parametrize(
    ("standard", "table", "name"),
    [
        ("cnig_PLU_2017", "PRESCRIPTION_SURF", "TXT"),
        ("cnig_PLUi_2022", "PRESCRIPTION_SURF", "TXT"),
        ("cnig_PLUi_2017", "PRESCRIPTION_LIN", "TXT"),
        ("cnig_PLUi_2017", "PRESCRIPTION_SURF", "LIBELLE"),
    ],
)
def test_nowhere_else(standard: str, table: str, name: str) -> None:
    assert faults("SECT", standard, table, name) == []
