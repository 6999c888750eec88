"""CNIG_FILE_EXTENSION_INVALID"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import PLU, delivery, document_model, findings

CODE = "CNIG_FILE_EXTENSION_INVALID"


def named(*paths: str, standard: str = PLU, flat: bool = True) -> list[str]:
    found = findings(delivery(*paths), document_model(name=standard), flat=flat)
    return [f.file for f in found if f.code == CODE]


@pytest.mark.parametrize("extension", ["xml", "pdf", "csv", "map", "mid", "dbf", "shp", "geojson", "gml", "PDF", "Shp"])
def test_known_extensions(extension: str) -> None:
    assert named(f"a.{extension}") == []


@pytest.mark.parametrize("name", ["a.gpkg", "a.tab", "a.docx", "Thumbs.db", ".DS_Store", "LISEZMOI"])
def test_others_are_named_bare(name: str) -> None:
    assert named(f"dossier/{name}") == [name]


def test_a_companion_of_the_same_name_and_folder_makes_a_file_pass() -> None:
    assert named("d/a.shp", "d/a.shx", "d/a.prj", "d/b.map", "d/b.tab", "d/b.dat", "d/b.id") == []
    assert named("d/a.shp", "e/a.shx", "d/b.prj") == ["b.prj", "a.shx"]


def test_the_companion_is_written_in_small_letters() -> None:
    assert named("B.MAP", "B.TAB", "B.DAT") == ["B.DAT", "B.TAB"]


def test_folders_have_no_extension() -> None:
    assert named("dossier.v2/") == []


@pytest.mark.parametrize("standard", ["cnig_SUP_AC1_2016", "GPU_MEC_2025", "essai"])
def test_only_plans_and_scots(standard: str) -> None:
    assert named("a.docx", standard=standard) == []


def test_only_the_flat_layout() -> None:
    assert named("a.docx", flat=False) == []
