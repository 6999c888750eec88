"""Somebody's layers into the tables of a standard: nothing is refused, changed or cut in silence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr, osr

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.field_mapping.mapping import InvalidMappingError
from smica_qgis.core.planning.mapping_report import MappingReport
from smica_qgis.geodata.planning import mapped_geometry as said
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.geodata.shared_tables.source_table import SourceRow, SourceTable
from smica_qgis.operations.map_fields import MappingRequest, map_fields
from smica_qgis.reports.mapping_report import write_mapping_report

STANDARD, DOCUMENT = "cnig_PLU_2025", "12202_PLU_20260301"
SQUARE = "POLYGON((700000 6400000,700010 6400000,700010 6400010,700000 6400010,700000 6400000))"
CURVE = (
    "CURVEPOLYGON(COMPOUNDCURVE("
    "CIRCULARSTRING(700000 6400000,700005 6400005,700010 6400000),(700010 6400000,700000 6400000)))"
)
HIGH = "POLYGON Z((700020 6400000 5,700030 6400000 5,700030 6400010 5,700020 6400000 5))"
TWO = (
    "MULTIPOLYGON(((700040 6400000,700050 6400000,700050 6400010,700040 6400000)),"
    "((700060 6400000,700070 6400000,700070 6400010,700060 6400000)))"
)


def layer(name: str, header: tuple[str, ...], *rows: tuple[Any, ...], epsg: int = 2154) -> SourceTable:
    """Return a layer whose rows end with a WKT, or None."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)

    def read() -> Any:  # noqa: ANN401
        for line, (*cells, wkt) in enumerate(rows, 2):
            wkb = bytes(ogr.CreateGeometryFromWkt(wkt).ExportToIsoWkb()) if wkt else None
            yield SourceRow(line, cells, wkb=wkb)

    return SourceTable(name, header, read, system)


ZONES = layer(
    "zonage.shp",
    ("nom", "categorie", "inutile"),
    ("Ua", "urbaine", "x", SQUARE),
    ("Secteur beaucoup trop long", "zone 9", None, CURVE),
    ("N", "naturelle", None, HIGH),
    ("A", "agricole", None, TWO),
    ("B", "agricole", None, SQUARE),
    ("perdu", "agricole", None, None),
    ("perdu", "agricole", None, "POINT(700000 6400000)"),
)
MAPPING: dict[str, Any] = {
    "version": 1,
    "standard": STANDARD,
    "tables": [
        {
            "source": "zonage",
            "table": "ZONE_URBA",
            "champs": {"LIBELLE": "nom", "TYPEZONE": "categorie"},
            "valeurs": {"TYPEZONE": {"urbaine": "U", "naturelle": "N", "agricole": "A"}},
        }
    ],
}


def mapped(output: Path, *layers: SourceTable, mapping: object = MAPPING, **more: Any) -> MappingReport:  # noqa: ANN401
    return map_fields(MappingRequest(layers, STANDARD, DOCUMENT, str(output), json.dumps(mapping), **more))


def test_the_account_of_a_layer(tmp_path: Path) -> None:
    report = mapped(tmp_path / "out", ZONES)
    (zones,) = report.tables
    assert (zones.read, zones.written, len(zones.refused)) == (7, 5, 2)
    assert [line for line, _ in zones.refused] == [7, 8]
    assert zones.untranslated == {("TYPEZONE", "zone 9"): 1}
    assert zones.translated == {
        ("TYPEZONE", "urbaine", "U"): 1,
        ("TYPEZONE", "naturelle", "N"): 1,
        ("TYPEZONE", "agricole", "A"): 2,
    }
    assert [(cut.line, cut.text) for cut in zones.cut] == [(3, "Secteur beaucoup trop long")]
    assert zones.changed == {
        said.STRAIGHTENED: 1,
        said.FLATTENED: 1,
        said.SEVERAL_PARTS: 1,
        said.MADE_MULTIPLE: 4,
        said.TWICE: 1,
    }
    assert zones.empty == {"NOMFIC": 5}
    assert zones.unused == ("inutile",)


def test_what_is_written(tmp_path: Path) -> None:
    report = mapped(tmp_path / "out", ZONES)
    assert report.output == str(tmp_path / "out" / DOCUMENT)
    with content_of_delivery(report.output, standard=STANDARD) as content:
        zones = content.tables["zone_urba"]
        assert zones.column("libelle") == ["Ua", "Secteur beau", "N", "A", "B"]
        assert zones.column("typezone") == ["U", "zon", "N", "A", "A"] or zones.column("typezone")[1] == "zone 9"
        assert set(zones.column("idurba")) == {DOCUMENT}
        assert zones.column("lib_idzone") == [f"{DOCUMENT}_ZO{number}" for number in range(1, 6)]


