"""A store with the cadastre of an invented territory, and tables written as people write them."""

from __future__ import annotations

import csv
import random
from pathlib import Path

from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.synthetic_anc_ads.people import FIRST_NAMES, LAST_NAMES
from smica_qgis.geodata.synthetic_anc_ads.territory import MadeTerritory, make_territory, square

SEED = 20250612


def made_territory() -> MadeTerritory:
    return make_territory(random.Random(SEED))  # noqa: S311


def fill_cadastre(address: str, territory: MadeTerritory) -> None:
    """Write the territory as an import of the cadastre would have."""
    columns = ("idu14", "idu15", "insee", "prefixe", "section2", "numero4", "libelle", "source", "millesime", "geom")
    parcels = [
        (
            *(
                name,
                f"{name[:2]}0{name[2:]}",
                name[:5],
                name[5:8],
                name[8:10],
                name[10:],
                name[8:],
                "ETALAB",
                "2025-04",
            ),
            territory.shape(name),
        )
        for name in territory.parcels
    ]
    with open_store(address) as store, store.transaction():
        store.insert("cad_parcelle", columns, parcels)
        store.insert(
            "cad_commune",
            ("insee", "nom", "source", "geom"),
            [(insee, f"Commune {insee}", "ETALAB", square(*box)) for insee, box in territory.communes.items()],
        )
        store.insert(
            "cad_filiation",
            ("idu14_mere", "idu14_fille", "source"),
            [(mother, one, "DFI") for mother, some in territory.filiation.items() for one in some],
        )


def write_csv(
    path: Path, rows: list[list[str]], *, encoding: str = "utf-8", separator: str = ";", title: str = ""
) -> Path:
    with path.open("w", encoding=encoding, newline="") as stream:
        if title:
            stream.write(f"{title}\r\n")
        csv.writer(stream, delimiter=separator).writerows(rows)
    return path


def names_in(content: bytes) -> set[str]:
    """The invented people whose name is somewhere in bytes, in either encoding, whatever the case."""
    found = set()
    for encoding in ("utf-8", "cp1252", "utf-16-le"):
        text = content.decode(encoding, errors="ignore").casefold()
        found |= {name for name in (*FIRST_NAMES, *LAST_NAMES) if name.casefold() in text}
    return found
