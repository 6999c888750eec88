"""The folder's name taken apart, and what a model's name says."""

from __future__ import annotations

import pytest

from smica_qgis.core.planning.document_name import (
    DocumentName,
    model_type,
    model_version,
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
