"""A document model given by its address, from a real HTTP server in a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import STANDARDS_FOLDER, bundled_registry
from smica_qgis.core.errors import SmicaError
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from tests.qgis.deliveries import conformant

MODEL = "cnig_PLU_2024"
PATIENCE = 10.0


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the bundled models, as the Géoportail serves its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    server = subprocess.Popen(command, cwd=STANDARDS_FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(PATIENCE)


def wait_for(port: int) -> None:
    """Wait until the server answers; fails when it does not in reasonable time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the server did not start")


@pytest.mark.usefixtures("qgis_app")
def test_the_model_is_the_same_by_its_address(address: str, tmp_path: Path) -> None:
    delivery = conformant(MODEL, tmp_path)
    (delivery.root / "Pieces_ecrites" / "intrus.docx").write_bytes(b"x")
    given = judged(delivery.root, f"{address}/{MODEL}/files.json")
    assert given == judged(delivery.root, MODEL)
    assert ("CNIG_PIECE_ECRITE_ONLY_PDF", "intrus.docx") in given


@pytest.mark.usefixtures("qgis_app")
def test_the_report_says_where_the_model_came_from(address: str, tmp_path: Path) -> None:
    location = f"{address}/{MODEL}/files.json"
    report = validate_delivery(ValidationRequest(path=str(conformant(MODEL, tmp_path).root), standard=location))
    report.geometries.close()
    source = report.header.model_source
    assert source.location == location
    assert source.sha256 == bundled_registry().load(MODEL).source.sha256
    assert source.date


@pytest.mark.usefixtures("qgis_app")
def test_an_address_without_a_model_is_a_clear_error(address: str, tmp_path: Path) -> None:
    request = ValidationRequest(path=str(tmp_path), standard=f"{address}/cnig_PLU_1999/files.json")
    with pytest.raises(SmicaError, match="cnig_PLU_1999"):
        validate_delivery(request)


def judged(path: Path, standard: str) -> list[tuple[str, str]]:
    """Return what is found with a model, code and file."""
    report = validate_delivery(ValidationRequest(path=str(path), standard=standard))
    report.geometries.close()
    return [(finding.code, finding.file) for finding in report.findings]
