"""CNIG_PIECE_ECRITE_ONLY_PDF"""

from __future__ import annotations

import pytest

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.core.validation.table import Table
from tests.unit.made_delivery import FOLDER, PLU, Passed, delivery, document_model, findings, made_table, table_model
from tests.unit.made_metadata import valid_record

CODE = "CNIG_PIECE_ECRITE_ONLY_PDF"
TITLES = table_model("TITRES_PIECES_ECRITES", "TITRE", path="Pieces_ecrites/titres")


def named(
    *paths: str,
    standard: str = PLU,
    tables: tuple[Table, ...] = (),
    records: dict[str, Passed] | None = None,
    **options: Passed,
) -> list[str]:
    made = delivery(*paths, tables=tables, records=records)
    found = findings(made, document_model(TITLES, name=standard), **options)
    return [f.file for f in found if f.code == CODE]


@pytest.mark.parametrize("name", ["reglement.PDF", "reglement.docx", "Thumbs.db", ".DS_Store", "LISEZMOI", "a.csv"])
def test_a_file_that_is_no_pdf_is_named_bare(name: str) -> None:
    assert named(f"Pieces_ecrites/3_Reglement/{name}") == [name]


@pytest.mark.parametrize("path", ["Pieces_ecrites/a.pdf", "Pieces_ecrites/sous.dossier/", "Autre/a.docx", "a.docx"])
def test_what_passes(path: str) -> None:
    assert named(path) == []


@pytest.mark.parametrize("folder", ["Pieces_Ecrites", "PIECES_ECRITES", "d/Pieces_ecrites"])
def test_the_folder_has_that_very_name_at_the_root(folder: str) -> None:
    assert named(f"{folder}/a.docx") == []


def test_the_first_table_of_titles_passes() -> None:
    titles = (made_table("Pieces_ecrites/titres.csv", "TITRE", "x"), made_table("Pieces_ecrites/titres.dbf", "TITRE"))
    assert named(tables=titles) == ["titres.dbf"]


def test_an_xml_passes_when_it_is_not_metadata() -> None:
    record = {"Pieces_ecrites/fiche.xml": valid_record(FOLDER)}
    assert named("Pieces_ecrites/autre.xml", "Pieces_ecrites/AUTRE.XML", records=record) == ["fiche.xml"]


def test_an_xml_that_cannot_be_opened_ends_nothing() -> None:
    assert named(records={"Pieces_ecrites/fiche.xml": UnreadableFileError("Nom trop long.")}) == []


@pytest.mark.parametrize("standard", ["cnig_SUP_AC1_2016", "GPU_MEC_2025", "essai"])
def test_only_plans_and_scots(standard: str) -> None:
    assert named("Pieces_ecrites/a.docx", standard=standard) == []


def test_not_in_the_flat_layout() -> None:
    assert named("Pieces_ecrites/a.docx", flat=True) == []
