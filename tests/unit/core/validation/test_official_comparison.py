"""Our findings against those of the official tool."""

from __future__ import annotations

from smica_qgis.core.validation.finding import Family, Finding, Level, Scope
from smica_qgis.core.validation.official_comparison import Difference, FindingKey, differences, key_of

NULL = FindingKey("ATTRIBUTE_UNEXPECTED_NULL", "ERROR", "ZONE_URBA", "LIBELLE", "z.dbf", "3")
INFO = FindingKey("VALIDATOR_INFO", "INFO")


def test_the_same_findings_in_another_order_agree() -> None:
    other = FindingKey("METADATA_IGNORED", "INFO", file="a.xml")
    assert differences([NULL, other, NULL], [other, NULL, NULL]) == []


def test_how_often_counts() -> None:
    assert differences([NULL], [NULL, NULL]) == [Difference(NULL, 1, 2)]
    assert differences([], [NULL]) == [Difference(NULL, 0, 1)]


def test_another_level_or_row_is_another_finding() -> None:
    warning = FindingKey(NULL.code, "WARNING", NULL.file_model, NULL.attribute, NULL.file, NULL.id)
    found = differences([NULL], [warning])
    assert [(difference.key.level, difference.ours, difference.theirs) for difference in found] == [
        ("ERROR", 1, 0),
        ("WARNING", 0, 1),
    ]


def test_which_program_ran_is_left_out() -> None:
    assert differences([INFO, INFO], []) == []


def test_a_finding_of_ours_has_the_key_of_theirs() -> None:
    finding = Finding(
        NULL.code, Family.OFFICIAL, Level.ERROR, Scope.FEATURE, NULL.file_model, NULL.attribute, NULL.file, NULL.id
    )
    assert key_of(finding) == NULL
    nothing = Finding("X", Family.OFFICIAL, Level.INFO, Scope.DIRECTORY, id=None)
    assert key_of(nothing) == FindingKey("X", "INFO")


def test_what_people_read() -> None:
    assert str(NULL) == "ATTRIBUTE_UNEXPECTED_NULL · z.dbf · LIBELLE · ligne 3"
    assert str(FindingKey("X", "INFO", "MODEL")) == "X · MODEL"
    assert NULL.blocks
    assert not INFO.blocks
