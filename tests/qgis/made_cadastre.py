"""A small invented cadastre in Etalab's files: two communes side by side, in Aveyron, squares of 40 metres."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osgeo import ogr, osr

WEST, SOUTH, SIDE = 660_000.0, 6_360_000.0, 40.0
CREATED, UPDATED = "2012-03-04", "2024-05-06"

Feature = dict[str, Any]


def square(column: float, row: float, width: float = 1.0, height: float = 1.0) -> ogr.Geometry:
    """Return a rectangle of the grid, in Lambert-93."""
    west, south = WEST + column * SIDE, SOUTH + row * SIDE
    east, north = west + width * SIDE, south + height * SIDE
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return ogr.CreateGeometryFromWkt(f"POLYGON(({','.join(f'{x} {y}' for x, y in ring)}))")


def in_degrees(geometry: ogr.Geometry) -> ogr.Geometry:
    systems = []
    for code in (2154, 4326):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    moved = geometry.Clone()
    moved.Transform(osr.CoordinateTransformation(*systems))
    return moved


def feature(geometry: ogr.Geometry | None, **properties: object) -> Feature:
    shape = None if geometry is None else json.loads(in_degrees(geometry).ExportToJson(["COORDINATE_PRECISION=9"]))
    dates = {"created": CREATED, "updated": UPDATED}
    return {"type": "Feature", "geometry": shape, "properties": {**properties, **dates}}


def parcel(insee: str, number: int, geometry: ogr.Geometry | None, **changes: object) -> Feature:
    """Return a parcel of section A, whose contenance is right."""
    values = {
        "id": f"{insee}0000A{number:04d}",
        "commune": insee,
        "prefixe": "000",
        "section": "A",
        "numero": str(number),
        "contenance": round(SIDE * SIDE),
        "arpente": False,
        **changes,
    }
    return feature(geometry, **values)


@dataclass
class MadeCommune:
    """A commune of columns × rows parcels, with a building in the corner of each."""

    insee: str
    column: int = 0
    columns: int = 5
    rows: int = 4
    parcels: list[Feature] = field(default_factory=list)
    buildings: list[Feature] = field(default_factory=list)

    def __post_init__(self) -> None:
        places = [(c, r) for r in range(self.rows) for c in range(self.column, self.column + self.columns)]
        self.parcels = [parcel(self.insee, number, square(*place)) for number, place in enumerate(places, 1)]
        self.buildings = [
            feature(square(c + 0.1, r + 0.1, 0.3, 0.3), type="01", nom=None, commune=self.insee) for c, r in places
        ]

    def write(self, folder: Path, layers: Sequence[str] = ("communes", "parcelles", "batiments")) -> Path:
        """Write its files as Etalab names them; return the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        whole = square(self.column, 0, self.columns, self.rows)
        content: dict[str, Iterable[Feature]] = {
            "communes": [feature(whole, id=self.insee, nom="Aubrelle")],
            "parcelles": self.parcels,
            "batiments": self.buildings,
        }
        for layer in layers:
            write_layer(folder / f"cadastre-{self.insee}-{layer}.json.gz", content[layer])
        return folder


def write_layer(path: Path, features: Iterable[Feature]) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": list(features)})
    path.write_bytes(gzip.compress(text.encode(), mtime=0) if path.suffix == ".gz" else text.encode())
