"""The GeoPackage of findings, as GDAL and QGIS read it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsCategorizedSymbolRenderer, QgsVectorLayer, QgsWkbTypes

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.validation.finding import Finding
from smica_qgis.core.validation.report import NoGeometries, TableSummary
from smica_qgis.reports import findings_geopackage
from smica_qgis.reports.findings_geopackage import FIELDS, LAYERS, STYLES, write_findings_geopackage
from smica_qgis.reports.wording import LEVEL_WORDS
from tests.qgis.gdal_exceptions import gdal_exceptions
from tests.unit.reports.made_report import (
    INFOS,
    LINES,
    POINTS,
    ZONES,
    MadeGeometries,
    finding,
    made_report,
    many,
)

SQUARE = "POLYGON ((640000 6350000, 640010 6350000, 640010 6350010, 640000 6350010, 640000 6350000))"
SEGMENT = "LINESTRING (640000 6350000, 640010 6350010)"
SPOT = "POINT (640005 6350005)"


def wkb(wkt: str) -> bytes:
    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb())


def geometries() -> MadeGeometries:
    return MadeGeometries(
        {
            ZONES: dict.fromkeys(range(5), wkb(SQUARE)),
            INFOS: dict.fromkeys(range(3), wkb(SQUARE)),
            LINES: {0: wkb(SEGMENT)},
            POINTS: {0: wkb(SPOT)},
        }
    )


def read(path: Path) -> dict[str, list[tuple[dict[str, object], str]]]:
    """Layer → attributes and WKT of its features."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layers: dict[str, list[tuple[dict[str, object], str]]] = {}
    for index in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(index)
        layers[layer.GetName()] = [
            (f.items(), f.GetGeometryRef().ExportToWkt() if f.GetGeometryRef() else "") for f in layer
        ]
    return layers


def written(path: Path, findings: list[Finding] | None = None) -> dict[str, list[tuple[dict[str, object], str]]]:
    write_findings_geopackage(made_report(findings, geometries=geometries()), path)
    return read(path)


def test_each_finding_is_in_the_layer_of_its_geometry(tmp_path: Path) -> None:
    layers = written(tmp_path / "a.gpkg")
    codes = {name: [str(f["code"]) for f, _ in rows] for name, rows in layers.items() if name != "layer_styles"}
    assert codes == {
        "constats_sans_geometrie": [
            "FILE_UNEXPECTED",
            "VALIDATOR_PROJECTION_INFO",
            "TABLE_MISSING_ATTRIBUTE",
            "ATTRIBUTE_NOT_UNIQUE",
            "METADATA_LOCATOR_NAME_NOT_FOUND",
            "XSD_SCHEMA_ERROR",
        ],
        "constats_surfaces": [
            *["CNIG_IDURBA_UNEXPECTED"] * 3,
            "ATTRIBUTE_INVALID_REGEXP",
            "D5_DATVALID_AFTER_DATAPPRO",
        ],
        "constats_lignes": ["DATABASE_CONSTRAINT_MISMATCH"],
        "constats_points": ["ATTRIBUTE_GEOMETRY_INVALID", "TABLE_FOREIGN_KEY_NOT_FOUND"],
    }


def test_the_fault_itself_wins_over_its_object(tmp_path: Path) -> None:
    layers = written(tmp_path / "a.gpkg")
    assert layers["constats_points"][0][1] == "MULTIPOINT (646650.5 6358810.25)"
    assert layers["constats_points"][1][1] == "MULTIPOINT (640005 6350005)"
    assert layers["constats_surfaces"][0][1].startswith("MULTIPOLYGON (((640000 6350000,")


def test_only_the_geometries_that_are_needed_are_asked(tmp_path: Path) -> None:
    source = geometries()
    found = [
        finding("FILE_UNEXPECTED", file=ZONES, row=0, geometry=SPOT),
        finding("FILE_UNEXPECTED", file=ZONES),
    ]
    write_findings_geopackage(made_report(found, geometries=source), tmp_path / "a.gpkg")
    assert source.asked == []


def test_the_fields_are_french(tmp_path: Path) -> None:
    attributes, _ = written(tmp_path / "a.gpkg")["constats_surfaces"][0]
    assert list(attributes) == list(FIELDS)
    assert attributes == {
        "famille": "officiel",
        "niveau": "erreur",
        "code": "CNIG_IDURBA_UNEXPECTED",
        "intitule": "IDURBA ne désigne pas ce document",
        "message": "IDURBA vaut 99999_PLU_20290101 : ce n'est pas l'identifiant du document livré.",
        "table": "INFO_SURF",
        "attribut": "IDURBA",
        "fichier": INFOS,
        "ligne": 1,
        "valeur": "99999_PLU_20290101",
        "attendu": "99999_PLU_20300101",
        "remede": "Recalculez IDURBA sur toute la table à partir du nom du dossier.",
        "paragraphe": "CNIG PLU 2017, § 3.2.1, p. 24",
        "cle": "CNIG_IDURBA_UNEXPECTED|1",
    }


