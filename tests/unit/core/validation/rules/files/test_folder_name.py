"""DIRECTORY_UNEXPECTED_NAME"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import Said, delivery, document_model, said

CODE = "DIRECTORY_UNEXPECTED_NAME"
PM1 = ".*_PM1_((0)?2A|(0)?2B|[0-9]{2,3})_[0-9]{8}"


def faults(name: str, pattern: str | None) -> list[Said]:
    return said([CODE], delivery(name=name), document_model(folder_name=pattern))


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("130009970_PM1_59_20160623", PM1),
        ("123456789_scot", ".*_SCOT"),
        ("25349_plu_20180101", "[0-9]{5}_PLU_[0-9]{8}"),
        ("anything", None),
        ("anything", ""),
    ],
)
def test_names_that_pass(name: str, pattern: str | None) -> None:
    assert faults(name, pattern) == []


@pytest.mark.parametrize(
    "name", ["130009970_PM2_59_20160623", "130009970_PM1_59_20160623_A", "130009970_PM1_5_20160623"]
)
def test_the_whole_name_counts(name: str) -> None:
    assert [code for code, _ in faults(name, PM1)] == [CODE]


def test_case_is_folded_in_ascii_only() -> None:
    assert [code for code, _ in faults("é", "É")] == [CODE]
