"""Codes of territories, and which contains which.

Written as ISO 3166-2 for the country, the regions and the departments (FR, FR-OCC, FR-12), as INSEE codes for communes
(12202), as SIREN for bodies of communes (241200567). What a SIREN contains is not known here.
"""

from __future__ import annotations

import re

COUNTRY = "FR"
_DEPARTMENTS = {
    "FR-ARA": "01 03 07 15 26 38 42 43 63 69 73 74",
    "FR-BFC": "21 25 39 58 70 71 89 90",
    "FR-BRE": "22 29 35 56",
    "FR-CVL": "18 28 36 37 41 45",
    "FR-20R": "2A 2B",
    "FR-GES": "08 10 51 52 54 55 57 67 68 88",
    "FR-HDF": "02 59 60 62 80",
    "FR-IDF": "75 77 78 91 92 93 94 95",
    "FR-NOR": "14 27 50 61 76",
    "FR-NAQ": "16 17 19 23 24 33 40 47 64 79 86 87",
    "FR-OCC": "09 11 12 30 31 32 34 46 48 65 66 81 82",
    "FR-PDL": "44 49 53 72 85",
    "FR-PAC": "04 05 06 13 83 84",
}
_REGION_OF = {f"FR-{code}": region for region, codes in _DEPARTMENTS.items() for code in codes.split()}
_CODE = re.compile(r"FR(-[0-9A-Z]{2,3})?|(\d{2}|2[AB])\d{3}|\d{9}")
_COMMUNE_LENGTH = 5
_OVERSEAS = "97"


def is_territory(code: str) -> bool:
    """Whether a code is written as one of a territory."""
    return _CODE.fullmatch(code) is not None


def containers(code: str) -> tuple[str, ...]:
    """A territory and those that contain it, from the smallest: 12202, FR-12, FR-OCC, FR."""
    found = [code]
    if len(code) == _COMMUNE_LENGTH and not code.startswith(COUNTRY):
        found.append(f"FR-{code[:3] if code.startswith(_OVERSEAS) else code[:2]}")
    region = _REGION_OF.get(found[-1])
    if region is not None:
        found.append(region)
    if found[-1] != COUNTRY:
        found.append(COUNTRY)
    return tuple(found)


def concerns(territories: tuple[str, ...], asked: str) -> bool:
    """Whether data of these territories concern the one asked: one contains the other. No territory = everywhere."""
    if not territories or not asked:
        return True
    around = containers(asked)
    return any(code in around or asked in containers(code) for code in territories)
