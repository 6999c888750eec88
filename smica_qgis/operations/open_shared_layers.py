"""Layers of the cadastre, planning, sanitation and permits of the store, with our styles and forms, for a project."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from qgis.core import QgsProject, QgsRelation, QgsRelationContext, QgsVectorLayer

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.shared_layers import GROUPS, PLAN, READ_ONLY, THEMES
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.tables import standard_table
from smica_qgis.database.store import Store, StoreError
from smica_qgis.database.table_relations import RELATIONS, TableRelation
from smica_qgis.geodata.layer_styles import apply_styles
from smica_qgis.operations.last_controls import join_last_controls, last_controls

TABLE, STORE = "smica/table", "smica/store"
"""Properties of a layer: which table it is, of which store (a name, never an address)."""
LAST_CONTROLS = "dernier_controle"
"""Stands for a table in the property of the layer that only serves the installations."""


@dataclass(frozen=True)
class SharedLayer:
    """A layer, and the group of the project that it goes to; no group for one that only serves another."""

    layer: QgsVectorLayer
    group: str


def open_shared_layers(address: str, themes: tuple[str, ...] = tuple(THEMES), style: str = PLAN) -> list[SharedLayer]:
    """Open the layers of themes, the highest first. None holds anybody's name.

    style: of the cadastre. What only the plugin writes is read only, its empty tables left out. Once they are in a
    project, `tie_layers` gives it their relations. Raises InvalidParameterError, StoreError.
    """
    unknown = sorted(set(themes) - set(THEMES))
    if unknown:
        message = f"Le thème « {unknown[0]} » n'existe pas : écrivez {', '.join(THEMES)}."
        raise InvalidParameterError(message)
    opened = []
    with open_store(address, read_only=True) as store:
        for theme in themes:
            tables = [table for table in THEMES[theme] if theme not in READ_ONLY or _is_filled(store, table)]
            opened += [SharedLayer(_opened(store, table), GROUPS[theme]) for table in tables]
        opened += _last_controls(store, [table_of(shared.layer) for shared in opened])
    for shared in opened:
        table = table_of(shared.layer)
        if table != LAST_CONTROLS:
            apply_styles(shared.layer, standard_table(table) or table, style)
        if any(table in THEMES[theme] for theme in READ_ONLY):
            shared.layer.setReadOnly()
    return opened


def add_to_project(address: str, themes: tuple[str, ...], project: QgsProject) -> int:
    """Open the layers of themes in a project, each theme in its group; returns how many. In the window's thread.

    Raises as open_shared_layers.
    """
    opened = open_shared_layers(address, themes)
    root = project.layerTreeRoot()
    for shared in opened:
        project.addMapLayer(shared.layer, False)
        if shared.group:
            group = root.findGroup(shared.group) or root.insertGroup(0, shared.group)
            group.addLayer(shared.layer)
    tie_layers(project)
    return len(opened)


def table_of(layer: QgsVectorLayer) -> str:
    """The table of the store that a layer shows, empty when it is another layer."""
    return str(layer.customProperty(TABLE, "") or "")


def tie_layers(project: QgsProject) -> int:
    """Give a project the relations between the layers that it has now, and join the last controls to installations.

    Returns how many relations were added. In the window's thread: a join outlives neither of its layers, so it is made
    once the project keeps both.
    """
    layers: dict[tuple[str, str], QgsVectorLayer] = {}
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and table_of(layer):
            layers[(str(layer.customProperty(STORE, "")), table_of(layer))] = layer
    added = 0
    for store in sorted({place for place, _ in layers}):
        parents = _add_relations(project, {table: layer for (place, table), layer in layers.items() if place == store})
        added += len(parents)
        for parent in dict.fromkeys(parents):
            apply_styles(parent, table_of(parent))  # a form that was read before its relations shows none of them
        installations, last = layers.get((store, "anc_installation")), layers.get((store, LAST_CONTROLS))
        if installations is not None and last is not None and not installations.vectorJoins():
            join_last_controls(installations, last)
    return added


def _add_relations(project: QgsProject, layers: Mapping[str, QgsVectorLayer]) -> list[QgsVectorLayer]:
    """The parents of the relations that are added. layers: those of one store, by table."""
    manager = project.relationManager()
    parents = []
    for tie in RELATIONS:
        parent, child = layers.get(tie.parent), layers.get(tie.child)
        if parent is not None and child is not None and not manager.relation(tie.name).isValid():
            manager.addRelation(_relation(tie, parent, child, project))
            parents.append(parent)
    return parents


def _relation(tie: TableRelation, parent: QgsVectorLayer, child: QgsVectorLayer, project: QgsProject) -> QgsRelation:
    relation = QgsRelation(QgsRelationContext(project))
    relation.setId(tie.name)
    relation.setName(tie.title)
    relation.setReferencedLayer(parent.id())
    relation.setReferencingLayer(child.id())
    relation.addFieldPair(tie.key, tie.key)
    return relation


def _is_filled(store: Store, table: str) -> bool:
    query = f"SELECT 1 FROM {store.quoted(table)} LIMIT 1"  # noqa: S608  # nosec B608 - a name of ours
    return next(store.rows(query), None) is not None


def _opened(store: Store, table: str) -> QgsVectorLayer:
    place = store.layer(table)
    layer = QgsVectorLayer(place.uri, place.title, place.provider)
    if not layer.isValid():
        message = f"La couche « {place.title} » de la base {store.name} ne peut être ouverte."
        raise StoreError(message)
    return _named(layer, store, table)


def _named(layer: QgsVectorLayer, store: Store, table: str) -> QgsVectorLayer:
    layer.setCustomProperty(TABLE, table)
    layer.setCustomProperty(STORE, store.name)
    return layer


def _last_controls(store: Store, tables: Collection[str]) -> list[SharedLayer]:
    """What installations are joined to, when they are opened."""
    if "anc_installation" not in tables:
        return []
    last = last_controls(store.layer("anc_controle"))
    if not last.isValid():
        message = f"Les derniers contrôles de la base {store.name} ne peuvent être lus."
        raise StoreError(message)
    return [SharedLayer(_named(last, store, LAST_CONTROLS), "")]
