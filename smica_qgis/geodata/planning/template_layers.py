"""Forms, lists, constraints, styles and relations of a template, kept in the GeoPackage itself.

Each layer keeps its style as the default one of the file, and a project is kept there too: relations, the names of
layers and their order are not part of a style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsCoordinateReferenceSystem,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFieldConstraints,
    QgsProject,
    QgsRelation,
    QgsRelationContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from smica_qgis.core.document_model.model import DocumentModel, FileModel
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.planning.document_name import DocumentName
from smica_qgis.core.planning.form_tabs import tabs_of
from smica_qgis.core.planning.template_fields import LABEL, LIST_PREFIX, TemplateField
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.layer_styles import style_files
from smica_qgis.geodata.planning.template_file import GEOMETRY, needed_lists, template_fields_of
from smica_qgis.geodata.stored_styles import StoredStyle, store_styles
from smica_qgis.host import log

PROJECT = "saisie"
"""Name of the project in the file."""
STYLE = "SMICA"
_NO_VALUE = "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"
"""What QGIS writes in a list for no value (QgsValueMapFieldFormatter::NULL_VALUE)."""
_HARD = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
_PARENTS = {
    "IDURBA": re.compile("DOC_URBA"),
    "IDSUP": re.compile("SERVITUDE"),
    "IDACTE": re.compile("ACTE_SUP"),
    "IDGEST": re.compile("GESTIONNAIRE_SUP"),
    "IDGEN": re.compile(r".+_GENERATEUR_SUP_[SLP]"),
}
"""Column that links tables → the table that it identifies (CNIG PLU, p. 20; CNIG SUP v2016b, tables)."""
_CATEGORY = re.compile(r"^[A-Z0-9]+_(?=(?:ASSIETTE|GENERATEUR)_SUP_)", re.IGNORECASE)


def dress_template(path: Path, final: Path, model: DocumentModel, name: DocumentName, crs: str) -> None:
    """Give the layers of a template their forms and styles, and keep them and a project in the file.

    final: where the file will be, which forms must know to find their lists.
    Raises SmicaError when the file does not take them.
    """
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(crs))
    project.setTitle(f"{name.text} ({model.name})")
    layers: dict[str, QgsVectorLayer] = {}
    for codes in needed_lists(model):
        layers[f"{LIST_PREFIX}{codes.name}"] = _open(path, f"{LIST_PREFIX}{codes.name}", f"Liste : {codes.title}")
    for file in model.tables:
        layers[file.name] = _open(path, file.name, file.title or file.name)
    _add_to_tree(project, layers, model)
    for file in model.tables:
        layer = layers[file.name]
        _apply_symbols(layer, file.name)
        _dress(layer, template_fields_of(file, model, name), layers, final)
    _add_relations(project, layers, model)
    styles = [_stored_style(layers[file.name], file) for file in model.tables]
    if not project.write(f"geopackage:{path}?projectName={PROJECT}"):
        message = f"Le projet de saisie ne peut être gardé dans {path.name}."
        raise SmicaError(message, project.error())
    project.clear()
    _keep(path, styles)


def _open(path: Path, table: str, title: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={table}", title, "ogr")
    if not layer.isValid():
        message = f"La couche {table} du modèle ne peut être ouverte."
        raise SmicaError(message)
    return layer


def _add_to_tree(project: QgsProject, layers: dict[str, QgsVectorLayer], model: DocumentModel) -> None:
    """Points above lines above surfaces, then tables, then lists."""
    root = project.layerTreeRoot()
    rank = {Qgis.GeometryType.Point: 0, Qgis.GeometryType.Line: 1, Qgis.GeometryType.Polygon: 2}
    tables = [layers[file.name] for file in model.tables]
    for layer in sorted(tables, key=lambda item: rank.get(item.geometryType(), 3)):
        project.addMapLayer(layer, addToLegend=False)
        root.addLayer(layer)
    lists = [layer for name, layer in layers.items() if name.startswith(LIST_PREFIX)]
    if lists:
        group = root.addGroup("Listes du standard")
        group.setExpanded(False)
        for layer in lists:
            project.addMapLayer(layer, addToLegend=False)
            layer.setReadOnly(True)
            group.addLayer(layer)


def _dress(
    layer: QgsVectorLayer, fields: Sequence[TemplateField], layers: dict[str, QgsVectorLayer], final: Path
) -> None:
    known = layer.fields()
    layer.setEditorWidgetSetup(known.lookupField("fid"), QgsEditorWidgetSetup("Hidden", {}))
    for field in fields:
        index = known.lookupField(field.name)
        layer.setFieldAlias(index, field.alias)
        layer.setEditorWidgetSetup(index, _widget(field, layers, final))
        _constrain(layer, index, field)
        if field.default:
            layer.setDefaultValueDefinition(index, QgsDefaultValue(field.default))
    _set_form(layer, fields)
    options = layer.geometryOptions()
    options.setRemoveDuplicateNodes(True)
    options.setGeometryChecks(["QgsIsValidCheck"] if layer.isSpatial() else [])


def _widget(field: TemplateField, layers: dict[str, QgsVectorLayer], final: Path) -> QgsEditorWidgetSetup:
    if field.dependent is not None:
        codes = layers[field.dependent.table]
        return QgsEditorWidgetSetup(
            "ValueRelation",
            {
                "Layer": codes.id(),
                "LayerName": codes.name(),
                "LayerSource": f"{final}|layername={field.dependent.table}",
                "LayerProviderName": "ogr",
                "Key": field.dependent.key,
                "Value": LABEL,
                "FilterExpression": f"\"{field.dependent.parent}\" = current_value('{field.dependent.parent}')",
                "AllowNull": not field.required,
                "OrderByKey": True,
            },
        )
    if field.values:
        empty = [] if field.required else [{"(vide)": _NO_VALUE}]
        return QgsEditorWidgetSetup(
            "ValueMap", {"map": [*empty, *({label: code} for code, label in field.values.items())]}
        )
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": False, "UseHtml": False})


def _constrain(layer: QgsVectorLayer, index: int, field: TemplateField) -> None:
    """Hard constraints: what they refuse, the Géoportail refuses."""
    if field.required:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintNotNull, _HARD)
    if field.unique:
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintUnique, _HARD)
    if field.constraint and not QgsExpression(field.constraint).hasParserError():
        layer.setConstraintExpression(index, field.constraint, field.asks)
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintExpression, _HARD)
    elif field.constraint:
        log.warning(f"{layer.name()}, {field.name}: no form can check {field.constraint}")


def _set_form(layer: QgsVectorLayer, fields: Iterable[TemplateField]) -> None:
    form = layer.editFormConfig()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    form.setSuppress(Qgis.AttributeFormSuppression.Off)
    form.clearTabs()
    tabs = tabs_of(field.name for field in fields)
    known = layer.fields()
    for tab in tabs:
        kind = Qgis.AttributeEditorContainerType.Tab if len(tabs) > 1 else Qgis.AttributeEditorContainerType.GroupBox
        container = QgsAttributeEditorContainer(tab.title, form.invisibleRootContainer())
        container.setType(kind)
        for name in tab.columns:
            container.addChildElement(QgsAttributeEditorField(name, known.lookupField(name), container))
        form.addTab(container)
    layer.setEditFormConfig(form)


def _apply_symbols(layer: QgsVectorLayer, table: str) -> None:
    """The symbols of the standard, when there are some for the table. Before the form: a style may clear it."""
    styles = style_files(_CATEGORY.sub("", table).lower())
    if not styles:
        return
    message, loaded = layer.loadNamedStyle(str(next(iter(styles.values()))))
    if not loaded:
        log.warning(f"{table}: {message}")


def _add_relations(project: QgsProject, layers: dict[str, QgsVectorLayer], model: DocumentModel) -> None:
    relations = []
    for column, parents in _PARENTS.items():
        for parent in (file for file in model.tables if parents.fullmatch(file.name) and _has(file, column)):
            relations += [
                _relation(project, layers, (parent, child), column)
                for child in model.tables
                if child.name != parent.name and _has(child, column) and not parents.fullmatch(child.name)
            ]
    project.relationManager().setRelations(relations)


def _has(file: FileModel, column: str) -> bool:
    return file.table is not None and any(item.name.upper() == column for item in file.table.columns)


def _relation(
    project: QgsProject, layers: dict[str, QgsVectorLayer], ends: tuple[FileModel, FileModel], column: str
) -> QgsRelation:
    parent, child = ends
    relation = QgsRelation(QgsRelationContext(project))
    relation.setId(f"{parent.name}_{child.name}_{column}")
    relation.setName(f"{parent.title or parent.name} : {child.title or child.name}")
    relation.setReferencedLayer(layers[parent.name].id())
    relation.setReferencingLayer(layers[child.name].id())
    relation.addFieldPair(_exact(layers[child.name], column), _exact(layers[parent.name], column))
    relation.setStrength(Qgis.RelationshipStrength.Association)
    return relation


def _exact(layer: QgsVectorLayer, column: str) -> str:
    return str(layer.fields().at(layer.fields().lookupField(column)).name())


def _stored_style(layer: QgsVectorLayer, file: FileModel) -> StoredStyle:
    """The style that QGIS opens the layer with: all that it knows of the layer, but not its place in a project."""
    document = QDomDocument()
    trouble = layer.exportNamedStyle(document)
    if trouble:
        message = f"Le style de la couche {file.name} ne peut être gardé."
        raise SmicaError(message, str(trouble))
    geometry = GEOMETRY if layer.isSpatial() else ""
    return StoredStyle(file.name, STYLE, document.toString(-1), "Formulaire et symboles du standard", geometry)


def _keep(path: Path, styles: Iterable[StoredStyle]) -> None:
    with gdal_silent():
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
        if dataset is None:
            message = f"Les styles ne peuvent être gardés dans {path.name}."
            raise SmicaError(message)
        store_styles(dataset, styles)
        dataset.ExecuteSQL("VACUUM")
        dataset = None  # GDAL closes the file once the last reference is gone
