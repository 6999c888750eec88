"""Which file answers to which file model."""

from __future__ import annotations

import pytest

from smica_qgis.core.document_model.model import FileModel
from smica_qgis.core.validation.delivery import Entry
from smica_qgis.core.validation.document import Document
from smica_qgis.core.validation.matching import (
    by_bare_name,
    by_layer_name,
    by_path,
    file_uri,
    is_listed,
    match_files,
)
from smica_qgis.core.validation.options import read_options
from tests.unit.made_delivery import FOLDER, delivery, document_model, file_model, layers_model, table_model

A = table_model("A", "X", path="Donnees_geographiques/([a-zA-Z0-9]*_)?ACTE_SUP")
B = table_model("B", "X", path="Donnees_geographiques/([a-zA-Z0-9]*_)?SERVITUDE_ACTE_SUP")
SUP = document_model(A, B)


def entry(path: str) -> Entry:
    return Entry(path.rstrip("/"), path.endswith("/"))


def placed(path: str, *models: FileModel, folder: str = FOLDER) -> str:
    found = by_path(document_model(*models) if models else SUP, folder, entry(path))
    return found.name if found is not None else ""


def named(path: str, *models: FileModel) -> str:
    found = by_bare_name(document_model(*models) if models else SUP, entry(path))
    return found.name if found is not None else ""


@pytest.mark.parametrize(
    ("path", "in_place", "by_name"),
    [
        ("not_found.shp", "", ""),
        ("ACTE_SUP.shp", "", ""),
        ("Donnees_geographiques/ACTE_SUP.dbf", "A", "A"),
        ("Donnees_geographiques/SERVITUDE_ACTE_SUP.dbf", "B", "B"),  # both match: the longer expression wins
        ("bad_folder/ACTE_SUP.dbf", "", "A"),
        ("bad_folder/SERVITUDE_ACTE_SUP.dbf", "", "B"),
        ("donnees_GEOGRAPHIQUES/acte_sup.DBF", "A", "A"),
        ("un/niveau/de/plus/Donnees_geographiques/ACTE_SUP.csv", "A", "A"),
        ("Donnees_geographiques/ACTE_SUP_copie.dbf", "", "A"),
        ("Donnees_geographiques/ACTE_SUP.dbf.xml", "", ""),
    ],
)
def test_tables(path: str, in_place: str, by_name: str) -> None:
    assert (placed(path), named(path)) == (in_place, by_name)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("table", ["a.dbf", "a.TAB", "a.gml", "a.csv", "a.gpkg"], ["a.shp", "a.pdf", "a/"]),
        ("multi_table", ["a.gml", "a.GPKG"], ["a.dbf", "a.csv"]),
        ("pdf", ["a.pdf", "a.PDF"], ["a.xml", "a"]),
        ("metadata", ["a.xml"], ["a.gml"]),
        ("directory", ["a/"], ["a", "a.pdf"]),
    ],
)
def test_extensions_of_each_kind(kind: str, right: list[str], wrong: list[str]) -> None:
    model = file_model("M", kind, "a")
    assert [placed(path, model) for path in right] == ["M"] * len(right)
    assert [placed(path, model) for path in wrong] == [""] * len(wrong)


def test_on_ties_the_first_model_wins() -> None:
    assert placed("ab.pdf", file_model("1", "pdf", "a."), file_model("2", "pdf", ".b")) == "1"


def test_on_ties_of_names_too() -> None:
    assert named("ab.pdf", file_model("1", "pdf", "d/a."), file_model("2", "pdf", "d/.b")) == "1"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b.pdf", "/x/a%20b.pdf"),
        ("[a]#%?.pdf", "/x/%5Ba%5D%23%25%3F.pdf"),
        ("été’.pdf", "/x/été’.pdf"),
        ("d/", "/x/d/"),
        ('a"<>\\^`{|}', "/x/a%22%3C%3E%5C%5E%60%7B%7C%7D"),
    ],
)
def test_addresses_as_java_writes_them(path: str, uri: str) -> None:
    assert file_uri("x", entry(path)) == uri


def test_a_path_is_matched_encoded_and_a_name_is_not() -> None:
    blank = file_model("M", "pdf", "mon fichier")
    assert (placed("mon fichier.pdf", blank), named("mon fichier.pdf", blank)) == ("", "M")
    assert placed("mon fichier.pdf", file_model("M", "pdf", "mon.*fichier")) == "M"


def test_the_name_of_the_folder_may_answer_to_a_path() -> None:
    assert placed("a.pdf", file_model("M", "pdf", f"{FOLDER}/a")) == "M"


@pytest.mark.parametrize("name", ["egare.pdf", "]*.pdf"])
def test_a_last_part_cut_in_its_class_matches_any_name(name: str) -> None:
    assert named(name, file_model("REGLEMENT", "pdf", r"Pieces_ecrites/[^\/]*")) == "REGLEMENT"


def test_a_last_part_that_is_broken_gives_way_to_the_model_s_name() -> None:
    broken = file_model("REGLEMENT", "pdf", "Pieces_ecrites/(a/b)?c")
    assert named("REGLEMENT_1.pdf", broken) == "REGLEMENT"
    assert named("c.pdf", broken) == ""


@pytest.mark.parametrize(
    ("path", "seen"),
    [("a.dbf", True), ("a.PDF", True), ("a.Pdf", False), ("a.shp", False), ("a", False), ("d.x/", True)],
)
def test_what_the_official_tool_lists(path: str, seen: bool) -> None:  # noqa: FBT001
    assert is_listed(entry(path)) is seen


@pytest.mark.parametrize(
    ("flat", "files", "misplaced"),
    [(False, ["d/a.pdf"], ["a.pdf"]), (True, ["d/a.pdf", "a.pdf"], [])],
)
def test_well_placed_files_come_first(flat: bool, files: list[str], misplaced: list[str]) -> None:  # noqa: FBT001
    made = delivery("a.pdf", "d/a.pdf", "z.pdf", "d/", "b.docx")
    document = Document(made, document_model(file_model("M", "pdf", "d/a")), read_options({"flat": flat}), "")
    match_files(document)
    assert [f.entry.path for f in document.files] == files
    assert [f.entry.path for f in document.misplaced] == misplaced
    assert [e.path for e in document.unexpected] == ["d", "z.pdf"]


@pytest.mark.parametrize(
    ("layer", "expected"),
    [("zone_urba", "ZONE_URBA"), ("25349_ZONE_URBA_20180101", "ZONE_URBA"), ("LIBRE", "LIBRE"), ("autre", "")],
)
def test_layers_of_a_lone_geopackage(layer: str, expected: str) -> None:
    model = document_model(
        layers_model("M"),
        table_model("ZONE_URBA", "X", path="Donnees/[0-9AB]{5}_ZONE_URBA_[0-9]{8}"),
        table_model("LIBRE", "X", path="Donnees/(a/b)?c"),
    )
    found = by_layer_name(model, layer)
    assert (found.name if found is not None else "") == expected
