"""The folder's name taken apart, and what a model's name says."""

from __future__ import annotations

import pytest

from smica_qgis.core.planning.document_name import (
    DocumentName,
    model_type,
    model_version,
    official_document_name,
    parse_document_name,
)


def parts(text: str) -> tuple[str, str, str, str, str, str]:
    name = parse_document_name(text)
    assert name is not None
    assert name.text == text
    return name.type, name.territory, name.manager, name.category, name.date, name.part


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25349_PLU_20010101", ("PLU", "25349", "", "", "20010101", "")),
        ("25349_PLU_20010101_C", ("PLU", "25349", "", "", "20010101", "C")),
        ("25349_pLu_20010101", ("PLU", "25349", "", "", "20010101", "")),
        ("2A004_PLU_20180101_A", ("PLU", "2A004", "", "", "20180101", "A")),
        ("123456789_PLUi_20200101", ("PLUi", "123456789", "", "", "20200101", "")),
        ("123456789_PLUI_20200101", ("PLUi", "123456789", "", "", "20200101", "")),
        ("123456789_PLU_20200101", ("PLU", "123456789", "", "", "20200101", "")),
        ("25349_psmv_20200101", ("PSMV", "25349", "", "", "20200101", "")),
        ("123456789_scot", ("SCoT", "", "123456789", "", "", "")),
        ("123456789_scot_20010101", ("SCoT", "", "123456789", "", "20010101", "")),
        ("123456789_scot_20010101_B", ("SCoT", "", "123456789", "", "20010101", "B")),
        ("130011349_PM1_07348_20200703", ("SUP", "07348", "130011349", "PM1", "20200703", "")),
        ("172014607_ac1_2A_20180130", ("SUP", "2A", "172014607", "AC1", "20180130", "")),
    ],
)
def test_names_of_documents(text: str, expected: tuple[str, ...]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "scot",
        "25349_PLUiche_20010101",
        "2534_PLU_20010101",
        "253495_PLU_20010101",
        "2C111_PLU_20010101",
        "25349_PLU_2001010",
        "25349_PLU_20010101_AB",
        "25349_PLU_20010101 ",
        "25349_SCOT_20010101",
        "a23123123_PM1_07348_20200703",
        "123456789_PM_2_07348_20200703",
        "123456789_PM-1_07348_20200703",
        "٢٥٣٤٩_PLU_20010101",
    ],
)
def test_other_names(text: str) -> None:
    assert parse_document_name(text) is None


@pytest.mark.parametrize(
    ("text", "territory", "procedure"),
    [
        ("80016_PLU_MEC1_20251008", "80016", "MEC1"),
        ("80016_plu_mec12_20251008", "80016", "MEC12"),
        ("2A004_CC_MEC2_20251008", "2A004", "MEC2"),
        ("248000747_PLUi_MEC3_20251008", "248000747", "MEC3"),
        ("258004340_SCoT_MEC1_20251008", "258004340", "MEC1"),
    ],
)
def test_a_mise_en_compatibilite(text: str, territory: str, procedure: str) -> None:
    name = parse_document_name(text)
    assert name == DocumentName(text, "MEC", territory, date="20251008", procedure=procedure)


@pytest.mark.parametrize(
    "text", ["80016_PSMV_MEC1_20251008", "80016_PLU_MEC_20251008", "80016_PLU_MEC1_20251008_A", "80016_MEC1_20251008"]
)
def test_no_mise_en_compatibilite(text: str) -> None:
    name = parse_document_name(text)
    assert name is None or name.type != "MEC"


def test_the_official_tool_knows_no_mise_en_compatibilite() -> None:
    assert official_document_name("80016_PLU_MEC1_20251008") is None
    servitude = official_document_name("248000747_PLUi_MEC1_20251008")
    assert servitude is not None
    assert (servitude.type, servitude.category, servitude.territory) == ("SUP", "PLUI", "MEC1")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("80016_PLU_20251008", "80016"),
        ("258004340_SCOT_20241126", "258004340"),
        ("80016_PLU_MEC1_20251008", "80016"),
        ("130010853_AC1_080_20230515", ""),
    ],
)
def test_the_number_with_which_files_begin(text: str, owner: str) -> None:
    name = parse_document_name(text)
    assert name is not None
    assert name.owner == owner


def test_absent_parts_are_empty() -> None:
    assert parse_document_name("123456789_scot") == DocumentName("123456789_scot", "SCoT", manager="123456789")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cnig_PLU_2017", "PLU"),
        ("cnig_PLUi_2025", "PLUi"),
        ("cnig_SUP_AC2_2013", "SUP"),
        ("CNIG_sup_ac2_2013", "sup"),
        ("cnig", ""),
        ("cnig_PLU", ""),
        ("test", ""),
        ("test_bad", ""),
        ("GPU_MEC_2025", ""),
        ("covadis_di_2018", ""),
    ],
)
def test_the_kind_of_a_model(name: str, kind: str) -> None:
    assert model_type(name) == kind


@pytest.mark.parametrize(
    ("name", "year"),
    [("cnig_PLU_2017", "2017"), ("cnig_PLU_BAD", ""), ("cnig", ""), ("cnig_PLU_20171", ""), ("2017", "2017")],
)
def test_the_version_of_a_model(name: str, year: str) -> None:
    assert model_version(name) == year
