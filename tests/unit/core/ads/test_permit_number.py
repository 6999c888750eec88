"""Numbers of permits: every form that is written leads to one; what is none is refused."""

from __future__ import annotations

import random
from datetime import date

import pytest

from smica_qgis.core.ads.permit_number import TYPES, InvalidPermitNumberError, PermitNumber, parse_permit_number

TODAY = date(2025, 6, 12)
SEED = 20250612


@pytest.mark.parametrize(
    ("text", "canonical", "insee"),
    [
        ("PC 012 202 24 A0001", "PC01220224A0001", "12202"),
        ("PC01220224A0001", "PC01220224A0001", "12202"),
        ("pc-012-202-24-a0001", "PC01220224A0001", "12202"),
        ("PC 012202 24 A0001 M01", "PC01220224A0001M01", "12202"),
        ("PC01220224A0001-M1", "PC01220224A0001M01", "12202"),
        ("PC01220224A0001T02", "PC01220224A0001T02", "12202"),
        ("PC01220224A0001P0", "PC01220224A0001", "12202"),
        ("PC01220224A0001DAACT", "PC01220224A0001DAACT01", "12202"),
        ("CUb 012 202 24 00012", "CU0122022400012", "12202"),
        ("PCMI 012 202 24 A0001", "PC01220224A0001", "12202"),
        ("DP 02A 004 23 P0123", "DP02A00423P0123", "2A004"),
        ("PA 02B 033 23 P0123", "PA02B03323P0123", "2B033"),
        ("PC 971 101 24 A0001", "PC97110124A0001", "97101"),
        ("PC\u00a0012\u00a0202\u00a024\u00a0A0001", "PC01220224A0001", "12202"),
    ],
)
def test_the_forms(text: str, canonical: str, insee: str) -> None:
    number = parse_permit_number(text, TODAY)
    assert (number.canonical, number.insee) == (canonical, insee)


@pytest.mark.parametrize(
    "text",
    [
        *("", "A0001", "PC 012 202 24 A001", "PC 012 202 24 A00001", "XX 012 202 24 A0001", "PC 12 202 24 A0001"),
        *("PC 012 202 26 A0001", "PCa 012 202 24 A0001", "DPMI 012 202 24 A0001", "PC 096 001 24 A0001"),
        *("PC 971 201 24 A0001", "PC 012 202 24 A0001 X01", "PC 012 202 24 A0001 M123", "PC 020 202 24 A0001"),
        *("PC 012 202 24 é0001", "PC ٠12 202 24 A0001"),
    ],
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(InvalidPermitNumberError):
        parse_permit_number(text, TODAY)


def test_parts_and_labels() -> None:
    number = parse_permit_number("cub 012 202 24 x0012 m03", TODAY)
    assert (number.cu, number.annee, number.division, number.suffix, number.rank) == ("B", 2024, "X", "M", 3)
    assert number.label == "CUb 012 202 24 X0012 M03"
    assert number.without_suffix().canonical == number.root == "CU01220224X0012"
    assert parse_permit_number("PCMI 012 202 24 A0001", TODAY).house


def test_what_is_written_is_read_back_the_same_whatever_the_separators() -> None:
    chance = random.Random(SEED)  # noqa: S311
    for _ in range(5000):
        kind = chance.choice(list(TYPES))
        suffix = chance.choice(["", "M", "T", "DOC", "DAACT", "PRO"])
        number = PermitNumber(
            kind,
            chance.choice(["001", "012", "02A", "02B", "069", "095"]),
            f"{chance.randint(1, 989):03d}",
            chance.randint(2000, 2025),
            chance.choice("0123456789ABPXZ") + f"{chance.randint(0, 9999):04d}",
            cu=chance.choice(["", "A", "B"]) if kind == "CU" else "",
            suffix=suffix,
            rank=chance.randint(1, 99) if suffix else 0,
        )
        written = number.label.replace(" ", chance.choice([" ", "", "-", ".", "  "]))
        written = chance.choice([written, written.lower(), f" {written} "])
        assert parse_permit_number(written, TODAY) == number, written
