"""What the explanation says, and that nothing of a delivery gets through as rich text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtGui import QTextDocument

from smica_qgis.core.validation.catalogue import RuleCatalogue
from smica_qgis.core.validation.finding import Family, Finding
from smica_qgis.gui.validation.explanation import place_text
from smica_qgis.gui.validation.findings_index import PlaceState
from smica_qgis.gui.validation.place_text import place_label
from tests.unit.reports.made_report import catalogue, every_kind, finding
from tests.unit.reports.made_rules import DEFECT, catalogue_of_a_faulty_model

HOSTILE = "<img src='file:///etc/passwd'><a href='http://a.example'>click</a><b>bold"


def read(text: str) -> str:
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def idurba() -> Finding:
    return next(f for f in every_kind() if f.code == "CNIG_IDURBA_UNEXPECTED")


def test_a_place_is_named_by_its_row_and_its_value() -> None:
    assert place_label(idurba(), catalogue()) == "row 1 · IDURBA = 99999_PLU_20290101"


def test_a_geometry_is_named_as_people_say() -> None:
    found = next(f for f in every_kind() if f.code == "ATTRIBUTE_GEOMETRY_INVALID")
    assert place_label(found, catalogue()) == "row 4 · ZU4 · le contour se coupe lui-même"


def test_a_file_is_named_by_its_message() -> None:
    found = next(f for f in every_kind() if f.code == "FILE_UNEXPECTED")
    assert place_label(found, catalogue()).startswith("Le fichier Pieces_ecrites/4_Annexes/notes.csv")


def test_a_code_without_a_text_is_still_shown() -> None:
    unknown = replace(idurba(), code="NEVER_WRITTEN")
    assert place_label(unknown, catalogue()) == "99999_PLU_20290101 · 99999_PLU_20300101"
    assert "NEVER_WRITTEN" in place_text(unknown, PlaceState.PRESENT, catalogue())


def test_it_says_where_what_why_and_how() -> None:
    text = read(place_text(idurba(), PlaceState.NEW, catalogue()))
    rule = catalogue()["CNIG_IDURBA_UNEXPECTED"]
    for part in (rule.title, rule.why, rule.remedy, rule.paragraph, "99999_PLU_20290101", "new since", "INFO_SURF"):
        assert part in text


def test_the_official_tool_is_named_only_in_its_family() -> None:
    rule = replace(catalogue()["CNIG_IDURBA_UNEXPECTED"], defect="il compare sans la casse.", standard_rule="D9")
    official = read(place_text(idurba(), PlaceState.PRESENT, RuleCatalogue([rule])))
    assert "Official tool: known for" in official
    ours = RuleCatalogue([replace(rule, family=Family.STANDARD)])
    text = read(place_text(replace(idurba(), family=Family.STANDARD), PlaceState.PRESENT, ours))
    assert "Official tool" not in text
    assert "Rule D9 of the standard" in text


def test_the_defect_of_a_published_model_stands_in_place_of_the_remedy() -> None:
    text = read(place_text(idurba(), PlaceState.PRESENT, catalogue_of_a_faulty_model()))
    assert "Known defect of the Géoportail" in text
    assert DEFECT.text in text
    assert "How to fix it" not in text
    other = replace(idurba(), values={"VALUE": "rien"})
    text = read(place_text(other, PlaceState.PRESENT, catalogue_of_a_faulty_model()))
    assert "Known defect" not in text
    assert "How to fix it" in text


@pytest.mark.parametrize("field", ["file", "attribute", "feature_id"])
def test_fields_of_a_delivery_are_escaped(field: str) -> None:
    text = place_text(replace(idurba(), **{field: HOSTILE}), PlaceState.PRESENT, catalogue())
    assert "<img" not in text
    assert "<a href" not in text


def test_values_and_related_objects_are_escaped() -> None:
    found = finding(
        "CNIG_IDURBA_UNEXPECTED",
        values={"VALUE": HOSTILE, "EXPECTED_VALUE": HOSTILE},
        related=(HOSTILE,),
        id="1",
    )
    text = place_text(found, PlaceState.PRESENT, catalogue())
    assert "<img" not in text
    assert "&lt;img" in text


def test_a_huge_value_is_cut() -> None:
    found = finding("CNIG_IDURBA_UNEXPECTED", values={"VALUE": "9" * 100_000}, id="1", attribute="IDURBA")
    assert len(place_text(found, PlaceState.PRESENT, catalogue())) < 20_000
    assert len(place_label(found, catalogue())) < 150
