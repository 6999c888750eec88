"""CNIG_PERIMETRE_SCOT_UNEXPECTED_SIZE"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import Said, delivery, document_model, made_table, said, table_model

CODE = "CNIG_PERIMETRE_SCOT_UNEXPECTED_SIZE"


def faults(*rows: str, standard: str = "cnig_SCOT_2018", name: str = "PERIMETRE_SCOT") -> list[Said]:
    made = delivery(tables=[made_table("PERIMETRE_SCOT.csv", "NOM", *rows)], name="123456789_scot_20180101")
    return said([CODE], made, document_model(table_model(name, "NOM"), name=standard))


@pytest.mark.parametrize("standard", ["cnig_SCOT_2018", "cnig_SCoT_2021"])
def test_one_perimeter(standard: str) -> None:
    assert faults("a", standard=standard) == []


@pytest.mark.parametrize("rows", [(), ("a", "b")])
def test_none_or_two(rows: tuple[str, ...]) -> None:
    assert faults(*rows) == [(CODE, {})]


def test_an_absent_table_holds_none() -> None:
    model = document_model(table_model("PERIMETRE_SCOT", "NOM"), name="cnig_SCOT_2018")
    assert said([CODE], delivery(), model) == [(CODE, {})]


def test_only_a_scot_whose_model_has_the_table() -> None:
    assert faults(standard="cnig_PLU_2017") == []
    assert faults(name="AUTRE") == []
