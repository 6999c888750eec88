"""Repair the layers chosen: each opens the profile's source in place of its own; what it was is kept, to be undone.

In two steps: the new addresses are opened in a working thread, then the layers are pointed at those that opened.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsProject

from smica_qgis.connectors.catalogue.layer_address import LayerAddress, layer_address
from smica_qgis.connectors.catalogue.layer_opening import address_of, opened_layer, point_layer, point_unopened
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.source_profile.hidden_secrets import without_secrets
from smica_qgis.core.source_profile.layer_doctor import Diagnosis
from smica_qgis.geodata.project_layers import SOURCE_PROPERTY
from smica_qgis.operations.open_catalogue import Catalogue


@dataclass(frozen=True)
class Repair:
    """What a layer will be. source_id: written on the layer; sick: it did not open when it was so, and need not."""

    layer_id: str
    layer_name: str
    address: LayerAddress
    crs: str
    source_id: str
    sick: bool = False


@dataclass(frozen=True)
class TriedRepair:
    """A repair whose address was opened. refusal: what QGIS said when it did not open, else empty."""

    repair: Repair
    opens: bool
    refusal: str = ""


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
        repairs.append(Repair(diagnosis.layer_id, diagnosis.layer_name, address, source.crs, source.id))
    return tuple(repairs)


def try_repairs(repairs: Iterable[Repair], progress: Progress | None = None) -> tuple[TriedRepair, ...]:
    """Open the address of each repair, in a working thread: servers may be slow. Raises CancelledError."""
    progress = progress or SilentProgress()
    wanted = tuple(repairs)
    progress.phase("Ouverture des nouvelles adresses", len(wanted))
    tried = []
    for done, repair in enumerate(wanted):
        stop_if_cancelled(progress)
        tried.append(_tried(repair))
        progress.advance(done + 1)
    return tuple(tried)


def repair_project(project: QgsProject, tried: Iterable[TriedRepair]) -> RepairResult:
    """Repair layers, in the thread of the project, without asking their servers again."""
    repaired: list[str] = []
    undo: list[Repair] = []
    failed: list[str] = []
    for one in tried:
        layer = project.mapLayer(one.repair.layer_id)
        if layer is None:
            failed.append(f"« {one.repair.layer_name} » n'est plus dans le projet.")
            continue
        before = _as_it_is(layer)
        if one.opens and point_layer(layer, one.repair.address):
            _mark(layer, one.repair)
            repaired.append(layer.id())
            undo.insert(0, before)
            continue
        said = one.refusal or without_secrets(" ".join(layer.error().summary().split()))
        if one.opens:
            _give_back(layer, before)
        failed.append(f"« {one.repair.layer_name} » : la nouvelle adresse ne s'ouvre pas ({said}).")
    if repaired:
        project.setDirty(True)
    return RepairResult(tuple(repaired), tuple(undo), tuple(failed))


def undo_repairs(project: QgsProject, tried: Iterable[TriedRepair]) -> None:
    """Give layers back what they were, even sick, in the thread of the project."""
    for one in tried:
        layer = project.mapLayer(one.repair.layer_id)
        if layer is None:
            continue
        _give_back(layer, replace(one.repair, sick=not one.opens))
    project.setDirty(True)


def _tried(repair: Repair) -> TriedRepair:
    if repair.sick:
        return TriedRepair(repair, opens=False)
    layer = opened_layer(repair.address, repair.layer_name)
    if layer.isValid():
        return TriedRepair(repair, opens=True)
    said = " ".join(layer.error().summary().split())
    return TriedRepair(repair, opens=False, refusal=without_secrets(said))


def _as_it_is(layer: QgsMapLayer) -> Repair:
    made_from = str(layer.customProperty(SOURCE_PROPERTY, "") or "")
    crs = layer.crs().authid()
    return Repair(layer.id(), layer.name(), address_of(layer), crs, made_from, sick=not layer.isValid())


def _give_back(layer: QgsMapLayer, before: Repair) -> None:
    if before.sick:
        point_unopened(layer, before.address)
    else:
        point_layer(layer, before.address)
    _mark(layer, before)


def _mark(layer: QgsMapLayer, repair: Repair) -> None:
    if repair.crs and layer.crs().authid() != repair.crs:
        layer.setCrs(QgsCoordinateReferenceSystem(repair.crs))
    if repair.source_id:
        layer.setCustomProperty(SOURCE_PROPERTY, repair.source_id)
    else:
        layer.removeCustomProperty(SOURCE_PROPERTY)
