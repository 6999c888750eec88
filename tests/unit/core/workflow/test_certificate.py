from __future__ import annotations

import json
from dataclasses import replace

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.workflow.certificate import (
    Certificate,
    CertificateError,
    CertificateState,
    broken_entry,
    certificate_state,
    certificate_text,
    next_entry,
    read_certificate,
    seal_of,
)
from smica_qgis.core.workflow.checklist import ChecklistAnswer, read_checklist, unanswered
from smica_qgis.core.workflow.vocabulary import Answer

CERTIFICATE = Certificate(
    procedure={"identifier": "12202-2026-1", "document": "12202_PLU_20260301"},
    round_number=3,
    delivery="12202_PLU_20260301",
    manifest_sha256="ab" * 32,
    files=12,
    content_sha256="cd" * 32,
    standard="cnig_PLU_2024",
    model_sha256="ef" * 32,
    rule_set_sha256="01" * 32,
    versions={"smica_qgis": "0.3.0"},
    verdict="valid",
    counts={"official": {"ERROR": 0}},
    decision="accepted",
    signatory="ddt",
    signed_at="2026-11-24T10:00:00Z",
    exceptions=({"key": "K", "reason": "limite communale à vérifier sur l'été"},),
)
TEXT = certificate_text(CERTIFICATE)


def test_it_comes_back_as_it_was_written() -> None:
    read = read_certificate(TEXT)
    assert read.intact
    assert certificate_text(read.certificate) == TEXT
    assert read.certificate.signatory == "ddt"


@pytest.mark.parametrize("place", range(0, len(TEXT), 7))
def test_one_byte_changed_anywhere_shows(place: int) -> None:
    altered = TEXT[:place] + ("8" if TEXT[place] != "8" else "9") + TEXT[place + 1 :]
    try:
        read = read_certificate(altered)
    except CertificateError:
        return
    assert certificate_state(read, "", registered=True) is CertificateState.ALTERED


def test_an_added_space_shows() -> None:
    assert not read_certificate(TEXT.replace('"delivery":', '"delivery" :')).intact


def test_each_case_is_told_apart() -> None:
    read = read_certificate(TEXT)
    same = CERTIFICATE.manifest_sha256
    assert certificate_state(read, same, registered=True) is CertificateState.REGISTERED
    assert certificate_state(read, "", registered=True) is CertificateState.REGISTERED
    assert certificate_state(read, same, registered=False) is CertificateState.UNALTERED
    assert certificate_state(read, "00" * 32, registered=True) is CertificateState.OTHER_DELIVERY


def test_a_forged_certificate_that_was_sealed_again_has_another_seal() -> None:
    body = json.loads(TEXT)
    del body["seal"]
    body["signatory"] = "quelqu'un"
    forged = certificate_text(replace(CERTIFICATE, signatory="quelqu'un"))
    read = read_certificate(forged)
    assert read.intact
    assert read.seal == seal_of(body) != read_certificate(TEXT).seal


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "autre"}', '{"format": "smica-certificate-1"}'])
def test_what_is_no_certificate_is_said(text: str) -> None:
    with pytest.raises(CertificateError):
        read_certificate(text)


def test_an_entry_slipped_into_the_register_shows() -> None:
    first = next_entry("s1", "ddt", "2026-01-01", "")
    second = next_entry("s2", "ddt", "2026-01-02", first.sha256)
    third = next_entry("s3", "ddt", "2026-01-03", second.sha256)
    assert broken_entry([first, second, third]) is None
    assert broken_entry([first, third]) == third
    slipped = next_entry("s9", "moi", "2026-01-02", first.sha256)
    assert broken_entry([first, slipped, second, third]) == second
    assert broken_entry([first, replace(second, signatory="moi"), third]) == replace(second, signatory="moi")


CHECKLIST = """[
 {"code": "zonage", "theme": "Plan", "question": "Le zonage couvre-t-il le territoire ?", "blocking": true},
 {"code": "padd", "theme": "Pièces", "question": "Le PADD est-il daté ?", "help": "Page de garde."}
]"""


def test_a_checklist_and_what_still_forbids_to_accept() -> None:
    items = read_checklist(CHECKLIST)
    assert [item.code for item in items] == ["zonage", "padd"]
    assert unanswered(items, []) == [items[0]]
    no = ChecklistAnswer("zonage", Answer.NO, "trou au nord", "ddt", "2026-01-01")
    assert unanswered(items, [no]) == [items[0]]
    assert unanswered(items, [replace(no, answer=Answer.NOT_CONCERNED)]) == []
    assert unanswered(items, [replace(no, answer=Answer.YES)]) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "JSON"),
        ("{}", "tableau"),
        ("[1]", "Point 1"),
        ('[{"code": "a", "theme": "t", "question": ""}]', "question"),
        ('[{"code": "a", "theme": "t", "question": "q", "sens": 1}]', "sens"),
        ('[{"code": "a", "theme": "t", "question": "q", "blocking": "oui"}]', "blocking"),
        ('[{"code": "a", "theme": "t", "question": "q"}, {"code": "a", "theme": "t", "question": "r"}]', "deux fois"),
    ],
)
def test_a_bad_checklist_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(InvalidParameterError, match=said):
        read_checklist(text)
