"""Repair the layers chosen: each opens the profile's source in place of its own; what it was is kept, to be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem, QgsDataProvider, QgsMapLayer, QgsProject

from smica_qgis.connectors.catalogue.layer_address import layer_address
from smica_qgis.core.source_profile.hidden_secrets import without_secrets
from smica_qgis.core.source_profile.layer_doctor import Diagnosis
from smica_qgis.geodata.project_layers import SOURCE_PROPERTY, provider_key
from smica_qgis.operations.open_catalogue import Catalogue


@dataclass(frozen=True)
class Repair:
    """What a layer will be. provider and uri: as QGIS takes them; source_id: written on the layer."""

    layer_id: str
    layer_name: str
    provider: str
    uri: str
    crs: str
    source_id: str


@dataclass(frozen=True)
class RepairResult:
    """undo: what gives the layers back what they were, the last first; failed: French, by layer."""

    repaired: tuple[str, ...]
    undo: tuple[Repair, ...]
    failed: tuple[str, ...]


def plan_repairs(diagnoses: Iterable[Diagnosis], catalogue: Catalogue) -> tuple[Repair, ...]:
    """What would be done for the layers that the profile knows how to repair."""
    repairs = []
    for diagnosis in diagnoses:
        source = diagnosis.source
        if source is None:
            continue
        address = layer_address(source, catalogue.authcfg(source))
        repairs.append(
            Repair(diagnosis.layer_id, diagnosis.layer_name, address.provider, address.uri, source.crs, source.id)
        )
    return tuple(repairs)


def repair_project(project: QgsProject, repairs: Iterable[Repair]) -> RepairResult:
    """Repair layers, in the thread of the project. A repair that does not open is undone at once, and said."""
    repaired: list[str] = []
    undo: list[Repair] = []
    failed: list[str] = []
    for repair in repairs:
        layer = project.mapLayer(repair.layer_id)
        if layer is None:
            failed.append(f"« {repair.layer_name} » n'est plus dans le projet.")
            continue
        before = _as_it_is(layer)
        _point(layer, repair)
        if layer.isValid():
            repaired.append(repair.layer_id)
            undo.insert(0, before)
        else:
            said = " ".join(layer.error().summary().split())
            _point(layer, before)
            failed.append(f"« {repair.layer_name} » : la nouvelle adresse ne s'ouvre pas ({without_secrets(said)}).")
    if repaired:
        project.setDirty(True)
    return RepairResult(tuple(repaired), tuple(undo), tuple(failed))


def undo_repairs(project: QgsProject, undo: Iterable[Repair]) -> None:
    """Give layers back what they were, even sick."""
    for before in undo:
        layer = project.mapLayer(before.layer_id)
        if layer is not None:
            _point(layer, before)
    project.setDirty(True)


def _as_it_is(layer: QgsMapLayer) -> Repair:
    made_from = str(layer.customProperty(SOURCE_PROPERTY, "") or "")
    crs = layer.crs().authid()
    return Repair(layer.id(), layer.name(), provider_key(layer), layer.source(), crs, made_from)


def _point(layer: QgsMapLayer, repair: Repair) -> None:
    """The style stays: only where the data come from changes."""
    layer.setDataSource(repair.uri, layer.name(), repair.provider, QgsDataProvider.ProviderOptions())
    if repair.crs and layer.crs().authid() != repair.crs:
        layer.setCrs(QgsCoordinateReferenceSystem(repair.crs))
    if repair.source_id:
        layer.setCustomProperty(SOURCE_PROPERTY, repair.source_id)
    else:
        layer.removeCustomProperty(SOURCE_PROPERTY)
