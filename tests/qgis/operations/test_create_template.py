"""A template opens in QGIS with its forms; what it lets in, the official tool accepts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsValueRelationFieldFormatter,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.validation.finding import Level
from smica_qgis.geodata.planning.template_layers import PROJECT
from smica_qgis.operations.create_template import TemplateRequest, create_template
from tests.qgis.deliveries import validated

pytestmark = pytest.mark.usefixtures("qgis_app")
REGISTRY = bundled_registry()
EVERY = {
    "cnig_PLU_2013": "12202_PLU_20260301",
    "cnig_PLU_2025": "12202_PLU_20260301",
    "cnig_PLUi_2014": "248000747_PLUi_20260301_A",
    "cnig_PLUi_2025": "248000747_PLUi_20260301",
    "cnig_CC_2025": "12202_CC_20260301",
    "cnig_POS_2024": "12202_POS_20260301",
    "cnig_PSMV_2022": "12202_PSMV_20260301",
    "cnig_SCoT_2024": "200011781_SCOT_20260301",
    "cnig_SUP_AC1_2016": "172014607_AC1_012_20260301",
    "cnig_SUP_PM1_2016": "172014607_PM1_012_20260301",
    "GPU_MEC_2025": "12202_PLU_MEC1_20260301",
}
ZONE = "Polygon((700000 6400000,700010 6400000,700010 6400010,700000 6400010,700000 6400000))"
OTHER = "Polygon((700010 6400000,700020 6400000,700020 6400010,700010 6400010,700010 6400000))"
ENGLISH = ("General", "Fields", "Identify", "Attributes", "none", "Value", "Tab 1")


@dataclass
class Opened:
    """The template as QGIS opens it: its project, its layers by table."""

    path: Path
    project: QgsProject
    layers: dict[str, QgsVectorLayer]

    def feature(self, table: str, wkt: str = "", **values: Any) -> tuple[QgsFeature, dict[str, list[str]]]:  # noqa: ANN401
        """Return a feature made as a form makes it, and what its constraints refuse."""
        layer = self.layers[table]
        fields = layer.fields()
        given = {fields.lookupField(name): value for name, value in values.items()}
        feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(wkt), given)
        refused = {}
        for place in range(fields.count()):
            good, reasons = QgsVectorLayerUtils.validateAttribute(layer, feature, place)
            if not good:
                refused[fields.at(place).name()] = reasons
        return feature, refused

    def add(self, table: str, wkt: str = "", **values: Any) -> QgsFeature:  # noqa: ANN401
        """Add a feature that the constraints accept."""
        layer = self.layers[table]
        layer.startEditing()
        feature, refused = self.feature(table, wkt, **values)
        assert refused == {}
        assert layer.addFeature(feature)
        assert layer.commitChanges(), layer.commitErrors()
        return feature


def template(folder: Path, standard: str) -> Path:
    return create_template(TemplateRequest(standard, EVERY[standard], str(folder)))


def opened(path: Path) -> Opened:
    project = QgsProject.instance()
    assert project.read(f"geopackage:{path}?projectName={PROJECT}")
    layers = {layer.source().partition("layername=")[2]: layer for layer in project.mapLayers().values()}
    return Opened(path, project, layers)


@pytest.fixture(scope="module")
def plui_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("plui"), "cnig_PLUi_2025")


@pytest.fixture
def plui(plui_template: Path, tmp_path: Path) -> Iterator[Opened]:
    made = opened(Path(shutil.copy(plui_template, tmp_path)))
    yield made
    made.project.clear()


@pytest.mark.parametrize("standard", EVERY)
def test_every_kind_of_standard(standard: str, tmp_path: Path) -> None:
    path = template(tmp_path, standard)
    assert [item.name for item in tmp_path.iterdir()] == [f"{EVERY[standard]}.gpkg"]
    made = opened(path)
    model = REGISTRY.load(standard)
    for file in model.tables:
        layer = made.layers[file.name]
        assert layer.isValid()
        assert file.table is not None
        names = set(layer.fields().names()) - {"fid"}
        assert names == {column.name for column in file.table.columns if not column.type.is_geometry}
        spatial = any(column.type.is_geometry for column in file.table.columns)
        assert layer.isSpatial() is spatial
        if spatial:
            assert layer.crs().authid() == "EPSG:2154"
        for column in file.table.columns:
            if not column.type.is_geometry:
                place = layer.fields().lookupField(column.name)
                assert layer.attributeAlias(place) == column.title
                if column.max_length:
                    assert layer.fields().at(place).length() == column.max_length
                for text in (layer.constraintExpression(place), layer.defaultValueDefinition(place).expression()):
                    assert not text or not QgsExpression(text).hasParserError(), text
        assert [tab.name() for tab in layer.editFormConfig().tabs()]
    assert all(relation.isValid() for relation in made.project.relationManager().relations().values())
    made.project.clear()


def test_the_form_is_in_french(plui: Opened) -> None:
    for layer in plui.layers.values():
        tabs = [tab.name() for tab in layer.editFormConfig().tabs()]
        assert not set(tabs) & set(ENGLISH)
        assert not set(layer.name().split()) & set(ENGLISH)
    zone = plui.layers["ZONE_URBA"]
    assert [tab.name() for tab in zone.editFormConfig().tabs()] == [
        "Objet",
        "Destinations",
        "Pièces et adresses",
        "Document",
    ]
    assert zone.name() == "Zonage"
    assert zone.editorWidgetSetup(zone.fields().lookupField("fid")).type() == "Hidden"


def test_a_layer_opened_alone_has_its_form_and_its_symbols(tmp_path: Path) -> None:
    path = template(tmp_path, "cnig_PLU_2025")
    layer = QgsVectorLayer(f"{path}|layername=PRESCRIPTION_SURF", "x", "ogr")
    place = layer.fields().lookupField("TYPEPSC")
    assert layer.editorWidgetSetup(place).type() == "ValueMap"
    assert layer.attributeAlias(place) == "Type de prescription"
    renderer = layer.renderer()
    assert renderer is not None
    assert renderer.type() == "categorizedSymbol"


def test_the_sub_code_depends_on_the_code(plui: Opened) -> None:
    layer = plui.layers["PRESCRIPTION_SURF"]
    setup = layer.editorWidgetSetup(layer.fields().lookupField("STYPEPSC"))
    assert setup.type() == "ValueRelation"
    feature, _ = plui.feature("PRESCRIPTION_SURF", ZONE, TYPEPSC="26")
    choices = {item.key: item.value for item in QgsValueRelationFieldFormatter.createCache(setup.config(), feature)}
    assert set(choices) == {"00", "01"}
    assert choices["00"].startswith("00 — ")


def test_values_that_the_standard_refuses_are_refused(plui: Opened) -> None:
    _, refused = plui.feature(
        "ZONE_URBA", ZONE, LIBELLE="bien trop long pour douze", TYPEZONE="Z", DESTOUI="x", FORMDOMI="1"
    )
    assert set(refused) == {"LIBELLE", "TYPEZONE", "DESTOUI", "FORMDOMI", "NOMFIC"}
    assert any("12 caractères au plus" in reason for reason in refused["LIBELLE"])
    _, refused = plui.feature("PRESCRIPTION_SURF", ZONE, LIBELLE="a", TYPEPSC="07", STYPEPSC="99")
    assert set(refused) == {"STYPEPSC"}
    _, refused = plui.feature("INFO_SURF", ZONE, LIBELLE="a", TYPEINF="97", STYPEINF="00")
    assert set(refused) == {"NOMFIC"}
    _, refused = plui.feature("DOC_URBA", ETAT="04", NOMPROC="MC1", DATEREF="2025", NOMREG="x.pdf")
    assert set(refused) == {"NOMPROC", "DATEREF", "NOMREG", "NOMRAPP", "DATEFIN", "TYPEREF"} & set(refused)
    assert {"NOMPROC", "DATEREF", "NOMREG", "DATEFIN"} <= set(refused)


def test_identifiers_follow_each_other_and_repeat_never(plui: Opened) -> None:
    first = plui.add("ZONE_URBA", ZONE, LIBELLE="Ua", TYPEZONE="U", NOMFIC="r.pdf")
    second = plui.add("ZONE_URBA", OTHER, LIBELLE="Ub", TYPEZONE="U", NOMFIC="r.pdf")
    assert [f["LIB_IDZONE"] for f in (first, second)] == [f"248000747_PLUi_20260301_ZO{n}" for n in (1, 2)]
    _, refused = plui.feature(
        "ZONE_URBA", OTHER, LIBELLE="Uc", TYPEZONE="U", NOMFIC="r.pdf", LIB_IDZONE=first["LIB_IDZONE"]
    )
    # a form that is asked for a value that is taken makes another one: the constraint holds whatever it does
    assert set(refused) <= {"LIB_IDZONE"}


def test_what_is_filled_in_is_conformant(plui: Opened) -> None:
    for wkt, label in ((ZONE, "Ua"), (OTHER, "Ub")):
        plui.add(
            "ZONE_URBA", wkt, LIBELLE=label, TYPEZONE="U", NOMFIC="248000747_reglement_20260301.pdf", DESTOUI="10-20"
        )
    plui.add("PRESCRIPTION_PCT", "Point(700001 6400001)", LIBELLE="Arbre", TYPEPSC="07", STYPEPSC="00")
    plui.add(
        "PRESCRIPTION_LIN", "LineString(700001 6400001, 700009 6400009)", LIBELLE="Haie", TYPEPSC="07", STYPEPSC="00"
    )
    plui.add("INFO_SURF", ZONE, LIBELLE="ZAC", TYPEINF="02", STYPEINF="00")
    plui.add("HABILLAGE_TXT", "Point(700002 6400002)", TXT="Bourg", NATECR="lieu-dit", TAILLE=12)
    plui.add(
        "DOC_URBA",
        ETAT="03",
        NOMPROC="E",
        DATEREF="20250101",
        TYPEREF="01",
        NOMREG="248000747_reglement_20260301.pdf",
        NOMRAPP="248000747_20260301_rapport_E_20260301.pdf",
    )
    for insee in ("80016", "80017"):
        plui.add("DOC_URBA_COM", INSEE=insee)
    plui.project.clear()
    report = validated(plui.path, "cnig_PLUi_2025")
    assert [f.code for f in report.findings if f.level in (Level.ERROR, Level.FATAL, Level.WARNING)] == []
    assert {table.file_model for table in report.tables if table.rows} == {
        "ZONE_URBA",
        "PRESCRIPTION_PCT",
        "PRESCRIPTION_LIN",
        "INFO_SURF",
        "HABILLAGE_TXT",
        "DOC_URBA",
        "DOC_URBA_COM",
    }


def test_a_mandatory_table_that_is_empty_is_still_a_fault(tmp_path: Path) -> None:
    report = validated(template(tmp_path, "cnig_PLU_2025"), "cnig_PLU_2025")
    empty = {f.file_model for f in report.findings if f.code == "FILE_EMPTY"}
    assert empty == {"ZONE_URBA", "DOC_URBA", "DOC_URBA_COM"}


def test_the_project_is_kept_with_relative_paths(tmp_path: Path) -> None:
    path = template(tmp_path, "cnig_SCoT_2024")
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    target = path.rename(moved / path.name)
    made = opened(target)
    assert all(layer.isValid() for layer in made.layers.values())
    made.project.clear()


@pytest.mark.parametrize(
    ("standard", "document", "output"),
    [
        ("cnig_PLU_2025", "n'importe quoi", "x.gpkg"),
        ("cnig_PLU_2025", "248000747_PLUi_20260301", "x.gpkg"),
        ("cnig_SUP_AC1_2016", "172014607_PM1_012_20260301", "x.gpkg"),
        ("cnig_SCoT_2024", "200011781_SCOT", "x.gpkg"),
        ("cnig_PLU_2025", "12202_PLU_20260301", "x.shp"),
        ("cnig_PLU_1999", "12202_PLU_20260301", "x.gpkg"),
    ],
)
def test_what_makes_no_template(standard: str, document: str, output: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidParameterError):
        create_template(TemplateRequest(standard, document, str(tmp_path / output)))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(SmicaError, match="autre dossier"):
        create_template(
            TemplateRequest("cnig_PLU_2025", "12202_PLU_20260301", str(tmp_path / "file" / "12202_PLU_20260301.gpkg"))
        )


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "12202_PLU_20260301.gpkg"
    path.write_bytes(b"mine")
    with pytest.raises(InvalidParameterError):
        create_template(TemplateRequest("cnig_PLU_2025", "12202_PLU_20260301", str(path)))
    assert path.read_bytes() == b"mine"
