"""FILE_NOT_OPENED, VALIDATOR_EXCEPTION"""

from __future__ import annotations

import pytest

from smica_qgis.core.errors import EmptyFileError, UnreadableFileError
from tests.unit.made_delivery import delivery, document_model, findings, layers_model, made_table, said, table_model

NOT_OPENED, STOP = "FILE_NOT_OPENED", "VALIDATOR_EXCEPTION"
CODES = (NOT_OPENED, STOP)
MODEL = document_model(table_model("A", "LIBELLE"), table_model("B", "LIBELLE"))


def test_a_csv_without_even_a_header() -> None:
    made = delivery(failing={"A.csv": EmptyFileError("Le fichier A.csv est vide.")})
    assert said(CODES, made, MODEL) == [
        (NOT_OPENED, {"FILEPATH": "A.csv"}),
        (STOP, {"REASON": "Le fichier A.csv est vide"}),
    ]


@pytest.mark.parametrize("path", ["A.dbf", "A.gml", "A.tab"])
def test_a_file_that_cannot_be_converted_ends_the_official_validation(path: str) -> None:
    made = delivery(failing={path: UnreadableFileError("Fichier tronqué.")})
    found = [f for f in findings(made, MODEL) if f.code in CODES]
    assert [(f.code, f.file_model, f.file, f.values) for f in found] == [
        (STOP, "A", path, {"REASON": "Fichier tronqué"})
    ]


def test_the_layers_of_a_file_that_cannot_be_opened() -> None:
    made = delivery(failing={"A.gpkg": UnreadableFileError("Illisible.")})
    assert said(CODES, made, document_model(layers_model("A"))) == [(STOP, {"REASON": "Illisible"})]


def test_we_go_on_after_it() -> None:
    made = delivery(failing={"A.csv": UnreadableFileError("Illisible.")}, tables=[made_table("B.csv", "LIBELLE")])
    assert [code for code, _ in said([STOP, "FILE_EMPTY"], made, MODEL)] == [STOP, "FILE_EMPTY"]


def test_files_that_open() -> None:
    made = delivery(tables=[made_table("A.csv", "LIBELLE", "x")])
    assert said(CODES, made, MODEL) == []