def test_a_template_is_made_then_filled_then_filled_again(tmp_path: Path) -> None:
    output = tmp_path / f"{DOCUMENT}.gpkg"
    for replacing, rows in ((False, 5), (False, 10), (True, 5)):
        mapped(output, ZONES, replacing=replacing)
        with content_of_delivery(str(output), standard=STANDARD) as content:
            assert len(content.tables["zone_urba"].rows) == rows


def test_another_system_is_brought_to_the_one_asked_for(tmp_path: Path) -> None:
    there = layer(
        "zonage",
        ("nom", "categorie"),
        ("Ua", "urbaine", "POLYGON((2.9 44.3,2.91 44.3,2.91 44.31,2.9 44.3))"),
        epsg=4326,
    )
    report = mapped(tmp_path / "out", there)
    assert report.tables[0].changed[said.REPROJECTED] == 1
    with content_of_delivery(report.output, standard=STANDARD) as content:
        wkb = (content.tables["zone_urba"].geometries or [None])[0]
    west, east, south, north = ogr.CreateGeometryFromWkb(wkb).GetEnvelope()
    assert 690_000 < west < east < 700_000
    assert 6_350_000 < south < north < 6_360_000


def test_two_layers_may_fill_one_table(tmp_path: Path) -> None:
    other = layer("hameaux", ("lib",), ("Ah", "POLYGON((0 0,1 0,1 1,0 0))"))
    mapping = {
        **MAPPING,
        "tables": [*MAPPING["tables"], {"source": "hameaux", "table": "ZONE_URBA", "champs": {"LIBELLE": "lib"}}],
    }
    report = mapped(tmp_path / "out", ZONES, other, mapping=mapping)
    assert report.written == 6
    with content_of_delivery(report.output, standard=STANDARD) as content:
        assert content.tables["zone_urba"].column("lib_idzone")[-1] == f"{DOCUMENT}_ZO6"


def test_only_telling_writes_nothing_but_the_mapping(tmp_path: Path) -> None:
    saved = tmp_path / "m.json"
    report = map_fields(
        MappingRequest([ZONES], STANDARD, DOCUMENT, str(tmp_path / "out"), save=str(saved), dry_run=True)
    )
    assert [item.name for item in tmp_path.iterdir()] == ["m.json"]
    assert report.mapping.tables[0].table == "ZONE_URBA"
    again = map_fields(MappingRequest([ZONES], STANDARD, DOCUMENT, str(tmp_path / "out"), mapping=str(saved)))
    assert again.written == report.written == 5


def test_a_layer_that_fills_nothing_is_named(tmp_path: Path) -> None:
    report = mapped(tmp_path / "out", ZONES, layer("cadastre", ("a",)))
    assert report.ignored == ("cadastre",)


@pytest.mark.parametrize(
    "tables",
    [
        [{"source": "absente", "table": "ZONE_URBA"}],
        [{"source": "zonage", "table": "NULLE_PART"}],
        [{"source": "zonage", "table": "ZONE_URBA", "champs": {"LIBELLE": "absente"}}],
        [{"source": "zonage", "table": "ZONE_URBA", "champs": {"INCONNU": "nom"}}],
    ],
)
def test_a_mapping_that_does_not_suit_writes_nothing(tables: list[object], tmp_path: Path) -> None:
    with pytest.raises(InvalidMappingError):
        mapped(tmp_path / "out", ZONES, mapping={**MAPPING, "tables": tables})
    assert list(tmp_path.iterdir()) == []


def test_a_mapping_for_another_standard_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidMappingError):
        mapped(tmp_path / "out", ZONES, mapping={**MAPPING, "standard": "cnig_PLU_2017"})
    with pytest.raises(InvalidParameterError):
        map_fields(MappingRequest([ZONES], STANDARD, "x", str(tmp_path / "out")))


def test_a_geopackage_that_is_no_template_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.gpkg"
    ogr.GetDriverByName("GPKG").CreateDataSource(str(path)).CreateLayer("a")
    before = path.read_bytes()
    with pytest.raises(SmicaError, match="ZONE_URBA"):
        mapped(path, ZONES)
    assert path.read_bytes() == before


def test_the_report(tmp_path: Path) -> None:
    report = mapped(tmp_path / "out", ZONES)
    write_mapping_report(report, tmp_path / "r.json")
    write_mapping_report(report, tmp_path / "r.csv")
    content = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (content["lignes_lues"], content["lignes_refusees"], content["textes_coupes"]) == (7, 2, 1)
    assert content["correspondance"]["tables"][0]["table"] == "ZONE_URBA"
    text = (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    for words in ("ligne refusée", "valeur non traduite", "texte coupé", "obligatoire vide", "colonne sans emploi"):
        assert words in text
    with pytest.raises(InvalidParameterError):
        write_mapping_report(report, tmp_path / "r.txt")
