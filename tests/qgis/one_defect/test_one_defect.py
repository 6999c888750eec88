"""Every code is raised by one defect of a conformant delivery, alone, and by nothing without it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from smica_qgis.core.validation.finding import Family
from smica_qgis.core.validation.rule_texts import rule_catalogue
from tests.qgis.deliveries import validated
from tests.qgis.one_defect import (  # noqa: F401 - they fill the table
    document_defects,
    file_defects,
    geometry_defects,
    metadata_defects,
    servitude_defects,
    table_defects,
    value_defects,
)
from tests.qgis.one_defect.defects import DEFECTS, PLU, PLUI, SCOT, SUP, Conformant, Defect, found
from tests.qgis.one_defect.made_defects import MADE, MadeDefect


@pytest.fixture(scope="session")
def conformant_deliveries(tmp_path_factory: pytest.TempPathFactory) -> Conformant:
    return Conformant(tmp_path_factory.mktemp("conformant"))


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: f"{defect.code}: {defect.what}")
def test_one_defect(defect: Defect, conformant_deliveries: Conformant, tmp_path: Path) -> None:
    without = conformant_deliveries.found(defect)
    copied = conformant_deliveries.copy(defect.standard, tmp_path)
    other = defect.spoil(copied)
    with_it = found(other or copied.root, defect)
    assert with_it - without == Counter({defect.code: defect.count, **defect.also})
    assert without - with_it == Counter()
    assert defect.code not in without


@pytest.mark.parametrize("defect", MADE, ids=lambda defect: f"{defect.code}: {defect.make.__name__}")
def test_one_defect_of_a_made_up_model(defect: MadeDefect, tmp_path: Path) -> None:
    without = defect.found(tmp_path / "without", spoiled=False)
    with_it = defect.found(tmp_path / "with", spoiled=True)
    assert with_it - without == Counter({defect.code: 1, **defect.also})
    assert without - with_it == Counter()
    assert defect.code not in without


@pytest.mark.parametrize("standard", [PLU, PLUI, SUP, SCOT])
def test_the_projection_is_said_once_of_what_has_no_defect(standard: str, conformant_deliveries: Conformant) -> None:
    root = conformant_deliveries.delivery(standard).root
    assert [(f.code, f.values["CODE_PROJECTION"]) for f in validated(root, standard).findings] == [
        ("VALIDATOR_PROJECTION_INFO", "EPSG:2154")
    ]


def test_what_cannot_be_opened_has_one_finding(tmp_path: Path) -> None:
    (tmp_path / "12901_PLU_20251106.zip").write_bytes(b"noise")
    report = validated(tmp_path / "12901_PLU_20251106.zip", PLU)
    assert [f.code for f in report.findings] == ["DELIVERY_UNREADABLE"]


ELSEWHERE = {
    "VALIDATOR_PROJECTION_INFO": "said of every delivery: test_the_projection_is_said_once_of_what_has_no_defect",
    "DELIVERY_UNREADABLE": "nothing else is found then: test_what_cannot_be_opened_has_one_finding",
    "ATTRIBUTE_GEOMETRY_INVALID_INTERNAL": (
        "no geometry makes the test of validity fail: tests/qgis/geodata/test_geometry_validity.py makes GEOS fail"
    ),
}
"""Codes that one defect of a delivery cannot raise, and why."""


def test_every_code_has_its_defect() -> None:
    """Of the official and of the standard families; the table names no code that does not exist."""
    codes = {text.code for text in rule_catalogue() if text.family in (Family.OFFICIAL, Family.STANDARD)}
    made = {defect.code for defect in DEFECTS} | {defect.code for defect in MADE}
    assert sorted(codes - made - set(ELSEWHERE)) == []
    assert sorted((made | set(ELSEWHERE)) - codes) == []
    assert sorted(made & set(ELSEWHERE)) == []


def test_no_defect_is_there_twice() -> None:
    whats = Counter((defect.code, defect.what, defect.standard) for defect in DEFECTS)
    assert [key for key, count in whats.items() if count > 1] == []
