"""An invented territory: communes side by side, cut into square parcels, one with the part of an absorbed commune."""

from __future__ import annotations

import random
import struct
from dataclasses import dataclass, field

FIRST_COMMUNE = 12301
PARCEL_M = 50.0
_WEST, _SOUTH = 660_000.0, 6_360_000.0
_SIDE = 30
_GAP = 2_000.0
_SECTIONS = ("0A", "0B", "AB", "AC", "ZD")
_ABSORBED = "120"
_RING = struct.Struct("<BII10d")
_MOTHERS = 12
_COMMUNES_A_ROW = 4


@dataclass
class MadeTerritory:
    """communes: insee → bounds; parcels: idu14 → lower left corner; filiation: mother (gone) → daughters.

    ambiguous: parcels of which another prefix of the commune has the same section and number.
    """

    communes: dict[str, tuple[float, float, float, float]] = field(default_factory=dict)
    parcels: dict[str, tuple[float, float]] = field(default_factory=dict)
    filiation: dict[str, list[str]] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)

    def of_commune(self, insee: str) -> list[str]:
        """Parcels of a commune."""
        return [idu14 for idu14 in self.parcels if idu14.startswith(insee)]

    def shape(self, idu14: str) -> bytes:
        """The square of a parcel, as the WKB of a multipolygon."""
        x, y = self.parcels[idu14]
        return square(x, y, x + PARCEL_M, y + PARCEL_M)


def make_territory(chance: random.Random, communes: int = 10) -> MadeTerritory:
    """Make it: 900 parcels a commune; the first commune has parcels of an absorbed one."""
    made = MadeTerritory()
    for rank in range(communes):
        insee = str(FIRST_COMMUNE + rank)
        west = _WEST + rank % _COMMUNES_A_ROW * (_SIDE * PARCEL_M + _GAP)
        south = _SOUTH + rank // _COMMUNES_A_ROW * (_SIDE * PARCEL_M + _GAP)
        made.communes[insee] = (west, south, west + _SIDE * PARCEL_M, south + _SIDE * PARCEL_M)
        for place in range(_SIDE * _SIDE):
            made.parcels[_name(insee, place, absorbed=rank == 0)] = (
                west + place % _SIDE * PARCEL_M,
                south + place // _SIDE * PARCEL_M,
            )
        for mother in range(_MOTHERS):
            daughters = chance.sample(made.of_commune(insee), 1 if mother % 2 else 2)
            made.filiation[f"{insee}000ZZ{mother + 1:04d}"] = sorted(daughters)
    numbers: dict[tuple[str, str], list[str]] = {}
    for idu14 in made.parcels:
        numbers.setdefault((idu14[:5], idu14[8:]), []).append(idu14)
    made.ambiguous = {idu14 for same in numbers.values() if len(same) > 1 for idu14 in same}
    return made


def _name(insee: str, place: int, *, absorbed: bool) -> str:
    per_section = _SIDE * _SIDE // len(_SECTIONS)
    section, number = _SECTIONS[min(place // per_section, len(_SECTIONS) - 1)], place % per_section + 1
    half = per_section // 2
    if absorbed and number > half:
        return f"{insee}{_ABSORBED}{section}{number - half:04d}"
    return f"{insee}000{section}{number:04d}"


def square(west: float, south: float, east: float, north: float) -> bytes:
    """A square as the WKB of a multipolygon."""
    ring = (west, south, east, south, east, north, west, north, west, south)
    return struct.pack("<BII", 1, 6, 1) + struct.pack("<BII", 1, 3, 1) + struct.pack("<I10d", 5, *ring)
