"""The record beside a report: its JSON summary, and what proves the report whole and still true.

`<stem>.json` is written last: its presence says that the report is whole. Its key `batch` holds what was asked and
the size and hash of the files, so that the next run knows whether anything changed.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smica_qgis.core.errors import SmicaError
from smica_qgis.operations.batch.output_folder import move_into_place
from smica_qgis.operations.batch.report_paths import ReportFiles
from smica_qgis.operations.write_reports import write_reports
from smica_qgis.reports.json_summary import summary_of

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report

KEY = "batch"
_CHUNK = 1024 * 1024


def write_with_record(report: Report, files: ReportFiles, asked: Mapping[str, Any], work: Path, *, html: bool) -> None:
    """Write the findings, the page when asked for, then the record, aside in `work`, and move them into place.

    Raises SmicaError when one cannot be written.
    """
    # by chance: a worker that its scheduler thinks lost may be writing the same report
    name = secrets.token_hex(6)
    findings, page, record = (work / f"{name}.{kind}" for kind in ("jsonl", "html", "json"))
    write_reports(report, {"JSONL": findings, "HTML": page if html else None})
    proofs = {"jsonl": _proof(findings), **({"html": _proof(page)} if html else {})}
    content = {**summary_of(report), KEY: {"asked": asked, "files": proofs}}
    try:
        record.write_bytes((json.dumps(content, indent=2) + "\n").encode("ascii"))
    except OSError as error:
        message = f"Le rapport {files.record} ne peut pas être écrit ({error.strerror or error})."
        raise SmicaError(message, str(error)) from error
    move_into_place(findings, files.findings)
    if html:
        move_into_place(page, files.page)
    move_into_place(record, files.record)


def read_record(files: ReportFiles, *, html: bool) -> Mapping[str, Any] | None:
    """The record of a report that is there, whole, with its page if one is wanted; else None."""
    try:
        record = json.loads(files.record.read_text(encoding="utf-8"))
        proofs = record[KEY]["files"]
        whole = proofs["jsonl"] == _proof(files.findings) and (not html or proofs.get("html") == _proof(files.page))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # absent, of another make, or spoilt: the delivery is validated again
    return record if whole else None


def asked_in(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """What was asked when the report was made."""
    asked: Mapping[str, Any] = record[KEY].get("asked", {})
    return asked


def forget(files: ReportFiles) -> None:
    """Remove the files of a report, the proof first, so that an old one is never taken for the result."""
    for path in (files.record, files.findings, files.page):
        with suppress(OSError):
            path.unlink()


def _proof(path: Path) -> dict[str, Any]:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return {"octets": path.stat().st_size, "sha256": digest.hexdigest()}
