"""CNIG_INSEE_INVALID"""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.model import ColumnModel
from tests.unit.made_delivery import cell_faults, column

CODE = "CNIG_INSEE_INVALID"


@pytest.mark.parametrize("value", ["25349", "2B111", "2A004", "99999"])
def test_a_code(value: str) -> None:
    assert cell_faults(column("INSEE"), value) == []


@pytest.mark.parametrize("value", ["2534", "253495", "2C111", "25-95", "2a004", "25 349", "٢٥٣٤٩"])
def test_no_code(value: str) -> None:
    assert cell_faults(column("INSEE"), value) == [(CODE, "1", {"VALUE": value})]


@pytest.mark.parametrize("value", ["", "   ", None])
def test_an_empty_one_is_said_even_when_it_is_not_required(value: str | None) -> None:
    assert cell_faults(column("INSEE"), value) == [(CODE, "1", {"VALUE": "{VALUE}"})]


def test_the_name_ignores_case() -> None:
    assert cell_faults(column("insee"), "x") == [(CODE, "1", {"VALUE": "x"})]


@pytest.mark.parametrize("other", [column("INSEE", "Integer"), column("CODE_INSEE")])
def test_only_texts_of_that_name(other: ColumnModel) -> None:
    assert cell_faults(other, "12") == []
