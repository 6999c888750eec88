"""FILE_MISPLACED"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import (
    FOLDER,
    Passed,
    delivery,
    document_model,
    file_model,
    findings,
    made_table,
    table_model,
)

CODE = "FILE_MISPLACED"
MODEL = document_model(
    table_model("ACTE_SUP", "LIBELLE", path="Donnees_geographiques/([a-zA-Z0-9]*_)?ACTE_SUP"),
    table_model("SERVITUDE_ACTE_SUP", "LIBELLE", path="Donnees_geographiques/([a-zA-Z0-9]*_)?SERVITUDE_ACTE_SUP"),
)


def misplaced(*paths: str, **options: Passed) -> list[tuple[str, str]]:
    tables = [made_table(path, "LIBELLE", "x") for path in paths if path.endswith(".dbf")]
    found = findings(delivery(*paths, tables=tables), MODEL, **options)
    return [(f.file_model, f.values["FILEPATH"]) for f in found if f.code == CODE]


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("bad_folder/ACTE_SUP.dbf", "ACTE_SUP"),
        ("bad_folder/SERVITUDE_ACTE_SUP.dbf", "SERVITUDE_ACTE_SUP"),
        ("AC1_ACTE_SUP.dbf", "ACTE_SUP"),
        ("ACTE_SUP_copie.dbf", "ACTE_SUP"),  # anything may follow the expected name
    ],
)
def test_a_right_name_in_another_folder(path: str, model: str) -> None:
    assert misplaced(path) == [(model, path)]


@pytest.mark.parametrize("path", ["Donnees_geographiques/ACTE_SUP.dbf", "not_found.shp", "ACTE_SUP.shp"])
def test_what_is_well_placed_or_not_seen(path: str) -> None:
    assert misplaced(path) == []


def test_the_place_is_the_delivery() -> None:
    (found,) = [f for f in findings(delivery("ACTE_SUP.dbf"), MODEL) if f.code == CODE]
    assert found.file == f"{FOLDER}/"


def test_a_misplaced_file_is_not_looked_at() -> None:
    made = delivery(tables=[made_table("ACTE_SUP.dbf", "AUTRE")])
    assert [f.code for f in findings(made, MODEL) if f.file == "ACTE_SUP.dbf"] == []


def test_in_the_flat_layout_files_match_by_their_name() -> None:
    made = delivery(tables=[made_table("ACTE_SUP.dbf", "AUTRE")])
    found = [f.code for f in findings(made, MODEL, flat=True)]
    assert CODE not in found
    assert "TABLE_UNEXPECTED_ATTRIBUTE" in found


def test_a_path_of_the_portal_whose_last_part_matches_any_name() -> None:
    # `…/[^/]*` is cut inside its class, and what is left of it matches any name of the same kind
    model = document_model(file_model("REGLEMENT", "pdf", "Pieces_ecrites/3_Reglement/[^\\/]*"))
    found = [f for f in findings(delivery("egare.pdf"), model) if f.code == CODE]
    assert [(f.file_model, f.values) for f in found] == [("REGLEMENT", {"FILEPATH": "egare.pdf"})]
