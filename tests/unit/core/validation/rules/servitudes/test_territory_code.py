"""CNIG_SUP_BAD_TERRITORY_CODE"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import Said, delivery, document_model, said

CODE = "CNIG_SUP_BAD_TERRITORY_CODE"


def faults(name: str, standard: str = "cnig_SUP_AC1_2016") -> list[Said]:
    return said([CODE], delivery(name=name), document_model(name=standard))


@pytest.mark.parametrize("code", ["2A", "88"])
def test_two_characters(code: str) -> None:
    assert faults(f"172014607_AC1_{code}_20180130") == [(CODE, {"EMPRISE": code})]


@pytest.mark.parametrize("code", ["02A", "088", "R84", "07348", "FR", "1"])
def test_others(code: str) -> None:
    assert faults(f"172014607_AC1_{code}_20180130") == []


@pytest.mark.parametrize("name", ["25349_PLU_20180101", "livraison", "17201460_AC1_88_20180130"])
def test_a_name_that_is_not_a_servitude_s(name: str) -> None:
    assert faults(name) == []


def test_not_for_models_of_2013() -> None:
    assert faults("172014607_AC1_88_20180130", "cnig_SUP_AC1_2013") == []
