"""Every code of every bundled standard is drawn, and what is none of them is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QTransform

from smica_qgis.core.document_model.model import DocumentModel, FileModel
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.geodata.layer_styles import apply_styles, style_files

pytestmark = pytest.mark.usefixtures("qgis_app")
KINDS = {
    "surf": "Polygon", "lin": "LineString", "pct": "Point", "s": "Polygon", "l": "LineString", "p": "Point",
    "urba": "Polygon", "cc": "Polygon",
}  # fmt: skip
SHAPES = {
    "Polygon": "POLYGON((10 10, 90 10, 90 90, 10 90, 10 10))", "LineString": "LINESTRING(10 10, 90 90)",
    "Point": "POINT(50 50)",
}  # fmt: skip
TABLES = (
    "zone_urba", "secteur_cc", "prescription_surf", "prescription_lin", "prescription_pct", "info_surf", "info_lin",
    "info_pct", "assiette_sup_s", "assiette_sup_l", "assiette_sup_p", "generateur_sup_s", "generateur_sup_l",
    "generateur_sup_p",
)  # fmt: skip
CODES = {"zone_urba": ("TYPEZONE",), "secteur_cc": ("TYPESECT",), "prescription": ("TYPEPSC", "STYPEPSC"),
         "info": ("TYPEINF", "STYPEINF")}  # fmt: skip
Values = dict[str, Optional[str]]
CELL, ACROSS = 48, 20
UNKNOWN = "Code absent des standards"
DENOMINATORS = (1_000, 10_000, 50_000)


def layer_for(table: str, fields: tuple[str, ...], name: str = "") -> QgsVectorLayer:
    kind = KINDS[table.rpartition("_")[2]]
    columns = "".join(f"&field={field}:string" for field in fields)
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:2154{columns}", name or table, "memory")
    assert apply_styles(layer, table), table
    return layer


def feature_of(layer: QgsVectorLayer, values: Values, geometry: QgsGeometry | None = None) -> QgsFeature:
    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature.setAttribute(name, value)
    if geometry is not None:
        feature.setGeometry(geometry)
    return feature


def labels_of(layer: QgsVectorLayer, objects: Sequence[Values]) -> list[str]:
    """The lines of the legend that the map draws objects by. QGIS names none for those of the fallback."""
    renderer = layer.renderer().clone()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    names = {category.uuid(): str(category.label()) for category in renderer.categories()}
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer.startRender(context, layer.fields())
    labels = []
    for values in objects:
        feature = feature_of(layer, values)
        context.expressionContext().setFeature(feature)
        labels.append(", ".join(names[key] for key in renderer.legendKeysForFeature(feature, context)) or UNKNOWN)
    renderer.stopRender(context)
    return labels


def label_of(layer: QgsVectorLayer, values: Values) -> str:
    return labels_of(layer, [values])[0]


def pictures(layer: QgsVectorLayer, objects: Sequence[Values], denominator: float) -> list[set[int]]:
    """Colours of each object on one map, in cells as large on paper at every scale."""
    settings = QgsMapSettings()
    settings.setOutputDpi(96)
    settings.setOutputSize(QSize(CELL * ACROSS, CELL * (1 + (len(objects) - 1) // ACROSS)))
    cell = CELL / 96 * 0.0254 * denominator
    shape = SHAPES[
        next(kind for kind, wkt in SHAPES.items() if QgsGeometry.fromWkt(wkt).type() == layer.geometryType())
    ]
    layer.dataProvider().truncate()
    for number, values in enumerate(objects):
        geometry = QgsGeometry.fromWkt(shape)
        place = QTransform.fromTranslate(cell * (number % ACROSS), -cell * (1 + number // ACROSS))
        geometry.transform(QTransform.fromScale(cell / 100, cell / 100) * place)
        layer.dataProvider().addFeature(feature_of(layer, values, geometry))
    rows = settings.outputSize().height() // CELL
    settings.setExtent(QgsRectangle(0, -cell * rows, cell * ACROSS, 0))
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setBackgroundColor(QColor("white"))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(None))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return [
        {
            image.pixel(CELL * (number % ACROSS) + x, CELL * (number // ACROSS) + y)
            for x in range(4, CELL - 4)
            for y in range(4, CELL - 4)
        }
        for number in range(len(objects))
    ]


def picture(layer: QgsVectorLayer, values: Values, denominator: float) -> set[int]:
    return pictures(layer, [values], denominator)[0]


def standard_name(file: FileModel) -> str:
    name = file.name.lower()
    return name.partition("_")[2] if name.endswith(("_sup_s", "_sup_l", "_sup_p")) else name


def coded_tables(model: DocumentModel) -> Iterator[tuple[str, FileModel, tuple[str, ...]]]:
    for file in model.tables:
        name = standard_name(file)
        keys = CODES.get(name) or CODES.get(name.partition("_")[0])
        if keys and name in TABLES:
            yield name, file, keys


def codes_of(model: DocumentModel, file: FileModel, keys: tuple[str, ...]) -> Iterator[Values]:
    """What a model admits: pairs of its lists; where it only enumerates, each type with the generic sub-code."""
    assert file.table is not None
    there = {column.name: column for column in file.table.columns}
    for key in file.table.foreign_keys:
        codes = model.code_list(key.table)
        if codes is not None and key.columns == keys:
            for values in zip(*(codes.column(name) for name in key.target_columns)):
                if "--" not in values:
                    yield dict(zip(keys, values))
    for code in there[keys[0]].enum if keys[0] in there else ():
        yield {keys[0]: code}


@pytest.mark.parametrize("standard", [name for name in bundled_registry().names() if "_SUP_" not in name])
def test_every_code_of_a_standard_is_drawn(standard: str) -> None:
    model = bundled_registry().load(standard)
    unknown, seen = [], 0
    for name, file, keys in coded_tables(model):
        assert file.table is not None
        layer = layer_for(name, tuple(column.name for column in file.table.columns if column.name != "WKT"))
        objects = list(codes_of(model, file, keys))
        seen += len(objects)
        labels = labels_of(layer, objects)
        unknown += [(name, values) for values, label in zip(objects, labels) if label == UNKNOWN]
    assert unknown == []
    assert seen or "SCoT" in standard or "MEC" in standard


def test_every_category_of_servitude_is_drawn() -> None:
    categories = sorted({name.split("_")[2] for name in bundled_registry().names() if "_SUP_" in name})
    for table in (table for table in TABLES if "_sup_" in table):
        identifier = "IDASS" if "assiette" in table else "IDGEN"
        stored = layer_for(table, ("categorie",))
        delivered = layer_for(table, (identifier,))
        meant = labels_of(stored, [{"categorie": category} for category in categories])
        assert [label.partition(" : ")[0] for label in meant] == categories
        assert labels_of(delivered, [{identifier: f"{category}-130010853-1-1-1"} for category in categories]) == meant
    # in 2013, identifiers are numbers: the name of the table tells
    named = layer_for("assiette_sup_s", ("IDASS",), "AC4bis_ASSIETTE_SUP_S")
    assert label_of(named, {"IDASS": "12"}).startswith("AC4bis : ")


@pytest.mark.parametrize("table", TABLES)
def test_every_symbol_leaves_something_on_paper(table: str) -> None:
    keys = CODES.get(table) or CODES.get(table.partition("_")[0]) or ("categorie",)
    layer = layer_for(table, keys)
    objects, labels = [], []
    for category in layer.renderer().categories():
        value = category.value()
        texts = str(value[0] if isinstance(value, list) else value).split("-")
        if texts not in ([""], ["000"]) and not texts[0].startswith("P" if table.startswith("info") else "-"):
            objects.append(dict(zip(keys, texts)))
            labels.append(category.label())
    blank = [
        (label, scale)
        for scale in DENOMINATORS
        for label, colours in zip(labels, pictures(layer, objects, scale))
        if len(colours) < 2
    ]
    assert blank == []


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("zone_urba", {"TYPEZONE": "UZ"}),
        ("zone_urba", {"TYPEZONE": None}),
        ("prescription_surf", {"TYPEPSC": "05", "STYPEPSC": "42"}),
        ("prescription_pct", {"TYPEPSC": "1", "STYPEPSC": "0"}),
        ("info_lin", {"TYPEINF": "77", "STYPEINF": "00"}),
        ("assiette_sup_s", {"categorie": "ZZ9"}),
    ],
)
def test_a_code_of_no_standard_is_seen(table: str, values: Values) -> None:
    layer = layer_for(table, tuple(values))
    assert label_of(layer, values) == UNKNOWN
    for scale in DENOMINATORS:
        colours = [QColor(pixel) for pixel in picture(layer, values, scale)]
        assert any(colour.red() > 200 and colour.blue() > 200 and colour.green() < 120 for colour in colours), scale


def test_what_asks_not_to_be_drawn_is_not_but_may_be_asked() -> None:
    layer = layer_for("prescription_surf", ("TYPEPSC", "STYPEPSC", "SYMBOLE"))
    values: Values = {"TYPEPSC": "05", "STYPEPSC": "01", "SYMBOLE": "PSC-S_05-01_000"}
    assert len(picture(layer, values, 1_000)) == 1
    assert len(picture(layer, {**values, "SYMBOLE": "PSC-S_05-01_001"}, 1_000)) > 1
    assert label_of(layer, values).startswith("Non représenté")


def test_a_code_of_before_2017_keeps_its_own_meaning() -> None:
    older = layer_for("prescription_surf", ("TYPEPSC",))
    newer = layer_for("prescription_surf", ("TYPEPSC", "STYPEPSC"))
    assert label_of(older, {"TYPEPSC": "16"}).startswith("16 : STECAL")
    assert label_of(newer, {"TYPEPSC": "16", "STYPEPSC": "00"}).startswith("16-00 : Constructions")
    assert label_of(older, {"TYPEPSC": "01"}) == label_of(newer, {"TYPEPSC": "01", "STYPEPSC": "00"})


def test_a_prescription_of_a_carte_communale_is_drawn_as_one() -> None:
    layer = layer_for("info_surf", ("TYPEINF", "STYPEINF", "TYPEP", "STYPEP"))
    assert label_of(layer, {"TYPEINF": "00", "STYPEINF": "00", "TYPEP": "05"}).startswith("Prescription 05 : ")


@pytest.mark.parametrize("table", ["habillage_surf", "habillage_lin", "habillage_pct"])
def test_what_only_dresses_the_plan_has_its_own_colour(table: str) -> None:
    layer = layer_for(table, ("NATTRAC", "COULEUR"))
    red = [QColor(pixel) for pixel in picture(layer, {"COULEUR": "255-000-000"}, 1_000)]
    black = [QColor(pixel) for pixel in picture(layer, {"COULEUR": None}, 1_000)]
    assert any(colour.red() > 240 and colour.green() < 130 for colour in red)
    assert any(colour.red() < 130 and colour.green() < 130 for colour in black)


def test_every_table_that_is_drawn_has_a_style() -> None:
    drawn = {standard_name(file) for name in bundled_registry().names() for file in bundled_registry().load(name).tables
             if file.table is not None and any(column.type.is_geometry for column in file.table.columns)}  # fmt: skip
    assert sorted(name for name in drawn if not style_files(name)) == []
