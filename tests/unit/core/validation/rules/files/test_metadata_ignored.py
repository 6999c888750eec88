"""METADATA_IGNORED_FILE"""

from __future__ import annotations

from smica_qgis.core.errors import UnreadableFileError
from tests.unit.made_delivery import (
    FOLDER,
    METADATA_FILE,
    RECORD,
    delivery,
    document_model,
    findings,
    said,
)
from tests.unit.made_metadata import valid_record

CODE = "METADATA_IGNORED_FILE"
MODEL = document_model(METADATA_FILE)


def test_an_xml_that_is_not_metadata() -> None:
    made = delivery("a.xml", records={RECORD: valid_record(FOLDER)})
    assert said([CODE], made, MODEL) == [(CODE, {"FILEPATH": "a.xml"})]


def test_one_that_cannot_be_opened() -> None:
    made = delivery(records={"a.xml": UnreadableFileError("Illisible.")})
    assert said([CODE], made, MODEL) == [(CODE, {"FILEPATH": "a.xml"})]


def test_metadata() -> None:
    assert said([CODE], delivery(records={RECORD: valid_record(FOLDER)}), MODEL) == []


def test_an_xml_that_the_model_does_not_expect_is_another_fault() -> None:
    assert [f.code for f in findings(delivery("a.xml"), document_model()) if f.values.get("FILEPATH")] == [
        "FILE_UNEXPECTED"
    ]
