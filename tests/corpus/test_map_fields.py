"""A real PLUi, given as somebody's own layers, becomes a delivery of the standard in force by a saved mapping."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr

from smica_qgis.core.planning.mapping_report import MappingReport
from smica_qgis.core.validation.finding import Family, Level
from smica_qgis.geodata.planning.mapped_geometry import REPROJECTED, TWICE
from smica_qgis.geodata.shared_tables.layer_table import open_layer_table
from smica_qgis.operations.map_fields import MappingRequest, map_fields
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery

DOCUMENT = "248000747_PLUi_20201109"
STANDARD = "cnig_PLUi_2025"
PIECES = "248000747_20201109_rapport_E_20201109.pdf"
# the layers as a local authority would have them: names, columns and codes of its own
LAYERS = {
    "ZONE_URBA": ("Zonage du PLUi", {"LIBELLE": "nom_zone", "LIBELONG": "intitule", "TYPEZONE": "categorie"}),
    "PRESCRIPTION_SURF": ("psc surfaces", {"TYPEPSC": "code", "STYPEPSC": "sous_code"}),
    "PRESCRIPTION_LIN": ("psc lignes", {"TYPEPSC": "code", "STYPEPSC": "sous_code"}),
    "PRESCRIPTION_PCT": ("psc points", {"TYPEPSC": "code", "STYPEPSC": "sous_code"}),
    "INFO_SURF": ("annexes surfaces", {"TYPEINF": "code_inf", "STYPEINF": "sous_code", "code": "rang"}),
    "INFO_PCT": ("annexes points", {"TYPEINF": "code_inf", "STYPEINF": "sous_code"}),
}
ZONES = {"U": "urbaine", "AUs": "à urbaniser plus tard", "AUc": "à urbaniser", "A": "agricole", "N": "naturelle"}
CC50 = 3950
LACKING = {"FILE_MISSING_MANDATORY", "CNIG_DOCUMENT_NO_PDF", "ATTRIBUTE_FILE_NOT_FOUND"}
"""What the official family says of a delivery without written pieces nor metadata: the source has none."""
OBJECTS = 5725
URBAN, HERITAGE = 729, 972
NEAR = 0.01
MOST_DOUBLES = 10
"""The official tool names no more of them in a table."""


def local_layers(shared: Path, folder: Path) -> Path:
    """Copy the tables of the plan into a GeoPackage, renamed; zones in another system, codes as numbers."""
    with zipfile.ZipFile(next((shared / "corpus" / "plui_248000747").glob("*.zip"))) as archive:
        archive.extractall(folder)
    target = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / "local.gpkg"))
    for table, (name, columns) in LAYERS.items():
        path = next(folder.rglob(f"248000747_{table}_20201109.shp"))
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["ESRI Shapefile"])
        _copy(source.GetLayer(0), target, name, columns)
    return folder / "local.gpkg"


def _copy(layer: ogr.Layer, target: ogr.DataSource, name: str, columns: dict[str, str]) -> None:
    system = osr.SpatialReference()
    system.ImportFromEPSG(CC50 if name.startswith("Zonage") else 2154)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    lambert = osr.SpatialReference()
    lambert.ImportFromEPSG(2154)
    lambert.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    transform = osr.CoordinateTransformation(lambert, system)
    made = target.CreateLayer(name, system, ogr.wkbUnknown)
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(place).GetName() for place in range(definition.GetFieldCount())]
    for column in names:
        kind = ogr.OFTInteger if column in ("TYPEPSC", "TYPEINF") else ogr.OFTString
        made.CreateField(ogr.FieldDefn(columns.get(column, column.lower()), kind))
    made.StartTransaction()
    for feature in layer:
        copy = ogr.Feature(made.GetLayerDefn())
        for place, column in enumerate(names):
            value = feature.GetField(place)
            if column == "TYPEZONE":
                value = ZONES[value]
            if value is not None:
                copy.SetField(place, int(value) if column in ("TYPEPSC", "TYPEINF") else value)
        geometry = feature.GetGeometryRef().Clone()
        geometry.Transform(transform)
        copy.SetGeometry(geometry)
        made.CreateFeature(copy)
    made.CommitTransaction()


def mapping() -> str:
    """Return the mapping, as somebody would have completed the one that is proposed."""
    plain = {name: name.lower() for name in ("LIBELLE", "TXT", "NOMFIC", "URLFIC", "DATVALID")}
    psc = {**plain, "TYPEPSC": "code", "STYPEPSC": "sous_code"}
    inf = {**plain, "TYPEINF": "code_inf", "STYPEINF": "{code_inf}-{sous_code}"}
    zones = {**plain, "LIBELLE": "nom_zone", "LIBELONG": "intitule", "TYPEZONE": "categorie"}
    del zones["TXT"]
    tables: list[object] = [
        {
            "source": "Zonage du PLUi",
            "table": "ZONE_URBA",
            "champs": zones,
            "valeurs": {"TYPEZONE": {local: code for code, local in ZONES.items()}},
        },
        *(
            {"source": f"psc {kind}", "table": f"PRESCRIPTION_{table}", "champs": psc}
            for kind, table in (("surfaces", "SURF"), ("lignes", "LIN"), ("points", "PCT"))
        ),
        # the old generic code of the networks does not exist any more: the plan means the protection of catchments
        *(
            {
                "source": f"annexes {kind}",
                "table": f"INFO_{table}",
                "champs": inf,
                "valeurs": {"STYPEINF": {"19-00": "02", "99-00": "00"}},
            }
            for kind, table in (("surfaces", "SURF"), ("points", "PCT"))
        ),
        {
            "table": "DOC_URBA",
            "constantes": {
                "ETAT": "03",
                "NOMPROC": "E",
                "DATEREF": "20200101",
                "TYPEREF": "01",
                "TYPEDOC": "PLUI",
                "DATAPPRO": "20201109",
                "SIREN": "248000747",
                "NOMREG": "248000747_reglement_20201109.pdf",
                "NOMRAPP": PIECES,
            },
        },
        {"table": "DOC_URBA_COM", "constantes": {"INSEE": "80016"}},
    ]
    return json.dumps({"version": 1, "nom": "PLUi", "standard": STANDARD, "tables": tables})


def fill(shared: Path, folder: Path, output: Path) -> MappingReport:
    path = local_layers(shared, folder)
    layers = [open_layer_table(f"{path}|layername={name}", "ogr", name) for name, _ in LAYERS.values()]
    return map_fields(MappingRequest(layers, STANDARD, DOCUMENT, str(output), mapping()))


def errors(path: str) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """Return what the official family refuses, and what ours says is wrong."""
    report = validate_delivery(ValidationRequest(path, standard=STANDARD))
    report.geometries.close()
    bad = [finding for finding in report.findings if finding.level in (Level.ERROR, Level.FATAL)]
    official = Counter((f.code, f.file_model) for f in bad if f.family is Family.OFFICIAL)
    return official, Counter(f.code for f in bad if f.family is not Family.OFFICIAL)


def doubles(report: MappingReport) -> dict[tuple[str, str], int]:
    """Return what the official family says of the geometries that the source has twice, by the report."""
    return {
        ("ATTRIBUTE_NOT_UNIQUE", t.table): min(t.changed[TWICE], MOST_DOUBLES)
        for t in report.tables
        if t.changed[TWICE]
    }


@pytest.mark.usefixtures("qgis_app")
def test_layers_become_a_delivery(shared: Path, tmp_path: Path) -> None:
    report = fill(shared, tmp_path, tmp_path / "out")
    assert report.refused == report.untranslated == report.cut == 0
    assert report.written == report.read == OBJECTS + 2
    zones, surfaces = report.tables[:2]
    assert zones.translated["TYPEZONE", "urbaine", "U"] == URBAN
    assert surfaces.translated["TYPEPSC", "7", "07"] == HERITAGE
    assert zones.changed[REPROJECTED] == zones.read
    official, ours = errors(report.output)
    assert ours == Counter()
    lacking = {code for code, file_model in official if code in LACKING}
    assert lacking == LACKING
    assert {key: count for key, count in official.items() if key[0] not in LACKING} == doubles(report)


@pytest.mark.usefixtures("qgis_app")
def test_layers_fill_a_template(shared: Path, tmp_path: Path) -> None:
    output = tmp_path / f"{DOCUMENT}.gpkg"
    report = fill(shared, tmp_path, output)
    assert report.written == OBJECTS + 2
    official, ours = errors(str(output))
    assert ours == Counter()
    assert official == doubles(report)


@pytest.mark.usefixtures("qgis_app")
def test_zones_come_back_to_their_place(shared: Path, tmp_path: Path) -> None:
    fill(shared, tmp_path, tmp_path / "out")
    areas = []
    for pattern in ("plui/248000747_ZONE_URBA*.shp", f"out/{DOCUMENT}/Donnees_geographiques/*ZONE_URBA*.shp"):
        data = gdal.OpenEx(str(next(tmp_path.glob(pattern))), gdal.OF_VECTOR)
        zones = [
            (f.GetField("LIBELLE"), f.GetGeometryRef().Area(), *f.GetGeometryRef().GetEnvelope())
            for f in data.GetLayer(0)
        ]
        areas.append(zones)
    before, after = areas
    assert [zone[0] for zone in before] == [zone[0] for zone in after]
    assert all(abs(a - b) < NEAR for one, other in zip(before, after) for a, b in zip(one[1:], other[1:]))


@pytest.mark.usefixtures("qgis_app")
def test_the_proposed_mapping_finds_most_of_it(shared: Path, tmp_path: Path) -> None:
    path = local_layers(shared, tmp_path)
    layers = [open_layer_table(f"{path}|layername={name}", "ogr", name) for name, _ in LAYERS.values()]
    saved = tmp_path / "proposed.json"
    request = MappingRequest(layers, STANDARD, DOCUMENT, str(tmp_path / "x"), save=str(saved), dry_run=True)
    report = map_fields(request)
    assert not (tmp_path / "x").exists()
    found = {table.source: (table.table, table.columns.champs) for table in report.mapping.tables}
    assert {source: table for source, (table, _) in found.items()} == {
        name: table for table, (name, _) in LAYERS.items()
    }
    assert found["Zonage du PLUi"][1]["LIBELLE"] == "nom_zone"
    assert found["psc points"][1]["TYPEPSC"] == "code"
    assert json.loads(saved.read_text(encoding="utf-8"))["standard"] == STANDARD
