"""Deliveries that the project makes: complete, conformant, the same every time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import ogr

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidModelError, SmicaError
from smica_qgis.core.validation.finding import Level
from smica_qgis.geodata.delivery_writer import DeliveryRequest, invent_delivery, write_delivery
from smica_qgis.geodata.synthetic.optional_columns import LEFT_EMPTY
from smica_qgis.geodata.synthetic.written_pieces import pdf
from tests.deliveries.residual_findings import ALL_MODELS, RESIDUAL, blamed, expected_blame
from tests.qgis.deliveries import conformant, validated

SHORT = ("DOC_URBA", "DOC_URBA_COM", "PERIMETRE_SCOT", "SCOT", "TITRES_PIECES_ECRITES")
"""Tables of a row or two: by commune, by document, by written piece."""
ONE_OF_TWO = ("TYPEINF", "TYPEP", "STYPEP")
"""In a carte communale, an information that is a prescription has no code of information."""


def hashes(root: Path) -> dict[str, str]:
    files = [path for path in root.rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_model_is_bundled() -> None:
    assert len(ALL_MODELS) == 158
    assert set(RESIDUAL) < set(ALL_MODELS)


@pytest.mark.parametrize("name", ALL_MODELS)
def test_a_conformant_delivery_has_nothing_to_be_blamed_for(name: str, tmp_path: Path) -> None:
    report = validated(conformant(name, tmp_path, objects=60).root, name)
    assert blamed(list(report.findings)) == expected_blame(name)
    assert {table.file_model for table in report.tables} == {f.name for f in bundled_registry().load(name).tables}


@pytest.mark.parametrize("name", ALL_MODELS)
def test_a_complete_delivery_has_all_that_its_model_names(name: str, tmp_path: Path) -> None:
    """Every table with rows, every column filled somewhere, every piece and folder: nothing is missing or wrong."""
    delivery = conformant(name, tmp_path, objects=20, complete=True)
    report = validated(delivery.root, name)
    assert blamed(list(report.findings)) == expected_blame(name)
    if "VALIDATOR_EXCEPTION" not in {code for code, _, _ in expected_blame(name)}:
        assert {f.code for f in report.findings if f.level is Level.INFO} == {"VALIDATOR_PROJECTION_INFO"}
    for table in delivery.invented.tables.values():
        assert table.rows >= (1 if table.name in SHORT else 3), table.name
        empty = {column for column, cells in table.columns.items() if not any(cells)}
        assert empty <= {*LEFT_EMPTY, *ONE_OF_TWO}, table.name


@pytest.mark.parametrize("name", ALL_MODELS)
def test_the_standard_of_a_conformant_delivery_is_recognised(name: str, tmp_path: Path) -> None:
    report = validated(conformant(name, tmp_path, objects=20).zipped())
    assert report.header.detection.model == name


@pytest.mark.parametrize("form", ["gpkg", "tab", "csv"])
def test_other_formats_conform_too(form: str, tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2024", tmp_path, formats={"ZONE_URBA": form, "PRESCRIPTION_LIN": form})
    assert delivery.table_path("ZONE_URBA").suffix == f".{form}"
    report = validated(delivery.root, "cnig_PLU_2024")
    assert [f.code for f in report.findings if f.level is not Level.INFO] == []


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    model = bundled_registry().load("cnig_PLUi_2025")
    first = hashes(write_delivery(model, tmp_path / "first"))
    assert len(first) > 60
    assert first == hashes(write_delivery(model, tmp_path / "second"))
    other = hashes(write_delivery(model, tmp_path / "other", DeliveryRequest(seed=1)))
    assert [path for path in first if first[path] != other[path] and path.endswith("ZONE_URBA_20251106.shp")]


@pytest.mark.parametrize("objects", [20, 100, 1000])
def test_there_are_about_as_many_objects_as_asked(objects: int) -> None:
    delivery = invent_delivery(bundled_registry().load("cnig_PLUi_2025"), DeliveryRequest(objects=objects))
    drawn = sum(t.rows for t in delivery.tables.values() if t.name.startswith(("ZONE", "PRESCRIPTION", "INFO")))
    assert drawn == pytest.approx(objects, rel=0.35)


def test_shapefiles_say_their_projection_and_their_charset(tmp_path: Path) -> None:
    zones = conformant("cnig_PLU_2025", tmp_path).table_path("ZONE_URBA")
    assert "Lambert" in zones.with_suffix(".prj").read_text()
    assert zones.with_suffix(".cpg").read_text().strip() == "UTF-8"


def test_prescriptions_lie_inside_the_territory(tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2025", tmp_path)
    territory = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkb in delivery.table("ZONE_URBA").geometries or []:
        territory.AddGeometry(ogr.CreateGeometryFromWkb(wkb))
    territory = territory.UnionCascaded()
    for name, table in delivery.invented.tables.items():
        if name.startswith(("PRESCRIPTION", "INFO", "HABILLAGE")):
            assert table.geometries
            assert all(territory.Contains(ogr.CreateGeometryFromWkb(wkb)) for wkb in table.geometries), name


def test_a_pdf_says_what_it_stands_for() -> None:
    content = pdf("Règlement (écrit)", "Castelbrac")
    assert content.startswith(b"%PDF-1.4\n")
    assert content.endswith(b"%%EOF\n")
    assert b"R\xe8glement \\(\xe9crit\\)" in content
    table = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert content[table:].startswith(b"xref")
    for number, line in enumerate(content[table:].splitlines()[3:9], 1):
        assert content[int(line[:10]) :].startswith(b"%d 0 obj" % number)


@pytest.fixture(params=[False, True], ids=["errors are returned", "errors are raised"])
def _gdal_exceptions(request: pytest.FixtureRequest) -> Iterator[None]:
    """GDAL's exceptions are a setting of the whole process: QGIS has them on or off by what else is loaded."""
    before = bool(ogr.GetUseExceptions())
    (ogr.UseExceptions if request.param else ogr.DontUseExceptions)()
    yield
    (ogr.UseExceptions if before else ogr.DontUseExceptions)()


@pytest.mark.usefixtures("_gdal_exceptions")
@pytest.mark.parametrize("form", ["shp", "gpkg", "csv"])
def test_rows_and_tables_without_geometry_are_written(form: str, tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2025", tmp_path, formats={"ZONE_URBA": form})
    delivery.set_geometry("ZONE_URBA", 3, None)
    path = delivery.table_path("ZONE_URBA")
    zones = ogr.Open(str(path.with_suffix(".shp") if form == "shp" else path))
    geometries = [feature.GetGeometryRef() is not None for feature in zones.GetLayer(0)]
    assert geometries.index(False) == 3
    assert geometries.count(False) == 1
    assert ogr.Open(str(delivery.table_path("DOC_URBA"))).GetLayer(0).GetFeatureCount() == 1


@pytest.mark.usefixtures("_gdal_exceptions")
def test_a_table_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    delivery = invent_delivery(bundled_registry().load("cnig_PLU_2025"))
    delivery.tables["ZONE_URBA"].path = f"Donnees_geographiques/ZONE_URBA_{'x' * 300}"
    with pytest.raises(SmicaError, match="ZONE_URBA"):
        delivery.write(tmp_path)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(InvalidModelError, match="dxf"):
        invent_delivery(bundled_registry().load("cnig_PLU_2025"), DeliveryRequest(formats={"ZONE_URBA": "dxf"}))
