"""The measured work, in a process of its own with the interpreter of QGIS; what it found goes out as JSON.

`make FOLDER OBJECTS` writes a synthetic delivery; `times DELIVERY RUNS` times our validation and the floor in
turn; `memory DELIVERY ours|floor` does one of them once. Seconds, and bytes of memory.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STANDARD = "cnig_PLUi_2025"
FAULTY_EVERY = 100
MULTIPART_EVERY = 200
"""One object in so many is a zone of two parts."""


def main(arguments: list[str]) -> None:
    """Do what is asked and print the result."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    action, *rest = arguments
    actions: dict[str, Callable[..., dict[str, Any]]] = {"make": make, "times": times, "memory": memory}
    result = actions[action](*rest)
    sys.stdout.write(json.dumps(result))
    sys.stdout.flush()
    application.exitQgis()


# ------------------------------------------------------------------------------------- synthetic deliveries


def make(folder: str, objects: str) -> dict[str, Any]:
    """Write a delivery of about so many objects, one row in a hundred faulty."""
    from smica_qgis.core.document_model.registry import bundled_registry
    from smica_qgis.geodata.delivery_writer import DeliveryRequest, invent_delivery

    request = DeliveryRequest(objects=int(objects), multiparts=int(objects) // MULTIPART_EVERY)
    delivery = invent_delivery(bundled_registry().load(STANDARD), request)
    for table in delivery.tables.values():
        if table.geometries is not None:
            spoil(table)
    root = delivery.write(Path(folder))
    rows = sum(table.rows for table in delivery.tables.values())
    return {"path": str(root), "objects": rows, "bytes": sum(p.stat().st_size for p in root.rglob("*.*"))}


def spoil(table: Any) -> None:  # noqa: ANN401 - SyntheticTable, which only QGIS' interpreter can import
    """Spoil one row in a hundred, each in another way."""
    faults: list[tuple[str, str | None]] = [
        ("IDURBA", "249912015_PLUI_20250612"),
        ("LIBELLE", None),
        ("DATVALID", "06/11/2025"),
        ("NOMFIC", "absent.pdf"),
        ("TYPEZONE", "XX"),
    ]
    for rank, row in enumerate(range(FAULTY_EVERY // 2, table.rows, FAULTY_EVERY)):
        column, value = faults[rank % len(faults)]
        if column in table.columns:
            table.columns[column][row] = value
        elif table.name.endswith("_SURF"):
            table.geometries[row] = crossed(table.geometries[row])


def crossed(wkb: bytes) -> bytes:
    """Return the polygon with its outline crossing itself."""
    from smica_qgis.geodata.synthetic.shapes import polygon_wkb, rings_of_polygon

    outline, *holes = rings_of_polygon(wkb)
    outline[4:9] = outline[4:9][::-1].copy()
    return polygon_wkb([outline, *holes])


# ------------------------------------------------------------------------------------------------ measures


def times(delivery: str, runs: str) -> dict[str, Any]:
    """Time our validation and the floor in turn. The first run of each warms the files and is given apart."""
    report: dict[str, Any] = {"ours": [], "floor": []}
    for _ in range(int(runs) + 1):
        started = time.perf_counter()
        outcome = validate(delivery)
        report["ours"].append(time.perf_counter() - started)
        started = time.perf_counter()
        outcome["floor_geometries"] = floor(delivery)
        report["floor"].append(time.perf_counter() - started)
        report.update(outcome)
    return report


def memory(delivery: str, what: str) -> dict[str, Any]:
    """Do one of them once; the most memory that the process had, before and after."""
    before = peak()
    if what == "ours":
        validate(delivery)
    else:
        floor(delivery)
    return {"before": before, "after": peak()}


def peak() -> int:
    """Most memory so far, in bytes (Linux counts kibibytes, macOS bytes)."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def validate(delivery: str) -> dict[str, Any]:
    """Validate as qgis_process does with REPORT_JSONL only."""
    from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
    from smica_qgis.reports.json_lines import write_json_lines

    with tempfile.TemporaryDirectory() as folder:
        report = validate_delivery(ValidationRequest(path=delivery))
        write_json_lines(report, Path(folder) / "report.jsonl")
        report.geometries.close()
    return {"findings": len(report.findings), "phases": dict(report.header.phases)}


def floor(delivery: str) -> int:
    """Read every layer as one Arrow stream and ask GEOS once whether each geometry is valid (design, §5)."""
    from osgeo import gdal, ogr

    count = 0
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    for path in sorted(Path(delivery).rglob("*.dbf")):
        dataset = ogr.Open(str(path.with_suffix(".shp") if path.with_suffix(".shp").exists() else path))
        layer = dataset.GetLayer(0)
        for batch in layer.GetArrowStreamAsNumPy(options=["USE_MASKED_ARRAYS=NO"]):
            for wkb in batch.get("wkb_geometry", ()):
                if wkb is not None:
                    ogr.CreateGeometryFromWkb(wkb).IsValid()
                    count += 1
    gdal.PopErrorHandler()
    return count


if __name__ == "__main__":
    main(sys.argv[1:])
