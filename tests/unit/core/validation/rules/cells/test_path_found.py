"""ATTRIBUTE_PATH_NOT_FOUND"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import cell_faults, column, delivery, document_model, findings, made_table, table_model

CHEMIN = column("CHEMIN", "Path")
FILES = ("a_directory/", "a_directory/a_file.pdf")


@pytest.mark.parametrize(
    "value",
    ["a_directory/a_file.pdf", "a_directory/a_file.pdf#page=2", "a_directory", "a_directory/", "/a_directory", None],
)
def test_a_file_or_a_folder_from_the_root(value: str | None) -> None:
    assert cell_faults(CHEMIN, value, files=FILES) == []


@pytest.mark.parametrize("value", ["a_file.pdf", "A_DIRECTORY", "a_directory/b.pdf"])
def test_an_absent_one(value: str) -> None:
    assert cell_faults(CHEMIN, value, files=FILES) == [("ATTRIBUTE_PATH_NOT_FOUND", "1", {"VALUE": value})]


@pytest.mark.parametrize("value", ["../secret.txt", "a_directory/../../etc", "/etc/passwd"])
def test_nothing_is_looked_for_outside(value: str) -> None:
    assert cell_faults(CHEMIN, value, files=FILES)[0][0] == "ATTRIBUTE_PATH_NOT_FOUND"


def test_a_lone_geopackage_has_no_files_to_look_for() -> None:
    made = delivery(tables=[made_table("plu.gpkg", "CHEMIN", "a.pdf", layer="ZONE_URBA")], has_files=False)
    found = findings(made, document_model(table_model("ZONE_URBA", CHEMIN)))
    assert "ATTRIBUTE_PATH_NOT_FOUND" not in [f.code for f in found]
