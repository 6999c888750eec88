"""Layers of sanitation and permits in a project: last class, relations, forms whose class follows the findings."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsProject,
    QgsVectorLayer,
)

from smica_qgis.core.anc.controls import last_control
from smica_qgis.core.anc.grid_2012 import classe_of
from smica_qgis.core.anc.stored_control import CONTROL_COLUMNS, control_of_row
from smica_qgis.core.anc.vocabulary import Constat
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.shared_layers import THEMES
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import LayerAddress
from smica_qgis.database.table_relations import RELATIONS
from smica_qgis.geodata.synthetic_anc_ads.spanc import make_spanc
from smica_qgis.operations import list_due_controls, list_permit_deadlines
from smica_qgis.operations.import_anc import AncRequest, import_anc
from smica_qgis.operations.last_controls import last_controls
from smica_qgis.operations.open_shared_layers import open_shared_layers, table_of, tie_layers
from smica_qgis.operations.shared_import.table_source import open_source
from tests.qgis.shared_tables import SEED, fill_cadastre, made_territory, write_csv

TODAY = date(2025, 6, 12)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("couches")
    address = str(folder / "base.gpkg")
    territory = made_territory()
    fill_cadastre(address, territory)
    made = make_spanc(random.Random(SEED), territory, 300, 900)  # noqa: S311
    tables = [
        open_source(str(write_csv(folder / f"{name}.csv", rows)))
        for name, rows in (("i", made.installation_rows), ("c", made.control_rows))
    ]
    import_anc(AncRequest(address, "S1", *tables, today=TODAY))
    return address


@pytest.fixture
def layers(store: str) -> Iterator[dict[str, QgsVectorLayer]]:
    project = QgsProject.instance()
    project.clear()
    opened = open_shared_layers(store, ("anc", "ads"))
    for shared in opened:
        project.addMapLayer(shared.layer)
    tie_layers(project)
    yield {table_of(shared.layer): shared.layer for shared in opened}
    project.clear()


def test_the_class_on_the_map_is_that_of_the_last_control(store: str, layers: dict[str, QgsVectorLayer]) -> None:
    controls: dict[str, list[object]] = {}
    with open_store(store, read_only=True) as opened:
        for row in opened.select("anc_controle", CONTROL_COLUMNS):
            controls.setdefault(row[0], []).append(control_of_row(row))
    expected = {}
    for name, some in controls.items():
        last = last_control(some)  # type: ignore[arg-type]
        if last is not None and last.reference is not None:
            expected[name] = (last.reference.isoformat(), last.classe.value if last.classe else None)
    found = {
        feature["inst_id"]: (str(feature["dernier_date"]), feature["dernier_classe"])
        for feature in layers["anc_installation"].getFeatures()
        if feature["dernier_date"]
    }
    assert {name: (day, None if classe == NULL else classe) for name, (day, classe) in found.items()} == expected
    assert len({classe for _, classe in expected.values()}) > 5


def test_every_installation_has_a_symbol_of_the_legend(layers: dict[str, QgsVectorLayer]) -> None:
    layer = layers["anc_installation"]
    renderer = layer.renderer()
    expression = QgsExpression(renderer.classAttribute())
    codes = {category.value() for category in renderer.categories()}
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    seen = set()
    for feature in layer.getFeatures():
        context.setFeature(feature)
        seen.add(expression.evaluate(context))
    assert not expression.hasEvalError(), expression.evalErrorString()
    assert seen <= codes
    assert {"A", "E", "SANS", "RACC"} <= seen


def test_the_project_has_the_relations_once(layers: dict[str, QgsVectorLayer]) -> None:
    manager = QgsProject.instance().relationManager()
    assert set(manager.relations()) == {relation.name for relation in RELATIONS}
    assert all(relation.isValid() for relation in manager.relations().values())
    assert tie_layers(QgsProject.instance()) == 0
    assert len(layers["anc_installation"].vectorJoins()) == 1
    installation = max(layers["anc_installation"].getFeatures(), key=lambda one: str(one["dernier_date"] or ""))
    relation = manager.relation("smica_anc_controle")
    assert len(list(relation.getRelatedFeatures(installation))) > 0


def test_forms_show_their_relations(layers: dict[str, QgsVectorLayer]) -> None:
    shown = {
        child.relation().id()
        for layer in layers.values()
        for tab in layer.editFormConfig().tabs()
        for child in (tab.children() if hasattr(tab, "children") else ())
        if hasattr(child, "relation")
    }
    assert shown == {relation.name for relation in RELATIONS}


def test_all_columns_have_a_name_for_people(layers: dict[str, QgsVectorLayer]) -> None:
    for layer in layers.values():
        if layer.isSpatial() or table_of(layer) in {relation.child for relation in RELATIONS}:
            for place, field in enumerate(layer.fields()):
                hidden = layer.editorWidgetSetup(place).type() == "Hidden"
                assert hidden or layer.attributeAlias(place), f"{table_of(layer)}.{field.name()}"


def test_the_class_follows_the_findings_in_the_form_as_in_the_grid(layers: dict[str, QgsVectorLayer]) -> None:
    layer = layers["anc_controle"]
    default = layer.defaultValueDefinition(layer.fields().indexOf("calc_classe"))
    assert default.applyOnUpdate()
    expression, context = QgsExpression(default.expression()), QgsExpressionContext()
    context.setFields(layer.fields())
    feature = QgsFeature(layer.fields())
    for count in range(4):
        for found in combinations(Constat, count):
            for zones in range(4):
                feature["constats"] = ",".join(one.value for one in found)
                feature["zone_san"], feature["zone_env"] = bool(zones & 1), bool(zones & 2)
                context.setFeature(feature)
                expected = classe_of(
                    frozenset(found), zone_sanitaire=bool(zones & 1), zone_environnementale=bool(zones & 2)
                )
                assert expression.evaluate(context) == expected.value, (found, zones)
    feature["constats"] = None
    context.setFeature(feature)
    assert expression.evaluate(context) in (None, NULL)


def test_an_installation_typed_in_the_form_is_found_again_by_an_import(tmp_path: Path) -> None:
    address = str(tmp_path / "base.gpkg")
    with open_store(address) as opened, opened.transaction():
        opened.insert("anc_service", ("service_id", "nom"), [("S1", "S1")])
    layer = open_shared_layers(address, ("anc",))[0].layer
    feature = QgsFeature(layer.fields())
    for name, value in (("service_id", "S1"), ("numero_dossier", "7"), ("insee", "12302")):
        feature[name] = value
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    assert layer.startEditing()
    for name in ("inst_id", "etat", "date_maj"):
        place = layer.fields().indexOf(name)
        feature[name] = layer.defaultValue(place, feature, context)
    assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()
    typed = next(layer.getFeatures())["inst_id"]
    del layer
    table = write_csv(tmp_path / "i.csv", [["N° dossier", "Code INSEE", "Nombre de logements"], ["7", "12302", "2"]])
    import_anc(AncRequest(address, "S1", open_source(str(table))))
    with open_store(address, read_only=True) as opened:
        assert list(opened.select("anc_installation", ("inst_id", "nb_logements"))) == [(typed, 2)]


def test_the_columns_of_the_lists_are_those_of_their_style() -> None:
    # the lists are no tables of the store: nothing else ties their style to them
    from store_styles import ads, anc

    styles = {style.theme: style for style in (anc.due_controls(), ads.permit_deadlines())}
    assert tuple(styles["anc"].names) == list_due_controls.COLUMNS
    assert tuple(styles["ads"].names) == list_permit_deadlines.COLUMNS


def test_a_theme_that_does_not_exist_is_named(store: str) -> None:
    with pytest.raises(InvalidParameterError, match="eau"):
        open_shared_layers(store, ("eau",))
    assert {"anc", "ads", "cadastre", "urba"} == set(THEMES)


def test_the_query_of_postgis_names_its_schema() -> None:
    address = LayerAddress("postgres", "service='x' key='fid' table=\"ma commune\".\"anc_controle\"", "Contrôles")
    assert 'FROM \\"ma commune\\".\\"anc_controle\\"' in last_controls(address).source()
