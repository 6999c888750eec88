"""The measured work, in a process of its own with the interpreter of QGIS; what it found goes out as JSON.

`make FOLDER OBJECTS` writes a synthetic delivery; `times DELIVERY RUNS` times our validation and the floor in turn;
`memory DELIVERY ours|floor|empty` does one of them once; `corpus SHARED RUNS` times the real deliveries of the corpus;
`startup` times what QGIS does with us when it starts. Seconds of the processor, and bytes of memory.
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

ALL, OFFICIAL = ("official", "standard", "local"), ("official",)


def main(arguments: list[str]) -> None:
    """Do what is asked and print the result."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    action, *rest = arguments
    result = ACTIONS[action](*rest)
    sys.stdout.write(json.dumps(result))
    sys.stdout.flush()
    application.exitQgis()


def make(folder: str, objects: str) -> dict[str, Any]:
    """Write a synthetic delivery of about so many objects."""
    from measures.deliveries import write_measured_delivery

    return write_measured_delivery(Path(folder), int(objects))


def times(delivery: str, runs: str) -> dict[str, Any]:
    """Time our validation and the floor in turn. The first run of each warms the files and is given apart."""
    report: dict[str, Any] = {"ours": [], "official_only": [], "floor": []}
    for _ in range(int(runs) + 1):
        seconds, outcome = timed(lambda: validate(delivery, ALL))
        report["ours"].append(seconds)
        report["official_only"].append(timed(lambda: validate(delivery, OFFICIAL))[0])
        report["floor"].append(timed(lambda: floor(delivery))[0])
        report.update(outcome)
    return report


def memory(delivery: str, what: str) -> dict[str, Any]:
    """Do one of them once; the most memory that the process had."""
    if what == "ours":
        validate(delivery, ALL)
    elif what == "floor":
        floor(delivery)
    else:
        empty_algorithm()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"peak": most if sys.platform == "darwin" else most * 1024}  # Linux counts kibibytes, macOS bytes


def corpus(shared: str, runs: str) -> dict[str, Any]:
    """Time the real deliveries of the corpus, each with the models that the official tool was run with."""
    found = real_runs(Path(shared) / "corpus")
    every = [
        timed(lambda: [validate(str(path), ALL, standard) for path, standard in found])[0] for _ in range(int(runs) + 1)
    ]
    return {"runs": len(found), "seconds": every}


def real_runs(corpus_folder: Path) -> list[tuple[Path, str]]:
    """(delivery, standard) of the official reports of real deliveries."""
    named = [report.stem.split("__") for report in sorted((corpus_folder / "official_reports").glob("*__*.jsonl"))]
    runs = [(corpus_folder / "deliveries" / f"{delivery}.zip", standard) for delivery, standard in named]
    return [(path, standard) for path, standard in runs if path.is_file()]


def startup() -> dict[str, Any]:
    """Time what a start of QGIS costs with us: the import of the plugin, the provider with its algorithms."""
    from qgis.core import QgsProcessingRegistry

    registry = QgsProcessingRegistry()

    def load_provider() -> None:
        from smica_qgis.processing.provider import SmicaProvider

        registry.addProvider(SmicaProvider())

    def load_plugin() -> None:
        from smica_qgis import classFactory

        classFactory(None)

    return {"plugin": timed(load_plugin)[0], "provider": timed(load_provider)[0]}


# ------------------------------------------------------------------------------------------- what is measured


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds of a piece of work, which does not tell how busy the machine is, and what it returns."""
    started = time.process_time()
    outcome = work()
    return time.process_time() - started, outcome


def validate(delivery: str, families: tuple[str, ...], standard: str = "") -> dict[str, Any]:
    """Validate as qgis_process does with REPORT_JSONL only."""
    from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
    from smica_qgis.reports.json_lines import write_json_lines

    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        report = validate_delivery(ValidationRequest(path=delivery, families=families, standard=standard))
        phases = dict(report.header.phases)
        validated = time.perf_counter()
        write_json_lines(report, Path(folder) / "report.jsonl")
        report.geometries.close()
        phases["hash of the delivery"] = validated - started - sum(phases.values())
        phases["report"] = time.perf_counter() - validated
    return {"findings": len(report.findings), "phases": phases}


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


def empty_algorithm() -> None:
    """Run an algorithm of QGIS that does nothing of note."""
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    provider = QgsNativeAlgorithms()
    QgsApplication.processingRegistry().addProvider(provider)
    algorithm = provider.algorithm("stringconcatenation").create()
    algorithm.run({"INPUT_1": "a", "INPUT_2": "b"}, QgsProcessingContext(), QgsProcessingFeedback())


ACTIONS: dict[str, Callable[..., dict[str, Any]]] = {
    "make": make,
    "times": times,
    "memory": memory,
    "corpus": corpus,
    "startup": startup,
}


if __name__ == "__main__":
    main(sys.argv[1:])
