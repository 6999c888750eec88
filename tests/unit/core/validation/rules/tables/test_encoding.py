"""TABLE_UNEXPECTED_ENCODING"""

from __future__ import annotations

from dataclasses import replace

from tests.unit.made_delivery import (
    FOLDER,
    METADATA_FILE,
    RECORD,
    Said,
    delivery,
    document_model,
    made_table,
    said,
    table_model,
)
from tests.unit.made_metadata import valid_record

CODE = "TABLE_UNEXPECTED_ENCODING"


def faults(*, valid: bool, character_set: str = "utf8", **options: object) -> list[Said]:
    table = made_table("A.csv", "LIBELLE", "x", encoding_valid=valid)
    record = replace(valid_record(FOLDER), character_set=character_set)
    made = delivery(tables=[table], records={RECORD: record})
    return said([CODE], made, document_model(METADATA_FILE, table_model("A", "LIBELLE")), **options)


def test_a_text_that_the_charset_cannot_decode() -> None:
    assert faults(valid=False) == [(CODE, {"ENCODING": "UTF-8"})]


def test_the_charset_is_that_of_the_metadata() -> None:
    assert faults(valid=False, character_set="usAscii", encoding="LATIN1") == [(CODE, {"ENCODING": "US-ASCII"})]


def test_an_unknown_charset_of_the_metadata_leaves_that_of_the_option() -> None:
    assert faults(valid=False, character_set="UTF-8", encoding="LATIN1") == [(CODE, {"ENCODING": "ISO-8859-1"})]


def test_a_text_that_can_be_decoded() -> None:
    assert faults(valid=True) == []
