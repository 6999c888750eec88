"""The styles of the cadastre: each file is sound, draws something of its own, and only where it can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsFeatureRenderer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

from smica_qgis.core.cadastre.objects import (
    TABLES,
    Batiment,
    CadastreObject,
    Commune,
    DetailLigne,
    DetailPoint,
    DetailSurface,
    Feuille,
    Lieudit,
    Numvoie,
    Parcelle,
    Section,
    Subdfisc,
    Voie,
)
from smica_qgis.core.shared_layers import CADASTRE_STYLES, THEMES
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.layer_styles import apply_styles, style_files
from smica_qgis.operations.open_shared_layers import open_shared_layers
from tests.qgis.made_cadastre import SIDE, SOUTH, WEST, square

SIZE = 400
SHEET, PARCEL = "122020000A01", "122020000A0012"
TABLES_DRAWN = tuple(TABLES.values())
DEPARTMENT_SCALE = 200_000


def wkb(geometry: ogr.Geometry) -> bytes:
    return bytes(ogr.ForceToMultiPolygon(geometry).ExportToWkb(ogr.wkbNDR))


def line() -> bytes:
    return bytes(
        ogr.CreateGeometryFromWkt(f"MULTILINESTRING(({WEST + 5} {SOUTH + 20}, {WEST + 75} {SOUTH + 60}))").ExportToWkb(
            ogr.wkbNDR
        )
    )


def point(column: float, row: float) -> bytes:
    wkt = f"POINT({WEST + column * SIDE} {SOUTH + row * SIDE})"
    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb(ogr.wkbNDR))


def objects() -> Iterator[CadastreObject]:
    """Yield one object of each table, those of the plan with each kind of detail."""
    whole, dates = wkb(square(0, 0, 2, 2)), ("2012-03-04", "2024-05-06")
    yield Commune("12202", "Aubrelle", whole)
    yield Section("122020000A", "12202", "000", "0A", "A", whole)
    yield Feuille(SHEET, "12202", "000", "0A", "01", "01", "01", 1000, "2024-05-06", whole)
    numbers = ("12202", "000", "0A", "0012", "A 12", 6400, 6400.0, True, True, SHEET)
    yield Parcelle(PARCEL, "122202000A0012", *numbers, *dates, whole)
    for number, kind in enumerate(("01", "02")):
        place = wkb(square(0.2 + number, 0.2, 0.5, 0.5))
        yield Batiment(f"b{number}", kind, "Mairie", "12202", SHEET, *dates, PARCEL, 100.0, place)
    yield Lieudit("La Combe", "12202", SHEET, *dates, whole)
    yield Subdfisc(PARCEL, "a", "12202", SHEET, *dates, whole)
    yield Numvoie("14", PARCEL, "12202", SHEET, point(1, 1))
    yield Voie("Rue Haute", "12202", SHEET, point(1, 1.5))
    for number, (kind, sym) in enumerate((("TSURF", "34"), ("TSURF", "65"), ("TRONFLUV", None), ("TSURF", "99"))):
        place = wkb(square(0.1 + number / 2, 1.1, 0.3, 0.3))
        yield DetailSurface(kind, sym, "Mare", None, "12202", SHEET, place)
    for kind, sym in (("TLINE", "21"), ("ZONCOMMUNI", None), ("TLINE", "99")):
        yield DetailLigne(kind, sym, "Chemin", None, "12202", SHEET, line())
    for number, (kind, sym) in enumerate((("BORNE", None), ("SYMBLIM", "40"), ("TPOINT", "12"), ("PTCANV", "72"))):
        yield DetailPoint(kind, sym, None, 30.0, "12202", SHEET, point(0.4 + number / 3, 0.5))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, qgis_app: QgsApplication) -> str:
    """Return a store that holds one object of each kind."""
    del qgis_app
    address = str(tmp_path_factory.mktemp("styles") / "base.gpkg")
    with open_store(address, srid=2154) as opened, opened.transaction():
        for item in objects():
            kind = type(item)
            opened.insert(TABLES[kind], (*kind._fields, "source"), [(*item, "EDIGEO")])
    return address


@pytest.fixture
def layer(store: str, table: str) -> QgsVectorLayer:
    with open_store(store, read_only=True) as opened:
        place = opened.layer(table)
    return QgsVectorLayer(place.uri, place.title, place.provider)


def drawn(layer: QgsVectorLayer, scale: float) -> QImage:
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(SIZE, SIZE))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("white"))
    extent = layer.extent()
    extent.grow(1)
    settings.setExtent(extent)
    settings.setExtent(extent.buffered((scale / settings.scale() - 1) * extent.width() / 2))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert job.errors() == []
    return job.renderedImage()


def is_blank(image: QImage) -> bool:
    return not any(
        image.pixelColor(x, y) != QColor("white") for x in range(image.width()) for y in range(image.height())
    )


def expressions(layer: QgsVectorLayer) -> Iterator[str]:
    """Yield what symbols and labels read of the rows."""
    renderer: QgsFeatureRenderer = layer.renderer()
    names = layer.fields().names()
    for text in renderer.usedAttributes(QgsRenderContext()):  # names, and expressions as they are written
        yield f'"{text}"' if text in names else text
    if not layer.labelsEnabled():
        return
    labeling = layer.labeling()
    for provider in labeling.subProviders():
        settings: QgsPalLayerSettings = labeling.settings(provider)
        yield settings.fieldName if settings.isExpression else f'"{settings.fieldName}"'


@pytest.mark.parametrize("table", TABLES_DRAWN)
def test_every_table_has_both_styles(table: str) -> None:
    assert tuple(style_files(table)) == tuple(sorted(CADASTRE_STYLES))


def test_every_table_of_the_plan_is_opened() -> None:
    assert set(THEMES["cadastre"]) == set(TABLES_DRAWN)


@pytest.mark.parametrize("style", CADASTRE_STYLES)
@pytest.mark.parametrize("table", TABLES_DRAWN)
def test_a_style_loads_reads_what_exists_and_draws(layer: QgsVectorLayer, table: str, style: str) -> None:
    message, loaded = layer.loadNamedStyle(str(style_files(table)[style]))
    assert (loaded, message) == (True, "")
    fields = set(layer.fields().names())
    for text in expressions(layer):
        expression = QgsExpression(text)
        assert not expression.hasParserError(), expression.parserErrorString()
        assert expression.referencedColumns() <= fields
    assert not is_blank(drawn(layer, 1000))


@pytest.mark.parametrize("table", TABLES_DRAWN)
def test_the_two_styles_differ_and_are_in_the_menu_of_the_layer(layer: QgsVectorLayer, table: str) -> None:
    names = apply_styles(layer, table, "orthophoto")
    assert sorted(names) == sorted(layer.styleManager().styles()) == ["orthophoto", "plan"]
    assert layer.styleManager().currentStyle() == "orthophoto"
    photo = drawn(layer, 1000)
    assert layer.styleManager().setCurrentStyle("plan")
    assert drawn(layer, 1000) != photo
    assert layer.styleManager().setCurrentStyle("orthophoto")
    assert drawn(layer, 1000) == photo


@pytest.mark.parametrize("style", CADASTRE_STYLES)
@pytest.mark.parametrize("table", [table for table in TABLES_DRAWN if table != "cad_commune"])
def test_only_communes_are_drawn_at_the_scale_of_a_department(layer: QgsVectorLayer, table: str, style: str) -> None:
    apply_styles(layer, table, style)
    assert not layer.isInScaleRange(DEPARTMENT_SCALE)


def test_a_style_of_another_folder(layer_without_style: QgsVectorLayer, tmp_path: Path) -> None:
    assert apply_styles(layer_without_style, "cad_parcelle", folder=tmp_path) == ()
    whole = style_files("cad_parcelle")
    (tmp_path / "cad_parcelle.qml").write_bytes(whole["plan"].read_bytes())
    (tmp_path / "cad_parcelle.photo.qml").write_bytes(whole["orthophoto"].read_bytes())
    (tmp_path / "cad_parcelle_info.qml").write_bytes(b"another table")
    layer = layer_without_style
    assert apply_styles(layer, "cad_parcelle", "no such style", tmp_path) == ("default", "photo")
    assert (layer.styleManager().currentStyle(), layer.minimumScale()) == ("default", 18_000)
    (tmp_path / "cad_parcelle.qml").write_text("no style", encoding="utf-8")
    assert apply_styles(layer, "cad_parcelle", "photo", tmp_path) == ("default", "photo")


@pytest.fixture
def layer_without_style() -> QgsVectorLayer:
    return QgsVectorLayer("Polygon?crs=EPSG:2154&field=numero4:string", "parcelles", "memory")


def test_the_cadastre_is_opened_for_reading_without_its_empty_tables(store: str) -> None:
    with open_store(store) as opened, opened.transaction():
        opened.execute("DELETE FROM cad_voie")
    opened_layers = open_shared_layers(store, ("cadastre",), "orthophoto")
    assert len(opened_layers) == len(TABLES_DRAWN) - 1
    assert {(shared.group, shared.layer.readOnly()) for shared in opened_layers} == {("Cadastre", True)}
    assert {shared.layer.styleManager().currentStyle() for shared in opened_layers} == {"orthophoto"}
    titles = [shared.layer.name() for shared in opened_layers]
    assert titles.index("Communes (cadastre)") < titles.index("Parcelles") < titles.index("Détails du plan (surfaces)")
