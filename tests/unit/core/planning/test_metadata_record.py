"""What a sheet says of a document: names, dates, keywords, sentences."""

from __future__ import annotations

from dataclasses import fields

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.derived_metadata import DocumentFacts, metadata_record
from smica_qgis.core.planning.document_name import DocumentName, parse_document_name
from smica_qgis.core.planning.given_metadata import GivenMetadata, read_given_metadata
from smica_qgis.core.planning.metadata_record import (
    MetadataRecord,
    document_keywords,
    iso_date,
    of_place,
    published_on,
    sheet_name,
)
from smica_qgis.core.planning.required_keywords import required_keywords

TODAY = "2026-11-24"
DOCUMENTS = {
    "12202_PLU_20240101": "fr-000012202-plu20240101",
    "244400189_PLUi_20111215_A": "fr-244400189-plui20111215_A",
    "2A004_CC_20250302": "fr-00002A004-cc20250302",
    "130008915_AC1_012_20160104": "fr-130008915-ac1-012-20160104",
    "44712_PLU_MEC1_20251008": "fr-000044712-mec120251008",
    "241200567_SCOT_20210617": "fr-241200567-scot20210617",
}


def named(text: str) -> DocumentName:
    name = parse_document_name(text)
    assert name is not None
    return name


def record(text: str, standard: str = "cnig_PLU_2024", territory: str = "", **given: object) -> MetadataRecord:
    facts = DocumentFacts(named(text), standard, territory=territory)
    return metadata_record(facts, read_given_metadata(given), TODAY)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_recommended_name(document: str) -> None:
    assert sheet_name(named(document)) == DOCUMENTS[document]
    assert record(document).file_identifier == DOCUMENTS[document]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_keywords_that_the_official_tool_wants_come_first_under_their_thesaurus(document: str) -> None:
    name = named(document)
    if name.type == "MEC":
        return
    first: dict[str, str] = {}
    for keyword in document_keywords(name, "2024"):
        first.setdefault(keyword.thesaurus, keyword.word)
    for wanted in required_keywords(name):
        assert [word for title, word in first.items() if wanted.is_under(title)] == [wanted.value]


def test_a_document_older_than_the_thesauri_takes_that_of_today() -> None:
    thesauri = [keyword.thesaurus for keyword in record("12202_POS_19950612").keywords]
    assert "Code officiel géographique au 1er janvier 2026" in thesauri


@pytest.mark.parametrize(
    ("date", "expected"),
    [("20240229", "2024-02-29"), ("20230229", ""), ("20040000", "2004-01-01"), ("00000000", ""), ("", "")],
)
def test_dates(date: str, expected: str) -> None:
    assert iso_date(date) == expected


def test_a_document_without_a_date_takes_that_of_its_table_then_today() -> None:
    facts = DocumentFacts(named("241200567_scot"), "cnig_SCoT_2021", approval="20210617")
    assert metadata_record(facts, GivenMetadata(), TODAY).revision_date == "2021-06-17"
    assert record("241200567_scot", "cnig_SCoT_2021").revision_date == TODAY


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Lyon", "de Lyon"),
        ("Albi", "d'Albi"),
        ("Le Mans", "du Mans"),
        ("Les Albres", "des Albres"),
        ("Communauté de communes du Causse", "de la communauté de communes du Causse"),
        ("Évreux", "d'Évreux"),
    ],
)
def test_of_a_place(place: str, expected: str) -> None:
    assert of_place(place) == expected


@pytest.mark.parametrize(
    ("document", "title", "owner"),
    [
        ("12202_PLU_20240101", "Plan local d'urbanisme d'Albi", "Commune d'Albi"),
        ("244400189_PLUi_20111215", "Plan local d'urbanisme intercommunal d'Albi", "Albi"),
        ("12202_CC_20240101", "Carte communale d'Albi", "Commune d'Albi"),
    ],
)
def test_title_and_owner(document: str, title: str, owner: str) -> None:
    found = record(document, territory="Albi")
    assert (found.title, found.organisation, found.contact_organisation) == (title, owner, owner)


def test_a_place_without_a_name_is_said_by_its_code() -> None:
    found = record("12202_PLU_20240101")
    assert found.title == "Plan local d'urbanisme de 12202"
    assert found.organisation == "Autorité compétente 12202"
    assert found.mail == ""


@pytest.mark.parametrize(
    ("standard", "date"),
    [
        ("cnig_PLU_2024", "2023-12-14"),
        ("cnig_PLUi_2025", "2025-06-12"),
        ("cnig_SCoT_2021", "2021-06-17"),
        ("cnig_SUP_AC1_2016", "2016-11-17"),
        ("cnig_PSMV_2019", "2019-01-01"),
    ],
)
def test_when_a_standard_was_published(standard: str, date: str) -> None:
    assert published_on(standard) == date


def test_every_given_value_has_its_effect() -> None:
    """A value that would be taken and then forgotten would be a lie."""
    texts = {item.name: "2020-02-02" for item in fields(GivenMetadata) if item.type == "str"}
    values: dict[str, object] = {**texts, "mail": "a@b.fr", "contact_mail": "c@d.fr", "charset": "8859part1"}
    values.update(denominator=7, keywords=["mot"], links=[{"url": "u", "name": "n"}], box=[1, 2, 3, 4])
    plain = record("12202_PLU_20240101")
    for key, value in values.items():
        assert record("12202_PLU_20240101", **{key: value}) != plain, key


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "objet JSON"),
        ({"courriel": "x"}, "courriel"),
        ({"mail": "Jean Dupont"}, "mail"),
        ({"denominator": True}, "denominator"),
        ({"charset": "latin1"}, "charset"),
        ({"keywords": "mot"}, "keywords"),
        ({"links": [{"url": "x"}]}, "links"),
        ({"title": "a\x00b"}, "title"),
        ({"file_identifier": "é"}, "file_identifier"),
        ({"creation_date": "01/02/2024"}, "creation_date"),
    ],
)
def test_a_value_that_is_wrong_is_named(given: object, said: str) -> None:
    with pytest.raises(InvalidParameterError, match=said):
        read_given_metadata(given)
