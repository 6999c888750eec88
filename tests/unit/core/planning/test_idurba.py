"""IDURBA: the form that a model asks for, the values that have one, and those of one document."""

from __future__ import annotations

import pytest

from smica_qgis.core.planning.idurba import IdurbaFormat, expected_idurba, has_any_format, idurba_format

V1, V2, SCOT = IdurbaFormat.V1, IdurbaFormat.V2, IdurbaFormat.SCOT
PLANS = ("PLU", "PLUi", "POS", "CC", "PSMV")


@pytest.mark.parametrize("name", ["GEOFLA", "cnig_SCOT_2013", "cnig_SUP_AC2_2013", "GPU_MEC_2025", "cnig_PLU_BAD"])
def test_models_without_one(name: str) -> None:
    assert idurba_format(name) is None


@pytest.mark.parametrize("kind", PLANS)
@pytest.mark.parametrize(
    ("version", "form"), [("2013", V1), ("2014", V1), ("2017", V2), ("2022", V2), ("2024", V2), ("2025", V2)]
)
def test_plans_by_version(kind: str, version: str, form: IdurbaFormat) -> None:
    assert idurba_format(f"cnig_{kind}_{version}") is form


@pytest.mark.parametrize("name", ["cnig_SCOT_2018", "cnig_SCoT_2021"])
def test_scots(name: str) -> None:
    assert idurba_format(name) is SCOT


@pytest.mark.parametrize(
    "value",
    [
        "25349_20140101",
        "2B111_20140101",
        "2534920140101",
        "123456789_20010101",
        *(f"25349_{kind}_20180101" for kind in ("PLU", "POS", "CC", "PSMV")),
        "25349_PLU_20180101_A",
        "2A004_PLUi_20180101",
        "2A004_PLUI_20180101_a",
        "25349_plu_20180101",
        "123456789_SCOT_20200101",
        "123456789_SCOT_20200101_A",
        "123456789_SCOT",
    ],
)
def test_values_of_some_form(value: str) -> None:
    assert has_any_format(value)


@pytest.mark.parametrize(
    "value",
    [
        "a254",
        "25349X_20140101",
        "25349_201401015",
        "25349_SCOT_20180101_B",
        "something",
        "25349",
        "test",
        "",
        "2b111_20140101",  # case counts in the form of 2013 and 2014
    ],
)
def test_values_of_none(value: str) -> None:
    assert not has_any_format(value)


@pytest.mark.parametrize(
    ("folder", "expression"),
    [
        ("25349_PLU_20180101", "25349.*20180101.*"),
        ("200011781_PLUI_20180101", "200011781.*20180101.*"),
        ("200011781_PLUi_20180101", "200011781.*20180101.*"),
        ("2A004_PLU_20180101_A", "2A004.*20180101.*"),
    ],
)
def test_v1_of_a_folder(folder: str, expression: str) -> None:
    expected = expected_idurba(folder, V1)
    assert expected is not None
    assert expected.text == expression


@pytest.mark.parametrize(
    "folder",
    [
        "livraison",
        "123456789_scot",
        "172014607_AC1_2A_20180130",
        "80016_PLU_MEC1_20251008",
        "248000747_PLUi_MEC1_20251008",
        "",
    ],
)
def test_v1_cannot_be_built_from_another_name(folder: str) -> None:
    assert expected_idurba(folder, V1) is None


@pytest.mark.parametrize("form", [V2, SCOT])
def test_other_forms_are_the_folder_s_name_in_capitals(form: IdurbaFormat) -> None:
    expected = expected_idurba("123456789_PLUi_20010101", form)
    assert expected is not None
    assert expected.text == "123456789_PLUI_20010101"


@pytest.mark.parametrize(
    ("form", "value", "belongs"),
    [
        (V2, "25349_CC_20010101", True),
        (V2, "25349_cc_20010101", True),
        (V2, "2534920010101", False),
        (V2, "25349_20010101", False),
        (V2, None, False),
        (V1, "25349_20010101", True),
        (V1, "2534920010101", True),
        (V1, "25349_CC_20010101_A", True),
        (V1, "25349\n20010101", False),
        (V1, "x25349_20010101", False),
        (V1, None, False),
    ],
)
def test_whether_a_value_designates_the_document(form: IdurbaFormat, value: str | None, belongs: bool) -> None:  # noqa: FBT001
    expected = expected_idurba("25349_CC_20010101", form)
    assert expected is not None
    assert expected.belongs(value) is belongs
