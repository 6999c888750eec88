"""Synthetic deliveries to measure with: zones that are an exact partition, some of two parts, one row in 100 faulty."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.geodata.delivery_writer import DeliveryRequest, invent_delivery
from smica_qgis.geodata.synthetic.shapes import POLYGON, polygon_wkb, rings_of_polygon
from smica_qgis.geodata.synthetic.table import SyntheticTable

STANDARD = "cnig_PLUi_2025"
FAULTY_EVERY = 100
MULTIPART_EVERY = 200
"""One object in so many is a zone of two parts, the first with a hole."""
FAULTS: tuple[tuple[str, str | None], ...] = (
    ("IDURBA", "249912015_PLUI_20250612"),
    ("LIBELLE", None),
    ("DATVALID", "06/11/2025"),
    ("NOMFIC", "absent.pdf"),
    ("TYPEZONE", "XX"),
)
KIND = 1
"""Where a WKB says its kind."""


def write_measured_delivery(folder: Path, objects: int) -> dict[str, Any]:
    """Write a delivery of about so many objects. Returns its path, rows and bytes."""
    request = DeliveryRequest(objects=objects, multiparts=objects // MULTIPART_EVERY)
    delivery = invent_delivery(bundled_registry().load(STANDARD), request)
    for table in delivery.tables.values():
        if table.geometries is not None:
            spoil(table)
    root = delivery.write(folder)
    rows = sum(table.rows for table in delivery.tables.values())
    return {"path": str(root), "objects": rows, "bytes": sum(p.stat().st_size for p in root.rglob("*.*"))}


def spoil(table: SyntheticTable) -> None:
    """Spoil one row in a hundred, each in another way; surfaces also in their geometry."""
    faults = [(column, value) for column, value in FAULTS if column in table.columns]
    for rank, row in enumerate(range(FAULTY_EVERY // 2, table.rows, FAULTY_EVERY)):
        choice = rank % (len(faults) + 1)
        wkb = table.geometries[row] if table.geometries is not None else None
        if choice < len(faults):
            column, value = faults[choice]
            table.columns[column][row] = value
        elif table.geometries is not None and wkb is not None and wkb[KIND] == POLYGON:
            table.geometries[row] = crossed(wkb)
        else:
            table.columns["IDURBA"][row] = None


def crossed(wkb: bytes) -> bytes:
    """Return the polygon with its outline crossing itself."""
    outline, *holes = rings_of_polygon(wkb)
    outline[4:9] = outline[4:9][::-1].copy()
    return polygon_wkb([outline, *holes])
