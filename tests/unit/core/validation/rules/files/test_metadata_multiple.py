"""METADATA_MULTIPLE_FILES"""

from __future__ import annotations

from dataclasses import replace

from tests.unit.made_delivery import FOLDER, METADATA_FILE, delivery, document_model, findings, said
from tests.unit.made_metadata import valid_record

CODE = "METADATA_MULTIPLE_FILES"
MODEL = document_model(METADATA_FILE)
RIGHT = valid_record(FOLDER)


def test_two_records() -> None:
    made = delivery(records={"b.xml": RIGHT, "d/a.xml": RIGHT})
    assert said([CODE], made, MODEL) == [(CODE, {"FILENAME_LIST": "b.xml, a.xml"})]


def test_one_record_and_an_xml_that_is_none() -> None:
    assert said([CODE], delivery("b.xml", records={"a.xml": RIGHT}), MODEL) == []


def test_all_are_checked() -> None:
    untitled = replace(RIGHT, title=None)
    found = findings(delivery(records={"a.xml": untitled, "b.xml": untitled}), MODEL)
    assert [f.file for f in found if f.code == "METADATA_TITLE_NOT_FOUND"] == ["a.xml", "b.xml"]
