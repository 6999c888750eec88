"""DATVALID_AFTER_DATAPPRO"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import FOLDER, STANDARD, SaidOfRow, cell_faults, column

CODE = "DATVALID_AFTER_DATAPPRO"


def faults(value: str | None, name: str = "DATVALID", folder: str = FOLDER) -> list[SaidOfRow]:
    return [f for f in cell_faults(column(name), value, name=folder, families=STANDARD) if f[0] == CODE]


@pytest.mark.parametrize("value", ["20180102", "20190101"])
def test_after_the_approval(value: str) -> None:
    assert faults(value) == [(CODE, "1", {"VALUE": value, "DATAPPRO": "20180101"})]


@pytest.mark.parametrize("value", ["20180101", "20171231", "00000000", "20190000", "99999999", "2019", None])
def test_not_after_or_no_date(value: str | None) -> None:
    assert faults(value) == []


@pytest.mark.parametrize("folder", ["25349_PLU_00000000", "25349_PLU_20181345", "livraison", "123456789_scot"])
def test_a_folder_without_a_date(folder: str) -> None:
    assert faults("20190101", folder=folder) == []


def test_only_that_column() -> None:
    assert faults("20190101", "DATAPPRO") == []
    assert faults("20190101", "datvalid")[0][0] == CODE
