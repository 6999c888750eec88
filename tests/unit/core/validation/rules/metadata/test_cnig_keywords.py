"""CNIG_METADATA_KEYWORD_NOT_FOUND, CNIG_METADATA_KEYWORD_INVALID"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata import Keywords
from tests.unit.made_delivery import FOLDER, Said, record_faults

NOT_FOUND, INVALID, STOP = "CNIG_METADATA_KEYWORD_NOT_FOUND", "CNIG_METADATA_KEYWORD_INVALID", "VALIDATOR_EXCEPTION"
TYPES = "Types de documents d\u2019urbanisme"
PLACES = "Code officiel géographique au 1er janvier 20[0-9]{2}"
PLACES_2018 = "Code officiel géographique au 1er janvier 2018"
KIND = {"NAME": "TYPE_DOC", "THESAURUS_NAME": TYPES}
PLACE = {"NAME": "EMPRISE", "THESAURUS_NAME": PLACES}
RIGHT = (Keywords(TYPES, ("PLU",)), Keywords(PLACES_2018, ("25349",)))


def faults(*blocks: Keywords, name: str = FOLDER) -> list[Said]:
    return record_faults(name, keywords=blocks)


def test_the_keywords_that_the_folder_asks_for() -> None:
    assert faults(*RIGHT) == []
    assert faults(*RIGHT, Keywords(TYPES, ("autre",))) == []  # the first block of a thesaurus counts


def test_case_of_keywords_and_titles_does_not_count() -> None:
    assert faults(Keywords(TYPES.upper(), ("plu",)), RIGHT[1]) == []


def test_none() -> None:
    assert faults() == [(NOT_FOUND, KIND), (NOT_FOUND, PLACE)]


@pytest.mark.parametrize(
    "title",
    [TYPES.replace("\u2019", "'"), f"{TYPES} ", "Types de documents", None],
    ids=["straight", "blank", "part", "none"],
)
def test_another_thesaurus(title: str | None) -> None:
    assert faults(Keywords(title, ("PLU",)), RIGHT[1]) == [(NOT_FOUND, KIND)]


@pytest.mark.parametrize("values", [("POS",), ("POS", "PLU"), ("", "PLU")])
def test_the_first_keyword_counts(values: tuple[str, ...]) -> None:
    expected = {**KIND, "VALUE": values[0], "EXPECTED_VALUE": "PLU"}
    assert faults(Keywords(TYPES, values), RIGHT[1]) == [(INVALID, expected)]


def test_a_block_without_a_keyword_ends_the_official_validation() -> None:
    assert faults(Keywords(TYPES, ()), RIGHT[1]) == [(STOP, {"REASON": f"bloc de mots-clés « {TYPES} » sans mot-clé"})]


def test_a_folder_without_a_valid_name_asks_for_nothing() -> None:
    assert faults(name="livraison") == []


def test_a_mise_en_compatibilite_asks_for_nothing() -> None:
    assert faults(name="80016_PLU_MEC1_20251008") == []


def test_that_of_an_intercommunal_body_is_taken_for_a_servitude() -> None:
    found = faults(name="248000747_PLUi_MEC1_20251008")
    assert [(code, values["NAME"]) for code, values in found] == [
        (NOT_FOUND, "CATEGORIE_SUP"),
        (NOT_FOUND, "SIREN_GESTIONNAIRE"),
        (NOT_FOUND, "EMPRISE"),
    ]
