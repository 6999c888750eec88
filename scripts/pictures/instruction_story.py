"""Story 11 for the pictures: an invented PLU, its three rounds, and the communes around it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry

from pictures.shooting import WORK

if TYPE_CHECKING:
    from smica_qgis.geodata.delivery_writer import InventedDelivery

MODEL, OBJECTS = "cnig_PLU_2024", 90
LATER, LATER_ZONES = "20250115", 2
"""Zones validated after the document was approved, against the standard: they stay, and are excepted."""
FAULTS = {1: 6, 2: 3, 3: 0}
"""Round → how many of its zones have no LIBELLE, which the Géoportail refuses."""
PROCEDURE = "revision_2026"
NEIGHBOURS = {"12902": ("12902_PLU_20261001", "M", "2026-10-01"), "12903": ("12903_CC_20270101", "E", "2027-03-31")}
METRES_BETWEEN = 200.0


def store_of_the_story() -> Path:
    """The path of the store; the settings name it."""
    from smica_qgis.host.settings import change_settings

    store = WORK / "base_instruction.gpkg"
    change_settings(store=str(store), signatory="Mme la cheffe du service urbanisme")
    return store


def delivery(number: int) -> str:
    """The delivery of a round."""
    made = _invented()
    zones = made.tables["ZONE_URBA"]
    zones.columns["DATVALID"][-LATER_ZONES:] = [LATER] * LATER_ZONES
    zones.columns["LIBELLE"][: FAULTS[number]] = [None] * FAULTS[number]
    if number > 1:
        farmland = [row for row, kind in enumerate(zones.columns["TYPEZONE"]) if kind in ("A", "N")]
        for row in farmland[:3]:
            zones.columns["TYPEZONE"][row] = "AUc"
        zones.columns["LIBELONG"][-1] = "Zone naturelle protégée"
        shapes = zones.geometries or []
        shapes[-2] = _shrunk(shapes[-2])
    folder = WORK / f"tour_{number}"
    folder.mkdir(parents=True, exist_ok=True)
    return str(made.write(folder))


def _invented() -> InventedDelivery:
    from smica_qgis.core.document_model.registry import bundled_registry
    from smica_qgis.geodata.delivery_writer import DeliveryRequest, invent_delivery

    return invent_delivery(bundled_registry().load(MODEL), DeliveryRequest(objects=OBJECTS))


def document() -> str:
    """The name of the document."""
    return _invented().name


def add_neighbours(store: Path) -> None:
    """Open other procedures, and give the store the ground of the communes."""
    from smica_qgis.core.workflow.vocabulary import ProcedureKind
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.instruction.acting import actor_in, present_instant
    from smica_qgis.operations.open_procedure import ProcedureRequest, open_procedure

    made = _invented()
    zones = [QgsGeometry() for _wkb in made.tables["ZONE_URBA"].geometries or []]
    for zone, wkb in zip(zones, made.tables["ZONE_URBA"].geometries or []):
        zone.fromWkb(wkb or b"")
    commune = QgsGeometry.unaryUnion(zones)
    step = commune.boundingBox().width() + METRES_BETWEEN
    with open_store(str(store)) as opened:
        for place, code in enumerate((made.document.code, *NEIGHBOURS)):
            ground = QgsGeometry(commune)
            ground.translate(place * step, 0)
            ground.convertToMultiType()
            columns = ("insee", "nom", "source", "geom")
            opened.insert("cad_commune", columns, [(code, code, "etalab", bytes(ground.asWkb()))])
        for name, kind, deadline in NEIGHBOURS.values():
            request = ProcedureRequest(name, ProcedureKind(kind), consultancy="Atelier Vallon", deadline=deadline)
            open_procedure(opened, request, actor_in(opened), present_instant())


def _shrunk(wkb: bytes | None) -> bytes | None:
    """The same zone, drawn a little smaller: a repair that moved a border."""
    if wkb is None:
        return None
    zone = QgsGeometry()
    zone.fromWkb(wkb)
    smaller = zone.buffer(-8, 4)
    smaller.convertToMultiType()
    return bytes(smaller.asWkb())
