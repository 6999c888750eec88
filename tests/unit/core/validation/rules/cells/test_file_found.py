"""ATTRIBUTE_FILE_NOT_FOUND"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import cell_faults, column, delivery, document_model, findings, made_table, table_model

NOMFIC = column("NOMFIC", "Filename")
FILES = ("commune.csv", "a_directory/", "a_directory/a_file.pdf", "a_directory/plan.docx")


@pytest.mark.parametrize(
    "value", ["commune.csv", "commune.csv#page=15", "a_file.pdf", "a_file.pdf#page=15", "plan.docx", None]
)
def test_a_file_in_any_folder_and_of_any_extension(value: str | None) -> None:
    assert cell_faults(NOMFIC, value, files=FILES) == []


@pytest.mark.parametrize(
    "value",
    [
        "je-nexiste-pas.txt",
        "a_directory/a_file.pdf",  # the bare name is compared
        "A_FILE.pdf",
        "a_directory",  # a folder is not a file
        "#page=2",
    ],
)
def test_an_absent_file(value: str) -> None:
    assert cell_faults(NOMFIC, value, files=FILES) == [("ATTRIBUTE_FILE_NOT_FOUND", "1", {"VALUE": value})]


def test_a_text_that_is_no_file_name_is_another_fault() -> None:
    assert [code for code, _, _ in cell_faults(NOMFIC, "a b.pdf", files=("a b.pdf",))] == ["ATTRIBUTE_INVALID_FORMAT"]


def test_a_lone_geopackage_has_no_files_to_look_for() -> None:
    made = delivery(tables=[made_table("plu.gpkg", "NOMFIC", "a.pdf", layer="ZONE_URBA")], has_files=False)
    found = findings(made, document_model(table_model("ZONE_URBA", NOMFIC)))
    assert "ATTRIBUTE_FILE_NOT_FOUND" not in [f.code for f in found]
