"""DATAPPRO_NOT_SINGLE"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import (
    FOLDER,
    METADATA_FILE,
    PLU,
    STANDARD,
    delivery,
    document_model,
    file_model,
    findings,
    made_table,
    table_model,
)
from tests.unit.made_metadata import valid_record

CODE = "DATAPPRO_NOT_SINGLE"
PIECE = file_model("REGLEMENT", "pdf", "[^/]*")
DOC_URBA = table_model("DOC_URBA", "IDURBA", "ETAT", "DATAPPRO")
ANY_FOLDER = file_model("DOSSIER", "directory", "[^/]*")
MODEL = document_model(METADATA_FILE, PIECE, DOC_URBA, ANY_FOLDER, name=PLU)


def dates_of_names(*paths: str, name: str = FOLDER) -> list[tuple[str, str]]:
    records = {path: valid_record(name) for path in paths if path.endswith(".xml")}
    made = delivery(*paths, records=records, name=name)
    found = [f for f in findings(made, MODEL, families=STANDARD) if f.code == CODE]
    return [(f.file, f.values["VALUE"]) for f in found]


@pytest.mark.parametrize(
    "path", ["25349_reglement_20170101.pdf", "25349_reglement_20170101_A.pdf", "25349_plan_20180101_20170101.pdf"]
)
def test_a_written_piece_of_another_date(path: str) -> None:
    assert dates_of_names(path) == [(path, "20170101")]


@pytest.mark.parametrize("path", ["fr-213000149-plu20170101.xml", "fr-213000149-30014plu20170101_A.xml"])
def test_metadata_of_another_date(path: str) -> None:
    assert dates_of_names(path) == [(path, "20170101")]


@pytest.mark.parametrize(
    "path",
    [
        "25349_reglement_20180101.pdf",
        "25349_reglement.pdf",
        "reglement_20170101.pdf",  # does not follow the syntax
        "99999_reglement_20170101.pdf",
        "25349_reglement_20170101_annexe.pdf",
        "25349_reglement_201701.pdf",
        "25349_reglement_20170101/",  # a folder has no date of its own
        "fr-213000149-plu20180101.xml",
        "metadonnees.xml",
    ],
)
def test_the_same_date_or_a_name_of_another_syntax(path: str) -> None:
    assert dates_of_names(path) == []


@pytest.mark.parametrize("name", ["livraison", "123456789_scot"])
def test_a_folder_without_a_date(name: str) -> None:
    assert dates_of_names("25349_reglement_20170101.pdf", name=name) == []


def rows(*values: str, header: str = "IDURBA ETAT DATAPPRO") -> list[tuple[str, str | None, str]]:
    made = delivery(tables=[made_table("DOC_URBA.csv", header, *values)])
    found = [f for f in findings(made, MODEL, families=STANDARD) if f.code == CODE]
    return [(f.attribute, f.id, f.values["VALUE"]) for f in found]


def test_the_opposable_row_of_the_document() -> None:
    assert rows(f"{FOLDER} 03 20180101", f"{FOLDER} 03 20170101") == [("DATAPPRO", "2", "20170101")]


def test_other_rows_have_dates_of_their_own() -> None:
    assert rows(f"{FOLDER} 02 20170101", "25349_PLU_20100101 03 20100101", f"{FOLDER} 03 .") == []


def test_without_a_column_etat_every_row_of_the_document_counts() -> None:
    assert rows(f"{FOLDER} 20170101", header="IDURBA DATAPPRO") == [("DATAPPRO", "1", "20170101")]


@pytest.mark.parametrize("header", ["IDURBA", "DATAPPRO"])
def test_without_the_columns_nothing_is_compared(header: str) -> None:
    assert rows("x", header=header) == []