@pytest.mark.parametrize(
    ("wkt", "layer", "expected"),
    [
        (f"GEOMETRYCOLLECTION ({SPOT}, {SEGMENT}, {SQUARE})", "constats_surfaces", f"MULTI{SQUARE}"),
        (
            f"GEOMETRYCOLLECTION ({SPOT}, GEOMETRYCOLLECTION ({SEGMENT}))",
            "constats_lignes",
            f"MULTI{SEGMENT}",
        ),
        ("POINT Z (1 2 3)", "constats_points", "MULTIPOINT (1 2)"),
        ("POLYGON EMPTY", "constats_sans_geometrie", ""),
        ("POLYGON ((no", "constats_sans_geometrie", ""),
    ],
)
def test_other_geometries(tmp_path: Path, wkt: str, layer: str, expected: str) -> None:
    layers = written(tmp_path / "a.gpkg", [finding("FILE_UNEXPECTED", geometry=wkt)])
    found = layers[layer][0][1]
    if expected.startswith("MULTIPOLYGON"):
        expected = f"MULTIPOLYGON ({expected[len('MULTIPOLYGON ') :]})".replace(", ", ",")
    if expected.startswith("MULTILINESTRING"):
        expected = f"MULTILINESTRING ({expected[len('MULTILINESTRING ') :]})".replace(", ", ",")
    assert found == expected


def test_a_curve_becomes_lines(tmp_path: Path) -> None:
    layers = written(tmp_path / "a.gpkg", [finding("FILE_UNEXPECTED", geometry="CIRCULARSTRING (0 0, 1 1, 2 0)")])
    assert layers["constats_lignes"][0][1].startswith("MULTILINESTRING ((0 0,")


def test_a_finding_about_a_whole_table_finds_its_only_file(tmp_path: Path) -> None:
    made = finding("ATTRIBUTE_NOT_UNIQUE", file="X/", file_model="ZONE_URBA", row=2, values={"ID_NAME": "a"})
    assert "constats_surfaces" in written(tmp_path / "a.gpkg", [made])
    report = made_report([made], geometries=geometries())
    other = TableSummary("other.shp", "ZONE_URBA", 3)
    write_findings_geopackage(replace(report, tables=(*report.tables, other)), tmp_path / "b.gpkg")
    assert list(read(tmp_path / "b.gpkg")) == ["constats_sans_geometrie"]


def test_geometries_are_asked_in_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_geopackage, "_CHUNK", 100)
    source = MadeGeometries({INFOS: dict.fromkeys(range(250), wkb(SQUARE))})
    write_findings_geopackage(made_report(many(250), geometries=source), tmp_path / "a.gpkg")
    assert source.asked == [(INFOS, 100), (INFOS, 100), (INFOS, 50)]
    rows = read(tmp_path / "a.gpkg")["constats_surfaces"]
    assert [f["ligne"] for f, _ in rows] == list(range(1, 251))


@pytest.mark.parametrize("name", [name for name, _ in LAYERS.values()])
def test_qgis_styles_it_by_level_when_it_loads_it(tmp_path: Path, name: str) -> None:
    written(tmp_path / "a.gpkg")
    layer = QgsVectorLayer(f"{tmp_path / 'a.gpkg'}|layername={name}", name)
    assert layer.isValid()
    assert layer.crs().authid() == "EPSG:2154"
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert renderer.classAttribute() == "niveau"
    assert {c.value() for c in renderer.categories()} == {singular for singular, _ in LEVEL_WORDS.values()}
    assert layer.attributeAlias(layer.fields().indexOf("remede")) == "Comment corriger"


@pytest.mark.parametrize("name", [name for name, _ in LAYERS.values()])
def test_each_level_has_a_shape_of_its_own(name: str) -> None:
    geometry = {"constats_points": "Point", "constats_lignes": "LineString", "constats_surfaces": "Polygon"}[name]
    layer = QgsVectorLayer(f"Multi{geometry}?field=niveau:string", name, "memory")
    _, loaded = layer.loadNamedStyle(str(STYLES / f"{name}.qml"))
    assert loaded
    shapes = set()
    for category in layer.renderer().categories():
        symbol = category.symbol()
        if geometry != "Point":
            symbol = symbol.symbolLayer(symbol.symbolLayerCount() - 1).subSymbol()
        shapes.add(symbol.symbolLayer(0).shape())
    assert len(shapes) == len(LEVEL_WORDS)


