"""FILE_MISSING_MANDATORY, FILE_MISSING_RECOMMANDED and both of folders"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import (
    FOLDER,
    METADATA_FILE,
    Said,
    delivery,
    document_model,
    file_model,
    findings,
    made_table,
    said,
    table_model,
)

CODES = (
    "FILE_MISSING_MANDATORY",
    "FILE_MISSING_MANDATORY_DIRECTORY",
    "FILE_MISSING_RECOMMANDED",
    "FILE_MISSING_RECOMMANDED_DIRECTORY",
)


def faults(*paths: str, kind: str, mandatory: str, **options: object) -> list[Said]:
    model = document_model(file_model("M", kind, "Dossier/M", mandatory))
    return said(CODES, delivery(*paths), model, **options)


@pytest.mark.parametrize(
    ("kind", "mandatory", "code"),
    [
        ("pdf", "ERROR", CODES[0]),
        ("directory", "ERROR", CODES[1]),
        ("pdf", "WARN", CODES[2]),
        ("directory", "WARN", CODES[3]),
    ],
)
def test_what_is_missing(kind: str, mandatory: str, code: str) -> None:
    assert faults(kind=kind, mandatory=mandatory) == [(code, {"FILEMODEL_NAME": "M"})]


@pytest.mark.parametrize(("kind", "path"), [("pdf", "Dossier/M.pdf"), ("directory", "Dossier/M/")])
def test_what_is_there(kind: str, path: str) -> None:
    assert faults(path, kind=kind, mandatory="ERROR") == []


@pytest.mark.parametrize("kind", ["pdf", "directory"])
def test_what_is_optional(kind: str) -> None:
    assert faults(kind=kind, mandatory="OPTIONAL") == []


def test_a_misplaced_file_answers_in_the_flat_layout_only() -> None:
    assert [code for code, _ in faults("M.pdf", kind="pdf", mandatory="ERROR")] == [CODES[0]]
    assert faults("M.pdf", kind="pdf", mandatory="ERROR", flat=True) == []


@pytest.mark.parametrize("mandatory", ["ERROR", "WARN"])
def test_folders_are_not_asked_for_in_the_flat_layout(mandatory: str) -> None:
    assert faults(kind="directory", mandatory=mandatory, flat=True) == []


def test_an_xml_that_is_not_metadata_does_not_answer() -> None:
    model = document_model(file_model("METADONNEES", "metadata", "[^/]*", "ERROR"))
    assert said(CODES, delivery("a.xml"), model) == [(CODES[0], {"FILEMODEL_NAME": "METADONNEES"})]


def test_the_order_is_that_of_the_model() -> None:
    model = document_model(
        file_model("C", "pdf", "C", "ERROR"),
        METADATA_FILE,
        table_model("A", "LIBELLE", mandatory="WARN"),
        table_model("B", "LIBELLE", mandatory="ERROR"),
    )
    made = delivery(tables=[made_table("A.csv", "LIBELLE", "x")])
    found = [(f.file_model, f.file) for f in findings(made, model) if f.code in CODES]
    assert found == [("C", f"{FOLDER}/"), ("B", f"{FOLDER}/")]
