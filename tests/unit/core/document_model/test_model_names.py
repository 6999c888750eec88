"""Names of models: found whatever their case; few of many are said when there is none."""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.bundled_names import in_reading_order
from smica_qgis.core.document_model.model_names import exact_name
from smica_qgis.core.errors import InvalidParameterError

FEW = ("cnig_CC_2022", "cnig_PLU_2017")
MANY = (
    "GPU_MEC_2025",
    *(f"cnig_PLU_{year}" for year in (2013, 2017, 2025)),
    *(f"cnig_SUP_{category}{number}_2016" for category in ("A", "AC", "PM", "T") for number in range(1, 12)),
)


def said(name: str, names: tuple[str, ...]) -> str:
    with pytest.raises(InvalidParameterError) as raised:
        exact_name(name, names)
    return raised.value.message


def test_whatever_its_case() -> None:
    assert exact_name("CNIG_plu_2017", FEW) == "cnig_PLU_2017"


def test_few_are_all_said() -> None:
    assert said("x", FEW) == "Le standard « x » n'est pas connu. Standards connus : cnig_CC_2022, cnig_PLU_2017."
    assert said("x", ()) == "Le standard « x » n'est pas connu. Aucun standard n'est disponible."


def test_of_many_those_that_look_like_it() -> None:
    message = said("cnig_SUP_AC12_2016", MANY)
    listed = message.partition("Standards au nom proche : ")[2].rstrip(".").split(", ")
    assert 1 <= len(listed) <= 12
    assert {"cnig_SUP_AC1_2016", "cnig_SUP_AC11_2016"} <= set(listed)
    assert all(name in MANY for name in listed)
    assert listed == sorted(listed, key=in_reading_order)


def test_of_many_those_that_hold_it() -> None:
    assert said("cnig_sup_pm1", MANY).endswith(
        "Standards au nom proche : cnig_SUP_PM1_2016, cnig_SUP_PM10_2016, cnig_SUP_PM11_2016."
    )


def test_of_many_the_last_of_each_kind_when_none_looks_like_it() -> None:
    assert said("x", MANY) == (
        "Le standard « x » n'est pas connu. 48 standards sont connus, par exemple "
        "cnig_PLU_2025, cnig_SUP_T11_2016, GPU_MEC_2025."
    )


def test_numbers_are_read_as_numbers() -> None:
    names = ["A10", "AC1", "A2", "PM1bis", "PM2", "A1", "PM1"]
    assert sorted(names, key=in_reading_order) == ["A1", "A2", "A10", "AC1", "PM1", "PM1bis", "PM2"]
    assert in_reading_order("PM1_2016") < in_reading_order("PM1bis_2016")
