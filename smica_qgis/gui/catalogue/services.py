"""What the dock *Données partagées* asks of the floors below, gathered so that tests can put something else.

Every import is made when the service is used: QGIS starts and the dock opens quickly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from smica_qgis.connectors.catalogue.service_reader import Reading
    from smica_qgis.core.progress import Progress
    from smica_qgis.core.source_profile.layer_doctor import Diagnosis, LayerFacts
    from smica_qgis.core.source_profile.profile import Source
    from smica_qgis.operations.add_source import MadeLayers
    from smica_qgis.operations.check_network import HostCheck
    from smica_qgis.operations.open_catalogue import Catalogue
    from smica_qgis.operations.repair_project import Repair, RepairResult, TriedRepair

    Cancelled = Callable[[], bool]


def open_catalogue(online: bool, cancelled: Cancelled) -> Catalogue:  # noqa: FBT001 - a service has one signature
    """Open the catalogue of the settings. In a working thread."""
    from smica_qgis.operations.open_catalogue import open_catalogue as opened

    return opened(online=online, cancelled=cancelled)


def list_service(catalogue: Catalogue, source: Source, cancelled: Cancelled) -> Reading:
    """What a service holds. In a working thread."""
    return catalogue.list_service(source, cancelled=cancelled)


def make_layers(catalogue: Catalogue, source: Source) -> MadeLayers:
    """Open a source. In a working thread."""
    from smica_qgis.operations.add_source import make_layers as made

    return made(catalogue, source).give_to_window()


def place_layers(project: QgsProject, made: MadeLayers) -> tuple[str, ...]:
    """Put layers in the project. In the window's thread."""
    from smica_qgis.operations.add_source import place_layers as placed

    return placed(project, made)


def read_facts(project: QgsProject) -> tuple[LayerFacts, ...]:
    """What the project says of its layers. In the window's thread, quick."""
    from smica_qgis.geodata.project_layers import project_facts

    return project_facts(project)


def check_project(facts: Sequence[LayerFacts], catalogue: Catalogue, progress: Progress) -> tuple[Diagnosis, ...]:
    """Which layers are sick. In a working thread."""
    from smica_qgis.operations.check_project import check_project as checked

    return checked(facts, catalogue, progress=progress)


def plan_repairs(diagnoses: Iterable[Diagnosis], catalogue: Catalogue) -> tuple[Repair, ...]:
    """What would be done. Quick."""
    from smica_qgis.operations.repair_project import plan_repairs as planned

    return planned(diagnoses, catalogue)


def try_repairs(repairs: Iterable[Repair], progress: Progress) -> tuple[TriedRepair, ...]:
    """Open the addresses of repairs. In a working thread."""
    from smica_qgis.operations.repair_project import try_repairs as tried

    return tried(repairs, progress)


def repair_project(project: QgsProject, tried: Iterable[TriedRepair]) -> RepairResult:
    """Repair layers. In the window's thread, quick."""
    from smica_qgis.operations.repair_project import repair_project as repaired

    return repaired(project, tried)


def undo_repairs(project: QgsProject, tried: Iterable[TriedRepair]) -> None:
    """Give layers back what they were. In the window's thread, quick."""
    from smica_qgis.operations.repair_project import undo_repairs as undone

    undone(project, tried)


def check_network(catalogue: Catalogue, progress: Progress) -> tuple[HostCheck, ...]:
    """Try each server. In a working thread."""
    from smica_qgis.operations.check_network import check_network as checked
    from smica_qgis.operations.check_network import other_locations

    return checked(catalogue, other_locations(catalogue), progress)


def network_report(checks: Iterable[HostCheck]) -> str:
    """The report to copy."""
    from smica_qgis.operations.check_network import network_report as reported

    return reported(checks)


@dataclass(frozen=True)
class CatalogueServices:
    """All of them."""

    open_catalogue: Callable[[bool, Cancelled], Catalogue] = open_catalogue
    list_service: Callable[[Catalogue, Source, Cancelled], Reading] = list_service
    make_layers: Callable[[Catalogue, Source], MadeLayers] = make_layers
    place_layers: Callable[[QgsProject, MadeLayers], tuple[str, ...]] = place_layers
    read_facts: Callable[[QgsProject], tuple[LayerFacts, ...]] = read_facts
    check_project: Callable[[Sequence[LayerFacts], Catalogue, Progress], tuple[Diagnosis, ...]] = check_project
    plan_repairs: Callable[[Iterable[Diagnosis], Catalogue], tuple[Repair, ...]] = plan_repairs
    try_repairs: Callable[[Iterable[Repair], Progress], tuple[TriedRepair, ...]] = try_repairs
    repair_project: Callable[[QgsProject, Iterable[TriedRepair]], RepairResult] = repair_project
    undo_repairs: Callable[[QgsProject, Iterable[TriedRepair]], None] = undo_repairs
    check_network: Callable[[Catalogue, Progress], tuple[HostCheck, ...]] = check_network
    network_report: Callable[[Iterable[HostCheck]], str] = network_report
