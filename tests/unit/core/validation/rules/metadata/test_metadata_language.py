"""METADATA_METADATALANGUAGE_NOT_FOUND, METADATA_METADATALANGUAGE_INVALID"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import record_faults

NOT_FOUND, INVALID = "METADATA_METADATALANGUAGE_NOT_FOUND", "METADATA_METADATALANGUAGE_INVALID"
LANGUAGES = (
    "bul, cze, dan, dut, eng, est, fin, fre, ger, gle, gre, hun, ita, lav, lit, mlt, pol, por, rum, slo, slv, spa, swe"
)


@pytest.mark.parametrize("code", ["fre", "eng", "bul", "swe"])
def test_a_code_of_the_list(code: str) -> None:
    assert record_faults(metadata_language=code) == []


@pytest.mark.parametrize("code", ["fra", "fr", "FRE", "français", ""])
def test_another(code: str) -> None:
    assert record_faults(metadata_language=code) == [(INVALID, {"CODE": code, "EXPECTED_CODES": LANGUAGES})]


def test_none() -> None:
    assert record_faults(metadata_language=None) == [(NOT_FOUND, {})]
