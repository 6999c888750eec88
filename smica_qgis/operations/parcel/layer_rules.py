"""Rules from layers of the open project: recognised by the names of their fields (CNIG, Géoportail)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from smica_qgis.core.parcel.field_mapping import TableMapping, TableOrigin, object_name, recognise
from smica_qgis.core.parcel.rules import LoadedTable, Rule
from smica_qgis.geodata.parcel.layer_snapshot import LayerSnapshot
from smica_qgis.geodata.parcel.rule_layer import rule_layer
from smica_qgis.operations.parcel.rule_source import RuleReading

ORIGIN = "couche du projet"


def is_rule_layer(snapshot: LayerSnapshot) -> bool:
    """Whether a layer holds rules that are understood."""
    return _mapping(snapshot) is not None


class LayerRules:
    """See RuleSource. snapshots: of layers; those that are not recognised are told, not used."""

    def __init__(self, snapshots: Sequence[LayerSnapshot]) -> None:
        self._snapshots = snapshots

    def read(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:
        """See RuleSource."""
        reading = RuleReading()
        for snapshot in self._snapshots:
            mapping = _mapping(snapshot)
            if mapping is None:
                reading.notes.append(f"La couche « {snapshot.name} » n'a pas les champs d'une table de règles.")
                continue
            if not snapshot.crs.isValid():
                reading.notes.append(
                    f"La couche « {snapshot.name} » n'a pas de système de coordonnées : elle est lue en {crs.authid()}."
                )
            layer = rule_layer(mapping.shape, snapshot.name, _objects(snapshot, mapping, box, crs))
            reading.layers.append(layer)
            reading.loaded.append(LoadedTable(mapping.theme, mapping.shape, f"{ORIGIN} « {snapshot.name} »"))
        return reading


def _mapping(snapshot: LayerSnapshot) -> TableMapping | None:
    return None if snapshot.shape is None else recognise(snapshot.fields, snapshot.shape)


def _objects(
    snapshot: LayerSnapshot, mapping: TableMapping, box: QgsRectangle, crs: QgsCoordinateReferenceSystem
) -> Iterator[tuple[Rule, str, QgsGeometry]]:
    origin = TableOrigin(snapshot.name, f"{ORIGIN} « {snapshot.name} »", snapshot.path)
    for identifier, values, geometry in snapshot.rows(box, crs):
        rule = mapping.rule(values, origin, {})
        yield rule, object_name(values, mapping, identifier), geometry
