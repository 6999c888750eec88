"""What the zones of an invented document are called and meant for, and their geometries.

Codes: standard CNIG PLU v2024 rev. 2025-06, p. 27 (FORMDOMI), p. 29 (destinations), v2013 p. 37 (DESTDOMI);
CC v2024 rev. 2025-11, p. 22 (sectors).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from smica_qgis.geodata.synthetic.shapes import islands, multipolygon_wkb, polygon_wkb
from smica_qgis.geodata.synthetic.territory import Integers, Territory

URBAN, TO_URBANISE, FARMED, NATURAL = range(4)
ISLAND_EVERY = 8
"""One zone in so many is an island inside another."""
_OLD_TOWN, _TOWN, _COUNTRYSIDE = 0.08, 0.2, 0.3
"""Remoteness where the old town, the town and its surroundings end."""
_LOW, _MIDDLE, _HIGH = 0.12, 0.5, 0.85
"""Relief of the plains that are protected, of the limit of the woods, of the heights."""


PER_ZONE = {
    "PRESCRIPTION_SURF": 0.4,
    "PRESCRIPTION_LIN": 0.25,
    "PRESCRIPTION_PCT": 0.3,
    "INFO_SURF": 0.2,
    "INFO_LIN": 0.12,
    "INFO_PCT": 0.12,
}
"""Objects of a table for one zone."""


@dataclass(frozen=True)
class SectorKind:
    """What a zone is in a carte communale. fermreco: « oui » or nothing."""

    libelle: str
    typesect: str
    fermreco: str | None = None


_OPEN, _ACTIVITIES, _CLOSED = SectorKind("ZC", "01"), SectorKind("ZCa", "02"), SectorKind("ZnC", "03")
_KEPT = SectorKind("ZnC", "03", "oui")


@dataclass(frozen=True)
class ZoneKind:
    """One zone of the règlement: all zones of that name have the same values."""

    libelle: str
    typezone: str
    libelong: str
    destdomi: str
    formdomi: str
    destoui: str | None
    destcdt: str | None
    destnon: str | None

    @property
    def sector(self) -> SectorKind:
        """The sector of a carte communale that such a zone would be (CC v2024 rev. 2025-11, p. 22)."""
        if self.libelle == "Ux":
            return _ACTIVITIES
        if self.libelle == "Np":
            return _KEPT
        return _CLOSED if self.typezone in ("A", "N") else _OPEN


KINDS = (
    ZoneKind("Ua", "U", "Centre ancien et commerces", "01", "0102", "20-40", "31-32-34", "10-33-51"),
    ZoneKind("Ub", "U", "Extensions pavillonnaires", "01", "0107", "20-40", "31-53", "10-33-51-52"),
    ZoneKind("Ux", "U", "Activités artisanales et industrielles", "02", "0201", "30-50", "41-42", "10-20"),
    ZoneKind("1AU", "AUc", "Secteur à urbaniser, desservi", "01", "0107", "20-40", "31", "10-33-50"),
    ZoneKind("2AU", "AUs", "Secteur à urbaniser après modification", "01", "0000", None, "40", "10-20-30-50"),
    ZoneKind("A", "A", "Terres agricoles", "07", "0704", "10", "21-42", "30-51"),
    ZoneKind("Ap", "A", "Terres agricoles protégées", "07", "0701", None, "11-42", "20-30-50"),
    ZoneKind("N", "N", "Espaces naturels et forestiers", "08", "0800", None, "12-42", "20-30-50"),
    ZoneKind("Np", "N", "Espaces naturels remarquables", "08", "0801", None, "42", "10-20-30-50"),
    ZoneKind("Ah", "A", "Hameau en zone agricole", "01", "0104", None, "21-37", "30-50"),
    ZoneKind("Nl", "N", "Loisirs de plein air", "04", "0405", None, "37-45", "20-50"),
)
_NUMBER = {kind.libelle: number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Zones:
    """Zones in the order of the table. kinds: numbers in KINDS; communes: indices; geometries: WKB.

    land_use: of each cell of the territory.
    """

    kinds: Integers
    communes: Integers
    geometries: list[bytes]
    land_use: Integers


def zones_for(objects: int) -> int:
    """How many zones a document of so many objects has."""
    return max(8, round(objects / (1 + sum(PER_ZONE.values()))))


def cells_for(zones: int) -> int:
    """How many cells a territory needs for so many zones, islands apart."""
    return max(1, zones - zones // ISLAND_EVERY)


def make_zones(territory: Territory, islands_wanted: int, multiparts: int, generator: np.random.Generator) -> Zones:
    """Cut the territory into zones: one per cell, and islands that are holes in their host.

    multiparts: how many zones with a hole have the island of another one as a second part (the standard wants no zone
    of several parts, p. 21; real ones have some).
    """
    land_use = _land_use(territory)
    cell_kinds = _kinds_of_cells(territory, land_use)
    hosts = _hosts(land_use, islands_wanted, generator)
    rings = islands(territory, hosts, generator)
    hole = dict(zip(map(int, hosts), rings))
    geometries = [
        polygon_wkb([ring, hole[cell]] if cell in hole else [ring]) for cell, ring in enumerate(territory.rings)
    ]
    islets = [polygon_wkb([ring]) for ring in rings]
    joined = range(len(islets) - 1, 0, -2)[:multiparts]
    for islet in joined:
        host = hosts[islet - 1]
        geometries[host] = multipolygon_wkb([geometries[host], islets[islet]])
    islets = [wkb for rank, wkb in enumerate(islets) if rank not in joined]
    places = np.delete(hosts, joined)
    farmed = land_use[places] == FARMED
    return Zones(
        kinds=np.concatenate((cell_kinds, np.where(farmed, _NUMBER["Ah"], _NUMBER["Nl"]))),
        communes=np.concatenate((territory.commune, territory.commune[places])),
        geometries=geometries + islets,
        land_use=land_use,
    )


def _land_use(territory: Territory) -> Integers:
    countryside = np.where(territory.relief > _MIDDLE, NATURAL, FARMED)
    near = np.where(territory.remoteness < _TOWN, URBAN, TO_URBANISE)
    return np.where(territory.remoteness < _COUNTRYSIDE, near, countryside).astype(np.int64)


def _kinds_of_cells(territory: Territory, land_use: Integers) -> Integers:
    remoteness, relief = territory.remoteness, territory.relief
    outskirts = np.where(relief > _HIGH, _NUMBER["Ux"], _NUMBER["Ub"])
    urban = np.where(remoteness < _OLD_TOWN, _NUMBER["Ua"], outskirts)
    to_urbanise = np.where(relief > _MIDDLE, _NUMBER["2AU"], _NUMBER["1AU"])
    farmed = np.where(relief < _LOW, _NUMBER["Ap"], _NUMBER["A"])
    natural = np.where(relief > _HIGH, _NUMBER["Np"], _NUMBER["N"])
    return np.asarray(np.choose(land_use, [urban, to_urbanise, farmed, natural]), dtype=np.int64)


def _hosts(land_use: Integers, wanted: int, generator: np.random.Generator) -> Integers:
    """Cells of the countryside that hold an island."""
    countryside = np.flatnonzero(land_use >= FARMED)
    chosen = generator.choice(countryside, min(wanted, len(countryside)), replace=False)
    return np.sort(chosen)
