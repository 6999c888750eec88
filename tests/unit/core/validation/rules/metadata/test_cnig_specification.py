"""CNIG_METADATA_SPECIFICATION_NOT_FOUND"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata import Specification
from tests.unit.made_delivery import Said, record_faults

CODE = "CNIG_METADATA_SPECIFICATION_NOT_FOUND"


def faults(*declared: tuple[str | None, str | None]) -> list[Said]:
    made = tuple(Specification(title, "2017", kind, None) for title, kind in declared)
    return [fault for fault in record_faults(specifications=made) if fault[0] == CODE]


@pytest.mark.parametrize(
    "title",
    [
        "CNIG PLU v2013",
        "cnig PLU v2013",
        "cnig plu v2014",
        "CNIG CC v2014",
        "CNIG SUP v2016",  # not compared with the document
        "CNIG\tPLUi\tv2022",
        "CNIG SCoT v2018",
    ],
)
def test_a_standard_of_the_cnig(title: str) -> None:
    assert faults((title, "publication")) == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CNIG BAD v2014", "publication"),
        ("something else", "publication"),
        ("CNIG PLU v2013", "revision"),
        (None, "publication"),
        ("CNIG PLU v2013", None),
        ("CNIG  PLU v2013", "publication"),
        ("CNIG PLU 2013", "publication"),
        ("CNIG PLU v2013 ", "publication"),
        ("Standard CNIG PLU v2013", "publication"),
    ],
)
def test_none(title: str | None, kind: str | None) -> None:
    assert faults((title, kind)) == [(CODE, {})]


def test_a_valid_one_after_a_wrong_one() -> None:
    assert faults(("x", "publication"), ("CNIG PLU v2013", "publication")) == []


def test_no_specification_at_all() -> None:
    assert faults() == [(CODE, {})]
