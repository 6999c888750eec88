"""CNIG_IDURBA_NOT_FOUND, CNIG_IDURBA_MULTIPLE_FOUND"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.table import Table
from tests.unit.made_delivery import FOLDER, PLU, Passed, Said, delivery, document_model, made_table, said, table_model

NOT_FOUND, MULTIPLE = "CNIG_IDURBA_NOT_FOUND", "CNIG_IDURBA_MULTIPLE_FOUND"
DOC_URBA = table_model("DOC_URBA", "IDURBA")


def faults(*tables: Table, standard: str = PLU, name: str = FOLDER) -> list[Said]:
    made = delivery(tables=tables, name=name)
    return said([NOT_FOUND, MULTIPLE], made, document_model(DOC_URBA, name=standard))


def rows(*values: str, path: str = "DOC_URBA.csv", header: str = "IDURBA", **fields: Passed) -> Table:
    return made_table(path, header, *values, **fields)


def test_one_row_of_the_document() -> None:
    assert faults(rows(FOLDER, "25349_PLU_20100101")) == []


@pytest.mark.parametrize("values", [(), ("25349_PLU_20100101",), (".",)])
def test_none(values: tuple[str, ...]) -> None:
    assert faults(rows(*values)) == [(NOT_FOUND, {"EXPECTED_IDURBA": FOLDER})]


def test_several() -> None:
    assert faults(rows(FOLDER, FOLDER.lower())) == [(MULTIPLE, {"EXPECTED_IDURBA": FOLDER})]


def test_several_over_two_files() -> None:
    assert faults(rows(FOLDER), rows(FOLDER, path="b/DOC_URBA.csv"))[0][0] == MULTIPLE


def test_without_the_table_or_its_column() -> None:
    assert faults()[0][0] == NOT_FOUND
    assert faults(rows("x", header="AUTRE"))[0][0] == NOT_FOUND


def test_a_byte_order_mark_is_no_matter_here() -> None:
    assert faults(rows(FOLDER, header="\ufeffIDURBA")) == []


def test_a_row_that_the_portal_drops_does_not_count() -> None:
    assert faults(rows(FOLDER, FOLDER, odd_rows={0: 3})) == []


def test_v1_is_an_expression() -> None:
    found = faults(rows("x"), standard="cnig_PLU_2014")
    assert found == [(NOT_FOUND, {"EXPECTED_IDURBA": "25349.*20180101.*"})]
    assert faults(rows("2534920180101"), standard="cnig_PLU_2014") == []


@pytest.mark.parametrize("standard", ["cnig_SUP_AC1_2016", "GPU_MEC_2025", "cnig_SCOT_2013", "essai"])
def test_models_without_an_idurba(standard: str) -> None:
    assert faults(standard=standard) == []


def test_v1_of_a_folder_without_a_valid_name_cannot_be_asked() -> None:
    assert faults(rows("x"), standard="cnig_PLU_2014", name="livraison") == []