def test_only_filled_layers_are_there_and_their_types_are_true(tmp_path: Path) -> None:
    written(tmp_path / "a.gpkg", [finding("FILE_UNEXPECTED", geometry=SEGMENT)])
    layers = read(tmp_path / "a.gpkg")
    assert set(layers) == {"constats_lignes", "layer_styles"}
    assert [(s["f_table_name"], s["f_geometry_column"], s["useAsDefault"]) for s, _ in layers["layer_styles"]] == [
        ("constats_lignes", "geom", 1)
    ]
    layer = QgsVectorLayer(f"{tmp_path / 'a.gpkg'}|layername=constats_lignes", "lines")
    assert layer.wkbType() == QgsWkbTypes.Type.MultiLineString


def test_without_finding_the_file_can_still_be_opened(tmp_path: Path) -> None:
    assert written(tmp_path / "a.gpkg", []) == {"constats_sans_geometrie": []}


def test_without_crs_nor_geometry(tmp_path: Path) -> None:
    report = made_report([finding("FILE_UNEXPECTED", geometry=SPOT)], geometries=NoGeometries())
    for number, crs in enumerate(("", "nonsense")):
        path = tmp_path / f"{number}.gpkg"
        write_findings_geopackage(replace(report, header=replace(report.header, crs=crs)), path)
        assert list(read(path)) == ["constats_points", "layer_styles"]


def test_nothing_is_left_beside_it_and_an_older_one_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    written(path)
    (tmp_path / "a.gpkg-wal").write_bytes(b"old")
    written(path, [finding("FILE_UNEXPECTED")])
    assert [p.name for p in tmp_path.iterdir()] == ["a.gpkg"]
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM constats_sans_geometrie").fetchone() == (1,)


def test_texts_of_a_delivery_are_stored_as_they_are(tmp_path: Path) -> None:
    text = '\'; DROP TABLE x; --\x00\udce9 "é"'
    layers = written(tmp_path / "a.gpkg", [finding("FILE_UNEXPECTED", file="X/", values={"FILEPATH": text})])
    assert layers["constats_sans_geometrie"][0][0]["fichier"] == '\'; DROP TABLE x; --␀\ufffd "é"'


@pytest.mark.parametrize("exceptions", [True, False])
def test_a_path_that_cannot_be_written(tmp_path: Path, exceptions: bool) -> None:  # noqa: FBT001
    with gdal_exceptions(exceptions):
        with pytest.raises(SmicaError, match="n'existe pas"):
            written(tmp_path / "no" / "a.gpkg")
        (tmp_path / "a.gpkg").mkdir()
        with pytest.raises(SmicaError, match="c'est un dossier"):
            written(tmp_path / "a.gpkg")
    assert [p.name for p in tmp_path.iterdir()] == ["a.gpkg"]


@pytest.mark.parametrize("exceptions", [True, False])
def test_broken_geometries_with_and_without_gdal_exceptions(tmp_path: Path, exceptions: bool) -> None:  # noqa: FBT001
    with gdal_exceptions(exceptions):
        source = MadeGeometries({ZONES: {0: b"\x01\x03", 1: b"", 2: wkb(SQUARE)}})
        found = [finding("FILE_UNEXPECTED", file=ZONES, row=row) for row in range(4)]
        write_findings_geopackage(made_report(found, geometries=source), tmp_path / "a.gpkg")
    layers = read(tmp_path / "a.gpkg")
    assert (len(layers["constats_surfaces"]), len(layers["constats_sans_geometrie"])) == (1, 3)


def test_the_settings_of_gdal_are_given_back(tmp_path: Path) -> None:
    gdal.SetThreadLocalConfigOption("OGR_SQLITE_JOURNAL", "WAL")
    try:
        written(tmp_path / "a.gpkg")
        assert gdal.GetThreadLocalConfigOption("OGR_SQLITE_JOURNAL") == "WAL"
    finally:
        gdal.SetThreadLocalConfigOption("OGR_SQLITE_JOURNAL", None)
    assert [p.name for p in tmp_path.iterdir()] == ["a.gpkg"]
    with sqlite3.connect(tmp_path / "a.gpkg") as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
