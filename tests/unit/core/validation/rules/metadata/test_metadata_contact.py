"""METADATA_METADATACONTACT_NOT_FOUND, METADATA_METADATACONTACT_NAMEABSENT, METADATA_METADATACONTACT_MAILINVALID"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata import Contact
from tests.unit.made_delivery import record_faults

NOT_FOUND, NAME = "METADATA_METADATACONTACT_NOT_FOUND", "METADATA_METADATACONTACT_NAMEABSENT"
MAIL, STOP = "METADATA_METADATACONTACT_MAILINVALID", "VALIDATOR_EXCEPTION"
NAMELESS = Contact(" ", "a@b.c", has_mail=True)


def test_none() -> None:
    assert record_faults(metadata_contact=None) == [(NOT_FOUND, {})]


@pytest.mark.parametrize("mail", ["non_renseigne@exemple.fr", "a@b", ""])
def test_a_text_that_holds_no_address(mail: str) -> None:
    assert record_faults(metadata_contact=Contact("x", mail, has_mail=True)) == [(MAIL, {"VALUE": mail})]


@pytest.mark.parametrize("name", [None, "", "  "])
def test_no_name(name: str | None) -> None:
    assert record_faults(metadata_contact=Contact(name, "a@b.c", has_mail=True)) == [(NAME, {})]


def test_two_identical_findings_when_both_contacts_lack_a_name() -> None:
    assert record_faults(contact=NAMELESS, metadata_contact=NAMELESS) == [(NAME, {}), (NAME, {})]


def test_without_the_element_the_official_tool_stops() -> None:
    reason = {"REASON": "contact gmd:contact sans adresse électronique"}
    assert record_faults(metadata_contact=Contact("x", None, has_mail=False)) == [(STOP, reason)]


def test_a_name_and_an_address() -> None:
    assert record_faults(metadata_contact=Contact("x", "a@b.c", has_mail=True)) == []
