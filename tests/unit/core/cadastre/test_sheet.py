"""Names of sheets, and the systems that they are drawn in."""

from __future__ import annotations

import pytest

from smica_qgis.core.cadastre.contenance import is_doubtful
from smica_qgis.core.cadastre.sheet import sheet_id_in, system_of_sheet


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("edigeo-130290000A01.tar.bz2", "130290000A01"),
        ("12202/edigeo-12202000ab01/", "12202000AB01"),
        ("dep/edigeo-2A004000AB01.tar.bz2", "2A004000AB01"),
        ("zip.zip/edigeo-97411000AB01/E000AB01.THF", "97411000AB01"),
        ("67482000 12 01.tar.bz2", None),
        ("edigeo-99999000AB01.tar.bz2", None),
        ("E000AB01.THF", None),
        ("x/130290000A01234567.tar", None),
    ],
)
def test_the_sheet_of_a_path(path: str, expected: str | None) -> None:
    assert sheet_id_in(path) == expected


@pytest.mark.parametrize(
    ("name", "insee", "epsg"),
    [
        ("LAMB93", "12202", 2154),
        ("RGF93CC44", "12202", 3944),
        ("RGR92UTM40S", "97411", 2975),
        ("", "97411", 2975),
        ("", "12202", None),
        ("UNKNOWN", "12202", None),
    ],
)
def test_the_system_of_a_sheet(name: str, insee: str, epsg: int | None) -> None:
    assert system_of_sheet(name, insee) == epsg


@pytest.mark.parametrize(
    ("contenance", "drawn", "surveyed", "doubtful"),
    [
        (None, 500.0, True, False),
        (1000, 1051.0, True, True),
        (1000, 1050.0, True, False),
        (1000, 1051.0, False, False),
        (1000, 1101.0, False, True),
        (100, 119.0, True, False),  # more than 5 %, less than 20 m²
        (0, 50.0, True, True),
    ],
)
def test_contenance(contenance: int | None, drawn: float, surveyed: bool, doubtful: bool) -> None:  # noqa: FBT001
    assert is_doubtful(contenance, drawn, surveyed=surveyed) is doubtful
