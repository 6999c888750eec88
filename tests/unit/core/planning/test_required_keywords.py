"""The keywords that a folder's name asks for."""

from __future__ import annotations

import pytest

from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.planning.required_keywords import RequiredKeyword, required_keywords

COG, SIRENE = "Code officiel géographique au 1er janvier 20[0-9]{2}", "Répertoire SIRENE"


def asked(folder: str) -> list[tuple[str, str]]:
    name = parse_document_name(folder)
    assert name is not None
    return [(keyword.name, keyword.value) for keyword in required_keywords(name)]


@pytest.mark.parametrize("kind", ["PLU", "POS", "CC", "PSMV"])
def test_a_plan_of_one_commune(kind: str) -> None:
    assert asked(f"25349_{kind}_20200101") == [("TYPE_DOC", kind), ("EMPRISE", "25349")]


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("25349_PLU_20200101_b", [("TYPE_DOC", "PLU"), ("EMPRISE", "25349"), ("CodeDU", "B")]),
        ("123456789_PLUi_20200101", [("TYPE_DOC", "PLUI"), ("EMPRISE", "123456789")]),
        ("123456789_scot", [("TYPE_DOC", "SCOT"), ("SIREN_GESTIONNAIRE", "123456789")]),
        ("123456789_scot_A", [("TYPE_DOC", "SCOT"), ("SIREN_GESTIONNAIRE", "123456789")]),
        (
            "123456789_scot_20200101_A",
            [("TYPE_DOC", "SCOT"), ("SIREN_GESTIONNAIRE", "123456789"), ("CodeDU", "A")],
        ),
        (
            "172014607_AC1_2A_20180130",
            [("CATEGORIE_SUP", "AC1"), ("SIREN_GESTIONNAIRE", "172014607"), ("EMPRISE", "2A")],
        ),
    ],
)
def test_other_documents(folder: str, expected: list[tuple[str, str]]) -> None:
    assert asked(folder) == expected


@pytest.mark.parametrize(("folder", "thesaurus"), [("25349_PLU_20200101", COG), ("123456789_PLUi_20200101", SIRENE)])
def test_where_the_territory_is_looked_up(folder: str, thesaurus: str) -> None:
    name = parse_document_name(folder)
    assert name is not None
    assert required_keywords(name)[1].thesaurus == thesaurus


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Code officiel géographique au 1er janvier 2018", True),
        ("CODE OFFICIEL GéOGRAPHIQUE AU 1ER JANVIER 2018", True),
        ("CODE OFFICIEL GÉOGRAPHIQUE AU 1ER JANVIER 2018", False),  # only ASCII is folded
        ("Code officiel géographique au 1er janvier 1999", False),
        ("Code officiel géographique au 1er janvier 2018 (INSEE)", False),
        (None, False),
    ],
)
def test_the_title_matches_whole(title: str | None, found: bool) -> None:  # noqa: FBT001
    assert RequiredKeyword("EMPRISE", COG, "x").is_under(title) is found
