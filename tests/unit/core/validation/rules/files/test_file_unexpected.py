"""FILE_UNEXPECTED, DIRECTORY_UNEXPECTED"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import FOLDER, Said, delivery, document_model, file_model, findings, said, table_model

FILE, DIRECTORY = "FILE_UNEXPECTED", "DIRECTORY_UNEXPECTED"
MODEL = document_model(
    table_model("ZONE_URBA", "LIBELLE", path="Donnees/ZONE_URBA"), file_model("Donnees", "directory", "Donnees")
)


def faults(*paths: str, **options: object) -> list[Said]:
    return said([FILE, DIRECTORY], delivery(*paths), MODEL, **options)


@pytest.mark.parametrize("extension", ["dbf", "tab", "pdf", "xml", "gml", "csv", "gpkg", "PDF", "DBF"])
def test_a_file_of_a_known_extension_that_no_model_expects(extension: str) -> None:
    assert faults(f"d/x.{extension}") == [(FILE, {"FILEPATH": f"d/x.{extension}"})]


@pytest.mark.parametrize("name", ["a.docx", "ZONE.shp", "a.Pdf", "a.geojson", "Thumbs.db", "a.gpkg-wal", "sans"])
def test_other_extensions_are_not_seen(name: str) -> None:
    assert faults(name) == []


def test_a_folder() -> None:
    assert faults("Donnees/", "Autre/") == [(DIRECTORY, {"FILEPATH": "Autre"})]


def test_a_folder_is_never_found_by_its_name_alone() -> None:
    assert faults("Autre/Donnees2/") == [(DIRECTORY, {"FILEPATH": "Autre/Donnees2"})]


def test_an_expected_folder_may_lie_at_any_depth() -> None:
    assert faults("a/b/Donnees/") == []


def test_also_in_the_flat_layout() -> None:
    found = faults("Autre/", "x.pdf", flat=True)
    assert found == [(DIRECTORY, {"FILEPATH": "Autre"}), (FILE, {"FILEPATH": "x.pdf"})]


def test_the_place_is_the_delivery() -> None:
    (found,) = [f for f in findings(delivery("x.pdf"), MODEL) if f.code == FILE]
    assert (found.file, found.file_model) == (f"{FOLDER}/", "")
