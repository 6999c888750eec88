"""METADATA_CONTACT_NOT_FOUND, METADATA_CONTACT_MAILINVALID"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata import Contact
from tests.unit.made_delivery import record_faults

NOT_FOUND, MAIL = "METADATA_CONTACT_NOT_FOUND", "METADATA_CONTACT_MAILINVALID"
NAME_OF_THE_OTHER, STOP = "METADATA_METADATACONTACT_NAMEABSENT", "VALIDATOR_EXCEPTION"


def test_none() -> None:
    assert record_faults(contact=None) == [(NOT_FOUND, {})]


@pytest.mark.parametrize("mail", ["a@b.c", "<a@b.c>", "Mairie a@b.c, lundi"])
def test_a_text_that_holds_an_address(mail: str) -> None:
    assert record_faults(contact=Contact("x", mail, has_mail=True)) == []


@pytest.mark.parametrize("mail", ["non_renseigne@exemple.fr", "a@b", "@b.c", "mairie", ""])
def test_a_text_that_holds_none(mail: str) -> None:
    assert record_faults(contact=Contact("x", mail, has_mail=True)) == [(MAIL, {"VALUE": mail})]


@pytest.mark.parametrize("name", [None, "", "  "])
def test_without_a_name_the_official_tool_gives_the_code_of_the_other_contact(name: str | None) -> None:
    assert record_faults(contact=Contact(name, "a@b.c", has_mail=True)) == [(NAME_OF_THE_OTHER, {})]


def test_without_the_element_the_official_tool_stops() -> None:
    reason = {"REASON": "contact gmd:pointOfContact sans adresse électronique"}
    assert record_faults(contact=Contact("x", None, has_mail=False)) == [(STOP, reason)]
