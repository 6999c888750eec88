"""An invented village for the pictures: its cadastre as Etalab writes it, its plan as a GeoPackage, in Lambert-93."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osgeo import ogr, osr

INSEE, NAME = "12202", "Aubrelle"
DOCUMENT = f"{INSEE}_PLU_20230615"
WEST, SOUTH, TURN = 667_000.0, 6_361_000.0, math.radians(14)
STREET, DEPTH = 8.0, 34.0
BLOCKS_EAST, BLOCKS_NORTH = 5, 4
WIDTHS = ((19, 23, 17, 26, 15), (30, 22, 28, 20), (14, 18, 16, 21, 17, 14), (45, 55))
"""Fronts of the lots of a row, in metres; each row is 100 m long."""
DATES = {"created": "2012-03-04", "updated": "2026-07-01"}
ZONES = (
    ("UA", "Centre ancien, bâti continu", "U", (-60, -60, 216, 330)),
    ("UB", "Extensions pavillonnaires", "U", (216, -60, 432, 330)),
    ("1AU", "Zone à urbaniser des Vergnes", "AUc", (432, 100, 600, 330)),
    ("N", "Vallon du Merdans", "N", (432, -60, 600, 100)),
)
PRESCRIPTIONS = (
    ("Espace boisé classé", "01", "00", (150, 30, 240, 62)),
    ("Emplacement réservé n° 4 : élargissement de la rue du Bourg", "05", "01", (100, 0, 118, 160)),
    ("Secteur d’orientation d’aménagement du centre", "18", "00", (-30, 80, 330, 240)),
)
INFORMATIONS = (
    ("Périmètre de droit de préemption urbain", "04", "00", (-60, -60, 432, 330)),
    ("Secteur exposé au risque d’inondation (PPRi)", "14", "00", (60, -60, 280, 55)),
)


@dataclass(frozen=True)
class Lot:
    """A parcel: its section, its number, its corner and size in the village's own axes."""

    section: str
    number: int
    x: float
    y: float
    width: float
    depth: float

    @property
    def identifier(self) -> str:
        """The 14 characters."""
        return f"{INSEE}000{self.section}{self.number:04d}"


def lots() -> Iterator[Lot]:
    """Every parcel, block by block."""
    numbers = {"AB": 0, "AC": 0}
    for east in range(BLOCKS_EAST):
        section = "AB" if east < BLOCKS_EAST - 2 else "AC"
        for north in range(BLOCKS_NORTH):
            for row in range(2):
                x = east * (100 + STREET)
                y = north * (2 * DEPTH + STREET) + row * DEPTH
                for width in WIDTHS[(east + 2 * north + row) % len(WIDTHS)]:
                    numbers[section] += 1
                    yield Lot(section, numbers[section], x, y, width, DEPTH)
                    x += width


def rectangle(west: float, south: float, east: float, north: float) -> ogr.Geometry:
    """A rectangle of the village's axes, turned, in Lambert-93."""
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    cos, sin = math.cos(TURN), math.sin(TURN)
    points = (f"{WEST + x * cos - y * sin} {SOUTH + x * sin + y * cos}" for x, y in ring)
    return ogr.CreateGeometryFromWkt(f"MULTIPOLYGON((({','.join(points)})))")


def write_cadastre(folder: Path) -> Path:
    """Write communes, sections, parcels and buildings; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    parcels, buildings = [], []
    for lot in lots():
        shape = rectangle(lot.x, lot.y, lot.x + lot.width, lot.y + lot.depth)
        names = {"commune": INSEE, "prefixe": "000", "section": lot.section, "numero": str(lot.number)}
        area = round(lot.width * lot.depth)
        parcels.append(_feature(shape, id=lot.identifier, contenance=area, arpente=False, **names))
        buildings.append(_feature(_building(lot), type="01", nom=None, commune=INSEE))
    whole = rectangle(-60, -60, 600, 330)
    halves = {"AB": rectangle(-4, -4, 320, 300), "AC": rectangle(320, -4, 536, 300)}
    sections = [
        _feature(shape, id=f"{INSEE}000{code}", commune=INSEE, prefixe="000", code=code)
        for code, shape in halves.items()
    ]
    _write(folder, "communes", [_feature(whole, id=INSEE, nom=NAME)])
    _write(folder, "sections", sections)
    _write(folder, "parcelles", parcels)
    _write(folder, "batiments", buildings)
    return folder


def write_plan(path: Path) -> Path:
    """Write the tables of the plan, named and filled as the CNIG standard says; return the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    system = _system(2154)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    zones: list[dict[str, Any]] = [
        {
            "LIBELLE": code,
            "LIBELONG": text,
            "TYPEZONE": kind,
            "geom": shape,
            "NOMFIC": f"{INSEE}_reglement_20230615.pdf",
        }
        for code, text, kind, shape in ZONES
    ]
    tables = {
        "zone_urba": zones,
        "prescription_surf": [_rule("PSC", *row) for row in PRESCRIPTIONS],
        "info_surf": [_rule("INF", *row) for row in INFORMATIONS],
    }
    for name, rows in tables.items():
        layer = source.CreateLayer(name, system, ogr.wkbMultiPolygon)
        columns = [column for column in rows[0] if column != "geom"]
        for column in (*columns, "IDURBA"):
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
        for row in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for column in columns:
                feature.SetField(column, row[column])
            feature.SetField("IDURBA", DOCUMENT)
            feature.SetGeometry(rectangle(*row["geom"]))
            layer.CreateFeature(feature)
    return path


def _rule(kind: str, label: str, code: str, subcode: str, shape: tuple[float, ...]) -> dict[str, Any]:
    return {"LIBELLE": label, f"TYPE{kind}": code, f"STYPE{kind}": subcode, "geom": shape}


def _building(lot: Lot) -> ogr.Geometry:
    """A house on the street's side of its lot."""
    side = 1.5 if lot.number % 3 else 0.0
    deep = 10.0 + lot.number % 5
    south = lot.y + 1 if lot.number % 2 else lot.y + lot.depth - deep - 1
    return rectangle(lot.x + side, south, lot.x + lot.width - side, south + deep)


def _feature(shape: ogr.Geometry, **properties: object) -> dict[str, object]:
    moved = shape.Clone()
    moved.Transform(osr.CoordinateTransformation(_system(2154), _system(4326)))
    geometry = json.loads(moved.ExportToJson(["COORDINATE_PRECISION=9"]))
    return {"type": "Feature", "geometry": geometry, "properties": {**properties, **DATES}}


def _system(code: int) -> osr.SpatialReference:
    system = osr.SpatialReference()
    system.ImportFromEPSG(code)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _write(folder: Path, name: str, features: list[dict[str, object]]) -> None:
    content = {"type": "FeatureCollection", "features": features}
    (folder / f"cadastre-{INSEE}-{name}.json").write_text(json.dumps(content), encoding="utf-8")
