"""What differs, as a page and as a table."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from smica_qgis.core.document_model.differences import Difference, DifferenceKind, ModelComparison, compare
from smica_qgis.core.document_model.model import ModelSource
from smica_qgis.reports.difference_wording import WHAT, after_of, before_of, provenance, state_of, where_of
from smica_qgis.reports.standard_differences import (
    COLUMNS,
    differences_page,
    write_differences_csv,
    write_differences_html,
)
from tests.unit.made_standards import contents, model_of

FETCHED = ModelSource("https://models.example/m.json", "fetched", "abc123", "2026-11-24T08:13:00+00:00")
BUNDLED = ModelSource("m/files.json", "bundled", "def", "2026-05-12")


def comparison(*changes: Difference) -> ModelComparison:
    return ModelComparison("cnig_PLU_2024", BUNDLED, FETCHED, changes)


def change(kind: DifferenceKind, before: str = "", after: str = "", place: str = "ZONE_URBA") -> Difference:
    return Difference("cnig_PLU_2024", kind, place, "LIBELLE", before, after)


def test_every_kind_has_words() -> None:
    assert set(WHAT) == set(DifferenceKind)


def test_facts_are_said_in_french() -> None:
    required = change(DifferenceKind.COLUMN_REQUIRED, "true", "false")
    assert (where_of(required), before_of(required), after_of(required)) == ("ZONE_URBA · LIBELLE", "oui", "non")
    level = change(DifferenceKind.FILE_MANDATORY, "ERROR", "OPTIONAL")
    assert (before_of(level), after_of(level)) == ("obligatoire (une erreur s’il manque)", "facultatif")
    assert before_of(change(DifferenceKind.CODE_LIST_ADDED, "", "12")) == "–"
    assert after_of(change(DifferenceKind.CODE_LIST_ADDED, "", "12")) == "12 codes"
    assert where_of(Difference("m", DifferenceKind.FOLDER_NAME)) == "le modèle"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (BUNDLED, "fourni avec SMICA QGIS"),
        (FETCHED, "récupéré le 24/11/2026 à 08:13 (UTC)"),
        (replace(FETCHED, date=""), "récupéré"),
        (replace(FETCHED, origin="given"), "donné pour ce contrôle"),
        (replace(FETCHED, origin="m.zip"), "donné pour ce contrôle, dans l’archive m.zip"),
    ],
)
def test_where_a_model_comes_from(source: ModelSource, words: str) -> None:
    assert provenance(source) == words


def test_what_a_comparison_comes_to() -> None:
    one = change(DifferenceKind.COLUMN_UNIQUE, "false", "true")
    assert [state_of(comparison(*[one] * count)) for count in (0, 1, 2)] == [
        "identique",
        "1 différence",
        "2 différences",
    ]
    assert state_of(ModelComparison("m", unreadable="Non.")) == "illisible"
    assert state_of(compare(None, model_of(contents()))) == "non fourni avec l’extension"


def test_the_page_says_where_what_and_from_where(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    found = compare(model_of(contents(length=40)), model_of(contents(length=12)))
    write_differences_html([found, ModelComparison("cnig_CC_2022", BUNDLED, FETCHED)], path)
    page = path.read_text(encoding="utf-8")
    for text in (
        "1 différence dans 1 modèle sur 2",
        "longueur maximale",
        ">40<",
        ">12<",
        "models.example",
        "Identique",
    ):
        assert text in page
    assert "<script" not in page


def test_what_a_model_holds_is_only_ever_text(tmp_path: Path) -> None:
    nasty = change(DifferenceKind.COLUMN_PATTERN, "<img src=x onerror=alert(1)>", "\u202e=cmd()")
    page = differences_page([comparison(nasty)])
    assert "<img" not in page
    assert "\u202e" not in page
    path = tmp_path / "t.csv"
    write_differences_csv([comparison(change(DifferenceKind.COLUMN_PATTERN, "=cmd|' /C calc'!A0", "+1"))], path)
    with path.open(encoding="utf-8", newline="") as stream:
        row = next(csv.DictReader(stream))
    assert (row["bundled"], row["fetched"]) == ("'=cmd|' /C calc'!A0", "'+1")


def test_the_table_has_a_line_a_difference(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_differences_csv([comparison(change(DifferenceKind.COLUMN_MAX_LENGTH, "40", "12")), comparison()], path)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert tuple(rows[0]) == COLUMNS
    fact = ["cnig_PLU_2024", "COLUMN_MAX_LENGTH", "ZONE_URBA", "LIBELLE", "longueur maximale", "40", "12"]
    assert rows[1:] == [[*fact, FETCHED.location, FETCHED.date, FETCHED.sha256]]


def test_nothing_to_say_is_said() -> None:
    assert "Aucune différence dans 1 modèle" in differences_page([comparison()])
    assert "Aucun standard récupéré" in differences_page([])
    assert "1 modèle illisible sur 1" in differences_page([ModelComparison("m", unreadable="Le fichier manque.")])
