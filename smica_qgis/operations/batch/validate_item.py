"""One delivery of a batch, inside a child process: skip it if nothing changed, else validate it and write."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smica_qgis.core.document_model.fetched import standards_at_hand
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.validation.finding import Verdict
from smica_qgis.geodata.delivery.content_hash import content_hash
from smica_qgis.host.versions import plugin_version
from smica_qgis.operations.batch.jobs import Answer, Job, failure
from smica_qgis.operations.batch.record import asked_in, forget, read_record, write_with_record
from smica_qgis.operations.batch.report_paths import report_files
from smica_qgis.operations.validate_delivery import ValidationRequest, given_model, validate_delivery

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report


def validate_item(job: Job) -> Answer:
    """Do one job (see jobs.py). The answer: standard, verdict, counts, seconds, message, skipped.

    A SmicaError is the message of a failed line. Anything else ends the process, which is one failed line too.
    """
    start = time.perf_counter()
    try:
        return _answer(job)
    except SmicaError as error:
        return failure(job, error.message, time.perf_counter() - start)


def _answer(job: Job) -> Answer:
    _check_places(job)
    files = report_files(job["report"])
    request = _request(job)
    asked = _asked(job, request)
    record = read_record(files, html=job["html"]) if job["resume"] else None
    if record is not None and asked["content"] and asked_in(record) == asked:
        return _skipped(record)
    forget(files)
    report = validate_delivery(request)
    try:
        write_with_record(report, files, asked, Path(job["work"]), html=job["html"])
    finally:
        report.geometries.close()
    return _done(report)


def _check_places(job: Job) -> None:
    """Raise SmicaError when this process does not see the delivery that its parent saw: a disk of another machine."""
    if job["seen"] and not Path(job["path"]).exists():
        message = f"La livraison {job['path']} n'est pas, ou n'est plus, visible d'ici."
        raise SmicaError(message)


def _request(job: Job) -> ValidationRequest:
    return ValidationRequest(
        path=job["path"],
        standard=job["standard"],
        crs=job["crs"],
        families=tuple(job["families"]),
        rule_profile=job["rule_profile"],
        options=job["options"],
        standards_folder=job["standards_folder"],
    )


def _asked(job: Job, request: ValidationRequest) -> dict[str, Any]:
    """All that the findings depend on, as JSON gives it back: compared with what an earlier report was made of."""
    extents = [text for text in request.options.values() if isinstance(text, str) and text.lower().endswith(".json")]
    asked = {
        "smica_qgis": plugin_version(),
        "path": request.path,
        "content": content_hash(Path(request.path)),
        "standard": request.standard,
        # the model itself; where it is detected, all those that it is chosen among
        "standards": _given_model_hash(request) if request.standard else job["standards"],
        "crs": request.crs,
        "options": request.options,
        "extents": [content_hash(Path(text)) for text in extents],
        "families": request.families,
        "rule_profile": request.rule_profile,
    }
    same: dict[str, Any] = json.loads(json.dumps(asked))
    return same


def _given_model_hash(request: ValidationRequest) -> str:
    """SHA-256 of the model that the caller imposes. Raises InvalidParameterError or InvalidModelError."""
    model = given_model(request.standard, standards_at_hand(bundled_registry(), request.standards_folder))
    return model.source.sha256 if model is not None else ""


def _done(report: Report) -> Answer:
    model = report.model.name if report.model is not None else report.header.detection.model
    return {
        "standard": model,
        "verdict": report.verdict.value,
        "counts": report.counts["official"],
        "seconds": round(report.header.seconds, 3),
        "message": report.findings[0].values.get("REASON", "") if report.verdict is Verdict.UNREADABLE else "",
        "skipped": False,
    }


def _skipped(record: Mapping[str, Any]) -> Answer:
    header = record["header"]
    return {
        "standard": header["model"]["name"],
        "verdict": record["verdict"],
        "counts": record["counts"]["official"],
        "seconds": header["times"]["seconds"],
        "message": f"inchangée depuis le contrôle du {header['times']['started'][:10]}, dont le rapport est gardé",
        "skipped": True,
    }
